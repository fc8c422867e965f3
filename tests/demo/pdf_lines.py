"""Breaking text into lines, at blanks; what is longer than a line is broken anywhere."""

import re
from collections.abc import Callable, Iterable

from tests.demo.source_texts import Line, Words, join_words

#: A part of a line: which of its words it comes from (their number), and its text.
Piece = tuple[int, str]
Measure = Callable[[Words, str], float]

_PARTS = re.compile(r"( +|\n)")


def break_line(line: Line, width: float, measure: Measure) -> list[list[Piece]]:
    """Break a line into lines that are not wider; a blank at the end of a line stays there, for who reads it aloud."""
    lines: list[list[Piece]] = [[]]
    used = 0.0
    for group in _group(line):
        if group == [(-1, "\n")]:
            lines.append([])
            used = 0.0
            continue
        for part in _split_long(group, line, width, measure):
            taken = sum(measure(line[number], text) for number, text in part)
            needed = sum(measure(line[number], text.rstrip(" ")) for number, text in part)
            if lines[-1] and used + needed > width:
                lines.append([])
                used = 0.0
            lines[-1] += part
            used += taken
    return [_join(pieces) for pieces in lines]


def measure_longest(line: Line, measure: Measure) -> float:
    """Give the width of the widest part that is not to be broken."""
    groups = ([piece for piece in group if piece[0] >= 0] for group in _group(line))
    return max(
        (sum(measure(line[number], text.rstrip()) for number, text in group) for group in groups), default=0
    )


def measure_line(line: Line, measure: Measure) -> float:
    """Give the width of a line that is not broken, except where it asks for it."""
    if "\n" in join_words(line):
        return max(sum(measure(line[n], text) for n, text in part) for part in break_line(line, 1e9, measure))
    return sum(measure(words, words.text) for words in line)


def _group(line: Line) -> list[list[Piece]]:
    """Give the parts between which a line may be broken; each has the blank behind it."""
    groups: list[list[Piece]] = [[]]
    for number, words in enumerate(line):
        for text in filter(None, _PARTS.split(words.text)):
            if text == "\n":
                groups += [[(-1, "\n")], []]
            else:
                groups[-1].append((number, text if text.strip(" ") else " "))
                if not text.strip(" "):
                    groups.append([])
    return [group for group in groups if group]


def _split_long(group: list[Piece], line: Line, width: float, measure: Measure) -> Iterable[list[Piece]]:
    """Split what is wider than a line into parts that are not."""
    part: list[Piece] = []
    used = 0.0
    for number, text in group:
        for letter in text:
            step = measure(line[number], letter)
            if part and letter != " " and used + step > width:
                yield _join(part)
                part, used = [], 0.0
            part.append((number, letter))
            used += step
    yield _join(part)


def _join(pieces: list[Piece]) -> list[Piece]:
    """Join neighbours that come from the same words."""
    joined: list[Piece] = []
    for number, text in pieces:
        if joined and joined[-1][0] == number:
            joined[-1] = (number, joined[-1][1] + text)
        else:
            joined.append((number, text))
    return joined
