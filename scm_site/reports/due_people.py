"""The accounts of those who are responsible in a group; a withheld name never has one."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from scm_site.compliance.standing import Standing
from scm_site.compliance.starting_duties import name_member
from scm_site.records.dossier import Dossier
from scm_site.records.people import Member, Role, Roster

#: Which members a role of a duty means; the others are not members, or all of them.
_MEMBER_ROLES: Mapping[str, Role] = {"chair": "chair", "co-chair": "co-chair", "support team": "support"}


def find_accounts(
    role: str, dossier: Dossier, standings: Sequence[Standing], roster: Roster, as_of: date
) -> tuple[str, ...]:
    """Give the accounts of those who hold a role on a day, or at the group's end; `roster` is the Secretariat's."""
    day = min(as_of, dossier.last_day or as_of)
    if role == "Secretariat":
        found = [
            one.account for one in roster.people if one.is_in_office(as_of) and not roster.withholds(one.id)
        ]
    else:
        held = _MEMBER_ROLES.get(role)
        members = dossier.find_holders(held, day) if held else find_members(dossier, standings, as_of)
        found = [find_account(member, roster, day) for member in members]
    return tuple(dict.fromkeys(account for account in found if account))


def find_members(dossier: Dossier, standings: Sequence[Standing], as_of: date) -> Iterator[Member]:
    """Give the members whose own standings these are: their periods name a place in the roster."""
    periods, names = {one.owed.period for one in standings}, dict[str, int]()
    for member in dossier.group.members:
        if not member.begins_after(as_of) and name_member(member, names) in periods:
            yield member


def find_account(member: Member, roster: Roster, day: date) -> str:
    """Give a member's account, or the one that the Secretariat's roster knows; "" where the name is withheld."""
    if member.name_withheld or roster.withholds(member.person):
        return ""
    person = roster.find_person(member.person, day) if member.person else None
    return person.account if person else member.account
