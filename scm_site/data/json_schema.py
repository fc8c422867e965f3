"""JSON Schemas (draft 2020-12), made from the types of what we publish."""

from collections.abc import Iterable, Mapping
from inspect import getdoc
from typing import Any

from msgspec import json as msgspec_json

from scm_site.data.fields import Data

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Schema = Mapping[str, Any]


def make_schemas(types: Iterable[type[Data]], place: str) -> dict[str, Schema]:
    """Give the schema of each type, and of every type in it, by its name.

    `place` is where the schemas will stand in their document, as `#/$defs/`, so that they find each other.
    """
    _, made = msgspec_json.schema_components(types, ref_template=f"{place}{{name}}")
    return {
        name: {**schema, "description": put_on_one_line(schema["description"])}
        for name, schema in made.items()
    }


def make_schema(document: type[Data], address: str, title: str) -> Schema:
    """Give the schema of a document, which is named by its address on the site."""
    schemas = make_schemas([document], "#/$defs/")
    own = schemas.pop(document.__name__)
    return {"$schema": DIALECT, "$id": address, **own, "title": title, "$defs": schemas}


def describe_type(described: type[Data]) -> str:
    """Give what a type is, in its own words."""
    return put_on_one_line(getdoc(described) or "")


def put_on_one_line(words: str) -> str:
    """Give a docstring as one line."""
    return " ".join(words.split())
