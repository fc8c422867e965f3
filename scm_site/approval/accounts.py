"""Whose an account was on a day: a forge renames accounts, and an account can go to somebody else.

A roster or a group tells it by dated entries: one that ends, and a new one of the same id with another account.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from scm_site.approval.offices import Offices
from scm_site.approval.pull_requests import PullRequest
from scm_site.records.unknown import known

#: How what names a member of a group begins.
GROUP = "group "


@dataclass(frozen=True, kw_only=True, slots=True)
class Held:
    """That a person had an account, in small letters, from one day to another."""

    person: str
    account: str
    first: date
    last: date

    def is_on(self, day: date) -> bool:
        """Tell whether the account was theirs on a day."""
        return self.first <= day <= self.last


def list_held(offices: Offices) -> Iterator[Held]:
    """Give every account of the rosters and groups, with its days; rosters first."""
    for name, roster in (("board", offices.board), ("secretariat", offices.secretariat)):
        for person in (one for one in (roster.people if roster else ()) if one.account):
            yield Held(
                person=f"{name} {person.id}",
                account=person.account.lower(),
                first=person.from_,
                last=person.to or date.max,
            )
    for group, members in offices.groups.items():
        for member in (one for one in members if one.account):
            yield Held(
                person=f"{GROUP}{group} {member.id}",
                account=member.account.lower(),
                first=known(member.from_) or date.min,
                last=member.to or date.max,
            )


def find_person(held: Sequence[Held], account: str, day: date) -> str:
    """Give whose an account is: who has it on that day, else whoever has it on another one; "" where two could."""
    own = [one for one in held if one.account == account]
    people = {one.person for one in own if one.is_on(day)} or {one.person for one in own}
    where = {one.rpartition(" ")[0] for one in people}
    return next((one.person for one in own if one.person in people), "") if len(where) == len(people) else ""


def find_account_then(held: Sequence[Held], then: Sequence[Held], account: str, day: date) -> str:
    """Give the name that an account had on a day, for one that the forge knows by a later name.

    `held` is what today's register tells, `then` what it told on that day. The account is that of the one person who
    has it later and had another one then: by an earlier entry of today's register, or, in a group, whose entries have
    one account, by what it said then.
    """
    folded = account.lower()
    people = {one.person for one in held if one.account == folded}
    if len(people) != 1 or any(one.account == folded for one in then):
        return account
    (person,) = people
    is_listed = any(one.account == folded and one.is_on(day) for one in held)
    told = then if person.startswith(GROUP) else () if is_listed else held
    names = {one.account for one in told if one.person == person and one.is_on(day)}
    return names.pop() if len(names) == 1 else account


def name_as_then(request: PullRequest, held: Sequence[Held], then: Sequence[Held]) -> PullRequest:
    """Give the forge's record of a pull request with the names that accounts had when it was merged.

    A forge tells the present name of an account, also for what was agreed to long ago.
    """

    def name(account: str) -> str:
        return find_account_then(held, then, account, request.merged_at.date())

    return replace(
        request,
        authors=tuple(map(name, request.authors)),
        opener=name(request.opener),
        merged_by=name(request.merged_by),
        reviews=tuple(replace(one, account=name(one.account)) for one in request.reviews),
    )
