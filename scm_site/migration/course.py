"""A group's course in the old shape: `waivers/*.yml` and `termination.md` become acts.

The act is named for the day on which it was done. A waiver that had been renamed, or is found under the name that it
had, keeps its old ids under `former_ids`.
"""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from scm_site.migration.piece import Piece

Data = Mapping[str, Any]

#: Where a record comes from: each of the new files says it as the old one did.
ORIGIN = ("origin", "sources", "inferred")

#: By which name each act calls the fields of the old file.
WAIVED = {"duty": "duty", "from": "first_day", "until": "until", "reason": "because", "granted": "granted"}
ENDED = {name: name for name in ("how", "decided_by", "end", "evaluation_meeting", "text")}
NOTICE, SHOWN = {"notice": "to_all_members"}, {"results_presented_at": "at"}


def move_course(path: str, data: Data) -> tuple[Piece, ...]:
    """Give the acts that a waiver or a termination in the old shape becomes, by its path in `content/`.

    Raises ValueError where nothing in it tells a day by which an act could be named.
    """
    name = PurePosixPath(path)
    return tuple(move_termination(path, data) if name.name == "termination.md" else [move_waiver(path, data)])


def move_waiver(path: str, data: Data) -> Piece:
    """Give the act `waives` that a waiver becomes: of the day on which it was granted, with the old name behind it."""
    name, granted = PurePosixPath(path), data["granted"]
    act = place_act(path, granted["on"], f"{name.stem[10:]}.waives.yml", up=1)
    told = rename(data, WAIVED) | {"granted": {"day": granted["on"], "by": granted["by"]}}
    former = [*(one for one in data.get("former_ids", ()) if one != name.stem), name.stem]
    told |= {"former_ids": former, **keep_origin(data, WAIVED)}
    return Piece(path=act, data=told, made_of=path, fields=("duty", "from", "until", "granted"))


def move_termination(path: str, data: Data) -> Iterator[Piece]:
    """Give the acts that a termination becomes: `ends`, and where they were told, `tells` and `presented`."""
    decided, notice, at = data["decided_on"], data.get("notice"), data.get("results_presented_at")
    names = ENDED | ({"decided_on": "decided"} if is_unknown(decided) else {})
    names |= {"notice": "told"} if is_unknown(notice) else {}
    told = rename(data, names) | keep_origin(data, names)
    day = find_day(path, data)
    fields = tuple(name for name in ("how", "decided_on", "decided_by", "end", "text") if name in data)
    yield Piece(path=place_act(path, day, ".ends.md"), data=told, made_of=path, fields=fields)
    if notice and not is_unknown(notice):
        message = {"to_all_members": notice["to_all_members"], **keep_origin(data, NOTICE)}
        told_on = place_act(path, notice["on"], ".tells.yml")
        yield Piece(path=told_on, data=message, made_of=path, fields=("notice",))
    if at:
        shown = {"at": at, **keep_origin(data, SHOWN)}
        shown_on = place_act(path, at[:10], ".presented.yml")
        yield Piece(path=shown_on, data=shown, made_of=path, fields=("results_presented_at",))


def find_day(path: str, data: Data) -> str:
    """Give the day of an end: of its decision, else the last day, else the first of a source; raises ValueError."""
    sources = sorted(str(one["published"]) for one in data.get("sources", ()) if "published" in one)
    for day in (data["decided_on"], data["end"], *sources):
        if not is_unknown(day):
            return str(day)
    raise ValueError(f"{path}: neither the decision, the last day nor a source gives a day for the act")


def is_unknown(value: Any) -> bool:
    """Tell whether a field says that something is not known."""
    return isinstance(value, Mapping) and "unknown" in value


def rename(data: Data, names: Mapping[str, str]) -> dict[str, Any]:
    """Give the fields that an act takes over, by the names that it has for them."""
    return {new: data[old] for old, new in names.items() if old in data}


def keep_origin(data: Data, names: Mapping[str, str]) -> dict[str, Any]:
    """Give where the record comes from, with what is said of the fields that an act takes over, by its names."""
    kept = {name: data[name] for name in ("origin",) if name in data}
    sources = [
        {**one, "supports": list(dict.fromkeys(supports))}
        for one in data.get("sources", ())
        if (supports := [put_name(field, names) for field in one["supports"] if find_head(field) in names])
    ]
    inferred = [
        {**one, "field": put_name(one["field"], names)}
        for one in data.get("inferred", ())
        if find_head(one["field"]) in names
    ]
    return kept | ({"sources": sources} if sources else {}) | ({"inferred": inferred} if inferred else {})


def find_head(field: str) -> str:
    """Give the field at the head of a name with dots."""
    return field.partition(".")[0]


def put_name(field: str, names: Mapping[str, str]) -> str:
    """Give a field by the name that the act has for it; a day within it is in the name of the file, or called `day`."""
    head, dot, rest = field.partition(".")
    return names[head] if head == "notice" else f"{names[head]}{dot}{'day' if rest == 'on' else rest}"


def place_act(path: str, day: str, end: str, up: int = 0) -> str:
    """Give the path of an act in the folder of the group of an old file."""
    return f"{PurePosixPath(path).parents[up]}/acts/{day}{end}"
