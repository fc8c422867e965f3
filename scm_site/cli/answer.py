"""What a command returns: text to print and how it ended; or the reason why it could not run."""

from dataclasses import dataclass

FINE = 0
FINDINGS = 1
COULD_NOT_RUN = 2


class CannotRunError(Exception):
    """The command could not run; the message says why in one line."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What a command that ran has to say; `note` is a line for people, beside what a program may read."""

    text: str
    code: int = FINE
    note: str = ""
