"""Rules on themes, countries, rosters and settings."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from scm_site.checks.register_rule import Problem, rule
from scm_site.records.people import Roster, RosterPerson
from scm_site.records.record_file import Record
from scm_site.records.settings import Countries, Settings, Themes
from scm_site.records.unknown import known


@rule("C001", "An id stands for one thing", in_form="never: its records have no form")
def ids_are_unique(record: Record) -> Iterator[Problem]:
    """Records name themes and versions by their ids, so that each id must stand for one of them.

    Fix: Give the second one an id of its own.
    """
    if isinstance(record, Themes):
        yield from find_repeated(record, ("themes",), [theme.id for theme in record.themes])
    elif isinstance(record, Settings):
        versions = [version.version for version in record.terms_of_reference]
        yield from find_repeated(record, ("terms_of_reference",), versions, "version")
        yield from find_repeated(
            record, ("charter",), [version.version for version in record.charter], "version"
        )
    elif isinstance(record, Countries):
        versions = [version.version for version in record.associated]
        yield from find_repeated(record, ("associated",), versions, "version")


def find_repeated(
    record: Record, field: tuple[str | int, ...], ids: list[str], name: str = "id"
) -> Iterator[Problem]:
    """Give a problem for each id that stood in the list before."""
    for index, item in enumerate(ids):
        if item in ids[:index]:
            yield Problem(record, (*field, index, name), f"the {name} `{item}` stands in this list twice")


@rule("C002", "Terms of office are in order", in_form="never: its records have no form")
def terms_are_in_order(roster: Roster) -> Iterator[Problem]:
    """A roster tells who was in office on any day: each term ends after it began, and nobody holds two at once.

    Somebody who comes back gets a second entry with the same id.

    Fix: Correct `from` or `to`.
    """
    ends: dict[str, date] = {}
    for index, person in sorted(enumerate(roster.people), key=lambda pair: pair[1].from_):
        if person.to and person.to < person.from_:
            message = f"the last day {person.to} is before the first day {person.from_}"
            yield Problem(roster, ("people", index, "to"), message)
        if person.id in ends and person.from_ <= ends[person.id]:
            message = (
                f"`{person.id}` already has a term until {ends[person.id]}"
                if ends[person.id] < date.max
                else f"`{person.id}` already has a term without a last day"
            )
            yield Problem(roster, ("people", index, "from"), message)
        ends[person.id] = person.to or date.max


@rule(
    "C003", "Every country in a list has a name", clauses=("C2",), in_form="never: its records have no form"
)
def countries_have_names(countries: Countries) -> Iterator[Problem]:
    """Pages show countries by name. So each code in a list, and each accepted code, leads to a name.

    Fix: Add the code and the name under `names`, or correct the code.
    """
    for field, code in find_country_codes(countries):
        if code not in countries.names:
            yield Problem(countries, field, f"the country `{code}` has no name under `names`")
    for code in countries.also_accepted:
        if code in countries.names:
            message = f"`{code}` is read as another code, but has a name of its own under `names`"
            fix = f"Take `{code}` out of `also_accepted` or out of `names`."
            yield Problem(countries, ("also_accepted", code), (message, fix))


def find_country_codes(countries: Countries) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Give every code that should have a name, with its field."""
    for index, code in enumerate(countries.eu):
        yield ("eu", index), code
    for index, version in enumerate(countries.associated):
        for kind in ("whole_programme", "pillar_ii_only", "transitional"):
            for item, code in enumerate(getattr(version, kind)):
                yield ("associated", index, kind, item), code
    for code, target in countries.also_accepted.items():
        yield ("also_accepted", code), target
    for code in countries.notes:
        yield ("notes", code), code


@rule(
    "C004",
    "What holds from a day on stands in the order of the days",
    in_form="never: its records have no form",
)
def versions_are_in_order(record: Record) -> Iterator[Problem]:
    """Which version is in force on a day, and which number of days, is read from the dates, so the list goes from the
    oldest to the newest.

    Fix: Correct the date, or move the entry to its place in the list.
    """
    if isinstance(record, Countries):
        dates = [(("associated", i, "from"), version.from_) for i, version in enumerate(record.associated)]
        yield from find_disorder(record, dates)
    elif isinstance(record, Settings):
        for field in ("terms_of_reference", "charter"):
            versions = getattr(record, field)
            known_dates = [((field, i, "from"), known(version.from_)) for i, version in enumerate(versions)]
            yield from find_disorder(record, [(place, day) for place, day in known_dates if day])
        for name, dated in record.days.items():
            entries = () if isinstance(dated, int) else dated
            yield from find_disorder(
                record, [(("days", name, i, "from"), one.from_) for i, one in enumerate(entries)]
            )


def find_disorder(record: Record, dates: Sequence[tuple[tuple[str | int, ...], date]]) -> Iterator[Problem]:
    """Give a problem for each date that is not after the one before it."""
    for (_, before), (place, day) in pairwise(dates):
        if day <= before:
            yield Problem(record, place, f"the date {day} is not after {before}, the date of the entry above")


@rule("C005", "An account belongs to one person", in_form="never: its records have no form")
def accounts_belong_to_one_person(roster: Roster) -> Iterator[Problem]:
    """Who approved what is told by the account on the forge, never by a name that somebody typed. So two people in a
    roster do not share an account on one day; capitals make no difference. An account that goes to somebody else was
    the first one's until the last day of the entry, and is the other one's from the first day of theirs.

    Fix: Correct the account of one of the two, or leave it out; where it went from one to the other, correct the days.
    """
    with_account = [(index, person) for index, person in enumerate(roster.people) if person.account]
    for place, (index, person) in enumerate(with_account):
        for _, other in with_account[:place]:
            if share_account(person, other):
                message = f"the account `{person.account}` of `{person.id}` is also that of `{other.id}`"
                yield Problem(roster, ("people", index, "account"), message)
                break


def share_account(one: RosterPerson, other: RosterPerson) -> bool:
    """Tell whether two people have one account on the same day."""
    is_same = one.account.lower() == other.account.lower() and one.id != other.id
    return is_same and one.from_ <= (other.to or date.max) and other.from_ <= (one.to or date.max)
