"""What is drawn on the pages of a PDF, and the tags that tell what it is (ISO 32000-1, 14.7 and 14.8)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Union


@dataclass(slots=True)
class Drawn:
    """A piece of text at a place; its `mark` is its number on the page `page` once it is tagged."""

    text: str
    left: float
    base: float
    size: float
    bold: bool = False
    slanted: bool = False
    colour: str = "0 g"
    address: str = ""
    width: float = 0
    owner: "Element | None" = None
    page: int = -1
    mark: int = -1


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle; a thin one is a line. It says nothing."""

    left: float
    low: float
    width: float
    height: float
    colour: str


@dataclass(slots=True, eq=False)
class Element:
    """A tag: what it is, its parts in the order of reading, and more that a reader has to know."""

    tag: str
    more: str = ""
    kids: list[Union["Element", Drawn]] = field(default_factory=list)

    def add(self, tag: str, more: str = "") -> "Element":
        """Add a tag below this one."""
        kid = Element(tag, more)
        self.kids.append(kid)
        return kid

    def walk(self) -> Iterator["Element"]:
        """Give this tag and all below it."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()


@dataclass(slots=True)
class Page:
    """A page: what is drawn on it, in the order of reading."""

    items: list[Drawn | Box] = field(default_factory=list)

    @property
    def tagged(self) -> list[Drawn]:
        """The texts that belong to a tag; the other ones are ornament."""
        return [item for item in self.items if isinstance(item, Drawn) and item.owner]


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading in the list of contents: its level, and where it is."""

    level: int
    text: str
    page: int
    top: float


@dataclass(slots=True)
class Layout:
    """A document that was set: its pages, the tag of the whole, and its contents."""

    pages: list[Page] = field(default_factory=list)
    root: Element = field(default_factory=lambda: Element("Document"))
    entries: list[Entry] = field(default_factory=list)
