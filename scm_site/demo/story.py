"""The story of the worked example: who brings which files to the main branch, on which day, in which way.

A story is a text of blocks with an empty line between them, in the order of time; lines that begin with `#` are notes:

    2025-09-15 The trials need two more weeks: the meeting moves to October
      opened by example-alma, agreed by example-boris and example-ines, merged by example-boris
      moves groups/warm-homes/meetings/2025-09-25-trials.md to groups/warm-homes/meetings/2025-10-09-trials.md
      files groups/warm-homes/launch.md, without members.9, members.6.charter, with end 2026-07-15

The second line of a block tells how it came in: `merged by`, `squashed by` or `rebased by` somebody, `left open` or
`left open as a draft`, or `pushed by` somebody without a pull request.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal, cast

from scm_site.days import parse_day
from scm_site.demo.played_forge import Merge

How = Merge | Literal["push", "open", "draft"]

ENDINGS: dict[str, How] = {"merged": "merge", "squashed": "squash", "rebased": "rebase"}
OPEN: dict[str, How] = {"left open": "open", "left open as a draft": "draft"}


class StoryError(ValueError):
    """A story that cannot be read; the text names the line and what is wrong with it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Files:
    """A file or folder below `content/` that arrives or changes, less some fields, some of them with another value."""

    path: str
    without: tuple[str, ...] = ()
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Move:
    """A file or folder that gets its present name."""

    was: str
    path: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """One change: its day and title, who opened it, who agreed, how and by whom it came in, and what it does."""

    day: date
    title: str
    opener: str
    agreed: tuple[str, ...]
    by: str
    how: How
    steps: tuple[Files | Move, ...]


def read_story(text: str) -> tuple[Block, ...]:
    """Read every block of a story; raises StoryError."""
    blocks = tuple(read_block(lines) for lines in split_blocks(text))
    days = [block.day for block in blocks]
    for earlier, later in pairwise(days):
        if later < earlier:
            raise StoryError(f"the story goes back in time, from {earlier} to {later}")
    return blocks


def split_blocks(text: str) -> Iterator[list[tuple[int, str]]]:
    """Give the lines of each block with their numbers, without notes."""
    block: list[tuple[int, str]] = []
    for number, line in enumerate([*text.splitlines(), ""], start=1):
        if line.startswith("#"):
            continue
        if line.strip():
            block.append((number, line))
        elif block:
            yield block
            block = []


def read_block(lines: list[tuple[int, str]]) -> Block:
    """Read a block from its numbered lines; raises StoryError, with the line, where one cannot be read."""
    (number, head), *more = lines
    day, _, title = head.partition(" ")
    try:
        told_day = parse_day(day)
    except ValueError:
        raise StoryError(f"line {number}: a block begins with its day, such as 2025-09-15") from None
    if not title or not more or any(not line.startswith("  ") for _, line in more):
        raise StoryError(f"line {number}: a block has a title, and indented how it came in and what it does")
    (number, landing), *steps = more
    opener, agreed, by, how = read_landing(number, landing.strip())
    return Block(
        day=told_day,
        title=title,
        opener=opener,
        agreed=agreed,
        by=by,
        how=how,
        steps=tuple(read_step(number, line.strip()) for number, line in steps),
    )


def read_landing(number: int, line: str) -> tuple[str, tuple[str, ...], str, How]:
    """Read how a block came in: who opened it, who agreed, who brought it in, and how."""
    parts = line.split(", ")
    pushed = parts[0].removeprefix("pushed by ")
    if pushed != parts[0] and len(parts) == 1:
        return pushed, (), pushed, "push"
    told = dict(part.partition(" by ")[::2] for part in parts[:-1])
    end, _, by = parts[-1].partition(" by ")
    how = OPEN.get(end) or (ENDINGS.get(end) if by else None)
    if how is None or not told.keys() <= {"opened", "agreed"} or "opened" not in told:
        raise StoryError(
            f"line {number}: write how it came in, such as `opened by A, agreed by B, merged by C`"
        )
    agreed = tuple(told["agreed"].split(" and ")) if "agreed" in told else ()
    return told["opened"], agreed, by, how


def read_step(number: int, line: str) -> Files | Move:
    """Read what a block does with a file or folder."""
    verb, _, rest = line.partition(" ")
    if verb == "moves" and " to " in rest:
        was, path = rest.split(" to ")
        return Move(was=was, path=path)
    if verb != "files" or not rest:
        raise StoryError(f"line {number}: a step is `files PATH` or `moves PATH to PATH`")
    path, *more = rest.split(", ")
    without, values = [], []
    kind = ""
    for part in more:
        word, _, tail = part.partition(" ")
        kind, item = (word, tail) if word in ("without", "with") else (kind, part)
        if kind == "without":
            without.append(item)
        elif kind == "with" and " " in item:
            values.append(cast("tuple[str, str]", tuple(item.split(" ", 1))))
        else:
            raise StoryError(f"line {number}: `{part}` is neither `without FIELD` nor `with FIELD VALUE`")
    return Files(path=path, without=tuple(without), values=tuple(values))


def find_name(path: str, after: int, blocks: tuple[Block, ...]) -> str:
    """Give the path that a file had when a block was played, before the moves of that block and of later ones.

    `after` is the number of the block, counted from 0.
    """
    moves = [step for block in blocks[after:] for step in block.steps if isinstance(step, Move)]
    for move in reversed(moves):
        if re.match(re.escape(move.path) + r"(/|$)", path):
            path = move.was + path.removeprefix(move.path)
    return path
