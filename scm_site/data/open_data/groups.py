"""Groups as public data: what each is for, its state, when it runs, who leads it, and where more is found."""

from collections.abc import Iterator
from datetime import date
from typing import TypedDict

from scm_site.data.archive.archive import Archive
from scm_site.data.calendar_entry import make_address
from scm_site.data.calendars import name_group_file
from scm_site.data.feeds import name_group_feed
from scm_site.data.open_data.members import (
    PersonData,
    find_day,
    list_current,
    list_holders,
    list_organisations,
)
from scm_site.data.standings import write_date
from scm_site.records.dossier import Dossier
from scm_site.records.group import Group
from scm_site.records.register import Register
from scm_site.records.state import State, derive_state
from scm_site.records.unknown import known


class FinalOutcomeData(TypedDict):
    """What a group is to deliver in the end (ToR, L4 and G2)."""

    title: str
    format: str
    due: str


class JoiningData(TypedDict):
    """Whether new participants are welcome on the day of the data (ToR, b and w)."""

    state: str
    until: str | None
    address: str | None


class GroupData(TypedDict):
    """One group, as other programs read it; None where something is not known or not there."""

    id: str
    former_ids: list[str]
    title: str
    kind: str
    summary: str
    challenge: str | None
    themes: list[str]
    state: str
    state_reason: str
    launch: str | None
    end: str | None
    last_day: str | None
    chairs: list[PersonData]
    co_chairs: list[PersonData]
    team_members: list[PersonData]
    members: int
    organisations: list[str]
    proposal: str | None
    final_outcome: FinalOutcomeData | None
    joining: JoiningData | None
    community_space: str | None
    meetings: int
    outcomes: int
    reconstructed: bool
    page: str
    feed: str
    calendar: str


def list_groups(register: Register, archive: Archive, as_of: date) -> Iterator[GroupData]:
    """Give every group, in the order of their ids."""
    numbers = count_outcomes(archive)
    for dossier in register.dossiers:
        yield make_group(dossier, numbers.get(dossier.group.id, 0), register, as_of)


def count_outcomes(archive: Archive) -> dict[str, int]:
    """Give the number of published outcomes of each group that has any."""
    numbers: dict[str, int] = {}
    for one in archive.published:
        numbers[one.dossier.group.id] = numbers.get(one.dossier.group.id, 0) + 1
    return numbers


def make_group(dossier: Dossier, outcomes: int, register: Register, as_of: date) -> GroupData:
    """Give one group as plain data."""
    group, state, roster = dossier.group, derive_state(dossier, as_of), register.secretariat
    members = list_current(dossier, as_of)
    return GroupData(
        id=group.id,
        former_ids=list(group.former_ids),
        title=group.title,
        kind=group.kind,
        summary=group.summary,
        challenge=known(group.challenge) or None,
        themes=list(group.themes),
        state=state.name,
        state_reason=state.why,
        launch=write_date(known(group.launch)),
        end=write_date(known(group.end)),
        last_day=write_date(dossier.last_day),
        chairs=list_holders(dossier, "chair", roster, as_of),
        co_chairs=list_holders(dossier, "co-chair", roster, as_of),
        team_members=list_holders(dossier, "team member", roster, as_of),
        members=len(members),
        organisations=list_organisations(members, roster, find_day(dossier, as_of)),
        proposal=known(group.proposal) or None,
        final_outcome=make_final_outcome(dossier),
        joining=make_joining(group, state, as_of),
        community_space=known(group.community_space) or None,
        meetings=len(dossier.meetings),
        outcomes=outcomes,
        reconstructed=group.is_reconstructed,
        page=make_address(register, f"groups/{group.id}/"),
        feed=make_address(register, name_group_feed(group.id)),
        calendar=make_address(register, name_group_file(group.id)),
    )


def make_final_outcome(dossier: Dossier) -> FinalOutcomeData | None:
    """Give what a group is to deliver in the end, or None where no work programme says it."""
    programme = dossier.work_programme
    final = known(programme.final_outcome) if programme else None
    if final is None:
        return None
    return FinalOutcomeData(title=final.title, format=final.format, due=final.due.isoformat())


def make_joining(group: Group, state: State, as_of: date) -> JoiningData | None:
    """Tell whether new participants are welcome on a day, or None where it is not known."""
    joining = known(group.joining)
    if joining is None:
        return None
    is_over = state.is_over or (joining.until is not None and joining.until < as_of)
    return JoiningData(
        state="closed" if is_over else joining.state,
        until=write_date(joining.until),
        address=joining.address or None,
    )
