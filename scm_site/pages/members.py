"""Members as pages show them: by role, with what the Secretariat's roster knows of its own people."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from scm_site.pages.wording import ROLE_TITLES
from scm_site.records.dossier import Dossier
from scm_site.records.people import Member
from scm_site.records.register import Register
from scm_site.records.unknown import Unknown, known

WITHHELD = "Name withheld"


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownMember:
    """A member with name, title and organisation resolved; a withheld name never gets this far."""

    role: str
    name: str | Unknown
    title: str
    organisation: str
    from_: date | None
    to: date | None

    @property
    def at(self) -> str:
        """Title and organisation in one line."""
        return ", ".join(part for part in (self.title, self.organisation) if part)


@dataclass(frozen=True, kw_only=True, slots=True)
class RoleList:
    """The members in one role."""

    title: str
    members: tuple[ShownMember, ...]


def show_member(member: Member, register: Register, last_day: date | None = None) -> ShownMember:
    """Resolve one member; where the group has ended, roles that were held to the end ended with it."""
    name: str | Unknown = member.name
    title, organisation = known(member.title) or "", known(member.organisation) or ""
    person = register.secretariat.find_person(member.person) if member.person else None
    if person:
        name = "" if person.name_withheld else person.name
        title, organisation = person.title, person.organisation
    return ShownMember(
        role=member.role,
        name=name or WITHHELD,
        title=title,
        organisation=organisation,
        from_=known(member.from_),
        to=member.to or last_day,
    )


def find_day(dossier: Dossier, as_of: date) -> tuple[date, date | None]:
    """Give the day whose members count, and the group's last day if it is over by then."""
    last_day = dossier.last_day
    return (last_day, last_day) if last_day is not None and last_day < as_of else (as_of, None)


def list_members(dossier: Dossier, register: Register, as_of: date, *, past: bool) -> Iterator[RoleList]:
    """Give the members by role: those in the role on a day (or at the group's end), or those before."""
    day, last_day = find_day(dossier, as_of)
    for role, title in ROLE_TITLES.items():
        shown = tuple(
            show_member(member, register, last_day)
            for member in dossier.group.members
            if member.role == role and (member.to is not None and member.to < day) == past
        )
        if shown:
            yield RoleList(title=title, members=shown)


def find_leaders(dossier: Dossier, register: Register, as_of: date, role: str) -> tuple[ShownMember, ...]:
    """Give who holds a role on a day, or held it at the group's end."""
    day, last_day = find_day(dossier, as_of)
    return tuple(
        show_member(member, register, last_day)
        for member in dossier.group.members
        if member.role == role and (member.to is None or member.to >= day)
    )
