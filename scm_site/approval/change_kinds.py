"""What kind of change a path is: the kind of record that it holds, or `code` outside of `content/`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from scm_site.reading import find_slot

CODE = "code"

#: What is judged as the outcome to which it belongs.
_WITH_OUTCOME = ("outcome-version", "attachment")

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
    slot = find_slot(path)
    if slot is None:
        return Governed(kind=CODE, group="", path=path)
    kind = "outcome" if slot.kind in _WITH_OUTCOME else slot.kind
    return Governed(kind=kind, group=slot.ids.get("group", ""), path=path)


def place_in_former_groups(changes: Iterable[Governed], renamed: Mapping[str, str]) -> tuple[Governed, ...]:
    """Give changes in order, each once, by the names that their groups had before; `renamed` gives these by the new."""
    return tuple(sorted({replace(one, group=renamed.get(one.group, one.group)) for one in changes}))


def has_content(changes: Iterable[Governed]) -> bool:
    """Tell whether a change touches records that are no rosters or settings."""
    return any(one.kind != CODE and one.kind not in GOVERNING for one in changes)
