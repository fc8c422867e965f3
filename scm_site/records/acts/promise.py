"""A promise is not moved after it was broken."""

from dataclasses import dataclass
from datetime import date, timedelta

from scm_site.records.acts.act import Act, Content
from scm_site.records.acts.holding import Held, W, holds
from scm_site.records.acts.known import Known
from scm_site.records.acts.takes_back import TakesBack


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


def find_promise(held: Held[W], name: str, days_to_file: int) -> Promise:
    """Give the promise behind a due date: it is moved by what arrives before it has passed, and never afterwards.

    Looked at is what held after each arrival, whatever kind of act brought it. A move that was done before the date
    passed has some days more to arrive. Nothing falls due on a day before it was said: a date that is moved to a past
    day, or back to one, falls due on the day of the arrival.
    """
    told = held.founded.get(name)
    due, late, unsure = told if isinstance(told, date) else None, None, None
    for number, known in enumerate(held.known if is_moved(held, name) else (), start=1):
        if not changes_what_holds(known.act):
            continue
        was, told = told, holds(held.filed, held.known[:number]).state.get(name)
        if told == was:
            continue
        if due is None or not isinstance(told, date):
            due = give_or_take(due, told, known)
            continue
        move = Move(act=known.act, was=due, becomes=told)
        if late:
            late = late if told != due else None  # what came late was taken back
        elif known.arrived is None and known.act.day <= due:
            due, unsure = told, unsure or move
        elif is_late(known, due, days_to_file):
            late = move
        else:
            due = max(told, min(known.arrived or told, due))
    return Promise(due=due, moved_late=late, unsure=unsure)


def is_moved(held: Held[W], name: str) -> bool:
    """Tell whether any act says something of a due date."""
    return any(setting.name == name for known in held.known for setting in known.act.settings)


def changes_what_holds(act: Act) -> bool:
    """Tell whether something else may hold after an act: it sets something, or takes an act back."""
    return bool(act.settings) or isinstance(act, TakesBack)


def is_late(known: Known, due: date, days_to_file: int) -> bool:
    """Tell whether a move was done after a date had passed, or took too long to arrive."""
    return known.act.day > due or (known.arrived or due) > due + timedelta(days=days_to_file)


def give_or_take(due: date | None, told: Content, known: Known) -> date | None:
    """Give a due date that is told for the first time, or none where it is taken back before it has passed."""
    if due is not None and (known.arrived or known.act.day) > due:
        return due
    return told if isinstance(told, date) else None
