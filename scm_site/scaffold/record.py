"""A whole new record: its head, its fields, and in a Markdown file its text."""

import re
from collections.abc import Mapping

from scm_site.reading import SLOT_OF_KIND, Syntax
from scm_site.records.schemas import Schema, Schemas
from scm_site.scaffold.explanations import explain_field, write_comment
from scm_site.scaffold.field_writer import FieldWriter
from scm_site.scaffold.lines import Blank, Line

HOW_TO = (
    "Write the real content in place of each [fill in: …].",
    "A line like `#name: …`, without a space after the #, is a field that not every record needs; to use it, "
    "take away the # before it and before the lines that belong to it.",
)
FENCE = Line(text="---")

#: How a schema says that the path gives a field's content.
FROM_PATH = re.compile(r"the same as in the (file|folder)'s name")


def make_scaffold(kind: str, schemas: Schemas, ids: Mapping[str, str]) -> str:
    """Give a new record of a kind; `ids` are what its path says, as in `find_slot`."""
    return "".join(f"{line}\n" for line in make_record_lines(kind, schemas, ids))


def make_short_scaffold(
    kind: str, schemas: Schemas, ids: Mapping[str, str], begun: tuple[str, ...] = ()
) -> str:
    """Give a new record without its explanations: short enough to be handed over in an address.

    `begun` are fields with which it begins although it can do without.
    """
    lines = [str(line) for line in make_record_lines(kind, schemas, ids, begun)]
    return "".join(f"{line}\n" for line in lines if line.strip() and not line.lstrip().startswith("#"))


def make_record_lines(
    kind: str, schemas: Schemas, ids: Mapping[str, str], begun: tuple[str, ...] = ()
) -> list[Line]:
    """Give the lines of a new record, with what is to be filled in marked as such.

    Where nothing but the text is needed, it begins with its first field: fields that are empty are not read.
    """
    document = schemas.documents[kind]
    needed = [*document["required"], *begun]
    first = list(document["properties"])[:1] if needed == ["text"] else []
    schema = {**document, "required": [*needed, *first]}
    writer = FieldWriter(schemas=schemas, given=find_given(schema, ids))
    head = [
        line
        for text in (f"{schema['title']}: {schema['description']}", schema.get("x-together", ""), *HOW_TO)
        for line in write_comment([text])
    ]
    fields = writer.write_record(schema)
    if SLOT_OF_KIND[kind].syntax == Syntax.YAML:
        return [*head, *fields]
    return [FENCE, *head, *fields, *make_body(schemas.flatten(schema["properties"]["text"]))]


def make_body(schema: Schema) -> list[Line]:
    """Give the end of the fields, and the text below them; one that may be empty has no blank, so that it stays so."""
    is_needed = "minLength" in schema
    comment = write_comment(explain_field({**schema, "examples": []}, is_needed=is_needed))
    if not is_needed:
        return [Line(text=""), *comment, FENCE]
    blank = Blank(about=schema["title"], example=schema["examples"][0], is_body=True)
    return [Line(text=""), *comment, FENCE, Line(text=""), Line(text="", blank=blank)]


def find_given(schema: Schema, ids: Mapping[str, str]) -> dict[str, str]:
    """Give the fields whose content the path says: a day at the start of a name, a language at its end."""
    said = {"date": ids.get("id", "")[:10], "language": ids.get("lang", "")}
    return {
        name: said[name]
        for name, field in schema["properties"].items()
        if FROM_PATH.search(field.get("description", "")) and said.get(name)
    }
