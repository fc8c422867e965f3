"""Whose an account was on a day: a forge renames accounts, and an account can go to somebody else.

A roster or a group tells it by dated entries: one that ends, and a new one of the same id with another account.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from scm_site.approval.offices import Offices
from scm_site.approval.pull_requests import PullRequest, PullRequests, Review
from scm_site.records.unknown import known


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
                person=f"group {group} {member.id}",
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


def find_account_then(held: Sequence[Held], account: str, day: date) -> str:
    """Give the name that an account had on a day, for one that the forge knows by a later name.

    That is so where nobody had an account of that name on that day, and the one person who has it later had another.
    """
    folded = account.lower()
    own = [one for one in held if one.account == folded]
    people = {one.person for one in own}
    if len(people) != 1 or any(one.is_on(day) for one in own):
        return account
    then = {one.account for one in held if one.person in people and one.is_on(day) and one.account}
    return then.pop() if len(then) == 1 else account


def name_as_then(records: PullRequests, today: Offices) -> PullRequests:
    """Give the forge's records with the names that accounts had when each pull request was merged.

    A forge tells the present name of an account, also for what was agreed to long ago.
    """
    held = tuple(list_held(today))
    return replace(records, merged=tuple(name_one_as_then(one, held) for one in records.merged))


def name_one_as_then(request: PullRequest, held: Sequence[Held]) -> PullRequest:
    """Give one pull request with the names of that day."""

    def name(account: str) -> str:
        return find_account_then(held, account, request.merged_at.date())

    return replace(
        request,
        authors=tuple(map(name, request.authors)),
        opener=name(request.opener),
        merged_by=name(request.merged_by),
        reviews=tuple(
            Review(account=name(one.account), at=one.at, commit=one.commit) for one in request.reviews
        ),
    )
