"""What is owed on outcomes: the final one in time, shown at an event, and its quality controlled."""

from collections.abc import Iterator
from datetime import date

from scm_site.compliance.duty import Obligation, Proof, duty, names_event, states
from scm_site.compliance.situation import Situation, shift
from scm_site.days import write_day
from scm_site.records.acts.promise import Promise, find_promise
from scm_site.records.outcome import Outcome
from scm_site.records.unknown import Unknown, known

FINAL, FINAL_DUE = "final-outcome", "final_outcome.due"
NEW_OUTCOME = f"outcomes/{FINAL}/outcome.md"


def list_final(group: Situation) -> list[Outcome]:
    """Give the final outcomes that were not withdrawn by the day, the first delivered first."""
    finals = [one for one in group.dossier.outcomes if one.final and not is_withdrawn(one, group)]
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
    evidence="`delivered` in the file of a final outcome",
)
def find_final_outcome(group: Situation) -> Iterator[Obligation]:
    """A Focus group delivers the final outcome that was agreed, by the date in its work programme. It is delivered to
    the Secretariat, which then controls its quality. As long as no work programme gives a date, the group's last day
    stands in for it.

    Meet it: File the outcome in `outcomes/` with `final: true`, and write the day of delivery under `delivered`.
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
        proofs=tuple(
            Proof(
                record=one,
                claimed=known(one.delivered),
                shows=states("delivered"),
                not_before=known(one.delivered),
            )
            for one in finals
            if known(one.delivered)
        ),
    )


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
    evidence="`quality_control` in the outcome's file, whatever its result",
    nothing="No outcome has been delivered yet.",
)
def find_quality_controls(group: Situation) -> Iterator[Obligation]:
    """The Secretariat controls the quality of each outcome that a group delivers. Only what passed is shared, so the
    group and the public wait for the answer.

    Meet it: Write the day, the person and the result under `quality_control` in the outcome's file.
    """
    delivered = [(one, known(one.delivered)) for one in group.dossier.outcomes]
    for outcome, day in delivered:
        control = outcome.quality_control
        if day is None or day > group.as_of:
            continue
        done = known(control)
        yield Obligation(
            period=outcome.id,
            label=f"{name_format(outcome)} delivered on {write_day(day)}",
            due=shift(day, group.days.quality_control),
            stopped=tell_withdrawn(outcome, group) if done is None else "",
            unknown=control.unknown if isinstance(control, Unknown) else "",
            path=outcome.file.path,
            proofs=(
                Proof(
                    record=outcome, claimed=done.on, shows=states("quality_control.on"), not_before=done.on
                ),
            )
            if done
            else (),
        )


@duty(
    "outcome-presented",
    "Outcome presented",
    clauses=("G3", "T1"),
    responsible=("chair", "co-chair"),
    due="by the group's last day",
    evidence="an event of the register under `presented_at` of each final outcome; it counts from the event's day on",
)
def find_presentations(group: Situation) -> Iterator[Obligation]:
    """Final outcomes are presented at an event that is linked to or organised by the Smart Cities Marketplace. The
    Terms of Reference give no date; it has to be done while the group is there to do it.

    Meet it: Write the id of the event under `presented_at` in the outcome's file. If the event is not in the register,
    the Secretariat adds it to `content/events/`.
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
        named = [event for event in map(group.find_event, outcome.presented_at) if event]
        yield Obligation(
            period=outcome.id if number else FINAL,
            label="Final outcome" if number == 0 else f"Final outcome {number + 1}",
            due=last.due,
            is_begun=True,
            note=tell_moved(last),
            why="The group's end date is not known.",
            unknown=tell_unsure(last, group.as_of),
            path=outcome.file.path,
            proofs=tuple(
                Proof(
                    record=outcome,
                    claimed=event.date,
                    shows=names_event("presented_at", event, group),
                    not_before=event.date,
                )
                for event in named
            ),
        )
