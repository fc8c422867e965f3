"""More slips after the one that stops libyaml: each field, and each entry of a list, is read by itself.

That is sound because a field starts on each line that says so, unless a text in quotes or brackets runs over it.
So a field whose quotes or brackets stay open is joined with those below it before it is judged; and a field is
blamed only if no such join can be read. Of each field, or entry of a list, the first slip is told.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

import yaml
from yaml._yaml import CParser

from scm_site.reading.yaml_explanations import YamlFault, explain_yaml_error

_FIELD = re.compile(r"[A-Za-z_][\w-]*:(?: |$)")
_LIST_HEAD = re.compile(r"[A-Za-z_][\w-]*: *(?:#.*)?$")
_ENTRY = re.compile(r"( *)- ")

#: So many readings of pieces are worth it; then the rest is left unjudged.
MOST_TRIES = 2000


class _EnoughError(Exception):
    """The file was made to keep us busy."""


class _Slip(NamedTuple):
    """What is wrong in a piece, and the rows (from 0) where the piece starts and before which it stops."""

    start: int
    stop: int
    fault: YamlFault


class _Reader:
    """Reads pieces of the lines, and counts how often."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.tries = 0

    def find_error(self, start: int, end: int) -> yaml.YAMLError | None:
        """Give the error in a piece of the lines, with the line numbers of the whole; None if it can be read."""
        self.tries += 1
        if self.tries > MOST_TRIES:
            raise _EnoughError
        parser = CParser("\n" * start + "\n".join(self.lines[start:end]) + "\n")
        try:
            while parser.get_event() is not None:
                pass
        except yaml.YAMLError as error:
            return error
        return None


def find_slips(lines: list[str], first: YamlFault) -> list[YamlFault]:
    """Give the slip at which libyaml stopped, and those below it, outside of the field or entry that holds it.

    Where a quote stays open, libyaml stops far below; then the field with that quote is blamed instead.
    """
    reader = _Reader(lines)
    slips: list[_Slip] = []
    with suppress(_EnoughError):
        for slip in _find_slips(reader, _find_starts(lines, 0, len(lines), _FIELD), len(lines)):
            slips.append(slip)  # noqa: PERF402  (what was found before the reader gave up counts)
    if any(slip.stop < first.line for slip in slips):
        return [slip.fault for slip in slips]
    return [first, *(slip.fault for slip in slips if slip.start >= first.line)]


def _find_starts(lines: list[str], start: int, end: int, pattern: re.Pattern[str]) -> list[int]:
    return [row for row in range(start, end) if pattern.match(lines[row])]


def _find_slips(reader: _Reader, starts: list[int], end: int) -> Iterator[_Slip]:
    """Give the first slip of each piece."""
    bounds = [*starts, end]
    place = 0
    while place < len(starts):
        start, stop = bounds[place], bounds[place + 1]
        error = reader.find_error(start, stop)
        length = 1 if error is None else _find_length(reader, bounds, place, error)
        if not length:
            entries = _find_entries(reader.lines, start, stop)
            if entries:
                yield from _find_slips(reader, entries, stop)
            elif error is not None:
                yield _Slip(start, stop, explain_yaml_error(error, reader.lines[:stop]))
        place += length or 1


def _find_length(reader: _Reader, bounds: list[int], place: int, error: yaml.YAMLError) -> int:
    """Tell how many pieces from this one on can be read together, 0 if none; only open quotes and brackets join."""
    if not _is_open(error, bounds[place + 1]):
        return 0
    for last in range(place + 2, len(bounds)):
        joined = reader.find_error(bounds[place], bounds[last])
        if joined is None:
            return last - place
        if not _is_open(joined, bounds[last]):
            return 0
    return 0


def _is_open(error: yaml.YAMLError, end: int) -> bool:
    """Tell whether reading stopped at the end of a piece, so that more lines may mend it."""
    mark = getattr(error, "problem_mark", None)
    return mark is not None and mark.line >= end - 1


def _find_entries(lines: list[str], start: int, stop: int) -> list[int]:
    """Give where the entries of a list start, if a piece consists of a field's name and such a list."""
    rows = [
        row
        for row in range(start + 1, stop)
        if lines[row].strip() and not lines[row].lstrip().startswith("#")
    ]
    first = _ENTRY.match(lines[rows[0]]) if rows and _LIST_HEAD.match(lines[start]) else None
    if first is None:
        return []
    entries = _find_starts(lines, start + 1, stop, re.compile(f"{first[1]}- "))
    return entries if len(entries) > 1 else []
