"""The vocabulary of schema.org, to hold descriptions against: its own lists of types and properties.

Nothing is asked of the network: the one context that our pages name is served from tests/data/schema_org.
"""

import csv
import gzip
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

from pyld import jsonld  # type: ignore[import-untyped]
from rdflib import RDFS, Graph

VOCABULARY = Path(__file__).parent.parent / "data" / "schema_org"
CONTEXT = "https://schema.org"
NAMES = "http://schema.org/"
#: What stands in a description as a text, in the words of schema.org.
DATA_TYPES = {"Text", "URL", "Date", "DateTime", "Number", "Boolean", "Time", "Integer"}


@dataclass(frozen=True, kw_only=True)
class Property:
    """Of which types a property tells, and what it may hold."""

    domain: frozenset[str]
    range: frozenset[str]


def read_file(name: str) -> str:
    """Give the text of one of the files."""
    return gzip.decompress((VOCABULARY / f"{name}.gz").read_bytes()).decode()


def shorten(address: str) -> str:
    """Give the name at the end of an address of schema.org."""
    return address.strip().rpartition("/")[2]


@cache
def read_properties() -> dict[str, Property]:
    """Give every property by its name."""
    rows = csv.DictReader(StringIO(read_file("schemaorg-current-https-properties.csv")))
    return {
        row["label"]: Property(
            domain=frozenset(map(shorten, row["domainIncludes"].split(","))),
            range=frozenset(map(shorten, row["rangeIncludes"].split(","))),
        )
        for row in rows
    }


@cache
def read_parents() -> dict[str, set[str]]:
    """Give the types that each type is a kind of."""
    graph = Graph().parse(data=read_file("schemaorg-subclasses.shacl"), format="turtle")
    parents: dict[str, set[str]] = defaultdict(set)
    for child, parent in graph.subject_objects(RDFS.subClassOf):
        parents[shorten(str(child))].add(shorten(str(parent)))
    return parents


@cache
def list_kinds(type_: str) -> frozenset[str]:
    """Give a type and all that it is a kind of."""
    return frozenset({type_}).union(*(list_kinds(parent) for parent in read_parents().get(type_, ())))


@cache
def read_context() -> Any:
    """Give the context as PyLD asks for it."""
    return json.loads(read_file("schemaorgcontext.jsonld"))


def load_context(address: str, _: object) -> dict[str, Any]:
    """Serve the context, and nothing else."""
    assert address.rstrip("/") == CONTEXT, f"asks for {address}"
    return {
        "contextUrl": None,
        "documentUrl": address,
        "document": read_context(),
        "contentType": "application/ld+json",
    }


def expand(document: Any) -> list[dict[str, Any]]:
    """Write a description with every name in full."""
    expanded: list[dict[str, Any]] = jsonld.expand(document, {"documentLoader": load_context})
    return expanded


def find_faults(node: dict[str, Any]) -> Iterator[str]:
    """Give what schema.org has no name for, or has a name for elsewhere, in an expanded description."""
    (type_,) = (shorten(name) for name in node["@type"])
    kinds = list_kinds(type_)
    if "Thing" not in kinds:
        yield f"no type {type_}"
    for name, values in node.items():
        if name.startswith("@"):
            continue
        known = read_properties().get(name.removeprefix(NAMES))
        if known is None or not known.domain & kinds:
            yield f"{type_} has no {name}"
            continue
        for value in values:
            yield from (f"{type_}.{name}: {fault}" for fault in find_value_faults(value, known))


def find_value_faults(value: dict[str, Any], known: Property) -> Iterator[str]:
    """Give what is wrong with one value of a property."""
    if "@type" in value and "@value" not in value:
        (type_,) = (shorten(name) for name in value["@type"])
        if not list_kinds(type_) & known.range:
            yield f"may not be a {type_}"
        yield from find_faults(value)
    elif "@value" in value:
        allowed = {shorten(value["@type"])} if "@type" in value else DATA_TYPES
        if not allowed & known.range:
            yield f"may not be the text {value['@value']!r}"
    elif not str(value["@id"]).startswith("https://"):
        yield f"{value['@id']!r} is no address"
