"""What looking into a file gives: what in it is not allowed, each with how a copy goes without it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol


class BrokenError(Exception):
    """A file cannot be opened; the message says why, as the end of a sentence about the file."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a file that is not on the list of what is allowed, or the name of who made it (`is_maker`).

    `mend` takes it out of the opened file; without it, no program can.
    """

    words: str
    mend: Callable[[], object] | None = None
    is_maker: bool = False


class Opened(Protocol):
    """A file that was opened: tells its faults, and gives its bytes as they are after some were mended."""

    def find_faults(self) -> Iterator[Fault]:
        """Give what is not allowed; raises BrokenError where it cannot be read."""

    def save(self) -> bytes:
        """Give its bytes."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Inspected:
    """What is wrong with what is in a file.

    `broken` says why it cannot be opened, `dangers` what in it is not allowed, with the way out,
    `barriers` why not everybody can read it, `makers` whom it names as who wrote, changed or remarked on it.
    """

    broken: str = ""
    dangers: tuple[str, ...] = ()
    way_out: str = ""
    barriers: tuple[str, ...] = ()
    makers: tuple[str, ...] = ()
