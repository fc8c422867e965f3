"""Answers with one thing wrong, made from a form's own schema; and what `scm check` says of the file made of them."""

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scm_site.checks.privacy_rules import no_private_contact_data
from scm_site.checks.register_rule import Problem
from scm_site.checks.text_rules import texts_say_enough
from scm_site.reading import ParsedFile, Reading, find_slot
from scm_site.reading.content_files import FoundFile
from scm_site.reading.parsing import parse_file
from scm_site.records.assembly import make_register
from scm_site.records.schemas import Schema
from tests.records.broken_fields import SCHEMAS

Way = tuple[str | int, ...]

#: What is put in place of an answer, by what it breaks; `T002` and `N002` are rules on texts that fit their schema.
WRONG_TEXTS = {
    "placeholder": "This is [fill in: more] and TODO, and so on, to be long enough for everything that is asked.",
    "thin": "Yes.",
    "the same word": "word " * 60,
    "e-mail": "Write to anna.schmidt@example.org, or to b at c, about all that is in here and more than that.",
    "phone": "Ring me at +359 88 123 45 67 or tel. 030 1234567 about all that is in here, and more than that.",
    "spelt out": "Write to anna (at) example (dot) org about all that is in here, and about more than that.",
    "lost": "Something was l\ufffdst here, and \ue000 there, and that is said with what stands before it.",
    "too long": "much too long " * 5000 + "!",
    "other form": "Ω – *none* of the “forms”, `really`",
}
WRONG_DAYS = ("2026-02-30", "2026-13-01", "1850-01-01", "9999-12-31", "1.2.2026", "?")
WRONG_NUMBERS = (-5, 0, 0.5, 999999999999, "many", "1,234")


def list_faults(schema: Schema, answers: Any) -> Iterator[tuple[str, Any]]:
    """Give the answers once for each thing that can be wrong with them, and what it is."""
    for way, inner in walk_answers(schema, answers, ()):
        name = " ".join(map(str, way))
        if way and isinstance(way[-1], str):
            yield f"{name} left out", leave_out(answers, way)
        value = read_value(answers, way)
        for what, wrong in list_wrong(inner, value):
            if way:
                yield f"{name}: {what}", put_value(answers, way, wrong)


def walk_answers(schema: Schema, value: Any, way: Way) -> Iterator[tuple[Way, Schema]]:
    """Give the way to every answer, with its part of the schema."""
    yield way, schema
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from walk_answers(schema["properties"][name], inner, (*way, name))
    elif isinstance(value, list):
        for number, inner in enumerate(value[:2]):
            yield from walk_answers(schema["items"], inner, (*way, number))


def list_wrong(schema: Schema, value: Any) -> Iterator[tuple[str, Any]]:
    """Give contents that do not fit a part of the schema, or that say too little or too much."""
    if isinstance(value, list):
        yield "twice", [value[0], value[0]]
        yield "too many", value * 100
        if "minItems" not in schema:
            yield "none", []
    elif isinstance(value, dict):
        yield "nothing in it", {}
    elif schema["type"] in ("integer", "number"):
        yield from ((str(wrong), wrong) for wrong in WRONG_NUMBERS)
    elif schema.get("format") == "date":
        yield from ((wrong, wrong) for wrong in WRONG_DAYS)
    elif schema["type"] == "string" and "enum" not in schema:
        yield from WRONG_TEXTS.items()


def read_value(answers: Any, way: Way) -> Any:
    """Give what stands at the end of a way."""
    for part in way:
        answers = answers[part]
    return answers


def leave_out(answers: Any, way: Way) -> Any:
    """Give the answers without one of them."""
    changed = copy.deepcopy(answers)
    del read_value(changed, way[:-1])[way[-1]]
    return changed


def put_value(answers: Any, way: Way, value: Any) -> Any:
    """Give the answers with another one in the place of one of them."""
    changed = copy.deepcopy(answers)
    read_value(changed, way[:-1])[way[-1]] = value
    return changed


def find_sentences(path: str, text: str) -> set[str]:
    """Give what `scm check` says of the shape and the texts of a file: rules S001 to S008, T001, T002, N002, F019."""
    slot = find_slot(path)
    assert slot is not None
    parsed, findings = parse_file(
        FoundFile(path=path, location=Path(path), slot=slot, size=len(text)), text.encode("utf-8")
    )
    if not isinstance(parsed, ParsedFile):
        return {finding.message for finding in findings}
    reading = Reading(files=(parsed,), broken=(), attachments=(), findings=())
    register, misfits = make_register(reading, SCHEMAS)
    file = register.files[0]
    said = [problem for rule in (texts_say_enough, no_private_contact_data) for problem in rule.check(file)]
    return {finding.message for finding in (*findings, *misfits)} | set(map(read_message, said))


def read_message(problem: Problem) -> str:
    """Give the sentence of a problem, without the way out."""
    return problem.message if isinstance(problem.message, str) else problem.message[0]
