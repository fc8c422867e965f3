"""What becomes of an obligation where the group pauses or ends: the one place that says so, for all duties."""

from dataclasses import replace

from scm_site.compliance.duty import Duty, Obligation
from scm_site.compliance.situation import Situation
from scm_site.days import write_day
from scm_site.terms.after_the_end import OWED_AFTER_A_PAUSE, OWED_AFTER_THE_END, OWED_IN_A_PAUSE


def cut(duty: Duty, owed: Obligation, group: Situation) -> Obligation:
    """Give what is owed once it is known when the group pauses and ends."""
    return owed if owed.stopped else cut_at_end(duty, pause(duty, owed, group), group)


def pause(duty: Duty, owed: Obligation, group: Situation) -> Obligation:
    """Give what is owed where it falls due in a pause: nothing, but for what would be lost by it.

    What came in time all the same counts (see `paused` of an obligation).
    """
    at = group.dossier.course.find_pause(owed.due) if owed.due else None
    if at is None or owed.due is None or duty.id in OWED_IN_A_PAUSE:
        return owed
    if duty.id not in OWED_AFTER_A_PAUSE:
        return replace(owed, paused=f"The group pauses from {write_day(at.first)} to {write_day(at.last)}.")
    note = f"It fell due on {write_day(owed.due)}, in a pause, and is owed on the day on which that ends."
    return replace(owed, due=at.last, note=f"{owed.note} {note}".strip())


def cut_at_end(duty: Duty, owed: Obligation, group: Situation) -> Obligation:
    """Give what is owed where the group ends before it falls due; what was done all the same counts."""
    last, ended = group.last_day, group.dossier.ended
    if last is None or owed.due is None:
        return owed
    if duty.id in OWED_AFTER_A_PAUSE and ended:
        if ended.how == "completed":  # who completes the work delivers it
            return replace(owed, due=min(owed.due, last))
        verb = "ends" if group.as_of <= last else "ended"
        lapses = not owed.is_begun and (owed.due > last or owed.is_for_want_of_a_date)
        why = f"The group {verb} {ended.how}, without a final outcome."
        return replace(owed, stopped=why) if lapses else owed
    if duty.id in OWED_AFTER_THE_END or owed.due <= last or (owed.proofs and not owed.is_turn):
        return owed
    return replace(owed, stopped=f"The group ends on {write_day(last)}, before it falls due.")
