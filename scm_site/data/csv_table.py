"""Tables as CSV (RFC 4180), with nothing in them that a spreadsheet would run."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

#: What a spreadsheet takes for the start of a formula (https://owasp.org/www-community/attacks/CSV_Injection); the
#: wide forms are those of Asian keyboards.
_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def render_csv(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    """Give a table with its column names as first line; every line ends in CR LF."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([make_harmless(row[column]) for column in columns] for row in rows)
    return text.getvalue()


def make_harmless(cell: str) -> str:
    """Give the text of a cell; what a spreadsheet would take for a formula gets an apostrophe in front."""
    return f"'{cell}" if cell.startswith(_STARTS_FORMULA) else cell
