"""A file that could be read, as plain data with the places of its values."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from scm_site.reading.marks import Mark, ValuePath


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class ParsedFile:
    """A file as plain data; in a Markdown file `body` is the text below the fields, from `body_line` on.

    It is kept, and given to the next who asks: nobody changes the data.
    """

    path: str
    kind: str
    ids: Mapping[str, str]
    data: dict[str, Any]
    marks: Mapping[ValuePath, Mark]
    body: str = ""
    body_line: int = 1
