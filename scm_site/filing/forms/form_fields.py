"""A kind's schema as a tree of fields to fill in: labels, hints, limits and choices, all from the schema."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from scm_site.filing.forms.form_kind import FOR_EDITORS, FormKind
from scm_site.records.schemas import Schema, Schemas

Shape = Literal["line", "lines", "day", "number", "answer", "choice", "group", "list", "held", "made"]

#: What an act replaces is shown and never typed, by the name under which it holds; of several, the chosen one.
HELD = "instead_of"
ONE_OF_SEVERAL = {
    "milestones/moved": "milestones.{id}.due",
    "kpis/retargeted": "kpis.{id}.target",
    "facts": "facts.{id}",
}

#: The ids of what comes in are made from what it is called.
MADE_FROM = {
    "milestones/added/id": "title",
    "kpis/added/id": "name",
    "members/id": "person",
    "person/id": "person",
    "actions/id": "what",
}

#: Longer texts may have several lines.
ONE_LINE = 300
NOT_BLANK = r"^\s*\S"


@dataclass(frozen=True, kw_only=True, slots=True)
class FormField:
    """One field: its name in the file, its place (`applicant/country`), what people read, and what it holds.

    `fields` are those of a group; `item` is what a list repeats; `choices` are values with their words, or, where the
    register has the list, `choices_from` names it. `most` is the number of characters or items that are allowed;
    a list that `may_be_empty` says with no items that there are none. `source` is the name under which holds what is
    shown, or the field from which an id is made.
    """

    name: str
    path: str
    shape: Shape
    label: str
    hint: str
    is_needed: bool
    example: str = ""
    condition: str = ""
    enough: int = 0
    most: int = 0
    choices: tuple[str, ...] = ()
    choices_from: str = ""
    is_today: bool = False
    is_asked: bool = True
    is_whole: bool = False
    is_either: bool = False
    may_be_empty: bool = False
    clauses: tuple[str, ...] = ()
    fields: tuple["FormField", ...] = ()
    item: "FormField | None" = None
    source: str = ""


def make_form_fields(form: FormKind, schemas: Schemas) -> tuple[FormField, ...]:
    """Give the fields of a form, in the order of the schema: what is asked for first, then what may be left out."""
    schema = schemas.documents[form.kind]
    made = (
        make_field(form, schemas, name, raw, "", is_needed=name in schema["required"])
        for name, raw in schema["properties"].items()
        if is_offered(form, name)
    )
    return tuple(sorted(made, key=lambda field: (not field.is_asked, field.name == "text")))


def make_day_field(form: FormKind) -> FormField:
    """Make the field for the day of an act, which its file says in its name."""
    return FormField(
        name="day", path="day", shape="day", label="Day", hint=form.day, is_needed=True, is_today=True
    )


def is_offered(form: FormKind, name: str) -> bool:
    """Tell whether a form asks for a field of its record."""
    return name not in FOR_EDITORS and name not in form.hidden


def make_field(
    form: FormKind, schemas: Schemas, name: str, raw: Schema, above: str, *, is_needed: bool
) -> FormField:
    """Make one field with all that is inside it."""
    schema = schemas.choose_shape(raw)
    path = f"{above}/{name}" if above and name else above or name
    source = find_source(name, path, above)
    shape: Shape = find_shape(schema) if not source else "held" if name == HELD else "made"
    return FormField(
        name=name,
        path=path,
        shape=shape,
        label=str(schema.get("title", name)),
        hint=str(schema.get("x-ask", schema.get("description", ""))),
        is_needed=is_needed,
        example=find_example(schema),
        condition=str(schema.get("x-needed-when", "")),
        enough=int(schema.get("x-enough", 0)),
        most=int(schema.get("maxLength") or schema.get("maxItems") or 0),
        choices=tuple(map(str, schema.get("enum", ()))),
        choices_from=form.find_choices(path),
        is_today=path in form.today,
        is_asked=bool(above) or is_needed or name in form.asked,
        is_whole=schema.get("type") == "integer",
        is_either=path in form.either,
        may_be_empty=shape == "list" and is_needed and not schema.get("minItems"),
        clauses=tuple(schema.get("x-clauses", ())),
        fields=tuple(make_inner(form, schemas, schema, path)) if shape == "group" else (),
        item=make_item(form, schemas, schema, path) if shape == "list" else None,
        source=source,
    )


def find_source(name: str, path: str, above: str) -> str:
    """Give from what a field is worked out that nobody fills in; "" for one that somebody does."""
    return ONE_OF_SEVERAL.get(above, above.replace("/", ".")) if name == HELD else MADE_FROM.get(path, "")


def make_inner(form: FormKind, schemas: Schemas, schema: Schema, path: str) -> Iterator[FormField]:
    """Make the fields inside a group."""
    needed = schema.get("required", ())
    for name, raw in schema["properties"].items():
        yield make_field(form, schemas, name, raw, path, is_needed=name in needed)


def make_item(form: FormKind, schemas: Schemas, schema: Schema, path: str) -> FormField:
    """Make what a list repeats; a plain item is called as the list is."""
    raw = {"title": schema.get("title", ""), "description": "", **schemas.flatten(schema["items"])}
    if "properties" not in schemas.choose_shape(raw):
        raw = {**raw, "title": schema.get("title", ""), "description": ""}
    return make_field(form, schemas, "", raw, path, is_needed=True)


def find_shape(schema: Schema) -> Shape:
    """Tell what a field holds, as people fill it in."""
    simple: dict[str, Shape] = {"boolean": "answer", "integer": "number", "number": "number", "array": "list"}
    kind = str(schema.get("type", ""))
    if "properties" in schema:
        return "group"
    if kind in simple:
        return simple[kind]
    if "enum" in schema:
        return "choice"
    if schema.get("format") == "date":
        return "day"
    return "lines" if allows_line_ends(schema) else "line"


def allows_line_ends(schema: Schema) -> bool:
    """Tell whether a text may have several lines: its pattern, if it has one, only asks that it is not blank."""
    is_long = schema.get("maxLength", ONE_LINE) > ONE_LINE
    return is_long and str(schema.get("pattern", NOT_BLANK)).startswith(NOT_BLANK)


def find_example(schema: Schema) -> str:
    """Give the example of a plain field, else ""."""
    example = next(iter(schema.get("examples", ())), "")
    return "" if isinstance(example, dict | list | bool) else str(example)
