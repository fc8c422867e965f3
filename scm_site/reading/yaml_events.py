"""The parts of libyaml's events that we look at, for the type checker."""

from typing import Protocol


class Position(Protocol):
    """A place in the YAML text, all from 0."""

    @property
    def index(self) -> int: ...  # noqa: D102

    @property
    def line(self) -> int: ...  # noqa: D102

    @property
    def column(self) -> int: ...  # noqa: D102


class YamlEvent(Protocol):
    """Something begins, ends or stands at a place."""

    start_mark: Position
    end_mark: Position


class NodeEvent(YamlEvent, Protocol):
    """The event of libyaml with which a value begins: it alone can have an anchor and a tag."""

    anchor: str | None
    tag: str | None


class ScalarEvent(NodeEvent, Protocol):
    """A value that is no mapping and no list; its style is the quote or sign it is written with, or ""."""

    value: str
    style: str


class DocumentEvent(YamlEvent, Protocol):
    """A document begins, after directives or without."""

    version: tuple[int, int] | None
    tags: dict[str, str] | None
