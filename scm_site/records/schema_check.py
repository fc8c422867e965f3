"""Compare one parsed file with its schema, and say what does not fit in plain words."""

import difflib
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from scm_site.digits import write_number
from scm_site.findings import Finding, Place
from scm_site.reading import ParsedFile, ValuePath
from scm_site.reading.calendar_days import find_day_fault
from scm_site.reading.quoting import quote_value
from scm_site.records import schema_rules
from scm_site.records.schemas import Misfit, Schema, Schemas
from scm_site.records.unfinished import find_over_long, find_placeholders
from scm_site.sentences import LIMITS, TYPE_NAMES, say

#: How much alike a word and a choice are, so that the one may be meant by the other.
NEAR = 0.7


def check_shape(file: ParsedFile, data: dict[str, Any], schemas: Schemas) -> list[Finding]:
    """Give the findings on a file's shape; an empty list means that a record can be made of it.

    A placeholder is one finding, and hides what else is wrong with the same field.
    """
    placeholders = find_placeholders(data, find_over_long(file.kind, data, schemas))
    if not placeholders and schemas.is_valid(file.kind, data):
        return []
    check = ShapeCheck(file, schemas)
    findings = [check.describe_placeholder(field, match) for field, match in placeholders]
    unfinished = {field for field, _ in placeholders}
    for misfit in keep_narrowest(schemas.explain(file.kind, data)):
        if misfit.field not in unfinished:
            findings.extend(check.describe(misfit))
    return findings or [schema_rules.unexplained_misfit(Place(path=file.path))]


class ShapeCheck:
    """Words the findings of one file."""

    def __init__(self, file: ParsedFile, schemas: Schemas) -> None:
        self.file = file
        self.schemas = schemas

    def describe_placeholder(self, field: ValuePath, match: re.Match[str]) -> Finding:
        """Give the finding for a placeholder; in the text below the fields, on its own line."""
        place, quote = self.find_place(field), match.group()
        if field == ("text",):
            place = Place(path=place.path, line=place.line + match.string.count("\n", 0, match.start()))
        fix = self.find_fix_or_leave(field)
        return schema_rules.unfinished(place, name_field(field), quote_value(quote), fix)

    def describe(self, misfit: Misfit) -> Iterator[Finding]:
        """Give the findings for one misfit."""
        describe = getattr(self, f"describe_{misfit.keyword}", self.describe_limit)
        yield from describe(misfit)

    def describe_additionalProperties(self, misfit: Misfit) -> Iterator[Finding]:  # noqa: N802
        """Name each field that the schema does not list."""
        names = list(misfit.schema.get("properties", ()))
        for name in misfit.value:
            if name not in names:
                guess = (difflib.get_close_matches(name, names, n=1) or [""])[0]
                place = self.find_key_place((*misfit.field, name))
                owner = self.name_owner(misfit.field)
                yield schema_rules.unknown_field(place, name, owner, guess, ", ".join(names))

    def describe_propertyNames(self, misfit: Misfit) -> Iterator[Finding]:  # noqa: N802
        """Name a key of a table that is not in the agreed form; the validator hands over the key itself."""
        field, value = (*misfit.field, misfit.value), quote_value(str(misfit.value))
        example = next(iter(self.flatten_field(misfit.field).get("examples", [{"": ""}])[0]))
        place, fix = self.find_key_place(field), self.find_fix(misfit.field)
        yield schema_rules.wrong_form(place, name_field(field), value, str(example), fix)

    def describe_required(self, misfit: Misfit) -> Iterator[Finding]:
        """Name the field that is needed and not there."""
        name = next(name for name in misfit.wanted if f"{name!r} is a required" in misfit.message)
        wanted = self.schemas.find_field(self.file.kind, (*misfit.field, name))
        place, owner = self.find_place(misfit.field), name_field(misfit.field) if misfit.field else ""
        yield schema_rules.missing_field(
            place, name, wanted.get("title", name), owner, wanted.get("x-fix", "")
        )

    def describe_type(self, misfit: Misfit) -> Iterator[Finding]:
        """Say which kind of content is there, and which should be."""
        if misfit.value is None:
            yield self.describe_empty(misfit)
            return
        types = misfit.wanted if isinstance(misfit.wanted, list) else [misfit.wanted]
        found, wanted = describe_value(misfit.value), " or ".join(TYPE_NAMES[one] for one in types)
        place, fix = self.find_place(misfit.field), self.find_fix(misfit.field)
        brackets = self.explain_brackets(misfit) if misfit.wanted == "string" else ""
        yield schema_rules.wrong_type(place, name_field(misfit.field), found, wanted, fix, brackets)

    def explain_brackets(self, misfit: Misfit) -> str:
        """Say what brackets do, where a text starts with one: then it stands on the line of its field's name."""
        mark = self.file.marks.get(misfit.field)
        if mark is None or mark.line != mark.key_line or mark.column == mark.key_column:
            return ""
        if isinstance(misfit.value, list):
            return "square brackets make a list"
        return "curly brackets make a set of fields" if isinstance(misfit.value, dict) else ""

    def describe_enum(self, misfit: Misfit) -> Iterator[Finding]:
        """List the choices, unless the type is wrong too, which is said already."""
        if not isinstance(misfit.value, str):
            return
        choices = [str(choice) for choice in misfit.wanted]
        lowered = {choice.lower(): choice for choice in choices}
        is_guessed = misfit.field[-1:] != ("licence",)  # whoever chose another licence meant that one
        close = (
            difflib.get_close_matches(misfit.value.lower(), lowered, n=1, cutoff=NEAR) if is_guessed else ()
        )
        guess = lowered[close[0]] if close else ""
        place, fix = self.find_place(misfit.field), self.find_fix(misfit.field)
        name, value = name_field(misfit.field), quote_value(misfit.value)
        yield schema_rules.not_a_choice(place, name, value, ", ".join(choices), guess, fix)

    def describe_pattern(self, misfit: Misfit) -> Iterator[Finding]:
        """Say that the form is not the agreed one."""
        yield self.describe_form(misfit) if str(misfit.value).strip() else self.describe_empty(misfit)

    def describe_format(self, misfit: Misfit) -> Iterator[Finding]:
        """Say that a date does not exist; where the pattern is not kept either, that says so."""
        if re.search(misfit.schema.get("pattern", ""), str(misfit.value)):
            yield self.describe_form(misfit)

    def describe_uniqueItems(self, misfit: Misfit) -> Iterator[Finding]:  # noqa: N802
        """Give a finding at the second of two list items that are the same."""
        index = next(index for index, item in enumerate(misfit.value) if item in misfit.value[:index])
        place, name = self.find_place((*misfit.field, index)), name_field(misfit.field)
        yield schema_rules.named_twice(place, name, quote_value(str(misfit.value[index])))

    def describe_limit(self, misfit: Misfit) -> Iterator[Finding]:
        """Name the limit that is not kept."""
        if misfit.keyword in ("minLength", "minItems") and not misfit.value:
            yield self.describe_empty(misfit)
            return
        size = (
            len(misfit.value) if isinstance(misfit.value, (str, list, dict)) else write_number(misfit.value)
        )
        limit = LIMITS.get(misfit.keyword, "does not fit its schema")
        what = limit.format(wanted=misfit.wanted, size=size)
        place, fix = self.find_place(misfit.field), self.find_fix(misfit.field)
        yield schema_rules.out_of_limits(place, name_field(misfit.field), what, fix)

    def describe_form(self, misfit: Misfit) -> Finding:
        """Say that a content is not written in the agreed form, with an example of it."""
        examples = self.flatten_field(misfit.field).get("examples", [""])
        place, fix = self.find_place(misfit.field), self.find_fix(misfit.field)
        name, value = name_field(misfit.field), quote_value(str(misfit.value))
        reason = find_day_fault(str(misfit.value)) if misfit.schema.get("format") == "date" else ""
        if reason == say("not a day"):
            reason = say("not a day, for example", example=examples[0])
        return schema_rules.wrong_form(place, name, value, str(examples[0]), fix, reason)

    def describe_empty(self, misfit: Misfit) -> Finding:
        """Say that a field is empty."""
        place = self.find_key_place(misfit.field)
        return schema_rules.empty_field(place, name_field(misfit.field), self.find_fix_or_leave(misfit.field))

    def flatten_field(self, field: ValuePath) -> Schema:
        """Give what the schema says about a field; for a choice of shapes, the first of them laid below."""
        schema = self.schemas.find_field(self.file.kind, field)
        for choice in schema.get("anyOf", ())[:1]:
            schema = {**self.schemas.flatten(choice), **schema}
        return schema

    def find_fix(self, field: ValuePath) -> str:
        """Give the way out that the schema names for a field."""
        return str(self.schemas.find_field(self.file.kind, field).get("x-fix", ""))

    def find_fix_or_leave(self, field: ValuePath) -> str:
        """Give the way out for a field, and that it may be left out, if that is so."""
        fix, owner = self.find_fix(field), self.flatten_field(field[:-1])
        is_item = isinstance(field[-1], int) if field else True
        if is_item or field[-1] in owner.get("required", ()):
            return fix
        return say("may be left out", fix=fix)

    def name_owner(self, field: ValuePath) -> str:
        """Name what a field belongs to: the record, or the field around it."""
        if field:
            return f"`{name_field(field)}`"
        return say("record", title=self.schemas.documents[self.file.kind]["title"].lower())

    def find_place(self, field: ValuePath) -> Place:
        """Give the place of a field's content, or of the nearest field around it."""
        if field == ("text",) and self.file.body_line > 1:
            return Place(path=self.file.path, line=self.file.body_line)
        for length in range(len(field), 0, -1):
            mark = self.file.marks.get(field[:length])
            if mark is not None:
                return Place(path=self.file.path, line=mark.line, column=mark.column)
        return Place(path=self.file.path)

    def find_key_place(self, field: ValuePath) -> Place:
        """Give the place of a field's name."""
        mark = self.file.marks.get(field)
        if mark is None:
            return self.find_place(field)
        return Place(path=self.file.path, line=mark.key_line, column=mark.key_column)


def keep_narrowest(misfits: list[Misfit]) -> list[Misfit]:
    """Where a shared piece and a field each set a limit that is broken, keep the one that must be kept."""
    narrowest: dict[object, Misfit] = {}
    for misfit in misfits:
        limit = misfit.keyword in ("maxLength", "maxItems")
        key = (misfit.field, misfit.keyword) if limit else id(misfit)
        if key not in narrowest or misfit.wanted < narrowest[key].wanted:
            narrowest[key] = misfit
    return list(narrowest.values())


def name_field(field: ValuePath) -> str:
    """Write a field as a person would look for it: `members 2, charter, version`."""
    parts: list[str] = []
    for part in field:
        if isinstance(part, int) and parts:
            parts[-1] += f" {part + 1}"
        else:
            parts.append(str(part))
    return ", ".join(parts) or "record"


def describe_value(value: object) -> str:
    """Say what kind of content a value is, and quote it where it is short."""
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, int | Decimal):
        return f"the number `{write_number(value)}`"
    if isinstance(value, str):
        return f"the text {quote_value(value)}"
    return "a list" if isinstance(value, list) else "a set of fields"
