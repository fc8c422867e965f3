"""Each case of standings gives the text beside it; every duty and every state has its cases."""

import re
from pathlib import Path

import pytest

from scm_site.compliance.duties import DUTIES
from scm_site.compliance.standing import StandingState
from scm_site.findings import Severity
from tests.standing_cases import BASE, STANDINGS, assess_case, list_cases, name_case, read_case, render_case

pytestmark = pytest.mark.broad

BLESS = "If the new text is right, accept it with: make bless CASE=tests/standings/"

#: Folders of cases that are named for something that happens, not for a duty.
EDGES = {"acts", "every-duty", "git", "grid", "past", "settings"}

#: The states that a duty cannot have, and why.
NEVER = {
    "decision-announced": (
        "overdue",
        "due soon",
        "not yet due",
        "waived",
    ),  # recorded with its day, or not there
    "termination-notice": ("not yet due",),  # it is due within days of the decision, and there only since
    "next-version": ("unknown",),  # it is owed once an act says that an outcome was returned
    "publication": ("unknown",),  # it is owed once an act says that an outcome passed
    "final-results": ("waived",),  # it falls due after the group's last day, where every waiver ends (V005)
}

STANDING = re.compile(rf"^  ({'|'.join(StandingState)}): ([a-z-]+)", re.MULTILINE)


@pytest.mark.parametrize("folder", list_cases(), ids=name_case)
def test_case(folder: Path, tmp_path: Path) -> None:
    case, expected = read_case(folder), folder / "expected.txt"
    days = assess_case(case, tmp_path)
    assert [one for one in days[0].checked.findings if one.severity is Severity.ERROR] == []
    assert expected.exists(), f"there is no expected.txt. {BLESS}{name_case(folder)}"
    assert render_case(case, days) == expected.read_text(encoding="utf-8"), BLESS + name_case(folder)


def find_shown() -> set[tuple[str, str]]:
    """Give each duty and state that any case shows."""
    texts = [(folder / "expected.txt").read_text(encoding="utf-8") for folder in list_cases()]
    return {(duty, state) for text in texts for state, duty in STANDING.findall(text)}


def test_every_duty_is_shown_in_every_state_that_it_can_have() -> None:
    wanted = {
        (duty, state.value)
        for duty in DUTIES
        for state in StandingState
        if state.value not in NEVER.get(duty, ())
    }
    shown, hint = (
        find_shown(),
        "add a case to tests/standings/{}/ that shows it as `{}`, or say under NEVER why not",
    )
    missing = [hint.format(*one) for one in sorted(wanted - shown)]
    assert not missing, "\n".join(missing)
    assert sorted(shown - wanted) == [], "NEVER says that these cannot be"


def test_every_folder_is_named_for_a_duty_or_an_edge() -> None:
    folders = {path.name for path in STANDINGS.iterdir()} - {BASE.name}
    strays = "these folders name no duty: declare them in scm_site/compliance/"
    assert folders - DUTIES.keys() == EDGES, strays
    hint = "add a case: tests/standings/{}/<case>/case.txt (see tests/standing_cases.py)"
    missing = [hint.format(duty) for duty in DUTIES if duty not in folders]
    assert not missing, "\n".join(missing)


def test_a_case_says_what_it_shows() -> None:
    told = {name_case(folder): (folder / "case.txt").read_text(encoding="utf-8") for folder in list_cases()}
    assert [name for name, text in told.items() if not text.startswith("# ")] == []


def test_every_paper_is_used() -> None:
    cases = "".join((folder / "case.txt").read_text(encoding="utf-8") for folder in list_cases())
    cases += (Path(__file__).parent / "stories.py").read_text(encoding="utf-8")
    assert [path.name for path in (BASE / "papers").iterdir() if f"from {path.name}" not in cases] == []


def test_a_case_holds_only_what_is_read() -> None:
    strays = [
        path
        for folder in list_cases()
        for path in folder.iterdir()
        if path.name not in ("case.txt", "expected.txt", "content")
        and f"from {path.name}" not in (folder / "case.txt").read_text(encoding="utf-8")
    ]
    assert strays == []
