"""Where values stand in their file."""

from typing import NamedTuple

#: The way to a value: names of fields and places in lists, from the top; `()` is the top itself.
ValuePath = tuple[str | int, ...]


class Mark(NamedTuple):
    """Where a value stands, and where the name of its field stands (in a list: the value's place again).

    A named tuple, as there is one for every value: a frozen dataclass takes three times as long to make.
    """

    line: int
    column: int
    key_line: int
    key_column: int
