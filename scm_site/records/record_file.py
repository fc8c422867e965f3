"""Where a record comes from, so that every finding and every page can name the place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from scm_site.findings import Place
from scm_site.reading import Mark, ValuePath

Value = str | int | Decimal | bool | None | list["Value"] | dict[str, "Value"]


@dataclass(frozen=True, kw_only=True, slots=True)
class ThinText:
    """A text that says too little to count: its field, and its size beside the one that would do."""

    field: ValuePath
    size: str
    enough: str


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class RecordFile:
    """A file that is or should be a record: its path, the ids that the path gives, and where each field stands.

    Where it could not be taken apart into fields, `raw` is its whole text. `over_long` are the fields with a text over
    its limit, in which nothing is looked for. `elsewhere` are fields that stand in other files, each with its file and
    its field there: a group is told by several. `written` are days that were put right since, as they are written here;
    `done` is the day on which an act was done, where the name of its file says another by such a slip.
    """

    path: str
    kind: str
    id: str
    group: str
    marks: Mapping[ValuePath, Mark]
    data: Mapping[str, Value]
    body_line: int
    thin: tuple[ThinText, ...] = ()
    raw: str = ""
    over_long: frozenset[ValuePath] = frozenset()
    elsewhere: Mapping[ValuePath, tuple["RecordFile", ValuePath]] = field(default_factory=dict)
    written: Mapping[ValuePath, date] = field(default_factory=dict)
    done: date | None = None

    @property
    def text(self) -> str:
        """The text below the fields as it is written, "" where there is none."""
        return str(self.data.get("text", ""))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the fields that the file states."""
        return tuple(self.data)

    def place(self, *path: str | int) -> Place:
        """Give the place of a field's content, or of the nearest field around it that is there."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.elsewhere:
                other, there = self.elsewhere[path[:length]]
                return other.place(*there, *path[length:])
        if path == ("text",) and self.body_line > 1:
            return Place(path=self.path, line=self.body_line)
        for length in range(len(path), -1, -1):
            mark = self.marks.get(path[:length])
            if mark is not None:
                line, column = (mark.line, mark.column) if length else (mark.line, 1)
                return Place(path=self.path, line=line, column=column)
        return Place(path=self.path)

    def find_stand(self, *path: str | int) -> tuple["RecordFile", ValuePath]:
        """Give the file in which a field stands, this one or another one that tells it, and the field there."""
        if path not in self.elsewhere:
            return self, path
        other, there = self.elsewhere[path]
        return other.find_stand(*there)

    def has_field(self, name: str) -> bool:
        """Tell whether the record states the field with this name; a dot leads into a field."""
        value: Value = dict(self.data)
        for part in name.split("."):
            if isinstance(value, dict) and part in value:
                value = value[part]
            elif isinstance(value, list) and part.isdigit() and int(part) < len(value):
                value = value[int(part)]
            else:
                return False
        return True

    def find_texts(self) -> Iterator[tuple[ValuePath, str]]:
        """Give every text of the record with its field, but for those over their limits."""
        texts = walk_texts((), dict(self.data))
        return ((field, text) for field, text in texts if field not in self.over_long)

    def find_unknown(self) -> Iterator[ValuePath]:
        """Give every field that says that a fact is not known."""
        return walk_unknown((), dict(self.data))

    def find_statement(self, name: str) -> ValuePath:
        """Give where a field states something: itself, its best guess; () where it is empty, or nothing is known."""
        value = self.data.get(name)
        if isinstance(value, dict) and "unknown" in value:
            return (name, "about") if "about" in value else ()
        return (name,) if value else ()


def walk_texts(field: ValuePath, value: Value) -> Iterator[tuple[ValuePath, str]]:
    """Give every text below a value, with the field in which it stands."""
    if isinstance(value, str):
        yield field, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from walk_texts((*field, name), inner)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from walk_texts((*field, index), inner)


def walk_unknown(field: ValuePath, value: Value) -> Iterator[ValuePath]:
    """Give every field below a value that says that a fact is not known."""
    if isinstance(value, dict):
        if "unknown" in value:
            yield field
        for name, inner in value.items():
            yield from walk_unknown((*field, name), inner)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from walk_unknown((*field, index), inner)


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """A public page that a reconstructed record rests on, and the fields that it supports."""

    address: str
    title: str
    supports: tuple[str, ...]
    published: date | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Inference:
    """A field that no source states outright, and how it was worked out."""

    field: str
    how: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Record:
    """What every record has: its file, and whether it was filed or put together from public sources."""

    file: RecordFile
    origin: Literal["filed", "reconstructed"] = "filed"
    sources: tuple[Source, ...] = ()
    inferred: tuple[Inference, ...] = ()

    @property
    def id(self) -> str:
        """The record's id, from its path."""
        return self.file.id

    @property
    def is_reconstructed(self) -> bool:
        """Whether it was put together from public sources, so that facts may be unknown."""
        return self.origin == "reconstructed"


@dataclass(frozen=True, kw_only=True, slots=True)
class Withdrawn:
    """That a record no longer stands, since when and why."""

    on: date
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Cancelled:
    """That a meeting or event does not take place: called off when, and why."""

    on: date
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Correction:
    """What was put right after publication."""

    on: date
    what: str
