"""What a change causes once it is merged: duties, ends, states, addresses."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from scm_site.addresses import find_address
from scm_site.compliance.board import Board
from scm_site.compliance.standing import Standing, StandingState
from scm_site.days import write_day
from scm_site.reading import SLOT_OF_KIND, find_slot
from scm_site.records.acts.kinds import ACT_KINDS
from scm_site.records.dossier import Dossier
from scm_site.records.outcome_state import OutcomeState, derive_outcome_state
from scm_site.records.proposal import Proposal, Result
from scm_site.review.file_changes import FileChange
from scm_site.review.revision import Revision

About = Literal["topic", "group", "act", "duty", "end", "outcome", "address"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Effect:
    """One thing that a change causes: what it is about, the group ("" for none), and a sentence."""

    about: About
    group: str
    what: str


def list_effects(
    before: Board, after: Board, renamed: Mapping[str, str], names: Mapping[tuple[str, str], str]
) -> Iterator[Effect]:
    """Give what differs between the boards of one day before and after a change, group by group.

    `renamed` gives the id before of each group that gets another one; `names` the one of each record, by its group and
    its id now.
    """
    standings = {one.id: one for one in before.standings}
    for row in after.rows:
        group = row.dossier.group.id
        was = renamed.get(group, group)
        old = before.find_row(was)
        found = [one for cell in row.cells for one in cell.standings]
        if old is None:
            yield Effect(
                about="group",
                group=group,
                what=f"A new group, “{row.dossier.group.title}”: {row.state.name}.",
            )
            yield from list_first_duties(group, found)
            yield from list_outcome_effects(None, row.dossier, after.as_of)
            continue
        if old.state.name != row.state.name:
            what = f"Its state changes from {old.state.name} to {row.state.name}. {row.state.why}"
            yield Effect(about="group", group=group, what=what)
        yield from list_act_effects(old.dossier, row.dossier)
        yield from list_end_effects(old.dossier, row.dossier)
        yield from list_outcome_effects(old.dossier, row.dossier, after.as_of)
        for one in found:
            yield from tell_standing(group, standings.get(find_id_before(one, was, names)), one)
    kept = {renamed.get(row.dossier.group.id, row.dossier.group.id) for row in after.rows}
    gone = [row for row in before.rows if row.dossier.group.id not in kept]
    for row in gone:
        what = f"The group “{row.dossier.group.title}” would not be in the register under this id any more."
        yield Effect(about="group", group=row.dossier.group.id, what=what)


def find_id_before(standing: Standing, group: str, names: Mapping[tuple[str, str], str]) -> str:
    """Give the id that a standing had before; where it is about a record, its period begins with the record's id."""
    period = standing.owed.period
    for (owner, now), was in names.items():
        if owner == standing.group and (period == now or period.startswith(f"{now}-")):
            period = was + period.removeprefix(now)
            break
    return "/".join((group, standing.duty.id, period))


def list_first_duties(group: str, standings: list[Standing]) -> Iterator[Effect]:
    """Give what a new group owes: of each duty the first time, by due date."""
    first: dict[str, Standing] = {}
    for one in sorted((one for one in standings if one.due), key=lambda one: (one.due or date.max, one.id)):
        if one.state not in (StandingState.MET, StandingState.MET_LATE, StandingState.NOT_APPLICABLE):
            first.setdefault(one.duty.id, one)
    for one in first.values():
        if one.due:
            what = f"{one.name} falls due on {write_day(one.due)} ({one.duty.who}, {one.duty.clause_words})."
            yield Effect(about="duty", group=group, what=what)


def list_act_effects(before: Dossier, after: Dossier) -> Iterator[Effect]:
    """Tell what each new act does, or why it does nothing."""
    there = {(act.of_what, act.name) for act, _ in before.list_held_acts()}
    for act, held in after.list_held_acts():
        if (act.of_what, act.name) not in there:
            idle = held.find_idle(act)
            nothing = f" It does nothing: {idle}." if idle else ""
            title = ACT_KINDS[act.file.kind].title
            what = f"{title}: it {held.tell(act)}.{nothing}"
            yield Effect(about="act", group=after.group.id, what=what)


def list_end_effects(before: Dossier, after: Dossier) -> Iterator[Effect]:
    """Tell that a group's last day moves."""
    old, new = before.last_day, after.last_day
    if old != new:
        told = [write_day(day) if day else "not known" for day in (old, new)]
        what = f"Its last day moves from {told[0]} to {told[1]}."
        yield Effect(about="end", group=after.group.id, what=what)


def list_outcome_effects(before: Dossier | None, after: Dossier, as_of: date) -> Iterator[Effect]:
    """Tell of outcomes that become public, will do so, or are withdrawn."""
    old = {one.id: derive_outcome_state(one, as_of) for one in before.outcomes} if before else {}
    for one in after.outcomes:
        state = derive_outcome_state(one, as_of)
        was = next((old[name] for name in (one.id, *one.former_ids) if name in old), None)
        if state != was:
            told = OUTCOME_WORDS.get(state, f"is {state.value}")
            yield Effect(about="outcome", group=after.group.id, what=f"The outcome “{one.title}” {told}.")


OUTCOME_WORDS: Mapping[OutcomeState, str] = {
    OutcomeState.PUBLISHED: "becomes public",
    OutcomeState.WITHDRAWN: "is withdrawn; its page says so from then on",
    OutcomeState.IN_CONTROL: "waits for its quality control",
    OutcomeState.RETURNED: "is returned to the group by the quality control",
    OutcomeState.NOT_PUBLIC_YET: "is not public yet",
}


def tell_standing(group: str, before: Standing | None, after: Standing) -> Iterator[Effect]:
    """Tell how a group's answer to one duty changes: met, opened, excused, or due on another day."""
    what = tell_closing(before.state if before else None, after) or tell_opening(before, after)
    if what:
        yield Effect(about="duty", group=group, what=what)


def tell_closing(was: StandingState | None, after: Standing) -> str:
    """Say that an obligation is met, excused or not owed any more, where it was not before."""
    if after.state.is_met and not (was and was.is_met):
        return f"{after.name} is {after.state.value}."
    if was and was != after.state and after.state == StandingState.NOT_APPLICABLE:
        return f"{after.name} is not owed any more. {after.why}".rstrip()
    if after.state == StandingState.WAIVED and was != StandingState.WAIVED:
        return f"{after.name} is excused. {after.why}"
    return ""


def tell_opening(before: Standing | None, after: Standing) -> str:
    """Say that an obligation is owed, open again, or due on another day, where it was not before."""
    was, who = before.state if before else None, f"({after.duty.who}, {after.duty.clause_words})"
    due = f", due on {write_day(after.due)}" if after.due else ""
    if was and was.is_met and not after.state.is_met:
        return f"{after.name} would count as {after.state.value} again{due}."
    if after.state.is_open and not (was and was.is_open):
        return f"{after.name} is {after.state.value}{due} {who}."
    if before is None and after.state == StandingState.NOT_YET_DUE:
        return f"{after.name} is owed{due} {who}."
    if before and before.due != after.due and after.due:
        return f"{after.name} falls due on {write_day(after.due)}."
    return ""


#: What becomes of a topic that comes into the register, by what the board decided.
COUNTS_AS: dict[Result, str] = {
    "agreed": "counts as agreed by the board, and a group can be formed for it",
    "not agreed": "comes into the register, although the board did not agree to it",
    "rule not recorded": "comes into the register; whether the board agreed to it is not recorded",
}


def list_topic_effects(changes: tuple[FileChange, ...], base: Revision, head: Revision) -> Iterator[Effect]:
    """Tell of topics that count as agreed from then on, or are withdrawn."""
    for change in changes:
        after, before = head.record_at.get(change.path), base.record_at.get(change.path_before)
        if isinstance(after, Proposal) and before is None:
            what = f"The topic “{after.title}” {COUNTS_AS[after.result]}."
            yield Effect(about="topic", group="", what=what)
        elif isinstance(after, Proposal) and after.withdrawn and not getattr(before, "withdrawn", None):
            what = f"The topic “{after.title}” is withdrawn; its page says so from then on."
            yield Effect(about="topic", group="", what=what)


def list_address_effects(changes: tuple[FileChange, ...]) -> Iterator[Effect]:
    """Tell of pages that move to another address, those of a renamed group in one sentence."""
    told: set[str] = set()
    for change in sorted(changes, key=lambda change: change.governed.kind != "launch"):
        slot = find_slot(change.path)
        if change.what != "moved" or slot is None or slot.kind not in SLOT_OF_KIND:
            continue
        old, new = find_address(change.was), find_address(change.path)
        if old is None or new is None or old == new:
            continue
        if slot.kind == "launch":
            told.add(old)
            yield Effect(
                about="address", group=change.governed.group, what=f"Every page below {old} moves to {new}."
            )
        elif not any(old.startswith(above) and old.removeprefix(above) in new for above in told):
            yield Effect(about="address", group=change.governed.group, what=f"The page {old} moves to {new}.")
