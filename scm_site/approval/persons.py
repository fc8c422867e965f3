"""Which accounts are those of one person, as far as one revision of the register tells: people agree, not accounts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from scm_site.records.people import Member, Roster
from scm_site.records.unknown import known


@dataclass(frozen=True, kw_only=True, slots=True)
class Persons:
    """The accounts of each person who has several, by each of them; all in small letters."""

    together: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def widen(self, accounts: Iterable[str]) -> frozenset[str]:
        """Give accounts with all others of the same people."""
        return frozenset().union(*(self.together.get(one, frozenset((one,))) for one in accounts))

    def choose_one(self, accounts: Iterable[str], *, among: frozenset[str] = frozenset()) -> frozenset[str]:
        """Give one account of each person: the first by name, of all that the person has `among` others, too."""
        accounts = frozenset(accounts)
        own = [self.widen((one,)) & (among | accounts) for one in sorted(accounts)]
        return frozenset(min(each) for each in own)


def find_persons(rosters: Mapping[str, Roster | None], groups: Mapping[str, tuple[Member, ...]]) -> Persons:
    """Put accounts together that one entry, one id, one reference to the Secretariat's roster or one name connects."""
    joined: dict[str, set[str]] = {}
    for signs in (*list_roster_signs(rosters), *list_member_signs(groups)):
        whole = set(signs).union(*(joined.get(sign, ()) for sign in signs))
        joined |= dict.fromkeys(whole, whole)
    together = {
        sign: frozenset(one.removeprefix(ACCOUNT) for one in whole if one.startswith(ACCOUNT))
        for sign, whole in joined.items()
        if sign.startswith(ACCOUNT)
    }
    return Persons(
        together={sign.removeprefix(ACCOUNT): own for sign, own in together.items() if len(own) > 1}
    )


ACCOUNT = "account "


def list_roster_signs(rosters: Mapping[str, Roster | None]) -> Iterator[list[str]]:
    """Give what tells who each entry of a roster is."""
    for name, roster in rosters.items():
        for person in roster.people if roster else ():
            yield list(write_signs(f"{name} {person.id}", person.account, person.name))


def list_member_signs(groups: Mapping[str, tuple[Member, ...]]) -> Iterator[list[str]]:
    """Give what tells who each member of a group is."""
    for group, members in groups.items():
        for member in members:
            signs = list(write_signs(f"group {group} {member.id}", member.account, known(member.name) or ""))
            yield [*signs, f"secretariat {member.person}"] if member.person else signs


def write_signs(entry: str, account: str, name: str) -> Iterator[str]:
    """Give the entry, the account and the name by which somebody is known."""
    yield entry
    if account:
        yield f"{ACCOUNT}{account.lower()}"
    if name:
        yield f"name {' '.join(name.casefold().split())}"
