"""Who a group's page names, on different days of the example register."""

import re
from dataclasses import replace
from datetime import date

import pytest

from scm_site.pages.frame.site_content import SiteContent
from scm_site.pages.group.group_pages import make_group_page
from scm_site.records.dossier import Dossier
from scm_site.records.people import Roster, RosterPerson
from tests.built_sites import EXAMPLE
from tests.pages.example_sites import make_content, move_to

TAG = re.compile(r"<[^>]*>")
COMING, EARLIER, NEXT = '<h3 id="coming-members">', '<h3 id="past-members">', '<h2 id="board-remarks">'


@pytest.fixture(scope="module")
def content() -> SiteContent:
    return make_content(EXAMPLE.parent, date(2026, 5, 20))


def make_html(content: SiteContent, day: str, dossier: Dossier | None = None) -> str:
    """Make the page of warm-homes on a day."""
    dossier = dossier or content.register.find_dossier("warm-homes")
    return make_group_page(dossier, move_to(content, date.fromisoformat(day))).html


def read_words(html: str, start: str, end: str) -> str:
    """Give the words of a page from one place up to another."""
    return " ".join(TAG.sub(" ", html.partition(start)[2].partition(end)[0]).split())


@pytest.mark.parametrize(
    ("day", "chair"),
    [
        (
            "2025-01-14",
            "Greta Example, Head of the energy office, City of Northharbour (from 15 January 2025 )",
        ),
        ("2025-01-15", "Greta Example, Head of the energy office, City of Northharbour"),
        ("2025-10-28", "Greta Example, Head of the energy office, City of Northharbour"),
        ("2025-10-31", "Greta Example, Head of the energy office, City of Northharbour"),
        ("2025-11-01", "Ines Example, Deputy head of housing, Municipality of Oakbridge"),
        ("2027-06-01", "Ines Example, Deputy head of housing, Municipality of Oakbridge"),
    ],
)
def test_the_chair_is_who_holds_the_office(content: SiteContent, day: str, chair: str) -> None:
    html = make_html(content, day)
    start = ">Chair at the end<" if day > "2027-01-15" else ">Chair<"
    assert read_words(html, start, "Co-chair").removeprefix("/dt> ").startswith(chair)
    assert read_words(html, start, "Co-chair").count("Example,") == 1


@pytest.mark.parametrize(
    ("day", "now", "later", "before"),
    [
        ("2025-01-14", [], ["Greta", "Ines", "Alma", "Jonas", "Luca", "Katerina", "Marta"], []),
        ("2025-03-01", ["Greta", "Alma", "Jonas", "Luca"], ["Ines", "Katerina", "Marta"], []),
        ("2026-03-01", ["Ines", "Alma", "Jonas", "Katerina"], ["Marta"], ["Greta", "Luca"]),
        ("2027-06-01", ["Ines", "Alma", "Jonas", "Katerina", "Marta"], [], ["Greta", "Luca"]),
    ],
)
def test_each_member_stands_in_one_list(
    content: SiteContent, day: str, now: list[str], later: list[str], before: list[str]
) -> None:
    html = make_html(content, day)
    lists = read_words(html, '<h2 id="members">', NEXT)
    coming = read_words(html, COMING, EARLIER if EARLIER in html else NEXT)
    past = read_words(html, EARLIER, NEXT)
    for names, words in ((later, coming), (before, past)):
        assert [name for name in names if name not in words] == []
    assert [name for name in now if name not in lists or name in coming or name in past] == []
    assert [name for name in now + later + before if lists.count(f"{name} Example") != 1] == []


@pytest.mark.parametrize(
    ("day", "word"),
    [
        ("2026-09-30", "Welcome: how to join"),
        ("2026-10-01", "No longer: it was open until 30 September 2026"),
        ("2027-06-01", "No longer"),
    ],
)
def test_joining_ends_with_its_last_day(content: SiteContent, day: str, word: str) -> None:
    html = make_html(content, day)
    assert read_words(html, ">New participants", "Community space").removesuffix(" <dt>").endswith(word)
    how = read_words(html, '<h2 id="joining">', '<h2 id="members">')
    assert ("pen for new participants until" in how) == (day <= "2026-09-30")


def make_roster(roster: Roster) -> Roster:
    """Give the Secretariat's roster with three terms of `alma`, each with a title of its own."""
    alma = next(person for person in roster.people if person.id == "alma")
    terms = (
        replace(alma, title="Trainee", from_=date(2024, 1, 1), to=date(2024, 6, 30)),
        replace(alma, title="Adviser", from_=date(2024, 9, 1), to=date(2026, 12, 31)),
        replace(alma, title="Director", from_=date(2027, 2, 1)),
    )
    return replace(
        roster, people=(*terms[::-1], *(person for person in roster.people if person.id != "alma"))
    )


@pytest.mark.parametrize(
    ("day", "title"),
    [
        ("2023-01-01", "Trainee"),
        ("2024-06-30", "Trainee"),
        ("2024-08-01", "Trainee"),
        ("2026-05-20", "Adviser"),
        ("2027-01-15", "Adviser"),
        ("2027-02-01", "Director"),
    ],
)
def test_a_roster_gives_the_entry_of_the_day(content: SiteContent, day: str, title: str) -> None:
    person = make_roster(content.register.secretariat).find_person("alma", date.fromisoformat(day))
    assert person is not None
    assert person.title == title


def with_roster(content: SiteContent, roster: Roster) -> SiteContent:
    """Give the content with another roster of the Secretariat."""
    register = content.register
    return replace(content, register=replace(register, singles={**register.singles, "secretariat": roster}))


def test_a_group_that_ended_keeps_the_titles_of_its_last_day(content: SiteContent) -> None:
    changed = with_roster(content, make_roster(content.register.secretariat))
    for day in ("2026-05-20", "2027-08-01"):
        assert "Alma Example, Adviser" in TAG.sub("", make_html(changed, day))


def test_one_withheld_term_withholds_the_name_in_all(content: SiteContent) -> None:
    roster = content.register.secretariat
    alma = next(person for person in roster.people if person.id == "alma")
    hidden: RosterPerson = replace(alma, name="", name_withheld=True, from_=date(2027, 1, 1))
    changed = with_roster(content, replace(roster, people=(*roster.people, hidden)))
    assert "Alma Example" not in make_html(changed, "2026-05-20")
