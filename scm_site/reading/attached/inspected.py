"""What looking into a file gives."""

from dataclasses import dataclass


class BrokenError(Exception):
    """A file cannot be opened; the message says why, as the end of a sentence about the file."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Inspected:
    """What is wrong with what is in a file.

    `broken` says why it cannot be opened, `dangers` what in it could run or unfold, with the way out,
    `barriers` why not everybody can read it, `makers` whom it names as who wrote, changed or remarked on it.
    """

    broken: str = ""
    dangers: tuple[str, ...] = ()
    way_out: str = ""
    barriers: tuple[str, ...] = ()
    makers: tuple[str, ...] = ()
