"""Taking acts in the order of their arrival, and applying them in the order of the days on which they work."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from scm_site.records.acts.act import Act, Content
from scm_site.records.acts.fitting import Undone, find_fault
from scm_site.records.acts.known import Idle, Step, Taken
from scm_site.records.acts.order import order_of, sort_acts
from scm_site.records.acts.parts import set_part


@dataclass(frozen=True, kw_only=True, slots=True)
class Applied:
    """Acts in the order in which they work, what they have set, and what holds after them."""

    state: Mapping[str, Content]
    acts: tuple[Taken, ...] = ()
    steps: tuple[Step, ...] = field(default=())


def take_in_turn(
    start: Mapping[str, Content], acts: Sequence[Taken], undone: Undone
) -> tuple[tuple[Step, ...], list[Idle]]:
    """Take acts in the order of arrival; give what they set in the order in which they work, and those that do not fit.

    An act fits if every act that was taken before still fits beside it. One that was built on another waits for it.
    """
    taken, waiting = Applied(state=start), list(acts)
    while fitting := next(find_fitting(start, taken, waiting, undone), None):
        at, taken = fitting
        del waiting[at]
    faults = ((one, take(start, taken, one, undone)) for one in waiting)
    return taken.steps, [tell_unfit(one, fault) for one, fault in faults if isinstance(fault, Idle)]


def find_fitting(
    start: Mapping[str, Content], taken: Applied, waiting: Sequence[Taken], undone: Undone
) -> Iterator[tuple[int, Applied]]:
    """Give the place of each act that waits and fits beside those that were taken, and what all come to then."""
    for at, one in enumerate(waiting):
        found = take(start, taken, one, undone)
        if isinstance(found, Applied):
            yield at, found


def take(start: Mapping[str, Content], taken: Applied, one: Taken, undone: Undone) -> Applied | Idle:
    """Give what acts come to when one more is taken, or the first of them that does not fit then.

    Most acts arrive in the order in which they work: one that works after all others is simply added.
    """
    if not taken.acts or (order_of(one) > order_of(taken.acts[-1]) and not is_order_told(one, taken)):
        return apply_all(taken, [one], undone)
    return apply_all(Applied(state=start), sort_acts([*taken.acts, one]), undone)


def is_order_told(one: Taken, taken: Applied) -> bool:
    """Tell whether an act of the same day, or the one to be taken, says after which act it comes."""
    day = one[0].works_from
    return any(other[0].act.after and other[0].works_from == day for other in (one, *taken.acts))


def apply_all(before: Applied, acts: Sequence[Taken], undone: Undone) -> Applied | Idle:
    """Apply acts in their order after others; give what all come to, or the first one that does not fit."""
    state, steps = dict(before.state), list(before.steps)
    for known, settings in acts:
        for setting in settings:
            if state.get(setting.name) == setting.becomes:
                continue
            why = find_fault(state, setting, undone)
            if why:
                giver = find_last(steps, setting.name)
                said = f"{why}, since {giver.name}" if giver else why
                return Idle(act=known.act, why=said, field=setting.field, is_disputed=giver is not None)
            steps.append(Step(known=known, setting=setting))
            set_part(state, setting)
    return Applied(state=state, acts=(*before.acts, *acts), steps=tuple(steps))


def find_last(steps: Sequence[Step], name: str) -> Act | None:
    """Give the act that set something last, or None where none did."""
    return next((step.known.act for step in reversed(steps) if step.setting.name == name), None)


def tell_unfit(one: Taken, fault: Idle) -> Idle:
    """Say why an act does nothing: it does not fit itself, or one that arrived before does not fit beside it."""
    known, settings = one
    if fault.act is known.act:
        return fault
    names = {setting.name for setting in fault.act.settings}
    where = next((setting.field for setting in settings if setting.name in names), ())
    why = f"it contradicts {fault.act.name}, which arrived first"
    return Idle(act=known.act, why=why, field=where, is_disputed=True)
