"""Each case of a rule gives the report beside it; each rule has a case."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from _pytest.mark.structures import ParameterSet

from scm_site import pipeline
from scm_site.rules import RULES
from tests.change_cases import CHANGES
from tests.reading.test_content_files import NOT_PORTABLE
from tests.register_cases import CASES, EXAMPLE, FINE, list_cases, name_case, report_case

BLESS = "If the new text is right, accept it with: make bless CASE=tests/cases/"


def list_marked() -> Iterator[ParameterSet]:
    """Give every case; the first of each rule is quick."""
    seen: set[str] = set()
    for case in list_cases():
        is_first = case.parent.name not in seen
        seen.add(case.parent.name)
        yield pytest.param(case, id=name_case(case), marks=() if is_first else pytest.mark.broad)


@pytest.mark.parametrize("case", list_marked())
def test_case(case: Path, tmp_path: Path) -> None:
    expected = case / "expected.txt"
    assert expected.exists(), f"there is no expected.txt. {BLESS}{name_case(case)}"
    report = report_case(case, tmp_path)
    assert report == expected.read_text(encoding="utf-8"), BLESS + name_case(case)


def test_the_example_register_is_fine() -> None:
    assert pipeline.check(EXAMPLE).findings == ()


def test_every_rule_has_a_case() -> None:
    """What a change may not do is shown by two revisions, in tests/changes/."""
    folders = {path.name for path in CASES.iterdir()} - {FINE}
    folders |= {path.name for path in CHANGES.iterdir()} & RULES.keys()
    hint = "add a case: tests/cases/{0}/<case>/content/, or of a rule on changes tests/changes/{0}/<case>/"
    missing = [hint.format(rule) for rule in RULES if rule not in {*folders, *NOT_PORTABLE}]
    assert not missing, "\n".join(missing)
    hint = "take these folders away, or declare their rules in scm_site/checks/ or scm_site/review/"
    assert sorted(folders - RULES.keys()) == [], hint


def test_a_case_shows_its_rule() -> None:
    reports = {case: (case / "expected.txt").read_text(encoding="utf-8") for case in list_cases()}
    fine = {case: report for case, report in reports.items() if case.parent.name == FINE}
    assert {name_case(case) for case, report in fine.items() if report != "nothing to mend\n"} == set()
    others = {case: report for case, report in reports.items() if case not in fine}
    assert {
        name_case(case) for case, report in others.items() if f": {case.parent.name} " not in report
    } == set()


def test_a_case_holds_only_what_is_read() -> None:
    strays = [path for case in list_cases() for path in case.iterdir() if path.name not in PARTS]
    assert strays == []
    assert [path for path in CASES.glob("*/*") if not path.is_dir()] == []


PARTS = ("content", "removed.txt", "expected.txt")


def test_a_bad_file_is_not_forgotten_after_a_good_one() -> None:
    """A trap of a peer: the error flag was set back for each file, so that the last one decided."""
    reports = [(case / "expected.txt").read_text(encoding="utf-8") for case in list_cases()]
    assert any("content/board.yml:" in report and "error" in report.splitlines()[-1] for report in reports)
