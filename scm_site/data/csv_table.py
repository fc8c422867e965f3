"""Tables as CSV (RFC 4180), with nothing in them that a spreadsheet would run."""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

#: What a spreadsheet takes for the start of a formula (https://owasp.org/www-community/attacks/CSV_Injection); the
#: wide forms are those of Asian keyboards.
_AFTER_A_BREAK = re.compile(r"([;\t\r\n][ \t]*)(?=[=+\-@＝＋－＠])")
_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def render_csv(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    """Give a table with its column names as first line; every line ends in CR LF."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([make_harmless(row[column]) for column in columns] for row in rows)
    return text.getvalue()


def make_harmless(cell: str) -> str:
    """Give the text of a cell; what a spreadsheet would take for a formula gets an apostrophe in front.

    Where lists are written with commas in numbers, spreadsheets end a cell at a semicolon, whatever the quotes.
    """
    guarded = f"'{cell}" if cell.startswith(_STARTS_FORMULA) else cell
    return _AFTER_A_BREAK.sub(r"\1'", guarded)
