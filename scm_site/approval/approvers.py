"""Who agreed, by name: whose account it was when they did, as far as today's register names them.

The forge knows accounts, and an account can go to somebody else. So who had it on that day is told by the rosters and
groups of that day. A name is given only if that person stands in today's register with an account, and no entry there
withholds the name. An account itself is never given, nor what somebody typed into a commit.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from scm_site.approval.accounts import Held, list_held
from scm_site.approval.agreements import Verdict
from scm_site.approval.audit import AuditedChange
from scm_site.approval.offices import Offices
from scm_site.records.approvals import Office
from scm_site.records.people import Member, Roster
from scm_site.records.register import Register
from scm_site.records.unknown import known

#: What somebody agreed as, behind a name.
AGREED_AS: Mapping[Office, str] = {
    "board": "Advisory Board",
    "secretariat": "Secretariat",
    "chair": "chair",
    "co-chair": "co-chair",
    "group": "for the group",
    "maintainers": "maintainer",
}

#: Instead of the name of one, and of the names of several, whom the register of today does not name.
UNNAMED: Mapping[Office, tuple[str, str]] = {
    "board": (
        "a member of the Advisory Board (name withheld)",
        "{} members of the Advisory Board (names withheld)",
    ),
    "secretariat": (
        "a member of the Secretariat (name withheld)",
        "{} members of the Secretariat (names withheld)",
    ),
    "chair": ("a chair (name withheld)", "{} chairs (names withheld)"),
    "co-chair": ("a co-chair (name withheld)", "{} co-chairs (names withheld)"),
    "group": ("somebody for the group (name withheld)", "{} people for the group (names withheld)"),
    "maintainers": ("a maintainer", "{} maintainers"),
}
NOBODY_NAMED = ("somebody the register does not name", "{} people the register does not name")


@dataclass(frozen=True, kw_only=True, slots=True)
class Approver:
    """Somebody who merged a change or agreed to it: the name or "", and the office that counted, if one did."""

    name: str
    office: Office | None

    @property
    def as_what(self) -> str:
        """What the agreement counted as, or "" where it did not count."""
        return AGREED_AS[self.office] if self.office else ""

    @property
    def words(self) -> str:
        """The name with what the agreement counted as: `Astrid Example (Advisory Board)`."""
        if not self.name:
            return self.find_words(1)
        return f"{self.name} ({self.as_what})" if self.office else self.name

    def find_words(self, number: int) -> str:
        """Give the words for that many people like this one whom the register does not name."""
        one, several = UNNAMED[self.office] if self.office else NOBODY_NAMED
        return one if number == 1 else several.format(number)


@dataclass(frozen=True, kw_only=True, slots=True)
class Named:
    """A name that today's register gives, "" where it is withheld: of whom (`board bruno`), with account and days."""

    held: Held
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Approvers:
    """The names that today's register gives to people and to accounts."""

    named: tuple[Named, ...] = ()

    def find_merger(self, change: AuditedChange) -> Approver | None:
        """Give who merged a change; None where nobody can tell."""
        if change.landing.request is None and not change.merged_by:
            return None
        return self._find(change.merged_by.lower(), change)

    def list_others(self, change: AuditedChange) -> list[Approver]:
        """Give who else agreed and counted, in the order of the offices that were asked."""
        merger = change.merged_by.lower()
        accounts = (account for verdict in change.verdicts for account in sorted(verdict.agreed))
        return [self._find(account, change) for account in dict.fromkeys(accounts) if account != merger]

    def list_agreed(self, verdict: Verdict, change: AuditedChange) -> list[Approver]:
        """Give who agreed in one office to a change, and counted."""
        return [
            Approver(name=self.find_name(account, change), office=verdict.office)
            for account in sorted(verdict.agreed)
        ]

    def find_name(self, account: str, change: AuditedChange) -> str:
        """Give the name of whose account it was when a change came, "" where today's register does not tell it."""
        if any(one.held.account == account and not one.name for one in self.named):
            return ""
        person = change.people.get(account)
        if person is not None:
            names = {one.name for one in self.named if one.held.person == person}
        else:
            own = [one for one in self.named if one.held.account == account]
            names = {one.name for one in own if one.held.is_on(change.day)}
        return names.pop() if len(names) == 1 else ""

    def _find(self, account: str, change: AuditedChange) -> Approver:
        offices = (verdict.office for verdict in change.verdicts if account in verdict.agreed)
        return Approver(name=self.find_name(account, change), office=next(offices, None))


def find_approvers(register: Register) -> Approvers:
    """Give the names of today's register; somebody of whom any entry withholds the name has none."""
    return Approvers(named=tuple(list_named(register)))


def list_named(register: Register) -> Iterator[Named]:
    """Give everybody in the register with the last name that it has of them, "" where that is withheld."""
    groups = {dossier.group.id: dossier.group for dossier in register.dossiers}
    everybody = {id_: group.everybody for id_, group in groups.items()}
    members = [member for own in everybody.values() for member in own]
    withheld = {member.person for member in members if member.name_withheld and member.person}
    names: dict[str, str] = {}
    for roster, kind in ((register.board, "board"), (register.secretariat, "secretariat")):
        hidden = withheld | {person.id for person in roster.people if person.name_withheld}
        names |= {f"{kind} {one.id}": "" if one.id in hidden else one.name for one in roster.people}
    for group, own in everybody.items():
        told = {one.id: "" if one.person in withheld else find_name(one, register.secretariat) for one in own}
        names |= {f"group {group} {id_}": name for id_, name in told.items()}
    for held in list_held(Offices(board=register.board, secretariat=register.secretariat, groups=everybody)):
        yield Named(held=held, name=names[held.person])
        kind, *where = held.person.split(" ")
        for former in groups[where[0]].former_ids if kind == "group" else ():
            yield Named(held=replace(held, person=f"group {former} {where[1]}"), name=names[held.person])


def find_name(member: Member, secretariat: Roster) -> str:
    """Give a member's name, or the one that the Secretariat's roster has of this person; "" where it is withheld."""
    if member.name_withheld or (member.person and secretariat.withholds(member.person)):
        return ""
    terms = secretariat.find_terms(member.person) if member.person else []
    return terms[-1].name if terms else known(member.name) or ""


def write_approvers(approvers: Iterable[Approver]) -> list[str]:
    """Give approvers in words, in their order; those without a name are counted, not repeated."""
    count = Counter(approvers)
    return [one.words if one.name else one.find_words(number) for one, number in count.items()]
