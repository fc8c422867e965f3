"""What a catalogue is made of: things, facts about them, and the values of facts (RDF 1.1)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True, kw_only=True, slots=True)
class Ref:
    """A reference to another thing, by its address."""

    iri: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Literal:
    """A text, in a language or of a type (a name with a prefix); with neither it is plain."""

    text: str
    language: str = ""
    type: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Node:
    """A thing with the facts about it. Without an address it stands inside the thing that it belongs to.

    Types and the names of facts are written with a prefix, as `dct:title`.
    """

    types: tuple[str, ...]
    facts: tuple[tuple[str, tuple["Value", ...]], ...]
    iri: str = ""


Value = Ref | Literal | Node

#: What may not stand in an address (RFC 3987; Turtle, IRIREF), written so that it may.
_ALLOWED = "".join(map(chr, range(0x21, 0x7F))).translate({ord(sign): None for sign in '<>"{}|^`\\'})


def make_ref(address: str) -> Ref:
    """Give a thing by its address; signs that no address may hold are escaped."""
    return Ref(iri="".join(sign if sign >= "\xa0" else quote(sign, safe=_ALLOWED) for sign in address))


def make_node(
    types: Iterable[str], facts: Iterable[tuple[str, Value | Iterable[Value] | None]], iri: str = ""
) -> Node:
    """Give a thing with its facts; what is None or empty is left out, and each value stands once."""
    listed = ((name, list_values(value)) for name, value in facts)
    return Node(types=tuple(types), facts=tuple(fact for fact in listed if fact[1]), iri=iri)


def list_values(value: Value | Iterable[Value] | None) -> tuple[Value, ...]:
    """Give the values of a fact, each once."""
    if value is None:
        return ()
    return (value,) if isinstance(value, Ref | Literal | Node) else tuple(dict.fromkeys(value))


def walk_facts(nodes: Iterable[Node]) -> Iterator[tuple[str, Value]]:
    """Give every fact of things and of what stands inside them."""
    for node in nodes:
        for name, values in node.facts:
            for value in values:
                yield name, value
                if isinstance(value, Node):
                    yield from walk_facts([value])
