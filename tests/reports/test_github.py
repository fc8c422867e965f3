"""Findings as annotations: what the runner reads, and what must not fool it."""

import re

from scm_site.reports import render_github
from tests.reports.made_findings import NASTY, SITE, make_finding, make_warning

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def read_command(line: str) -> tuple[str, dict[str, str], str]:
    """Take a line apart as the runner does."""
    match = COMMAND.fullmatch(line)
    assert match, line
    properties = dict(part.split("=", 1) for part in match[2].split(","))
    return match[1], {name: unescape(value) for name, value in properties.items()}, unescape(match[3])


def unescape(text: str) -> str:
    for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, character)
    return text


def test_a_finding_is_an_annotation_on_its_line() -> None:
    annotation, summary = render_github([make_finding(column=7, rule="Z999")], SITE, 42).splitlines()
    command, properties, message = read_command(annotation)
    assert command == "error"
    assert properties == {"file": "content/groups/a/launch.md", "line": "14", "col": "7", "title": "Z999"}
    assert message.split("\n") == [
        "co-chair `A. Nyman` is not in the roster",
        "Choose a co-chair from content/secretariat.yml.",
        "https://groups.example/rules/Z999/",
    ]
    assert summary == "1 error in 42 files"


def test_the_title_names_a_declared_rule() -> None:
    first = render_github([make_finding(rule="T001")], SITE, 1).splitlines()[0]
    assert read_command(first)[1]["title"] == "T001 A record is filled in before it is filed"


def test_a_warning_is_a_warning() -> None:
    assert render_github([make_warning()], SITE, 1).startswith("::warning file=")


def test_nothing_in_content_is_taken_for_a_command() -> None:
    nasty = make_finding(path="content/a,line=1::b%.md", message=NASTY, fix=NASTY)
    annotation, _summary = render_github([nasty], SITE, 1).splitlines()
    _, properties, message = read_command(annotation)
    assert properties["file"] == "content/a,line=1::b%.md"
    assert properties["line"] == "14"
    assert "##[" not in message
    assert message.replace("\n", "").isprintable()
    assert message.endswith("%0A\nhttps://groups.example/rules/G003/")
    assert len(message.split("\n")) == 3


def test_more_than_github_shows_go_to_the_log() -> None:
    errors = [make_finding(line=number, message=NASTY) for number in range(1, 13)]
    warnings = [make_warning(line=number) for number in range(1, 12)]
    lines = render_github([*errors, *warnings], SITE, 5).splitlines()
    commands = [line.split(" ")[0] for line in lines if line.startswith("::")]
    assert commands.count("::error") == 10
    assert commands.count("::warning") == 10
    assert (
        "::notice title=scm check::3 more findings stand in the log of this step, not on the lines." in lines
    )
    assert sum(line.startswith("content/groups/a/launch.md:") for line in lines) == 3
    assert lines[-1] == "12 errors, 11 warnings in 5 files"
    assert len(commands) == 21


def test_no_findings_give_no_annotation() -> None:
    assert render_github([], SITE, 2) == "2 files, nothing to mend\n"


def test_the_log_has_the_first_ones_too() -> None:
    errors = [make_finding(line=number) for number in range(1, 1002)]
    lines = render_github(errors, SITE, 5).splitlines()
    assert sum(": G003 co-chair" in line for line in lines) == 500
    assert lines[-2].startswith("… and 491 more findings in 1 file, by rule: G003 491.")
    whole = render_github(errors, SITE, 5, None)
    assert whole.count(": G003 co-chair") == 991
