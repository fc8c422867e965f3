"""Groups as public data: what each is for, its state, when it runs, who leads it, and where more is found."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Annotated, get_args

from scm_site.data.calendar_entry import make_address
from scm_site.data.calendars import name_group_file
from scm_site.data.feeds import name_group_feed
from scm_site.data.fields import Address, Count, Data, Day, Text, means, one_of
from scm_site.data.open_data.head import Head
from scm_site.data.open_data.members import (
    PersonData,
    find_day,
    list_current,
    list_holders,
    list_organisations,
    make_person,
)
from scm_site.data.open_data.source import Source
from scm_site.records.dossier import Dossier, Vacancy
from scm_site.records.group import Group
from scm_site.records.people import Roster
from scm_site.records.proposal import Format, GroupKind
from scm_site.records.register import Register
from scm_site.records.state import State, StateName, derive_state
from scm_site.records.unknown import known


class FinalOutcomeData(Data, frozen=True, kw_only=True):
    """What a group is to deliver in the end (ToR, L4 and G2)."""

    title: Annotated[Text, means("The title of the final outcome.")]
    format: Annotated[str, one_of(get_args(Format)), means("What it is delivered as.")]
    due: Annotated[Day, means("The day by which it is due.")]


class JoiningData(Data, frozen=True, kw_only=True):
    """Whether new participants are welcome on the day of the data (ToR, b and w)."""

    state: Annotated[
        str,
        one_of(("open", "closed")),
        means("`open` or `closed` on the day of the data; a group that is over is closed."),
    ]
    until: Annotated[Day | None, means("The last day for joining, or null where none is stated.")]
    address: Annotated[Address | None, means("The page about joining, or null where there is none.")]


class VacancyData(Data, frozen=True, kw_only=True):
    """An office that nobody holds."""

    role: Annotated[Text, means("Which office: `chair`, `co-chair` or `team member`.")]
    since: Annotated[Day, means("The first day on which nobody held it.")]
    acting: Annotated[tuple[PersonData, ...], means("Who acts for it on the day of the data.")]


class GroupData(Data, frozen=True, kw_only=True):
    """One group. What is not known is null; its page gives the reason."""

    id: Annotated[
        Text,
        means("The group's id: the name of its folder in `content/groups/`. Its address is made of it."),
    ]
    former_ids: Annotated[
        tuple[Text, ...],
        means("The ids that the group had before, the oldest first; their addresses lead to its page."),
    ]
    title: Annotated[Text, means("The group's title.")]
    kind: Annotated[
        str, one_of(get_args(GroupKind)), means("Whether it is a Focus group or a Discussion group.")
    ]
    summary: Annotated[Text, means("What the group is about, in a sentence or two.")]
    challenge: Annotated[
        Text | None,
        means("The challenge on which the group works, or null where it is not stated or not known."),
    ]
    themes: Annotated[tuple[Text, ...], means("The ids of its themes; the dataset themes names them.")]
    state: Annotated[
        str,
        one_of(get_args(StateName)),
        means("How the group stands on the day of the data, worked out from its dates and records."),
    ]
    state_reason: Annotated[Text, means("Why that is its state, in words.")]
    launch: Annotated[Day | None, means("The day of its launch, or null where it is not known.")]
    end: Annotated[
        Day | None,
        means("The day until which it is planned to run; null where there is none or it is not known."),
    ]
    last_day: Annotated[
        Day | None, means("Its last day: that of its recorded end, else the planned one, else null.")
    ]
    chairs: Annotated[tuple[PersonData, ...], means("Who chairs it, or did at its end.")]
    co_chairs: Annotated[
        tuple[PersonData, ...], means("Who of the Secretariat is its co-chair, or was at its end.")
    ]
    team_members: Annotated[
        tuple[PersonData, ...],
        means(
            "Of a Discussion group: who of the Smart Cities Marketplace's team supports it, or did at its end."
        ),
    ]
    vacant: Annotated[
        tuple[VacancyData, ...],
        means("Its offices that nobody holds on the day of the data, and since when."),
    ]
    members: Annotated[Count, means("How many people are members in whichever role, or were at its end.")]
    organisations: Annotated[
        tuple[Text, ...],
        means("The organisations of these members, each once, in the order of the alphabet."),
    ]
    proposal: Annotated[
        Text | None, means("The id of the proposal from which it came, or null where it is not known.")
    ]
    final_outcome: Annotated[
        FinalOutcomeData | None,
        means(
            "What it is to deliver in the end by its work programme, or null where no work programme says it."
        ),
    ]
    joining: Annotated[
        JoiningData | None,
        means("Whether new participants are welcome, or null where it is not known."),
    ]
    community_space: Annotated[
        Address | None,
        means(
            "The group's space on the community platform; null where there is none yet or it is not known."
        ),
    ]
    meetings: Annotated[
        Count, means("How many meetings are in the register, planned and cancelled ones included.")
    ]
    outcomes: Annotated[Count, means("How many of its outcomes are published on the day of the data.")]
    reconstructed: Annotated[
        bool,
        means("Whether the record was put together from public pages and not filed by those concerned."),
    ]
    page: Annotated[Address, means("The group's page.")]
    feed: Annotated[Address, means("The feed of what happens in the group (Atom).")]
    calendar: Annotated[Address, means("The group's calendar (iCalendar).")]


class GroupsDocument(Head, frozen=True, kw_only=True):
    """Every Focus and Discussion group: what it works on, its state, when it runs, who leads it, and how to join."""

    groups: Annotated[tuple[GroupData, ...], means("Every group, in the order of their ids.")]


def make_groups(source: Source) -> GroupsDocument:
    """Make `groups.json`."""
    return GroupsDocument(**source.head, groups=tuple(list_groups(source)))


def list_groups(source: Source) -> Iterator[GroupData]:
    """Give every group, in the order of their ids."""
    numbers = Counter(one.dossier.group.id for one in source.archive.published)
    for dossier in source.register.dossiers:
        yield make_group(dossier, numbers[dossier.group.id], source.register, source.as_of)


def make_group(dossier: Dossier, outcomes: int, register: Register, as_of: date) -> GroupData:
    """Give a group as it stands on a day; `outcomes` is how many of its outcomes are published."""
    group, state, roster = dossier.group, derive_state(dossier, as_of), register.secretariat
    members = list_current(dossier, as_of)
    return GroupData(
        id=group.id,
        former_ids=group.former_ids,
        title=group.title,
        kind=group.kind,
        summary=group.summary,
        challenge=known(group.challenge) or None,
        themes=group.themes,
        state=state.name,
        state_reason=state.why,
        launch=known(group.launch),
        end=known(group.end),
        last_day=dossier.last_day,
        chairs=list_holders(dossier, "chair", roster, as_of),
        co_chairs=list_holders(dossier, "co-chair", roster, as_of),
        team_members=list_holders(dossier, "team member", roster, as_of),
        vacant=tuple(make_vacancy(one, dossier, roster, as_of) for one in dossier.find_vacancies(as_of)),
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


def make_vacancy(vacancy: Vacancy, dossier: Dossier, roster: Roster, as_of: date) -> VacancyData:
    """Give an office that nobody holds, with who acts for it."""
    acting = dossier.find_acting(vacancy.role, as_of)
    people = tuple(make_person(one, roster, as_of) for one in acting)
    return VacancyData(role=vacancy.role, since=vacancy.since, acting=people)


def make_final_outcome(dossier: Dossier) -> FinalOutcomeData | None:
    """Give what a group is to deliver in the end, or None where no work programme says it."""
    programme = dossier.work_programme
    final = known(programme.final_outcome) if programme else None
    if final is None:
        return None
    return FinalOutcomeData(title=final.title, format=final.format, due=final.due)


def make_joining(group: Group, state: State, as_of: date) -> JoiningData | None:
    """Tell whether new participants are welcome on a day, or None where it is not known."""
    joining = known(group.joining)
    if joining is None:
        return None
    is_over = state.is_over or (joining.until is not None and joining.until < as_of)
    return JoiningData(
        state="closed" if is_over else joining.state,
        until=joining.until,
        address=joining.address or None,
    )
