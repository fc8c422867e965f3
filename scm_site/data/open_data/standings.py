"""Standings as public data: how every group stands to every duty, and in version 2 also what is not a group.

Version 1 says of each standing whose group it is; so it holds those of groups only, and stays as it is.
"""

from typing import Annotated, Any, get_args

from msgspec import field

from scm_site.compliance.board import Board
from scm_site.compliance.standing import Standing, StandingState, SubjectKind
from scm_site.data.fields import Count, Data, Day, Text, means, one_of
from scm_site.data.open_data.head import SECOND, Head, SecondHead, make_head
from scm_site.data.open_data.members import show_id
from scm_site.data.open_data.source import Source
from scm_site.reading.git_history import History
from scm_site.records.acts.waives import Waives
from scm_site.records.people import Roster


class WaiverData(Data, frozen=True, kw_only=True):
    """A waiver: a duty excused for a stated time."""

    id: Annotated[Text, means("What names the waiver within its group: the name of its file.")]
    from_: Annotated[Day, means("The first day on which the duty is excused.")] = field(name="from")
    until: Annotated[Day, means("The last day on which the duty is excused; the waiver lapses by itself.")]
    reason: Annotated[str, means("Why it was granted.")]
    granted_on: Annotated[Day, means("The day on which it was granted.")]
    granted_by: Annotated[
        Text, means("Who granted it for the Secretariat: an id of its roster, or `name withheld`.")
    ]


class StandingData(Data, frozen=True, kw_only=True):
    """One group's answer to one duty at one time."""

    group: Annotated[Text, means("The group: the name of its folder in `content/groups/`.")]
    duty: Annotated[Text, means("The id of the duty; the site has a page of it at `duties/ID/`.")]
    clause: Annotated[
        str, means("The clauses of the Terms of Reference from which the duty comes, as `af, ag, ah`.")
    ]
    responsible: Annotated[Text, means("Who is responsible, as `chair and co-chair`.")]
    period: Annotated[
        str,
        means(
            "Which time of the duty it is: a month, a meeting, a member's place. Empty where nothing falls due. Group,"
            " duty and period together are the permanent id of a standing."
        ),
    ]
    due: Annotated[Day | None, means("When it is or was due; null where no date is known or none applies.")]
    state: Annotated[str, one_of(StandingState), means("How the group stood to it on the day.")]
    met_on: Annotated[
        Day | None,
        means(
            "The day on which it was met: when the evidence reached the main branch, from git, or the day of the"
            " meeting or event itself where that is later; for what is no file, such as an announcement, the day that"
            " the record gives. It may be there although nobody can tell whether it came in time. Null where there is"
            " no evidence, or git cannot tell."
        ),
    ]
    claimed_on: Annotated[Day | None, means("The day that the record itself gives.")]
    evidence: Annotated[Text | None, means("The path of the record that is the evidence.")]
    waiver: Annotated[
        WaiverData | None, means("The waiver that excuses it or puts it off; null where there is none.")
    ]
    why: Annotated[str, means("The reason for the state, in a sentence.")]
    file: Annotated[
        Text | None,
        means(
            "The path of the file that meets it, or that would; it may not be there yet. Null where nothing is owed."
        ),
    ]


class StandingsDocument(Head, frozen=True, kw_only=True):
    """How every group stands to every duty of the Terms of Reference on a day. Version 2 also has the standings of what
    is not a group.
    """

    standings: Annotated[
        tuple[StandingData, ...],
        means("Every standing: group by group, duty by duty, in the order of due dates."),
    ]


class SubjectData(Data, frozen=True, kw_only=True):
    """What a standing is of."""

    kind: Annotated[str, one_of(get_args(SubjectKind)), means("What it is: `group`, `proposal` or `event`.")]
    id: Annotated[Text, means("Its id: the name of its file or folder in `content/`.")]
    title: Annotated[Text, means("Its title.")]


class StandingOfData(StandingData, frozen=True, kw_only=True):
    """One answer to one duty at one time, of a group or of something else."""

    group: Annotated[  # type: ignore[assignment]
        Text | None,
        means("The group: the name of its folder in `content/groups/`; null of what is no group's."),
    ]
    of: Annotated[
        SubjectData,
        means("What the standing is of. It, duty and period together are the permanent id of a standing."),
    ]
    days: Annotated[
        Count | None,
        means(
            "The number of days in the settings by which it is judged, as on its due date; null where none is."
        ),
    ]


class StandingsOfDocument(SecondHead, frozen=True, kw_only=True):
    """How every group, proposal and event stands to the duties of the Terms of Reference on a day."""

    standings: Annotated[
        tuple[StandingOfData, ...],
        means(
            "Every standing: of groups first, one after the other, duty by duty, in the order of due dates."
        ),
    ]


def make_standings(source: Source) -> StandingsDocument:
    """Make `standings.json` of version 1."""
    roster, standings = source.register.secretariat, source.board.standings
    rows = (StandingData(group=one.group, **tell_standing(one, roster)) for one in standings if one.group)
    return StandingsDocument(**source.head, standings=tuple(rows))


def make_standings_of(source: Source) -> StandingsOfDocument:
    """Make `standings.json` of version 2."""
    return judge_standings(source.board, source.history, source.register.secretariat)


def judge_standings(
    board: Board, history: History, roster: Roster, group: str | None = None
) -> StandingsOfDocument:
    """Give every standing of a board, or those of one group; `roster` is the Secretariat's."""
    rows = (
        StandingOfData(
            group=one.group or None,
            of=SubjectData(kind=one.of.kind, id=one.of.id, title=one.of.title),
            days=one.days,
            **tell_standing(one, roster),
        )
        for one in board.standings
        if group in (None, one.group)
    )
    return StandingsOfDocument(
        **{**make_head(history, board.as_of), "version": SECOND}, standings=tuple(rows)
    )


def tell_standing(standing: Standing, roster: Roster) -> dict[str, Any]:
    """Give what both versions tell of a standing; who granted its waiver is named by id, or withheld."""
    return {
        "duty": standing.duty.id,
        "clause": standing.duty.clause,
        "responsible": standing.duty.who,
        "period": standing.owed.period,
        "due": standing.due,
        "state": standing.state.value,
        "met_on": standing.met_on,
        "claimed_on": standing.claimed_on,
        "evidence": standing.evidence.file.path if standing.evidence else None,
        "waiver": make_waiver(standing.waiver, roster) if standing.waiver else None,
        "why": standing.why,
        "file": standing.owed.path or None,
    }


def make_waiver(waiver: Waives, roster: Roster) -> WaiverData:
    """Give a waiver; who granted it is named by id, or withheld."""
    return WaiverData(
        id=waiver.id,
        from_=waiver.first_day,
        until=waiver.until,
        reason=waiver.because,
        granted_on=waiver.granted.day,
        granted_by=show_id(waiver.granted.by, roster),
    )
