"""What a file in the old shape becomes: new files, each with the fields that it was made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """A new file, and the fields of the old one that it was made of.

    `path` is its place, `data` its fields, where `text` is the body of a Markdown file. `made_of` is the path of the
    old file; `fields` are those (such as `minutes.sent`) whose first statement, with this content, is the arrival of
    the new file.
    """

    path: str
    data: Mapping[str, Any]
    made_of: str
    fields: tuple[str, ...]
