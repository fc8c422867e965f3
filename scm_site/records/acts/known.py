"""Acts as they are known: with the day of their arrival, with what they have set, or with why they do nothing."""

from dataclasses import dataclass
from datetime import date

from scm_site.records.acts.act import Act, Setting


@dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """An act that is known, and the day on which it arrived on the main branch; None where that is not known."""

    act: Act
    arrived: date | None = None

    @property
    def works_from(self) -> date:
        """The day from which it works: the day done, or that of its arrival where that turns out to be earlier."""
        return min(self.act.day, self.arrived or date.max)

    @property
    def since(self) -> date:
        """The day since which it is known: that of its arrival; where that is not known, the day done."""
        return self.arrived or self.act.day


#: An act with what it sets, once corrections are put in.
Taken = tuple[Known, tuple[Setting, ...]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """One thing that an act has set."""

    known: Known
    setting: Setting


@dataclass(frozen=True, kw_only=True, slots=True)
class Idle:
    """An act that does nothing: why, and the field that says so; `is_disputed` where another act stands against it."""

    act: Act
    why: str
    field: tuple[str | int, ...] = ()
    is_fault: bool = True
    is_disputed: bool = False
