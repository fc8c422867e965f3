"""What a record says otherwise, field by field, in the words of its schema."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from json import dumps

from scm_site.digits import write_number
from scm_site.reading import ValuePath
from scm_site.records.record_file import RecordFile, Value
from scm_site.records.schemas import Schemas

#: Fields by which an entry of a list is known again when it says something else or stands elsewhere.
KEYS = (
    "id",
    "person",
    "milestone",
    "kpi",
    "version",
    "commit",
    "file",
    "address",
    "name",
    "date",
    "on",
    "title",
)

#: How much of a record is told; what goes beyond is counted.
DEEPEST = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class FieldChange:
    """One field: its name in words, and what it said before and says now; None where it was not or is not there."""

    field: str
    before: str | None
    after: str | None


def list_field_changes(
    before: RecordFile | None, after: RecordFile | None, schemas: Schemas
) -> Iterator[FieldChange]:
    """Give each field that says something else; of a record that is new or gone, every field."""
    file = after or before
    if file is None:
        return
    old = dict(before.data) if before else {}
    new = dict(after.data) if after else {}
    for name in [*new, *(name for name in old if name not in new)]:
        yield from _compare(file.kind, schemas, (name,), old.get(name), new.get(name))


def _compare(kind: str, schemas: Schemas, field: ValuePath, old: Value, new: Value) -> Iterator[FieldChange]:
    """Give what differs between two values of a field: of sets and lists, their parts."""
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict) and len(field) < DEEPEST:
        for name in [*new, *(name for name in old if name not in new)]:
            yield from _compare(kind, schemas, (*field, name), old.get(name), new.get(name))
    elif isinstance(old, list) and isinstance(new, list) and len(field) < DEEPEST:
        for number, (one, other) in _pair_items(old, new):
            yield from _compare(kind, schemas, (*field, number), one, other)
    else:
        name = name_field(kind, field, schemas)
        yield FieldChange(field=name, before=write_value(old), after=write_value(new))


def _pair_items(old: list[Value], new: list[Value]) -> Iterator[tuple[int, tuple[Value, Value]]]:
    """Give the entries of two lists that belong together, each with its place; None where one has no partner."""
    matcher = SequenceMatcher(
        a=[_find_key(item) for item in old], b=[_find_key(item) for item in new], autojunk=False
    )
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        length = max(end - start, new_end - new_start)
        for step in range(length):
            one = old[start + step] if start + step < end else None
            other = new[new_start + step] if new_start + step < new_end else None
            place = new_start + step if new_start + step < new_end else start + step
            if tag == "replace" and not isinstance(one, dict | list):
                yield place, (one, None)
                yield place, (None, other)
            else:
                yield place, (one, other)


def _find_key(item: Value) -> str:
    """Give by what an entry is known again: the first of the fields in which a name stands, else all of it."""
    if isinstance(item, dict):
        for key in KEYS:
            if isinstance(item.get(key), str):
                return f"{key} {item[key]}"
    return dumps(item, sort_keys=True, default=str)


def name_field(kind: str, field: ValuePath, schemas: Schemas) -> str:
    """Give a field's name in words: `Members, 2: Organisation`."""
    words: list[str] = []
    for length, part in enumerate(field, start=1):
        if isinstance(part, int):
            words[-1] += f", {part + 1}"
        else:
            title = (
                schemas.find_field(kind, field[:length]).get("title") if kind in schemas.documents else None
            )
            words.append(str(title or part.replace("_", " ")))
    return ": ".join(words)


def write_value(value: Value) -> str | None:
    """Write a value as people would: a list with commas, a set of fields with their names."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(filter(None, map(write_value, value)))
    if isinstance(value, dict):
        told = ((name.replace("_", " "), write_value(inner)) for name, inner in value.items())
        return ", ".join(f"{name}: {words}" for name, words in told if words)
    return write_number(value)
