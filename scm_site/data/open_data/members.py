"""People of a group as public data: chair and co-chair as the group's page names them, everybody else as a number.

A file that somebody copied cannot be corrected. So nobody is named here whose office does not ask for it, and a name
that is withheld on the pages is withheld here.
"""

from collections.abc import Iterable
from datetime import date
from typing import Annotated

from scm_site.data.fields import Data, Text, means
from scm_site.records.dossier import Dossier
from scm_site.records.people import Member, Role, Roster
from scm_site.records.unknown import Unknown, known

WITHHELD = "name withheld"


class PersonData(Data, frozen=True, kw_only=True):
    """Who holds an office in a group, as far as the group's page names the person."""

    name: Annotated[
        Text | None,
        means(
            "The name as the group's page shows it, `name withheld` where the person asked for that, or null where it"
            " is not known."
        ),
    ]
    organisation: Annotated[Text | None, means("The organisation, or null where it is not known.")]


def find_day(dossier: Dossier, as_of: date) -> date:
    """Give the day whose members count: that of the data, or the last day of a group that is over by then."""
    return min(as_of, dossier.last_day or as_of)


def list_holders(dossier: Dossier, role: Role, roster: Roster, as_of: date) -> tuple[PersonData, ...]:
    """Give who holds a role on a day, or held it at the group's end; `roster` is the Secretariat's."""
    day = find_day(dossier, as_of)
    return tuple(make_person(member, roster, day) for member in dossier.find_holders(role, day))


def make_person(member: Member, roster: Roster, day: date) -> PersonData:
    """Give a member; somebody of the Secretariat is described by its roster."""
    person = roster.find_person(member.person, member.find_day_near(day)) if member.person else None
    if person is None:
        return PersonData(name=find_name(member), organisation=known(member.organisation) or None)
    is_withheld = member.name_withheld or roster.withholds(person.id)
    return PersonData(name=WITHHELD if is_withheld else person.name, organisation=person.organisation)


def find_name(member: Member) -> str | None:
    """Give a member's own name, what stands for one that is withheld, or None where it is not known."""
    if isinstance(member.name, Unknown):
        return None
    return WITHHELD if member.name_withheld or not member.name else member.name


def list_current(dossier: Dossier, as_of: date) -> list[Member]:
    """Give everybody who is a member on a day, in whichever role, or was at the group's end."""
    day = find_day(dossier, as_of)
    return [member for member in dossier.group.members if member.is_in_role(day)]


def list_organisations(members: Iterable[Member], roster: Roster, day: date) -> tuple[str, ...]:
    """Give the organisations of members on a day, each once, in the order of the alphabet."""
    found = {make_person(member, roster, day).organisation for member in members}
    return tuple(sorted(name for name in found if name))


def show_id(person: str, roster: Roster) -> str:
    """Give the id of a person in a roster; an id may hold a name, so it is withheld with the name."""
    is_shown = roster.find_terms(person) and not roster.withholds(person)
    return person if is_shown else WITHHELD
