"""Members as pages show them: by role, with what the Secretariat's roster knows of its own people."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from scm_site.pages.wording import ROLE_TITLES
from scm_site.records.group import Group
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


def show_member(member: Member, register: Register) -> ShownMember:
    """Resolve one member."""
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
        to=member.to,
    )


def list_members(group: Group, register: Register, as_of: date, *, past: bool) -> Iterator[RoleList]:
    """Give the members by role on a day: those in the role on that day (or later), or those before."""
    for role, title in ROLE_TITLES.items():
        shown = tuple(
            show_member(member, register)
            for member in group.members
            if member.role == role and (member.to is not None and member.to < as_of) == past
        )
        if shown:
            yield RoleList(title=title, members=shown)


def find_leaders(group: Group, register: Register, as_of: date, role: str) -> tuple[ShownMember, ...]:
    """Give who holds a role on a day."""
    return tuple(
        show_member(member, register)
        for member in group.members
        if member.role == role and (member.to is None or member.to >= as_of)
    )
