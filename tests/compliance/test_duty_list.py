"""The list of duties against everything that speaks of duties: clauses, waivers, pages, settings."""

import json
from typing import Any

import pytest

from scm_site.compliance.duties import DUTIES
from scm_site.compliance.duty import ROLES, Duty, duty
from scm_site.compliance.standing import MEANINGS, StandingState
from scm_site.locations import find_schemas
from scm_site.pipeline import check
from scm_site.records.settings import Days, make_spans
from scm_site.terms.after_the_end import OWED_AFTER_THE_END
from scm_site.terms.clauses import CLAUSES
from tests.built_sites import EXAMPLE, BuiltSite
from tests.standing_cases import list_cases, read_case

#: A decision that was announced late stays so.
NEVER_OPEN = {"decision-announced"}

DAYS = make_spans(check(EXAMPLE.parent).register.settings.days)[-1].days


def read_waiver_choices() -> list[str]:
    schema: Any = json.loads((find_schemas() / "waives.schema.json").read_text(encoding="utf-8"))
    return list(schema["properties"]["duty"]["enum"])


def test_every_clause_with_a_duty_has_one_and_no_other() -> None:
    named = {clause for one in DUTIES.values() for clause in one.clauses}
    marked = {clause.id for clause in CLAUSES if "duty" in clause.treatments}
    hint = "mark these clauses in scm_site/terms/clauses.py as a duty, with the field that shows it was kept"
    assert named - marked == set(), hint
    assert marked - named == set(), (
        "no duty names these clauses, which scm_site/terms/clauses.py marks as one"
    )


def test_every_duty_can_be_waived_and_nothing_else() -> None:
    hint = "take the list of duties over with: make bless PATHS=schemas/waives.schema.json"
    assert read_waiver_choices() == list(DUTIES), hint


def test_a_case_says_of_every_duty_which_file_closes_it() -> None:
    closed = {folder.parent.name for folder in list_cases() if read_case(folder).files}
    hint = "end a case.txt with `files PATH`, such as tests/standings/{}/filed/case.txt (see tests/standing_cases.py)"
    missing = [hint.format(duty) for duty in DUTIES if duty not in closed | NEVER_OPEN]
    assert not missing, "\n".join(missing)
    assert closed & NEVER_OPEN == set()


def test_what_is_owed_after_the_end_is_a_duty() -> None:
    assert set(OWED_AFTER_THE_END) <= DUTIES.keys()


@pytest.mark.parametrize("one", DUTIES.values(), ids=lambda one: one.id)
def test_a_duty_says_everything_that_a_reader_asks(example_site: BuiltSite, one: Duty) -> None:
    assert set(one.responsible) <= set(ROLES)
    words = example_site.read_text(f"duties/{one.id}/index.html")
    for told in (one.title, *one.responsible, *one.clauses):
        assert told.lower() in words.lower()
    for told in (one.tell_due(DAYS), one.evidence, one.meet):
        assert told.replace("`", "")[1:] in words
    assert f"{one.id}/" in {link.get("href") for link in example_site.parse("duties/index.html").iter("a")}


def test_every_number_of_days_that_a_duty_names_is_a_setting() -> None:
    named = {one.setting for one in DUTIES.values()}
    numbers = set(Days.__dataclass_fields__)
    used = named & numbers
    assert used == numbers - {
        "board_decision",
        "due_soon",
        "grace",
        "end_announced",
        "claimed_date",
        "filing",
    }


def test_every_state_has_a_meaning() -> None:
    assert set(MEANINGS) == set(StandingState)


def test_a_duty_says_how_to_meet_it() -> None:
    options: Any = {"clauses": ("o",), "responsible": ("chair",), "due": "soon", "evidence": "a file"}

    def without_way(_group: object) -> None:
        """Something."""

    with pytest.raises(ValueError, match="Meet it"):
        duty("new-duty", "New", **options)(without_way)  # type: ignore[arg-type]
