"""A group's state: derived from dates and records for a given day, never typed in (ToR, D2)."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from scm_site.records.dossier import Dossier
from scm_site.records.unknown import known

StateName = Literal[
    "forming", "active", "ending", "closing", "completed", "ended by agreement", "ended early", "not known"
]

#: Every state, in the order of a group's life.
STATES: tuple[StateName, ...] = (
    "forming",
    "active",
    "ending",
    "closing",
    "completed",
    "ended by agreement",
    "ended early",
    "not known",
)

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
        """Whether the group is at work, about to be, or may be for all that is known."""
        return self.name in ("forming", "active", "ending", "not known")


def derive_state(dossier: Dossier, as_of: date) -> State:
    """Give a group's state on a day: from its launch, its end, and how it ended if it did."""
    launch, last_day, ended = known(dossier.group.launch), dossier.last_day, dossier.termination
    if ended is not None and (last_day is None or last_day < as_of):
        when = f" on {write_day(last_day)}" if last_day else ""
        return State(name=ENDED_AS[ended.how], why=f"Its end was recorded{when}: {ended.how}.")
    if launch is None:
        return State(
            name="not known", why="Its launch date is not known, so that its state cannot be worked out."
        )
    if as_of < launch:
        return State(name="forming", why=f"It is launched on {write_day(launch)}.")
    if ended is not None and last_day is not None:
        return State(name="ending", why=f"Its end on {write_day(last_day)} was announced.")
    if last_day is not None and last_day < as_of:
        why = f"Its time ended on {write_day(last_day)}, and no record says yet how it ended."
        return State(name="closing", why=why)
    if last_day is None and dossier.group.is_focus:
        why = f"It was launched on {write_day(launch)}, but its end date is not known."
        return State(name="not known", why=why)
    until = f" and runs until {write_day(last_day)}" if last_day else ""
    return State(name="active", why=f"It was launched on {write_day(launch)}{until}.")


def write_day(day: date) -> str:
    """Write a day as people do: 13 March 2024."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
