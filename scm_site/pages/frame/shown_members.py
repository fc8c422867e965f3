"""Members as pages show them: by role, with what the Secretariat's roster knows of its own people."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from scm_site.pages.frame.labels import ROLE_TITLES
from scm_site.pages.frame.site_content import SiteContent
from scm_site.records.dossier import Dossier
from scm_site.records.people import Member, Role
from scm_site.records.register import Register
from scm_site.records.unknown import Unknown, known

WITHHELD = "Name withheld"

#: Which of a dossier's members with a role are meant, on a day.
Find = Callable[[Dossier, Role, date], list[Member]]


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownMember:
    """A member with name, title and organisation resolved; a withheld name never gets this far."""

    id: str  # by which acts name them; empty in a group that was launched before there were acts
    role: str
    name: str | Unknown
    title: str
    organisation: str
    from_: date | None
    to: date | None
    is_to_come: bool = False

    @property
    def at(self) -> str:
        """Title and organisation in one line, less what is not known."""
        return ", ".join(part for part in (self.title, self.organisation) if part)


@dataclass(frozen=True, kw_only=True, slots=True)
class RoleList:
    """The members in one role."""

    title: str
    members: tuple[ShownMember, ...]


def show_member(member: Member, register: Register, day: date, last_day: date | None = None) -> ShownMember:
    """Resolve one member as of a day; where the group has ended, roles that were held to the end ended with it."""
    name: str | Unknown = member.name
    title, organisation = known(member.title) or "", known(member.organisation) or ""
    roster = register.secretariat
    person = roster.find_person(member.person, member.find_day_near(day)) if member.person else None
    if person:
        name = "" if roster.withholds(person.id) else person.name
        title, organisation = person.title, person.organisation
    return ShownMember(
        id=member.id,
        role=member.role,
        name=name or WITHHELD,
        title=title,
        organisation=organisation,
        from_=known(member.from_),
        to=member.to or last_day,
        is_to_come=member.begins_after(day),
    )


def find_day(dossier: Dossier, as_of: date) -> tuple[date, date | None]:
    """Give the day whose members count, and the group's last day if it is over by then."""
    last_day = dossier.last_day
    return (last_day, last_day) if last_day is not None and last_day < as_of else (as_of, None)


def list_members(dossier: Dossier, register: Register, as_of: date, find: Find) -> Iterator[RoleList]:
    """Give members by role: `find` chooses those of a day (or of the group's end), those before, or those after."""
    day, last_day = find_day(dossier, as_of)
    for role, title in ROLE_TITLES.items():
        shown = tuple(show_member(member, register, day, last_day) for member in find(dossier, role, day))
        if shown:
            yield RoleList(title=title, members=shown)


def find_leaders(dossier: Dossier, register: Register, as_of: date, role: Role) -> tuple[ShownMember, ...]:
    """Give who holds a role on a day, or held it at the group's end; where it is nobody yet, who will."""
    day, last_day = find_day(dossier, as_of)
    holders = dossier.find_holders(role, day) or dossier.find_successors(role, day)[:1]
    return tuple(show_member(member, register, day, last_day) for member in holders)


def find_grantor(by: str, day: date, content: SiteContent) -> str:
    """Give the name of who granted something for the Secretariat, unless it is withheld."""
    roster = content.register.secretariat
    person = roster.find_person(by, day)
    return WITHHELD if person is None or roster.withholds(by) else person.name
