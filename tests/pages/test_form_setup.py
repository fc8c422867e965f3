"""What a form is told: sentences that are those of the rules, and patterns that mean the same in a browser."""

from typing import Any

import pytest

from scm_site.filing.forms.form_kind import FormKind
from scm_site.filing.forms.form_kinds import FORM_KINDS
from scm_site.filing.forms.form_schema import make_form_schema
from scm_site.findings import Place
from scm_site.pages.forms.form_setup import translate
from scm_site.reading.decoding_rules import lost_character
from scm_site.records.schemas import Schema
from scm_site.rules import RULES
from scm_site.sentences import say
from tests.records.broken_fields import SCHEMAS

KEYWORDS = {
    "type",
    "enum",
    "required",
    "pattern",
    "format",
    "minLength",
    "maxLength",
    "minItems",
    "uniqueItems",
}


@pytest.mark.parametrize("others", [0, 3])
@pytest.mark.parametrize("before", ["", "something "])
def test_a_lost_letter_has_one_sentence(before: str, others: int) -> None:
    finding = lost_character(Place(path="x"), "\ufffd", before, others)
    where = say("after", quote=f"`{before}`") if before else say("at the start")
    elsewhere = say("elsewhere, too", others=others) if others else ""
    name = "U+FFFD (replacement character)"
    assert finding.message == say("lost", name=name, where=where, others=elsewhere)


@pytest.mark.parametrize("form", FORM_KINDS, ids=lambda form: form.kind)
def test_a_form_tells_nobody_to_write_as_in_a_file(form: FormKind) -> None:
    fixes = [schema.get("x-fix", "") for schema in walk(make_form_schema(form, SCHEMAS))]
    fixes += [rule.form_fix for rule in RULES.values() if rule.form_fix is not None]
    words = ("content/", "`true`", "two capital letters", "below the second")
    assert [fix for fix in fixes if any(word in fix for word in words)] == []


@pytest.mark.parametrize("form", FORM_KINDS, ids=lambda form: form.kind)
def test_the_schema_of_a_form_has_nothing_to_look_up(form: FormKind) -> None:
    for schema in walk(make_form_schema(form, SCHEMAS)):
        assert not {"$ref", "anyOf", "allOf", "oneOf", "not"} & set(schema)
        assert KEYWORDS & set(schema)


def walk(schema: Schema) -> list[Any]:
    """Give a schema and every part of it."""
    inner = [*schema.get("properties", {}).values(), *([schema["items"]] if "items" in schema else [])]
    return [schema, *(one for part in inner for one in walk(part))]


def test_a_pattern_knows_letters_of_every_script() -> None:
    assert translate(r"\bTODO\b").count(r"\p{L}") == 8
    assert "(?i:" not in translate(r"(?i:\b(?:tel|phone|mobile)\b\.?:? ?)[0-9]")
