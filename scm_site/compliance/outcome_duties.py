"""What is owed on outcomes: the final one in time, shown at an event, and its quality controlled."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from scm_site.compliance.duty import Obligation, Proof, duty, states
from scm_site.compliance.situation import Situation, shift
from scm_site.days import write_day
from scm_site.records.acts.act import Act
from scm_site.records.acts.promise import Promise, find_promise
from scm_site.records.outcome import Outcome
from scm_site.records.unknown import Unknown, known

FINAL, FINAL_DUE = "final-outcome", "final_outcome.due"
NEW_OUTCOME = f"outcomes/{FINAL}/outcome.md"


def list_final(group: Situation) -> list[Outcome]:
    """Give the final outcomes that were not withdrawn by the day, the first delivered first."""
    finals = [one for one in group.dossier.every_outcome if one.final and not is_withdrawn(one, group)]
    return sorted(finals, key=lambda one: (known(one.delivered) or date.max, one.id))


def is_withdrawn(outcome: Outcome, group: Situation) -> bool:
    """Tell whether an outcome was withdrawn by the day."""
    return outcome.withdrawn is not None and outcome.withdrawn.on <= group.as_of


def name_format(outcome: Outcome) -> str:
    """Give the name under which an outcome that may not be public yet is spoken of: its format."""
    return "Outcome" if outcome.format == "other" else outcome.format.capitalize()


def tell_withdrawn(outcome: Outcome, group: Situation) -> str:
    """Say that an outcome was withdrawn by the day; empty where it was not."""
    withdrawn = outcome.withdrawn if is_withdrawn(outcome, group) else None
    return f"The outcome was withdrawn on {write_day(withdrawn.on)}." if withdrawn else ""


@duty(
    "final-outcome",
    "Final outcome",
    clauses=("G2",),
    responsible=("chair", "co-chair"),
    due="on the date that the work programme gives; without one, on the group's last day",
    evidence="`delivered` in the record of a final outcome, or an act `delivers` beside it",
)
def find_final_outcome(group: Situation) -> Iterator[Obligation]:
    """A Focus group delivers the final outcome that was agreed, by the date in its work programme. It is delivered to
    the Secretariat, which then controls its quality. As long as no work programme gives a date, the group's last day
    stands in for it.

    Meet it: File the outcome in `outcomes/` with `final: true`, and write the day of delivery under `delivered`; of one
    that was begun before, file an act `delivers` beside it.
    """
    programme, finals = group.dossier.work_programme, list_final(group)
    agreed = programme.final_outcome if programme else None
    promise = find_promise(group.dossier.held, FINAL_DUE, group.days.filing)
    counted = promise if promise.due else promise_last_day(group)
    yield Obligation(
        period=FINAL,
        label="Final outcome",
        due=counted.due,
        is_begun=bool(finals),
        is_for_want_of_a_date=promise.due is None,
        why="Neither a work programme nor the group's end gives a date yet.",
        unknown=agreed.unknown
        if isinstance(agreed, Unknown)
        else tell_unsure(counted, group.as_of) or ("" if programme else group.no_launch),
        note=tell_moved(counted),
        path=finals[0].file.path if finals else group.make_path(NEW_OUTCOME),
        proofs=tuple(proof for one in finals for proof in prove_delivery(one)),
    )


def prove_delivery(outcome: Outcome) -> Iterator[Proof]:
    """Give what shows that an outcome was delivered."""
    day = outcome.record.delivered
    if isinstance(day, date):
        yield Proof(record=outcome.record, claimed=day, shows=states("delivered"), not_before=day)
    for act in outcome.find_acts("delivers"):
        yield Proof(record=act, claimed=act.day, not_before=act.day)


def promise_last_day(group: Situation) -> Promise:
    """Give the promise behind a group's last day: what is due on it is not put off by moving it after it has passed."""
    ended = group.dossier.ended
    if ended and known(ended.end):
        return Promise(due=group.last_day)
    return find_promise(group.dossier.held, "end", group.days.filing)


def tell_moved(promise: Promise) -> str:
    """Say that a due date was moved after it had passed; "" where it was not."""
    late = promise.moved_late
    if late is None:
        return ""
    day, becomes = write_day(late.act.day), write_day(late.becomes)
    return f"The date was moved to {becomes} by the act of {day}, after it had passed; so it stays missed."


def tell_unsure(promise: Promise, as_of: date) -> str:
    """Say that nobody can tell whether a date that has passed was moved in time; "" where that is known."""
    unsure = promise.unsure
    if unsure is None or as_of <= unsure.was:
        return ""
    day, was = write_day(unsure.act.day), write_day(unsure.was)
    return f"Whether the act of {day} arrived before the date that it moves, {was}, had passed is not known."


@duty(
    "quality-control",
    "Quality control",
    clauses=("T3",),
    responsible=("Secretariat",),
    due="{quality_control} days after the delivery",
    evidence="an act `controlled` beside the outcome, whatever its result",
    nothing="No outcome has been delivered yet.",
)
def find_quality_controls(group: Situation) -> Iterator[Obligation]:
    """The Secretariat controls the quality of each version that a group delivers. Only what passed is shared, so the
    group and the public wait for the answer.

    Meet it: File an act `controlled` beside the outcome, with the person, the result and the remarks.
    """
    for outcome in group.dossier.outcomes:
        controls, control = outcome.find_acts("controlled"), outcome.quality_control
        for turn in list_turns(outcome, outcome.deliveries, controls):
            yield Obligation(
                period=turn.period,
                label=f"{name_format(outcome)} delivered on {write_day(turn.day)}",
                due=shift(turn.day, group.days.quality_control),
                stopped=tell_withdrawn(outcome, group) if not turn.answers else "",
                unknown=control.unknown if isinstance(control, Unknown) and not controls else "",
                path=f"{outcome.folder}/{group.as_of}.controlled.yml",
                proofs=prove(turn),
            )


@duty(
    "next-version",
    "Next version of an outcome",
    clauses=("T4",),
    responsible=("chair", "co-chair"),
    due="{next_version} days after the quality control returned it",
    evidence="a later act `delivers` beside the outcome",
    nothing="No outcome was returned by the quality control.",
)
def find_next_versions(group: Situation) -> Iterator[Obligation]:
    """What the quality control returned is still to come: the group goes through the remarks and delivers the next
    version. The Terms of Reference give no number of days; the settings do.

    Meet it: Deliver the next version, and file an act `delivers` beside the outcome; or withdraw the outcome.
    """
    for outcome in group.dossier.outcomes:
        later = (*outcome.find_acts("delivers"), *outcome.find_acts("published"))
        for turn in list_turns(outcome, list_results(outcome, "returned"), later):
            yield Obligation(
                period=turn.period,
                label=f"{name_format(outcome)} returned on {write_day(turn.day)}",
                due=shift(turn.day, group.days.next_version),
                stopped=tell_withdrawn(outcome, group) if not turn.answers else "",
                path=f"{outcome.folder}/{group.as_of}.delivers.yml",
                proofs=prove(turn),
            )


@duty(
    "publication",
    "Publication of an outcome",
    clauses=("T5",),
    responsible=("Secretariat",),
    due="{publication} days after the quality control passed",
    evidence="an act `published` beside the outcome",
    nothing="No outcome has passed the quality control yet.",
)
def find_publications(group: Situation) -> Iterator[Obligation]:
    """What passed the quality control is published and stored on the site. The Terms of Reference give no number of
    days; the settings do. An act that names a later day counts from its arrival.

    Meet it: File an act `published` beside the outcome, with its identifier.
    """
    for outcome in group.dossier.outcomes:
        passed = list_results(outcome, "passed")[:1]
        for turn in list_turns(outcome, passed, outcome.find_acts("published")):
            yield Obligation(
                period=outcome.id,
                label=f"{name_format(outcome)} that passed on {write_day(turn.day)}",
                due=shift(turn.day, group.days.publication),
                stopped=tell_withdrawn(outcome, group) if not turn.answers else "",
                unknown=outcome.published.unknown if isinstance(outcome.published, Unknown) else "",
                path=f"{outcome.folder}/{group.as_of}.published.yml",
                proofs=prove(turn),
            )


@dataclass(frozen=True, kw_only=True, slots=True)
class Turn:
    """A day that asks for an answer, the acts that answer it, and the period of what is owed for it."""

    day: date
    answers: tuple[Act, ...]
    period: str


def list_results(outcome: Outcome, result: str) -> tuple[date, ...]:
    """Give the days of the quality controls with a result."""
    return tuple(act.day for act in outcome.find_acts("controlled") if act.result == result)


def list_turns(outcome: Outcome, days: Sequence[date], answers: Sequence[Act]) -> Iterator[Turn]:
    """Give each day that asks for an answer, with those that came up to the next one that asks."""
    for number, (day, until) in enumerate(zip(days, (*days[1:], date.max), strict=False)):
        own = tuple(one for one in answers if day <= one.day <= until)
        yield Turn(day=day, answers=own, period=f"{outcome.id}-{number + 1}" if number else outcome.id)


def prove(turn: Turn) -> tuple[Proof, ...]:
    """Give what shows that there was an answer."""
    return tuple(Proof(record=act, claimed=act.day, not_before=act.day) for act in turn.answers)


@duty(
    "outcome-presented",
    "Outcome presented",
    clauses=("G3", "T1"),
    responsible=("chair", "co-chair"),
    due="by the group's last day",
    evidence="an act `shown` beside each final outcome, which names an event; it counts from the event's day on",
)
def find_presentations(group: Situation) -> Iterator[Obligation]:
    """Final outcomes are presented at an event that is linked to or organised by the Smart Cities Marketplace. The
    Terms of Reference give no date; it has to be done while the group is there to do it.

    Meet it: File an act `shown` beside the outcome, with the event. If the event is not in the register, the
    Secretariat adds it to `content/events/`.
    """
    finals, last = list_final(group), promise_last_day(group)
    if not finals:
        yield Obligation(
            period=FINAL,
            label="Final outcome",
            due=last.due,
            note=tell_moved(last),
            is_for_want_of_a_date=True,
            why="The group's end date is not known.",
            unknown=tell_unsure(last, group.as_of) or group.no_launch,
            path=group.make_path(NEW_OUTCOME),
        )
    for number, outcome in enumerate(finals):
        named = [(act, group.find_event(act.at)) for act in outcome.find_acts("shown")]
        yield Obligation(
            period=outcome.id if number else FINAL,
            label="Final outcome" if number == 0 else f"Final outcome {number + 1}",
            due=last.due,
            is_begun=True,
            note=tell_moved(last),
            why="The group's end date is not known.",
            unknown=tell_unsure(last, group.as_of),
            path=f"{outcome.folder}/{group.as_of}.shown.yml",
            proofs=tuple(
                Proof(record=act, claimed=event.date, not_before=event.date) for act, event in named if event
            ),
        )
