"""Every standing of a register on a day: the obligations of each group, held against evidence, waivers and the date."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from scm_site.compliance.arrivals import Arrival, Arrivals
from scm_site.compliance.cut import cut
from scm_site.compliance.duties import DUTIES
from scm_site.compliance.duty import Duty, Obligation, Proof
from scm_site.compliance.situation import Situation, make_situation, shift
from scm_site.compliance.standing import Standing, StandingState, Subject
from scm_site.days import next_day, write_day
from scm_site.records.acts.waives import Waives
from scm_site.records.dossier import Dossier
from scm_site.records.register import Register


@dataclass(frozen=True, kw_only=True, slots=True)
class Met:
    """Evidence that is there: the proof, when it arrived, and the day that decides whether it came in time."""

    proof: Proof
    arrival: Arrival
    day: date | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Assessment:
    """One group as it stood on a day, and its standings, duty by duty, each in the order of its due dates."""

    situation: Situation
    standings: tuple[Standing, ...]


def assess_register(register: Register, arrivals: Arrivals, as_of: date) -> Iterator[Assessment]:
    """Assess every group that was in the register on a day."""
    for dossier in register.dossiers:
        if arrivals.is_there(dossier.launched, as_of):
            yield assess_group(dossier, register, arrivals, as_of)


def assess_group(dossier: Dossier, register: Register, arrivals: Arrivals, as_of: date) -> Assessment:
    """Assess one group on a day."""
    situation = make_situation(dossier, register, arrivals, as_of)
    opened = register.settings.register_opened
    standings = (
        judge(duty, owed, situation, arrivals, opened)
        for duty in DUTIES.values()
        for owed in find_obligations(duty, situation)
    )
    return Assessment(situation=situation, standings=tuple(standings))


def find_obligations(duty: Duty, situation: Situation) -> Iterator[Obligation]:
    """Give what a group owes by a duty; no Terms of Reference of Discussion groups are known here (C6)."""
    if not situation.dossier.group.is_focus:
        why = "The Terms of Reference of Discussion groups are not known here, so no duty of theirs is."
        yield Obligation(period="", label="", stopped=why)
        return
    found = [cut(duty, owed, situation) for owed in find_dated(duty, situation)]
    yield from sorted(found, key=lambda owed: owed.due or date.max)
    if not found:
        yield Obligation(period="", label="", stopped=duty.nothing)


def find_dated(duty: Duty, situation: Situation) -> Iterator[Obligation]:
    """Give what a group owes by a duty, each time by the numbers of the day on which it falls due.

    It falls due on the first day on which, by the numbers of that day, it is due.
    """
    found: set[str] = set()
    for span in situation.spans:
        for owed in duty.find(replace(situation, days=span.days)):
            due = owed.due and max(owed.due, span.first)
            if owed.period not in found and (due is None or due <= span.last):
                found.add(owed.period)
                yield replace(owed, due=due)


def judge(duty: Duty, owed: Obligation, situation: Situation, arrivals: Arrivals, opened: date) -> Standing:
    """Give the standing of one obligation: what is not owed or not known first, then evidence, waiver and date."""
    met = find_met(owed, arrivals, situation.as_of)
    waiver = find_waiver(duty, owed, situation)
    state, why = find_state(duty, owed, situation, met, waiver, opened)
    claimed = met.proof.claimed if met else None
    return Standing(
        of=Subject(kind="group", id=situation.dossier.group.id, title=situation.dossier.group.title),
        duty=duty,
        owed=owed,
        state=state,
        why=f"{why} {owed.note}".strip(),
        met_on=met.day if met else None,
        claimed_on=claimed,
        evidence=met.proof.record if met else None,
        commit=met.arrival.commit if met else "",
        waiver=waiver,
        days=getattr(situation.days_on(owed.due), duty.setting) if duty.setting and owed.due else None,
        is_claim_early=met is not None and is_claim_early(met, situation),
    )


def find_met(owed: Obligation, arrivals: Arrivals, as_of: date) -> Met | None:
    """Give the evidence that arrived first by a day.

    Where it is not known when one of several arrived, it may have been the first: only one that is known to have come
    by the due date says more.
    """
    found = []
    for proof in owed.proofs:
        arrival = arrivals.find(proof.record, proof.shows, proof.texts, as_of)
        if arrival is None or (proof.not_before or date.min) > as_of:
            continue
        day = arrival.day and max(arrival.day, proof.not_before or date.min)
        found.append(
            Met(proof=proof, arrival=arrival, day=proof.claimed if proof.counts_as_claimed and day else day)
        )
    first = min(found, key=lambda met: met.day or date.max, default=None)
    unknown = next((met for met in found if met.day is None), None)
    is_in_time = first is not None and first.day is not None and first.day <= (owed.due or date.min)
    return unknown if unknown and not is_in_time else first


def is_claim_early(met: Met, situation: Situation) -> bool:
    """Tell whether the day that a file gives lies long before its arrival, and could have been filed then."""
    proof, arrived = met.proof, met.arrival.day
    if arrived is None or proof.claimed is None or proof.counts_as_claimed:
        return False
    days = (arrived - max(proof.claimed, proof.fileable_from or date.min)).days
    return days > situation.days_on(arrived).claimed_date


def find_waiver(duty: Duty, owed: Obligation, situation: Situation) -> Waives | None:
    """Give the waiver that excuses an obligation: one that holds today, else the one in whose time it falls due.

    What can still be done later is excused, too, while a waiver holds that begins after the due date, or permanently
    where one of these does on the last day that counts.
    """
    covering, later = split_waivers(duty, owed, situation)
    holding = [waiver for waiver in later if waiver.first_day <= situation.as_of <= waiver.until]
    for_good = [waiver for waiver in (*later, *covering) if excuses_for_good(waiver, duty, owed, situation)]
    return next(iter([*holding, *for_good, *covering]), None)


def split_waivers(duty: Duty, owed: Obligation, situation: Situation) -> tuple[list[Waives], list[Waives]]:
    """Give the waivers in whose time an obligation falls due, and those that begin after it and may still excuse it."""
    due = owed.due
    if due is None:
        return [], []
    own = [waiver for waiver in situation.dossier.waivers if waiver.duty == duty.id]
    last = (owed.useful_until or due) if duty.excused_for_good else date.max
    covering = [waiver for waiver in own if waiver.first_day <= due <= waiver.until]
    return covering, [waiver for waiver in own if due < waiver.first_day <= last]


def excuses_for_good(waiver: Waives, duty: Duty, owed: Obligation, situation: Situation) -> bool:
    """Tell whether a waiver that has begun holds on the last day on which something is worth doing."""
    last = owed.useful_until or owed.due
    if not duty.excused_for_good or last is None:
        return False
    return waiver.first_day <= last <= waiver.until and (
        waiver.first_day <= situation.as_of or last == owed.due
    )


def find_state(  # noqa: PLR0911 (one line for each thing that a person would look at, in this order)
    duty: Duty,
    owed: Obligation,
    situation: Situation,
    met: Met | None,
    waiver: Waives | None,
    opened: date,
) -> tuple[StandingState, str]:
    """Give the state of an obligation, and the reason in a sentence."""
    if owed.stopped:
        return StandingState.NOT_APPLICABLE, owed.stopped
    if owed.unknown:
        return StandingState.UNKNOWN, owed.unknown
    if owed.due is None:
        return StandingState.NOT_YET_DUE, owed.why
    if owed.due < opened:
        why = f"It was due on {write_day(owed.due)}, before the register opened on {write_day(opened)}."
        return StandingState.UNKNOWN, why
    limit = find_limit(duty, owed, owed.due, situation)
    if owed.paused and not (met and (met.day is None or met.day <= limit)):
        return StandingState.NOT_APPLICABLE, owed.paused
    is_excused = waiver is not None and excuses_for_good(waiver, duty, owed, situation)
    if met and not (is_excused and met.day and met.day > limit):  # filing late is not worse than not filing
        return judge_evidence(met, owed.due, limit)
    if waiver and (is_excused or situation.as_of <= waiver.until):
        return StandingState.WAIVED, f"Excused until {write_day(waiver.until)}: {waiver.because}"
    return judge_date(owed.due, limit, situation)


def find_limit(duty: Duty, owed: Obligation, due: date, situation: Situation) -> date:
    """Give the last day on which evidence comes in time: with the days of grace, or the last day of a waiver."""
    covering, later = split_waivers(duty, owed, situation)
    until = find_excused_until([*covering, *later], due)
    return max(until, shift(due, situation.days_on(due).grace) if duty.has_grace else due)


def find_excused_until(waivers: Iterable[Waives], due: date) -> date:
    """Give the day up to which waivers put off a due date, or that date.

    A waiver that follows another one without a gap prolongs it.
    """
    until = reach = due
    for waiver in sorted(waivers, key=lambda waiver: waiver.first_day):
        if waiver.first_day <= reach and waiver.until >= due:
            until = max(until, waiver.until)
            reach = next_day(until)
    return until


def judge_evidence(met: Met, due: date, limit: date) -> tuple[StandingState, str]:
    """Give the state of what has evidence."""
    if met.day is None:
        why = "The evidence is there, but the day on which it reached the main branch is not known."
        return StandingState.UNKNOWN, why
    if met.day <= limit:
        return StandingState.MET, "The evidence came in time."
    days = (met.day - due).days
    return StandingState.MET_LATE, f"The evidence came {count_days(days)} after the due date."


def judge_date(due: date, limit: date, situation: Situation) -> tuple[StandingState, str]:
    """Give the state of what has no evidence yet."""
    days = (situation.as_of - due).days
    if situation.as_of > limit:
        return StandingState.OVERDUE, f"It has been due for {count_days(days)}."
    if days > 0:
        return (
            StandingState.DUE_SOON,
            f"It was due {count_days(days)} ago; it counts as overdue after {write_day(limit)}.",
        )
    if -days <= situation.days.due_soon:
        return (
            StandingState.DUE_SOON,
            f"It falls due in {count_days(-days)}." if days else "It falls due today.",
        )
    return StandingState.NOT_YET_DUE, f"It falls due in {count_days(-days)}."


def count_days(days: int) -> str:
    """Give a number of days in words."""
    return f"{days} day" if days == 1 else f"{days} days"
