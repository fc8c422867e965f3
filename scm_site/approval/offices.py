"""Who held which office on a day, as one revision of the register tells: as accounts on the forge."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from scm_site.approval.persons import Persons, find_persons
from scm_site.records.acts.decided import Decided
from scm_site.records.approvals import Approvals, Office
from scm_site.records.people import Member, Role, Roster
from scm_site.records.register import NotAvailableError, Register

OFFICE_NAMES: Mapping[Office, str] = {
    "board": "Advisory Board",
    "secretariat": "Secretariat",
    "chair": "chair",
    "co-chair": "co-chair",
    "group": "group (chair or co-chair)",
    "maintainers": "maintainers",
}

#: Offices that every group has of its own.
OF_A_GROUP = frozenset({"chair", "co-chair", "group"})

#: The roles in a group that hold an office; a Discussion group has an SCM team member in place of a co-chair.
ROLES: Mapping[Office, tuple[Role, ...]] = {
    "chair": ("chair",),
    "co-chair": ("co-chair", "team member"),
    "group": ("chair", "co-chair", "team member"),
}


@dataclass(frozen=True, kw_only=True)
class Offices:
    """Rosters, members of groups and maintainers of one revision; what could not be read there is None.

    `joint` are the other groups that the plan of a meeting names, by the folder of the meeting: they agree, too.
    `unread` are the plans of which nobody could read which groups they name. `by_agreement` are the paths of acts that
    end a group by agreement, or of which nobody can read how they end it. `aside` are the accounts of who stood
    aside, for each decision of a sitting, by its path; of one that nobody can read, those of the whole board.
    """

    board: Roster | None = None
    secretariat: Roster | None = None
    approvals: Approvals | None = None
    groups: Mapping[str, tuple[Member, ...]] = field(default_factory=dict)
    joint: Mapping[str, frozenset[str]] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    by_agreement: frozenset[str] = frozenset()
    aside: Mapping[str, tuple[frozenset[str], ...]] = field(default_factory=dict)

    @cached_property
    def persons(self) -> Persons:
        """Which accounts are those of one person."""
        return find_persons({"board": self.board, "secretariat": self.secretariat}, self.groups)

    def find_holders(self, office: Office, group: str, day: date) -> frozenset[str]:
        """Give the accounts, in small letters, of who held an office on a day; for a group's office, of that group."""
        if office == "maintainers":
            return fold_accounts(self.approvals.maintainers if self.approvals else ())
        if office in OF_A_GROUP:
            return fold_accounts(self._list_leaders(ROLES[office], group, day))
        roster = self.board if office == "board" else self.secretariat
        people = roster.people if roster else ()
        return fold_accounts(person.account for person in people if person.is_in_office(day))

    def _list_leaders(self, roles: tuple[Role, ...], group: str, day: date) -> Iterator[str]:
        """Give the accounts of who had one of the roles in a group on a day."""
        for member in self.groups.get(group, ()):
            if member.role in roles and member.is_in_role(day):
                yield from self._list_accounts(member, day)

    def _list_accounts(self, member: Member, day: date) -> Iterator[str]:
        """Give a member's account, or the one that the Secretariat's roster has of this person on that day."""
        yield member.account
        people = self.secretariat.find_terms(member.person) if self.secretariat and member.person else ()
        yield from (person.account for person in people if person.is_in_office(day))


def list_aside(sitting: object, board: Roster | None) -> list[frozenset[str]]:
    """Give the accounts of who stood aside, decision by decision; of what is no sitting that can be read, everybody."""
    people = board.people if board else ()
    if not isinstance(sitting, Decided):
        return [fold_accounts(one.account for one in people)]
    return [
        fold_accounts(one.account for one in people if one.id in decision.stood_aside)
        for decision in sitting.decisions
    ]


def fold_accounts(accounts: Iterable[str]) -> frozenset[str]:
    """Give accounts in small letters: on a forge, capitals make no difference."""
    return frozenset(account.lower() for account in accounts if account)


def find_offices(register: Register) -> Offices:
    """Give the offices as a register has them; what is broken in it is left out."""
    return Offices(
        board=_find_roster(register, "board"),
        secretariat=_find_roster(register, "secretariat"),
        approvals=_find_approvals(register),
        groups={dossier.group.id: dossier.group.everybody for dossier in register.dossiers},
        joint=find_joint(register),
    )


def find_joint(*registers: Register) -> dict[str, frozenset[str]]:
    """Give the other groups that the plan of each meeting names, by its folder, in any of some registers."""
    found = defaultdict[str, frozenset[str]](frozenset)
    for meeting in (one for register in registers for dossier in register.dossiers for one in dossier.hosted):
        found[meeting.plan.folder] |= frozenset(meeting.plan.groups)
    return dict(found)


def _find_roster(register: Register, kind: str) -> Roster | None:
    record = register.singles.get(kind)
    return record if isinstance(record, Roster) else None


def _find_approvals(register: Register) -> Approvals | None:
    try:
        return register.approvals
    except NotAvailableError:
        return None
