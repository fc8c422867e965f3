"""New records with every blank filled in, by the examples of the schemas."""

import re
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


def make_complete(kind: str) -> str:
    """Give a finished record in which the fields that may be left out are there too, as its head tells."""
    text = make_finished(kind)
    for _ in range(3):  # a field inside a field may be left out too
        text = re.sub(r"^( *)#(?! \S)", r"\1", text, flags=re.MULTILINE)
    return text


def fill(line: Line) -> str:
    if line.blank is None:
        return line.text
    return line.text + (BODY if line.blank.is_body else line.blank.example)
