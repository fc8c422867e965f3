"""Who is in office, by a roster."""

from datetime import date

import pytest

from scm_site.records.people import Roster, RosterPerson
from scm_site.records.record_file import RecordFile


def make_roster(*terms: tuple[str, str | None]) -> Roster:
    file = RecordFile(
        path="p", kind="secretariat", id="secretariat", group="", marks={}, data={}, body_line=1
    )
    people = [
        RosterPerson(
            id="a",
            organisation="o",
            consent=date(2020, 1, 1),
            from_=date.fromisoformat(first),
            to=date.fromisoformat(last) if last else None,
        )
        for first, last in terms
    ]
    return Roster(file=file, people=tuple(people))


@pytest.mark.parametrize(
    ("terms", "day_out"),
    [
        ([("2025-01-01", None)], None),
        ([("2025-01-01", "2025-12-31")], None),
        ([("2025-01-01", "2025-06-30")], "2025-07-01"),
        ([("2025-02-01", None)], "2025-01-01"),
        ([("2025-07-01", None), ("2025-01-01", "2025-06-30")], None),
        ([("2025-01-01", "2025-05-31"), ("2025-07-01", None)], "2025-06-01"),
        ([("2025-01-01", "9999-12-31")], None),
    ],
)
def test_a_roster_tells_when_somebody_was_out(
    terms: list[tuple[str, str | None]], day_out: str | None
) -> None:
    day = make_roster(*terms).find_day_out("a", date(2025, 1, 1), date(2025, 12, 31))
    assert (day.isoformat() if day else None) == day_out


def test_somebody_may_be_in_office_for_ever() -> None:
    assert make_roster(("2025-01-01", None)).find_day_out("a", date(2025, 1, 1), date.max) is None
    assert make_roster(("2025-01-01", "2025-12-31")).find_day_out("a", date(2025, 1, 1), date.max) == date(
        2026, 1, 1
    )


def test_the_first_and_the_last_day_of_a_term_belong_to_it() -> None:
    roster = make_roster(("2025-01-01", "2025-06-30"))
    days = ("2024-12-31", "2025-01-01", "2025-06-30", "2025-07-01")
    told = [roster.is_in_office("a", date.fromisoformat(day)) for day in days]
    assert told == [False, True, True, False]
