"""A group's state: derived from dates and records for a given day, never typed in (ToR, D2)."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from scm_site.days import write_day
from scm_site.records.dossier import Dossier
from scm_site.records.unknown import known

StateName = Literal[
    "forming",
    "active",
    "paused",
    "ending",
    "closing",
    "completed",
    "ended by agreement",
    "ended early",
    "not known",
]

ENDED_AS: dict[str, StateName] = {
    "completed": "completed",
    "by agreement": "ended by agreement",
    "early": "ended early",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class State:
    """A group's state on a day, and the reason in words."""

    name: StateName
    why: str

    @property
    def is_current(self) -> bool:
        """Whether the group is at work or about to be."""
        return self.name in ("forming", "active", "paused", "ending")

    @property
    def is_over(self) -> bool:
        """Whether the group's time is over."""
        return self.name in ("closing", "completed", "ended by agreement", "ended early")

    @property
    def has_ended(self) -> bool:
        """Whether a record says how the group ended, and its last day is over."""
        return self.name in ENDED_AS.values()


def derive_state(dossier: Dossier, as_of: date) -> State:
    """Give a group's state on a day: from its launch, its end, and how it ended if it did."""
    return find_end(dossier, as_of) or find_stage(dossier, as_of)


def find_end(dossier: Dossier, as_of: date) -> State | None:
    """Give how a group ended, if a record says so and its last day is over."""
    ended, last_day = dossier.ended, dossier.last_day
    if ended is None or (last_day is not None and as_of <= last_day):
        return None
    when = f" on {write_day(last_day)}" if last_day else ""
    return State(name=ENDED_AS[ended.how], why=f"Its end{when} is recorded: {ended.how}.")


def find_stage(dossier: Dossier, as_of: date) -> State:
    """Give where a group stands between its launch and its last day, as far as these are known."""
    launch, last_day = known(dossier.group.launch), dossier.last_day
    if launch is None:
        return State(
            name="not known", why="Its launch date is not known, so that its state cannot be worked out."
        )
    if as_of < launch:
        return State(name="forming", why=f"It is launched on {write_day(launch)}.")
    pause = dossier.course.find_pause(as_of)
    if pause is not None and (last_day is None or as_of <= last_day):
        return State(name="paused", why=f"It pauses until {write_day(pause.last)}.")
    since = f"It was launched on {write_day(launch)}"
    if last_day is not None:
        return find_stage_before_end(dossier, last_day, as_of, since)
    if dossier.group.is_focus:
        return State(name="not known", why=f"{since}, but its end date is not known.")
    return State(name="active", why=f"{since}.")


def find_stage_before_end(dossier: Dossier, last_day: date, as_of: date, since: str) -> State:
    """Give where a launched group stands whose last day is known."""
    if last_day < as_of:
        why = f"Its time ended on {write_day(last_day)}, and no record says yet how it ended."
        return State(name="closing", why=why)
    if dossier.ended is not None:
        return State(name="ending", why=f"Its end on {write_day(last_day)} was announced.")
    return State(name="active", why=f"{since} and runs until {write_day(last_day)}.")
