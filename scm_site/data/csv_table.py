"""Tables as CSV (RFC 4180): one line for each thing of a type, with nothing in it that a spreadsheet would run.

Each field has a column, and so has each field inside a field. A list stands in one cell, with `; ` between its items.
A list of things with fields of their own has one column for each of these fields, all in the same order.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from scm_site.data.fields import Data

BETWEEN = "; "

#: What a spreadsheet takes for the start of a formula (https://owasp.org/www-community/attacks/CSV_Injection); the
#: wide forms are those of Asian keyboards.
_AFTER_A_BREAK = re.compile(r"([;\t\r\n][ \t]*)(?=[=+\-@＝＋－＠])")
_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """A column: its name, the attribute that it shows, and the one inside that or ""."""

    name: str
    field: str
    inner: str = ""

    def find_value(self, row: Data) -> object:
        """Give what the cell of a row shows."""
        value = getattr(row, self.field)
        if not self.inner or value is None:
            return value
        if isinstance(value, tuple):
            return tuple(getattr(item, self.inner) for item in value)
        return getattr(value, self.inner)


def render_csv(row_type: type[Data], rows: Iterable[Data]) -> str:
    """Give a table with its column names as first line; every line ends in CR LF."""
    text, columns = io.StringIO(newline=""), tuple(list_columns(row_type))
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([column.name for column in columns])
    writer.writerows(
        [make_harmless(write_cell(column.find_value(row))) for column in columns] for row in rows
    )
    return text.getvalue()


def list_columns(row_type: type[Data]) -> Iterator[Column]:
    """Give the columns of a table whose rows are of a type, in the order of its fields."""
    hints = get_type_hints(row_type)
    for field, name in list_names(row_type):
        inner = find_fields(hints[field])
        if inner is None:
            yield Column(name=name, field=field)
        else:
            for inner_field, inner_name in list_names(inner):
                yield Column(name=f"{name}_{inner_name}", field=field, inner=inner_field)


def list_names(row_type: type[Data]) -> Iterator[tuple[str, str]]:
    """Give each field with its name outside of the program, such as `from_` with `from`."""
    return zip(row_type.__struct_fields__, row_type.__struct_encode_fields__, strict=True)


def find_fields(hint: Any) -> type[Data] | None:
    """Give the type whose fields have columns of their own, or None where a value has one cell."""
    if isinstance(hint, type) and issubclass(hint, Data):
        return None if hint.in_one_cell else hint
    if get_origin(hint) in (tuple, Union, UnionType):
        return next((found for found in map(find_fields, get_args(hint)) if found), None)
    return None


def write_cell(value: object) -> str:
    """Give the text of a cell, what is not there as an empty one."""
    if isinstance(value, tuple):
        return BETWEEN.join(map(write_cell, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def make_harmless(cell: str) -> str:
    """Give the text of a cell; what a spreadsheet would take for a formula gets an apostrophe in front.

    Where lists are written with commas in numbers, spreadsheets end a cell at a semicolon, whatever the quotes.
    """
    guarded = f"'{cell}" if cell.startswith(_STARTS_FORMULA) else cell
    return _AFTER_A_BREAK.sub(r"\1'", guarded)
