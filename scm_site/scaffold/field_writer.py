"""The fields of a schema as lines: needed ones with a blank, others commented out with their example."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from scm_site.records.schemas import Schema, Schemas
from scm_site.scaffold.explanations import explain_field, write_comment
from scm_site.scaffold.lines import Blank, Line, comment_out
from scm_site.scaffold.yaml_text import make_yaml_lines, make_yaml_text

STEP = "  "

#: Fields for what rarely happens: they come after the others, with their example only.
RARE = ("cancelled", "moved_from", "corrections", "withdrawn", "former_ids", "origin", "sources", "inferred")

#: What stands above the fields that come last: those that rarely happen, and those that others fill in.
WHEN_THE_CASE = "Only when it is the case:"
FILLED_LATER = "Filled in later by the board or the editors; leave it out:"


@dataclass(frozen=True, kw_only=True)
class FieldWriter:
    """Writes fields; `given` are contents that the path already says, `with_examples` fills in no blanks."""

    schemas: Schemas
    given: Mapping[str, str] = field(default_factory=dict)
    with_examples: bool = False

    def write_record(self, schema: Schema) -> list[Line]:
        """Give all fields of a record but its text: the rare ones last, and after them those that others fill in."""
        needed = schema.get("required", ())
        parts: dict[str, list[Line]] = {"": [], WHEN_THE_CASE: [], FILLED_LATER: []}
        for name, raw in schema["properties"].items():
            field = self.schemas.flatten(raw)
            is_rare = name in RARE and name not in needed
            if name == "text":
                continue
            part = FILLED_LATER if "x-filled-later" in field else WHEN_THE_CASE if is_rare else ""
            lines = (
                self.write_rare(name, field)
                if is_rare
                else self.write_field(name, raw, "", is_needed=name in needed)
            )
            parts[part].extend(lines if is_rare else [Line(text=""), *lines])
        return [line for title, lines in parts.items() for line in put_title_above(title, lines)]

    def write_rare(self, name: str, schema: Schema) -> list[Line]:
        """Give a field that few records need: its description and an example, as a comment."""
        example = schema["examples"][0]
        return [
            *write_comment([f"{schema['title']}: {schema['description']}"]),
            *comment_out([Line(text=text) for text in make_yaml_lines({name: example})]),
        ]

    def write_field(self, name: str, raw: Schema, indent: str, *, is_needed: bool) -> list[Line]:
        """Give a field with its explanation above it."""
        meant = self.schemas.choose_shape(raw)
        if not indent and name in self.given:
            lines = [Line(text=f"{name}: {make_yaml_text(self.given[name])}")]
        else:
            writer = self if is_needed else replace(self, with_examples=True)
            lines = writer.write_content(f"{indent}{name}:", meant, indent + STEP)
        return [
            *write_comment(explain_field(meant, is_needed=is_needed), indent),
            *(lines if is_needed else comment_out(lines, indent)),
        ]

    def write_content(self, start: str, schema: Schema, indent: str) -> list[Line]:
        """Give what a field holds, after `start`: one line, or lines below it."""
        if "properties" in schema:
            return [Line(text=start), *self.write_fields(schema, indent)]
        if isinstance(schema.get("additionalProperties"), dict):
            return [Line(text=start), *self.write_table(schema, indent)]
        if schema.get("type") == "array":
            return [Line(text=start), *self.write_list(schema, indent)]
        return [self.write_value(start, schema)]

    def write_fields(self, schema: Schema, indent: str) -> list[Line]:
        """Give the fields inside another one."""
        needed = find_needed(schema)
        return [
            line
            for name, raw in schema["properties"].items()
            for line in self.write_field(name, raw, indent, is_needed=name in needed)
        ]

    def write_table(self, schema: Schema, indent: str) -> list[Line]:
        """Give one line of a table whose names are free, such as country codes."""
        name, example = next(iter(schema["examples"][0].items()))
        shape = {**self.schemas.flatten(schema["additionalProperties"]), "examples": [example]}
        return self.write_content(f"{indent}{name}:", {**shape, "title": schema["title"]}, indent + STEP)

    def write_list(self, schema: Schema, indent: str) -> list[Line]:
        """Give one item of a list."""
        raw = schema["items"]
        item = self.schemas.choose_shape(raw)
        if "properties" not in item:
            example = schema.get("examples", [[None]])[0][0]
            own = {"title": schema["title"], "examples": [example]}
            return self.write_content(f"{indent}-", {**item, **own, **raw}, indent + STEP)
        lines = self.write_fields(put_needed_first(item), indent + STEP)
        start = next(index for index, line in enumerate(lines) if not line.text.lstrip().startswith("#"))
        head = replace(lines[start], text=f"{indent}- {lines[start].text.lstrip()}")
        comment = [replace(line, text=line.text.removeprefix(STEP)) for line in lines[:start]]
        return [*comment, head, *lines[start + 1 :]]

    def write_value(self, start: str, schema: Schema) -> Line:
        """Give a field that holds one value: its example, or a blank."""
        example = make_yaml_text(schema["examples"][0])
        if self.with_examples:
            return Line(text=f"{start} {example}")
        choices = schema.get("enum", (True, False) if schema.get("type") == "boolean" else ())
        blank = Blank(
            about=str(schema.get("title", "Content")),
            example=example,
            choices=tuple(make_yaml_text(choice) for choice in choices),
        )
        return Line(text=f"{start} ", blank=blank)


def put_title_above(title: str, lines: list[Line]) -> list[Line]:
    """Give a part of a record below a line that says what it is for; nothing where it has no fields."""
    return [Line(text=""), Line(text=f"# {title}"), *lines] if title and lines else lines


def find_needed(schema: Schema) -> list[str]:
    """Give the fields that must be there; where none must, those of the example."""
    examples = schema.get("examples", [{}])
    return list(schema.get("required", ())) or list(examples[0]) or list(schema["properties"])[:1]


def put_needed_first(schema: Schema) -> Schema:
    """Give a schema with the first needed field in front, so that the hyphen stands before it."""
    first = next(name for name in schema["properties"] if name in find_needed(schema))
    return {**schema, "properties": {first: schema["properties"][first], **schema["properties"]}}
