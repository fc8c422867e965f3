"""The schema by which the browser judges answers: that of the record, whole, without what a form does not ask for."""

from typing import Any

from scm_site.filing.forms.form_fields import is_offered
from scm_site.filing.forms.form_kind import FormKind
from scm_site.records.schemas import Schema, Schemas

#: What the browser's validator and its messages need of a schema.
KEPT = (
    "title", "type", "enum", "required", "additionalProperties", "uniqueItems", "pattern", "format",
    "minLength", "maxLength", "minItems", "maxItems", "minProperties", "minimum", "maximum",
    "x-fix", "x-enough",
)  # fmt: skip

#: What to do about a field of a type, and what tells that the schema's own way out speaks of writing a file.
FIX_OF_TYPE = {"boolean": "Choose yes or no.", "object": "Answer what is asked here."}
SIGNS_OF_A_FILE = ("`", '"')


def make_form_schema(form: FormKind, schemas: Schemas) -> Schema:
    """Give the schema of a form: no references, one shape for each field, nothing to fetch."""
    document = schemas.documents[form.kind]
    offered = {name: raw for name, raw in document["properties"].items() if is_offered(form, name)}
    required = [name for name in document["required"] if name in offered]
    return make_plain({**document, "properties": offered, "required": required}, schemas, form)


def make_plain(raw: Schema, schemas: Schemas, form: FormKind, path: str = "") -> Schema:
    """Give a schema with everything in it resolved."""
    schema = schemas.choose_shape(raw)
    plain: dict[str, Any] = {name: schema[name] for name in KEPT if name in schema}
    if "properties" in schema:
        inner = schema["properties"].items()
        plain["properties"] = {
            name: make_plain(field, schemas, form, f"{path}/{name}".lstrip("/")) for name, field in inner
        }
    if "items" in schema:
        plain["items"] = make_plain(schema["items"], schemas, form, path)
    example = next(iter(schema.get("examples", ())), None)
    if isinstance(example, str | int | float):  # a validator takes an `id` inside of one for that of a schema
        plain["example"] = example
    if fix := find_fix(schema, is_choice=bool(form.find_choices(path))):
        plain["x-fix"] = fix
    return plain


def find_fix(schema: Schema, *, is_choice: bool) -> str:
    """Give what to do about a field on a page, where nobody writes `true`, an id or a hyphen; "" for what is there."""
    kind = str(schema.get("type", ""))
    if is_choice or "enum" in schema.get("items", schema):
        return "Choose at least one." if kind == "array" else "Choose from the list."
    if kind == "array":
        return "Add at least one." if schema.get("minItems") else ""
    if schema.get("format") == "date":
        return "Choose the day."
    if any(sign in schema.get("x-fix", "") for sign in SIGNS_OF_A_FILE) and "x-ask" in schema:
        return str(schema["x-ask"])
    return FIX_OF_TYPE.get(kind, "")
