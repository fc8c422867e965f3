"""Whether an earlier version of a file already said what a later one says."""

from collections.abc import Mapping, Sequence
from typing import Any

#: What stands below the fields of a file. In which words it said something does not count, if it said enough.
TEXT = "text"
#: How long the text of minutes had to be so that it was one, and what stands in a text that is not finished.
ENOUGH, BLANK = 150, "[fill in"


def says(then: Any, now: Any, field: str) -> bool:
    """Tell whether earlier data said the same in a field, such as `members.3.to`, as the data of now.

    A place in a list is not counted from its start: what stands there is looked for in the earlier list.
    """
    head, _, rest = field.partition(".")
    if not head:
        return bool(then == now)
    if field == TEXT and isinstance(then, Mapping) and isinstance(now, Mapping):
        return is_enough(str(then.get(TEXT, ""))) or then.get(TEXT) == now.get(TEXT)
    if isinstance(now, list):
        place = pair(then, now).get(int(head)) if isinstance(then, list) else None
        return place is not None and says(then[place], now[int(head)], rest)
    if not isinstance(now, Mapping) or not isinstance(then, Mapping):
        return False
    return (head in then) == (head in now) and says(then.get(head), now.get(head), rest)


def is_enough(text: str) -> bool:
    """Tell whether a text was finished and long enough, as the release before counted it."""
    return len(text.strip()) >= ENOUGH and BLANK not in text


def pair(then: Sequence[Any], now: Sequence[Any]) -> dict[int, int]:
    """Give for the places of a list those of the same things in an earlier one: first what has most in common."""
    likes = sorted(
        ((-count_common(old, new), abs(here - there), here, there)
        for here, new in enumerate(now) for there, old in enumerate(then)),
    )  # fmt: skip
    pairs: dict[int, int] = {}
    for unlike, _, here, there in likes:
        if unlike and here not in pairs and there not in pairs.values():
            pairs[here] = there
    return pairs


def count_common(one: Any, other: Any) -> int:
    """Count what two things have in common: fields that say the same; more than any fields where all is the same."""
    if one == other:
        return 1_000
    if not isinstance(one, Mapping) or not isinstance(other, Mapping):
        return 0
    return sum(name in other and other[name] == content for name, content in one.items())
