"""Each case of a change gets the review beside it; each rule on changes finds something, and lets the rest pass."""

from pathlib import Path

import pytest

from scm_site.reports.review_document import read_review, render_review_json
from scm_site.reports.review_markdown import ReviewPlaces, render_review_markdown
from scm_site.reports.review_text import render_review_text
from scm_site.rules import RULES
from tests.change_cases import list_changes, make_document, name_change, play_change

BLESS = "If the new text is right, accept it with: make bless CASE=tests/changes/"
PLACES = ReviewPlaces(site="https://groups.example/", edit="https://forge.example/edit/topic/")
TEXTS = ("expected", "edits", "removed", "moved", "before", "main", "case")
PARTS = ("content", "outside", *(f"{name}.txt" for name in TEXTS))


@pytest.mark.parametrize("case", list_changes(), ids=name_change)
def test_case(case: Path, example_history: Path, tmp_path: Path) -> None:
    root = play_change(case, example_history, tmp_path)
    document = make_document(case, root)
    expected = case / "expected.txt"
    assert expected.exists(), f"there is no expected.txt. {BLESS}{name_change(case)}"
    assert render_review_text(document) == expected.read_text(encoding="utf-8"), BLESS + name_change(case)
    assert read_review(render_review_json(document)) == document
    comment = render_review_markdown(document, PLACES)
    assert comment.startswith("## ")
    assert "@example" not in comment


#: B012 passes in each case that changes no roster; a true move, which B017 lets pass, is tried in `tests/migration/`.
PASSED_ELSEWHERE = ("B012", "B017")


@pytest.mark.parametrize("rule", sorted(rule for rule in RULES if rule.startswith("B")))
def test_a_rule_on_changes_finds_its_case_and_lets_another_pass(rule: str) -> None:
    told = [
        (case / "expected.txt").read_text(encoding="utf-8")
        for case in list_changes()
        if case.parent.name == rule
    ]
    found = [f": {rule} " in text for text in told]
    assert any(found)
    assert not all(found) or rule in PASSED_ELSEWHERE


def test_a_case_holds_only_what_is_read() -> None:
    strays = [path for case in list_changes() for path in case.iterdir() if path.name not in PARTS]
    assert strays == []


def test_a_case_gets_the_same_review_twice(example_history: Path, tmp_path: Path) -> None:
    case = next(case for case in list_changes() if name_change(case) == "group/new-focus-group")
    first, second = (
        render_review_json(make_document(case, play_change(case, example_history, tmp_path / name)))
        for name in "ab"
    )
    assert first == second
