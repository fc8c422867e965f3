"""What stands above a field in a new record: what it is, whether it is needed, an example."""

import textwrap

from scm_site.records.schemas import Schema
from scm_site.scaffold.lines import Line
from scm_site.scaffold.yaml_text import make_yaml_text

WIDTH = 100
LITERAL_TYPES = {"boolean": "true or false", "integer": "a whole number", "number": "a number"}


def explain_field(schema: Schema, *, is_needed: bool) -> list[str]:
    """Give the comment above a field, one text for each line of thought."""
    state = "needed" if is_needed else find_condition(schema)
    if clauses := schema.get("x-clauses"):
        state += f"; clause{'s' if len(clauses) > 1 else ''} {', '.join(clauses)}"
    lines = [f"{schema.get('title', 'Field')} ({state}): {schema.get('description', '')}".rstrip(" :")]
    for start, enum in (("One of", schema), ("One or more of", schema.get("items", {}))):
        if choices := enum.get("enum"):
            lines.append(f"{start}: {'; '.join(str(choice) for choice in choices)}.")
    if form := LITERAL_TYPES.get(str(schema.get("type"))):
        lines.append(f"Without quotes: {form}.")
    if enough := schema.get("x-enough"):
        lines.append(f"At least {enough} characters.")
    if is_needed and (example := find_example(schema)):
        lines.append(f"Example: {example}")
    return lines


def find_condition(schema: Schema) -> str:
    """Say when a field is needed that the schema itself does not demand: a rule may, for one kind of group or role."""
    condition = schema.get("x-needed-when")
    return f"needed {condition}" if condition else "may be left out"


def find_example(schema: Schema) -> str:
    """Give the example of a field that holds one value or a list of them, on one line; else ""."""
    example = next(iter(schema.get("examples", ())), None)
    if isinstance(example, list) and example and not isinstance(example[0], dict | list):
        example = example[0]
    return "" if example is None or isinstance(example, dict | list) else make_yaml_text(example)


def write_comment(texts: list[str], indent: str = "") -> list[Line]:
    """Give texts as comment lines: always one space after the `#`, unlike fields that are commented out."""
    parts = [part for text in texts for part in textwrap.wrap(text, WIDTH, break_long_words=False)]
    return [Line(text=f"{indent}# {part}") for part in parts]
