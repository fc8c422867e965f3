"""New records with every blank filled in, by the examples of the schemas."""

from collections.abc import Mapping
from pathlib import Path

from scm_site.reading import SLOT_OF_KIND
from scm_site.records.schemas import Schemas, load_schemas
from scm_site.scaffold import Line, make_record_lines

SCHEMAS: Schemas = load_schemas(Path(__file__).parent.parent.parent / "schemas")
BODY = "A text that is long enough to say what there is to say, and then a little more. " * 3


def find_example_ids(kind: str) -> Mapping[str, str]:
    """Give the ids of the example path of a kind."""
    slot = SLOT_OF_KIND[kind]
    ids = slot.match(slot.example)
    assert ids is not None
    return ids


def make_finished(kind: str) -> str:
    """Give a new record in which every blank holds the schema's example."""
    return "".join(f"{fill(line)}\n" for line in make_record_lines(kind, SCHEMAS, find_example_ids(kind)))


def fill(line: Line) -> str:
    if line.blank is None:
        return line.text
    return line.text + (BODY if line.blank.is_body else line.blank.example)
