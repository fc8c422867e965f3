"""The schemas: loaded once, compiled once, and read for what they say about a field.

`jsonschema-rs` says fast whether data fits; `jsonschema` explains what does not (measured: a thirtieth of the
cost, `docs/decisions/0006-two-validators.md`). Nothing is ever fetched.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import jsonschema_rs
from jsonschema import Draft202012Validator, FormatChecker, ValidationError, validators
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from scm_site.days import parse_day

Schema = dict[str, Any]
FORMATS = FormatChecker(formats=())


@FORMATS.checks("date")
def is_date(value: object) -> bool:
    """Tell whether a text is a day of the calendar, written year-month-day."""
    if not isinstance(value, str):
        return True
    try:
        parse_day(value)
    except ValueError:
        return False
    return True


def check_pattern(
    _validator: object, pattern: str, instance: object, _schema: object
) -> Iterator[ValidationError]:
    """Check `pattern` as JSON Schema means it: `$` is the very end, and a space any of Unicode."""
    if isinstance(instance, str) and not translate_pattern(pattern).search(instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


#: What a space is in JSON Schema (ECMA-262); Python's own differs by a few characters.
SPACES = "\\t\\n\\x0b\\x0c\\r \\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff"


@cache
def translate_pattern(pattern: str) -> re.Pattern[str]:
    """Give a pattern of a schema as Python writes it; of classes with a backslash, ours have only those for spaces."""
    inside = re.sub(r"\[[^]]*\]", lambda found: found.group().replace(r"\s", SPACES), pattern)
    outside = inside.replace(r"\s", f"[{SPACES}]").replace(r"\S", f"[^{SPACES}]")
    return re.compile(re.sub(r"\$$", r"\\Z", outside), re.ASCII)


def is_whole(_checker: object, value: object) -> bool:
    """Tell whether a value is a whole number; 12.0 is one, as it is to the compiled validator."""
    if isinstance(value, Decimal):
        return value == value.to_integral_value()
    return bool(Draft202012Validator.TYPE_CHECKER.is_type(value, "integer"))


Explainer: Any = validators.extend(  # type: ignore[no-untyped-call]
    Draft202012Validator,
    {"pattern": check_pattern},
    type_checker=Draft202012Validator.TYPE_CHECKER.redefine("integer", is_whole),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Misfit:
    """One way in which data does not fit: the keyword that says so, where, and what stands there."""

    keyword: str
    wanted: Any  # what the keyword asks for
    field: tuple[str | int, ...]
    value: Any  # what stands in the field
    schema: Schema  # the part of the schema that asks
    message: str


@dataclass(frozen=True, eq=False)
class Schemas:
    """Every schema by the kind of record it describes; `shared` holds the common pieces.

    A file says no address of its own, so that what it names is the file beside it, wherever the files lie. Published
    ones get the address of the site.
    """

    documents: Mapping[str, Schema]

    @cached_property
    def _registry(self) -> Registry[Schema]:
        return Registry().with_resources(
            (name_file(kind), Resource.from_contents(document, default_specification=DRAFT202012))
            for kind, document in self.documents.items()
        )

    @cached_property
    def _compiled(self) -> dict[str, jsonschema_rs.Draft202012Validator]:
        registry = jsonschema_rs.Registry([(name_file(kind), one) for kind, one in self.documents.items()])
        return {
            kind: jsonschema_rs.Draft202012Validator(document, registry=registry, validate_formats=True)
            for kind, document in self.documents.items()
        }

    @cached_property
    def _explainers(self) -> dict[str, Any]:
        return {
            kind: Explainer(document, registry=self._registry, format_checker=FORMATS)
            for kind, document in self.documents.items()
        }

    def is_valid(self, kind: str, data: object) -> bool:
        """Tell whether data fits the schema of a kind of record."""
        return self._compiled[kind].is_valid(data)

    def explain(self, kind: str, data: object) -> list[Misfit]:
        """Give every way in which data does not fit the schema; for a choice of shapes, of the shape that was meant."""
        errors = self._explainers[kind].iter_errors(data)
        return [make_misfit(cause) for error in errors for cause in find_causes(error)]

    def find_field(self, kind: str, field: tuple[str | int, ...]) -> Schema:
        """Give what the schema says about a field: the shared piece, with what stands at the field laid over it."""
        schema = self.flatten(self.documents[kind])
        for part in field:
            schema = self._find_inner(schema, part)
        return schema

    def find_enough(self, kind: str, field: tuple[str | int, ...]) -> int:
        """Give how many characters a text should have to count as finished; 0 where any number does."""
        return self._find_number(kind, field, "x-enough")

    def find_longest(self, kind: str, field: tuple[str | int, ...]) -> int:
        """Give how many characters a text may have; 0 where the schema says nothing."""
        return self._find_number(kind, field, "maxLength")

    def _find_number(self, kind: str, field: tuple[str | int, ...], keyword: str) -> int:
        pattern = (keyword, kind, *("*" if isinstance(part, int) else part for part in field))
        if pattern not in self._numbers:
            self._numbers[pattern] = int(self.choose_shape(self.find_field(kind, field)).get(keyword, 0))
        return self._numbers[pattern]

    @cached_property
    def _numbers(self) -> dict[tuple[str, ...], int]:
        return {}

    def flatten(self, schema: Schema) -> Schema:
        """Give a schema with its `$ref` resolved, and what stands beside the `$ref` laid over it."""
        reference = schema.get("$ref")
        if reference is None:
            return schema
        piece = self.documents["shared"]["$defs"][reference.rpartition("/")[2]]
        return {**self.flatten(piece), **{key: value for key, value in schema.items() if key != "$ref"}}

    def choose_shape(self, raw: Schema) -> Schema:
        """Give a schema whole, with the first of its shapes laid below it; the others say that it is not known."""
        schema = self.flatten(raw)
        first: Schema = next(iter(schema.get("anyOf", ())), {})
        return {**self.flatten(first), **{name: value for name, value in schema.items() if name != "anyOf"}}

    def _find_inner(self, schema: Schema, part: str | int) -> Schema:
        for choice in [schema, *map(self.flatten, schema.get("anyOf", ()))]:
            if isinstance(part, int) and "items" in choice:
                return self.flatten(choice["items"])
            if isinstance(part, str) and part in choice.get("properties", ()):
                return self.flatten(choice["properties"][part])
            if isinstance(part, str) and isinstance(choice.get("additionalProperties"), dict):
                return self.flatten(choice["additionalProperties"])
        return {}


def name_file(kind: str) -> str:
    """Give the name of the file with the schema of a kind of record."""
    return f"{kind}.schema.json"


def make_misfit(error: ValidationError) -> Misfit:
    """Give what is needed of a validator's error."""
    return Misfit(
        keyword="propertyNames" if "propertyNames" in error.absolute_schema_path else str(error.validator),
        wanted=error.validator_value,
        field=tuple(error.absolute_path),
        value=error.instance,
        schema=error.schema if isinstance(error.schema, dict) else {},
        message=error.message,
    )


def find_causes(error: ValidationError) -> list[ValidationError]:
    """Give the errors that a person must mend: for `anyOf`, those of the shape that was meant."""
    if error.validator != "anyOf":
        return [error]
    branches: dict[int, list[ValidationError]] = {}
    for inner in error.context or ():
        branches.setdefault(int(inner.relative_schema_path[0]), []).append(inner)
    meant = max(branches, key=lambda index: (rate_branch(error, index, branches[index]), -index))
    return [cause for inner in branches[meant] for cause in find_causes(inner)]


def rate_branch(error: ValidationError, index: int, errors: list[ValidationError]) -> int:
    """Say how likely a shape was meant: `unknown` when that word stands there, else one of the right type."""
    choices: Any = error.validator_value
    if str(choices[index].get("$ref", "")).endswith("/unknown"):
        return 2 if isinstance(error.instance, dict) and "unknown" in error.instance else 0
    return 0 if any(inner.validator == "type" and not inner.relative_path for inner in errors) else 1


def find_misfit(document: object, schema: Path) -> str:
    """Give the first thing in a document that does not fit a schema of its own, in a few words, or ""."""
    rules = json.loads(schema.read_text(encoding="utf-8"))
    fault = next(Explainer(rules, registry=Registry()).iter_errors(document), None)
    if fault is None:
        return ""
    where = "/".join(map(str, fault.absolute_path)) or "the document"
    return f"{where} is not as the schema says: {fault.validator}"


@cache
def load_schemas(folder: Path) -> Schemas:
    """Load every `KIND.schema.json` of a folder, once in a process; raises FileNotFoundError when there is none."""
    paths = sorted(folder.glob("*.schema.json"))
    if not paths:
        raise FileNotFoundError(f"there are no schemas in {folder}")
    return Schemas({path.name.removesuffix(".schema.json"): json.loads(path.read_bytes()) for path in paths})
