"""Facts that are not known: a first-class answer in records put together from public sources."""

from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True, slots=True)
class Unknown:
    """A fact that is not known: why, and what can be guessed (shown, never computed with)."""

    unknown: str
    about: str = ""


def known(value: T | Unknown | None) -> T | None:
    """Give the value, or None where it is not known or not stated."""
    return None if isinstance(value, Unknown) else value
