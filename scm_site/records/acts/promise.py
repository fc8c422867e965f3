"""A promise is not moved after it was broken."""

from dataclasses import dataclass
from datetime import date, timedelta

from scm_site.records.acts.act import Act
from scm_site.records.acts.holding import Held, holds


@dataclass(frozen=True, kw_only=True, slots=True)
class Move:
    """An act that moves a due date, from when to when."""

    act: Act
    was: date
    becomes: date


@dataclass(frozen=True, kw_only=True, slots=True)
class Promise:
    """A due date as it was known on the day on which it fell, and what moved it after it had passed.

    `unsure` is a move of which nobody knows whether it arrived before the date passed.
    """

    due: date | None
    moved_late: Move | None = None
    unsure: Move | None = None


def find_promise(held: Held, name: str, days_to_file: int) -> Promise:
    """Give the promise behind a due date: it is moved by what arrives before it has passed, and never afterwards.

    Looked at is what held after each arrival, whatever kind of act brought it. A move that was done before the date
    passed has some days more to arrive. Nothing falls due on a day before it was said: a date that is moved to a past
    day, or back to one, falls due on the day of the arrival.
    """
    told = held.founded.get(name)
    due = told if isinstance(told, date) else None
    for number, known in enumerate(held.known, start=1):
        was, told = told, holds(held.launched, held.agreed, held.known[:number]).state.get(name)
        if told == was:
            continue
        if due is None or not isinstance(told, date):
            due = told if isinstance(told, date) else None
            continue
        move = Move(act=known.act, was=due, becomes=told)
        if known.arrived is None and known.act.day <= due:
            return Promise(due=told, unsure=move)
        if known.act.day > due or (known.arrived or due) > due + timedelta(days=days_to_file):
            return Promise(due=due, moved_late=move)
        due = max(told, min(known.arrived or told, due))
    return Promise(due=due)
