"""What kind of change a path is: the kind of record that it holds, or `code` outside of `content/`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from scm_site.reading import SLOT_OF_KIND, find_slot
from scm_site.reading.former_layout import SUCCESSOR_OF, find_former_slot

CODE = "code"

#: What is judged as the outcome to which it belongs.
_WITH_OUTCOME = ("outcome-version", "attachment")

#: The list of carried-over files; a change of it moves the register to another shape, or it is refused (B017).
LEDGER = SLOT_OF_KIND["carried-over"].pattern

#: The name of the plan of a meeting in its folder.
PLAN = SLOT_OF_KIND["meeting"].pattern.rpartition("/")[2]

#: The name of the record of an outcome in its folder.
OUTCOME = SLOT_OF_KIND["outcome"].pattern.rpartition("/")[2]

#: Kinds of record that decide how every other change is judged.
GOVERNING = frozenset({"board", "secretariat", "approvals", "settings", "themes", "countries"})


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Governed:
    """One path that a change touches: its kind of change, and the group to which it belongs, or ""."""

    kind: str
    group: str
    path: str


def find_governed(path: str) -> Governed:
    """Give the kind of change that a path is; a stray file in `content/` counts as code, so that maintainers look."""
    slot = find_slot(path) or find_former_slot(path)
    if slot is None or path == LEDGER:
        return Governed(kind=CODE, group="", path=path)
    kind = "outcome" if slot.kind in _WITH_OUTCOME else SUCCESSOR_OF.get(slot.kind, slot.kind)
    return Governed(kind=kind, group=slot.ids.get("group", ""), path=path)


def place_in_former_groups(changes: Iterable[Governed], renamed: Mapping[str, str]) -> tuple[Governed, ...]:
    """Give changes in order, each once, by the names that their groups had before; `renamed` gives these by the new."""
    return tuple(sorted({replace(one, group=renamed.get(one.group, one.group)) for one in changes}))


def concern(changes: Iterable[Governed], joint: Mapping[str, frozenset[str]]) -> tuple[Governed, ...]:
    """Give changes in order as they are governed for each group that they concern.

    What lies in the folder of a meeting concerns every group that the meeting is of; `joint` gives the groups that its
    plan names, by the folder.
    """
    groups = ((one, {one.group, *joint.get(folder_of(one.path), ())}) for one in changes)
    return tuple(sorted({replace(one, group=group) for one, concerned in groups for group in concerned}))


def folder_of(path: str) -> str:
    """Give the folder in which a file lies."""
    return path.rpartition("/")[0]


def judge_move(changes: Iterable[Governed]) -> tuple[Governed, ...]:
    """Give changes as they are governed together.

    Where the register moves to another shape, what it says stays the same, and all of the change is for those to agree
    to who look after the program.
    """
    together = tuple(changes)
    is_move = any(one.path == LEDGER for one in together)
    return tuple(replace(one, kind=CODE, group="") for one in together) if is_move else together


def has_content(changes: Iterable[Governed]) -> bool:
    """Tell whether a change touches records that are no rosters or settings."""
    return any(one.kind != CODE and one.kind not in GOVERNING for one in changes)
