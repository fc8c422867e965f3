"""A meeting was one file, overwritten as life went on; it becomes a folder with the plan and what was done since."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from scm_site.migration.piece import Piece

#: The fields of the old record that stay with the plan, and those that make up the minutes.
PLAN = ("title", "date", "time", "mode", "place", "address")
MINUTES = ("attended", "first_meeting", "decisions", "corrections", "text")
#: Where facts came from; what an act takes along of it.
ORIGIN = ("origin", "sources", "inferred")


def move_meeting(path: str, data: Mapping[str, Any]) -> tuple[Piece, ...]:
    """Give the plan of a meeting, and each act that its record told of.

    `path` is that of the old file, `data` its fields with the body under `text`. Raises ValueError where the file has
    no title or no day.
    """
    if not isinstance(data.get("title"), str) or not isinstance(data.get("date"), str):
        raise ValueError(f"{path}: a meeting without title or day cannot be moved")
    folder = f"{PurePosixPath(path).parent}/{find_folder(path, data)}"
    return tuple(
        Piece(path=f"{folder}/{name}", data=fields, made_of=path, fields=made_of)
        for name, fields, made_of in (
            ("meeting.md", make_plan(path, data), ()),
            *make_moves(data),
            *make_agenda(data),
            *make_calling_off(data),
            *make_minutes(data),
        )
    )


def find_folder(path: str, data: Mapping[str, Any]) -> str:
    """Give the name of the folder, which stays for ever: the first that the record had."""
    former = data.get("former_ids") or [PurePosixPath(path).stem]
    return str(former[0])


def make_plan(path: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """Give the meeting as it was planned first."""
    moves = data.get("moved_from") or ()
    plan = pick(data, PLAN) | ({"date": moves[0]["date"]} if moves else {})
    if "agenda" in data and (is_unknown(data["agenda"]) or "agenda_sent" not in data):
        plan["agenda"] = data["agenda"]
    for field in ("first_meeting", "minutes"):
        if is_unknown(data.get(field)):
            plan[field] = data[field]
    former = [*data.get("former_ids", ()), PurePosixPath(path).stem][1:]
    rename = {field: field for field in plan} | {"moved_from": "date"}
    return plan | ({"former_ids": former} if former else {}) | take_origin(data, rename) | {"text": ""}


def make_moves(data: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any], tuple[str, ...]]]:
    """Give what moved it, from each day to the next; each bears the day from which it moved, as no other is known."""
    moves = data.get("moved_from") or ()
    days = [*(move["date"] for move in moves), data["date"]]
    seen = dict[str, int]()
    for number, (move, becomes) in enumerate(zip(moves, days[1:], strict=True)):
        day = move["date"]
        seen[day] = seen.get(day, 0) + 1
        name = day if seen[day] == 1 else f"{day}-{seen[day]}"
        fields = {"date": {"becomes": becomes, "instead_of": day}, "because": move["reason"]}
        origin = take_origin(data, {"moved_from": "date", "date": "date"})
        yield f"{name}.moved.yml", fields | origin, (f"moved_from.{number}",)


def make_agenda(data: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any], tuple[str, ...]]]:
    """Give the sending of the agenda, where it is known."""
    if "agenda" in data and "agenda_sent" in data and not is_unknown(data["agenda"]):
        fields = {"items": data["agenda"]} | take_origin(data, {"agenda": "items", "agenda_sent": "items"})
        yield f"{data['agenda_sent']}.agenda.yml", fields, ("agenda_sent",)


def make_calling_off(data: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any], tuple[str, ...]]]:
    """Give what called it off."""
    if off := data.get("cancelled"):
        fields = {"because": off["reason"]} | take_origin(data, {"cancelled": "because"})
        yield f"{off['on']}.called-off.yml", fields, ("cancelled",)


def make_minutes(data: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any], tuple[str, ...]]]:
    """Give the minutes. Where nobody wrote down when they were sent, they bear the day of the meeting."""
    minutes = {} if is_unknown(data.get("minutes")) else data.get("minutes") or {}
    told = {name: data[name] for name in MINUTES if data.get(name) and not is_unknown(data[name])}
    if not minutes and not told:
        return
    approved = {"approved": minutes["approved"]} if "approved" in minutes else {}
    fields = {name: told[name] for name in MINUTES[:-1] if name in told}
    origin = take_origin(data, {name: name for name in MINUTES} | {"minutes": "text"})
    text = {"text": data.get("text", "")}
    if not (fields or approved or origin):
        origin = {"origin": "filed"}  # the default, written out: front matter is never empty
    made_of = (*(["minutes.sent"] if minutes else []), *(["text"] if told.get("text") else []))
    yield (
        f"{minutes.get('sent', data['date'])}.minutes.md",
        fields | approved | origin | text,
        made_of or tuple(told),
    )


def take_origin(data: Mapping[str, Any], rename: Mapping[str, str]) -> dict[str, Any]:
    """Give where the facts of a new file came from; `rename` gives the new name of each field that it has."""
    if data.get("origin") != "reconstructed":
        return pick(data, ("origin",))
    sources = [
        source | {"supports": supports}
        for source in data.get("sources", ())
        if (supports := list(dict.fromkeys(rename[one] for one in source["supports"] if one in rename)))
    ]
    inferred = [
        one | {"field": rename[one["field"]]} for one in data.get("inferred", ()) if one["field"] in rename
    ]
    found = {"origin": "reconstructed", "sources": sources, "inferred": inferred}
    return {name: value for name, value in found.items() if value}


def is_unknown(value: Any) -> bool:
    """Tell whether a value says that a fact is not known."""
    return isinstance(value, Mapping) and "unknown" in value


def pick(data: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    """Give some fields in the order of their names here."""
    return {name: data[name] for name in names if name in data}
