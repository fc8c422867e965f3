"""Who agreed, by name, as far as today's register names them.

The forge knows accounts. A name is given only if somebody with that account stands in today's rosters or among the
members of a group, and no entry of that person withholds the name. An account itself is never given, nor what somebody
typed into a commit.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from scm_site.approval.agreements import Verdict
from scm_site.approval.audit import AuditedChange
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
class Approvers:
    """Names of accounts, in small letters, that today's register gives away."""

    names: Mapping[str, str] = field(default_factory=dict)

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

    def list_agreed(self, verdict: Verdict) -> list[Approver]:
        """Give who agreed in one office, and counted."""
        return [
            Approver(name=self.names.get(account, ""), office=verdict.office)
            for account in sorted(verdict.agreed)
        ]

    def _find(self, account: str, change: AuditedChange) -> Approver:
        offices = (verdict.office for verdict in change.verdicts if account in verdict.agreed)
        return Approver(name=self.names.get(account, ""), office=next(offices, None))


def find_approvers(register: Register) -> Approvers:
    """Give the names that today's register gives to accounts; an account of anybody whose name is withheld has none."""
    found: dict[str, str] = {}
    withheld: set[str] = set()
    for account, name in list_named(register):
        folded = account.lower()
        found.setdefault(folded, name)
        if not name:
            withheld.add(folded)
    return Approvers(names={account: name for account, name in found.items() if account not in withheld})


def list_named(register: Register) -> Iterator[tuple[str, str]]:
    """Give every account in the register with the name beside it, "" where that is withheld; rosters first."""
    members = [member for dossier in register.dossiers for member in dossier.group.everybody]
    withheld = {member.person for member in members if member.name_withheld and member.person}
    for roster in (register.board, register.secretariat):
        withheld_here = withheld | {person.id for person in roster.people if person.name_withheld}
        for person in roster.people:
            if person.account:
                yield person.account, "" if person.id in withheld_here else person.name
    for member in members:
        if member.account:
            yield (
                member.account,
                "" if member.person in withheld else find_name(member, register.secretariat),
            )


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
