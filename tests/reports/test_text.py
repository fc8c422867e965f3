"""Findings as people read them in a terminal."""

import pytest

from scm_site.findings import Finding
from scm_site.reports import render_json, render_text
from scm_site.reports.terminal_line import make_terminal_line
from tests.reports.made_findings import NASTY, SITE, make_finding, make_warning


def test_a_finding_has_place_rule_message_way_out_and_address() -> None:
    findings = [make_warning(), make_finding()]
    assert render_text(findings, SITE, 42) == (
        "content/groups/a/launch.md:14: G003 co-chair `A. Nyman` is not in the roster\n"
        "    Choose a co-chair from content/secretariat.yml.\n"
        "    https://groups.example/rules/G003/\n"
        "\n"
        "content/groups/a/launch.md:20: T002 a thin text (warning)\n"
        "    Choose a co-chair from content/secretariat.yml.\n"
        "    https://groups.example/rules/T002/\n"
        "\n"
        "1 error, 1 warning in 42 files\n"
    )


@pytest.mark.parametrize(
    ("findings", "files", "summary"),
    [
        ([], 42, "42 files, nothing to mend"),
        ([], 1, "1 file, nothing to mend"),
        ([], None, "nothing to mend"),
        ([make_warning()], 2, "1 warning in 2 files"),
        ([make_finding(), make_finding(line=2)], 1, "2 errors in 1 file"),
        ([make_finding(), make_warning(), make_warning(line=3)], None, "1 error, 2 warnings"),
    ],
)
def test_the_last_line_sums_up(findings: list[Finding], files: int | None, summary: str) -> None:
    assert render_text(findings, SITE, files).splitlines()[-1] == summary


def test_findings_stand_in_the_order_of_path_line_and_rule() -> None:
    findings = [
        make_finding(path="content/b.md", line=1),
        make_finding(path="content/a.md", line=10),
        make_finding(path="content/a.md", line=9, rule="S002"),
        make_finding(path="content/a.md", line=9, rule="S001"),
    ]
    heads = [line for line in render_text(findings, SITE, 2).splitlines() if line.startswith("content/")]
    assert [head.split(" ")[:2] for head in heads] == [
        ["content/a.md:9:", "S001"],
        ["content/a.md:9:", "S002"],
        ["content/a.md:10:", "G003"],
        ["content/b.md:1:", "G003"],
    ]


def test_nothing_in_content_steers_the_terminal() -> None:
    text = render_text([make_finding(path=f"content/{NASTY}.md", message=NASTY, fix=NASTY)], SITE, 1)
    assert text.replace("\n", "").isprintable()
    assert len(text.splitlines()) == 5
    assert not any(line.strip().startswith("::") for line in text.splitlines())
    assert "##[" not in text
    assert "U+001B[31mred" in text


def test_ordinary_text_stays_as_it_is() -> None:
    for text in ("field `Été à Łódź` – “so” 日本", "a::b", "## Heading", "`x`"):
        assert make_terminal_line(text) == text
    assert make_terminal_line("::warning::x") == ": :warning::x"


def test_people_are_shown_the_first_ones_and_told_of_the_others() -> None:
    """Errors come before warnings where not all can be shown; programs get all."""
    warnings = [make_warning(line=line) for line in range(1, 400)]
    errors = [make_finding(path=f"content/{number}.md") for number in range(499)]
    text = render_text([*warnings, *errors], SITE, 500)
    assert [text.count(": G003 "), text.count(": T002 a")] == [499, 1]
    *_, rest, _blank, summary = text.splitlines()
    told = "… and 398 more findings in 1 file, by rule: T002 398. `scm check --all` shows all of them."
    assert (rest, summary) == (told, "499 errors, 399 warnings in 500 files")
    assert "more finding" not in render_text(errors, SITE, 500)
    assert render_text([*warnings, *errors], SITE, 500, None).count("\n    https://") == 898
    assert render_json([*warnings, *errors], SITE, 500).count('"help"') == 898
