"""A form and the template of the same kind of record ask for the same: both are made from its schema."""

from collections.abc import Iterator

import pytest

from scm_site.filing.forms.form_fields import FormField, make_form_fields
from scm_site.filing.forms.form_kind import FormKind
from scm_site.filing.forms.form_kinds import FORM_KINDS
from scm_site.locations import find_schemas
from scm_site.records.schemas import load_schemas
from scm_site.scaffold import make_scaffold
from scm_site.scaffold.field_writer import RARE

SCHEMAS = load_schemas(find_schemas())


def list_fields(fields: tuple[FormField, ...]) -> Iterator[FormField]:
    """Give fields with all that is inside them; what a list repeats is no field of its own."""
    for field in fields:
        yield field
        yield from list_fields(field.fields)
        yield from list_fields(field.item.fields if field.item else ())


def name_kind(form: FormKind) -> str:
    return form.kind


@pytest.mark.parametrize("form", FORM_KINDS, ids=name_kind)
def test_the_template_has_every_field_of_the_form_with_the_same_title(form: FormKind) -> None:
    text = make_scaffold(form.kind, SCHEMAS, {})
    asked = [field for field in make_form_fields(form, SCHEMAS) if field.name not in (*RARE, "text")]
    for field in list_fields(tuple(asked)):
        assert f"{field.name}:" in text, field.path
        assert f"# {field.label} (" in text, field.path


@pytest.mark.parametrize("form", FORM_KINDS, ids=name_kind)
def test_what_the_template_calls_needed_is_needed_in_the_form(form: FormKind) -> None:
    text, document = make_scaffold(form.kind, SCHEMAS, {}), SCHEMAS.documents[form.kind]
    # A text may be empty; where nothing else is needed, a template begins with its first field.
    begun = list(document["properties"])[:1] if document["required"] == ["text"] else []
    for field in make_form_fields(form, SCHEMAS):
        if field.name not in (*RARE, "text", *begun):
            assert (f"\n# {field.label} (needed;" in text or f"\n# {field.label} (needed):" in text) == (
                field.is_needed
            ), field.path


@pytest.mark.parametrize("form", FORM_KINDS, ids=name_kind)
def test_every_field_that_must_be_there_is_asked_for(form: FormKind) -> None:
    needed = SCHEMAS.documents[form.kind]["required"]
    assert [name for name in needed if name not in {f.name for f in make_form_fields(form, SCHEMAS)}] == []
