"""What the fields of a document for programs can hold, and how a type says what each of its fields means.

Each shape of what we publish is one type. JSON, the table, the JSON Schema, OpenAPI and the list of fields on the site
are made from it. The docstring of such a type is public: it becomes the description in the schema.
"""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, ClassVar

from msgspec import Meta, Struct


class Data(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A thing with fields, all of which are always there; None stands for what is not known or does not apply.

    `in_one_cell`: a table has the text of the whole thing in one cell, and no column for each of its fields.
    """

    in_one_cell: ClassVar[bool] = False


def means(words: str, *, since: date | None = None) -> Meta:
    """Say what a field means, for whoever reads the data; `since`, on which day it was added to a dataset."""
    return Meta(description=words, extra={"since": since} if since else None)


def one_of(texts: Iterable[str]) -> Meta:
    """Say which texts a field can hold, in an order that people know; msgspec would sort those of a type."""
    return Meta(extra_json_schema={"enum": list(texts)})


Day = date
Text = Annotated[str, Meta(min_length=1)]
Count = Annotated[int, Meta(ge=0)]
Number = Annotated[int, Meta(ge=1)]
#: A moment in UTC, as RFC 3339 writes it.
Moment = Annotated[str, Meta(pattern="Z$", extra_json_schema={"format": "date-time"})]
Uri = Annotated[str, Meta(extra_json_schema={"format": "uri"})]
Address = Annotated[str, Meta(pattern="^https?://", extra_json_schema={"format": "uri"})]
Commit = Annotated[str, Meta(pattern="^([0-9a-f]{40}|[0-9a-f]{64})$")]
Country = Annotated[str, Meta(pattern="^[A-Z]{2}$")]
Language = Annotated[str, Meta(pattern="^[a-z]{2,3}(-[A-Za-z0-9]+)*$")]
