"""Whether a JSON document has the form of its type: what `scm` prints and the site publishes."""

from typing import Any

from jsonschema import Draft202012Validator

from scm_site.data.fields import Data
from scm_site.data.json_schema import make_schema


def assert_fits(document: Any, kind: type[Data]) -> None:
    """Hold a document against the schema of its type, which must refuse a field that is not in the type."""
    schema = make_schema(kind, "https://groups.example/a.schema.json", "A document")
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert [f"{fault.json_path}: {fault.message}" for fault in validator.iter_errors(document)] == []
    assert not validator.is_valid({**document, "more": 1})
