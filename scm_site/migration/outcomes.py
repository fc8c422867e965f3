"""An outcome was one file, overwritten as life went on; what happened to it becomes acts beside it."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from scm_site.migration.meetings import is_unknown, pick, take_origin
from scm_site.migration.piece import Piece

Told = tuple[str, dict[str, Any], tuple[str, ...]]

#: What the record told of its course; none of it is a field of the record any more, but for what is not known.
COURSE = ("quality_control", "published")
MOVED = (*COURSE, "presented_at", "identifier", "versions", "supersedes", "withdrawn")

#: How many places of the name of an event give its day.
DAY = 10


def is_former(data: Mapping[str, Any]) -> bool:
    """Tell whether an outcome's record is in the shape of the release before: it tells of its course."""
    return any(name in data and not (name in COURSE and is_unknown(data[name])) for name in MOVED)


def move_outcome(path: str, data: Mapping[str, Any]) -> tuple[Piece, ...]:
    """Give the record of an outcome, and each act that it told of.

    `path` is that of the file, `data` its fields with the body under `text`. Raises ValueError where an act would have
    no day.
    """
    folder = PurePosixPath(path).parent
    acts = (
        *make_control(data),
        *make_publication(data),
        *make_showings(data),
        *make_versions(data),
        *make_replacement(data),
        *make_withdrawal(data),
    )
    return (
        Piece(path=path, data=make_record(data), made_of=path, fields=()),
        *(
            Piece(path=f"{folder}/{name}", data=told, made_of=path, fields=fields)
            for name, told, fields in acts
        ),
    )


def make_record(data: Mapping[str, Any]) -> dict[str, Any]:
    """Give the outcome as it was begun, with the version that it had then."""
    kept = {name: value for name, value in data.items() if name not in MOVED or is_unknown(value)}
    if "version" in kept:
        kept["version"] = find_first_version(data)
    if data.get("origin") == "reconstructed":
        kept = {
            name: value
            for name, value in kept.items()
            if name not in ("origin", "sources", "inferred", "text")
        }
        kept |= take_origin(data, {name: name for name in (*kept, "text")}) | {"text": data.get("text", "")}
    return kept


def list_notes(data: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Give what readers were told of each version, the oldest first."""
    return list(reversed(data.get("versions") or ()))


def find_first_version(data: Mapping[str, Any]) -> str:
    """Give the version with which an outcome began."""
    notes = list_notes(data)
    return str(notes[0]["version"] if notes else data["version"])


def make_control(data: Mapping[str, Any]) -> Iterator[Told]:
    """Give the quality control, where it is known."""
    control = data.get("quality_control")
    if control and not is_unknown(control):
        told = {"version": find_first_version(data)} | pick(control, ("by", "result", "remarks"))
        origin = spread(take_origin(data, {"quality_control": "result"}), "result", tuple(told))
        yield (
            f"{control['on']}.controlled.yml",
            told | origin,
            ("quality_control.on", "quality_control.result"),
        )


def spread(origin: dict[str, Any], field: str, fields: tuple[str, ...]) -> dict[str, Any]:
    """Give where facts came from with several fields in the place of one that told them all."""
    sources = [
        source | {"supports": [*fields] if field in source["supports"] else source["supports"]}
        for source in origin.get("sources", ())
    ]
    inferred = [
        {**one, "field": name}
        for one in origin.get("inferred", ())
        for name in (fields if one["field"] == field else (one["field"],))
    ]
    found = origin | {"sources": sources, "inferred": inferred}
    return {name: value for name, value in found.items() if value}


def make_publication(data: Mapping[str, Any]) -> Iterator[Told]:
    """Give the publication, with the number that was given and what was told of the first edition."""
    if not data.get("published") or is_unknown(data["published"]):
        if data.get("identifier"):
            raise ValueError("an outcome that is not published has no identifier")
        return
    first = [note["changes"] for note in list_notes(data)[:1]]
    told = pick(data, ("identifier",)) | ({"note": first[0]} if first else {})
    told |= take_origin(data, {"published": "identifier", "identifier": "identifier"})
    yield f"{data['published']}.published.yml", told, ("published",)


def make_showings(data: Mapping[str, Any]) -> Iterator[Told]:
    """Give each event at which it was presented; the act bears the day of the event."""
    for number, event in enumerate(data.get("presented_at") or ()):
        told = {"at": event} | take_origin(data, {"presented_at": "at"})
        yield f"{event[:DAY]}.shown.yml", told, (f"presented_at.{number}",)


def make_versions(data: Mapping[str, Any]) -> Iterator[Told]:
    """Give each version after the first; what was told of the first stands with the publication."""
    for note in list_notes(data)[1:]:
        number = list(data["versions"]).index(note)
        told = pick(note, ("version", "changes")) | take_origin(data, {"versions": "changes"})
        yield f"{note['on']}.new-version.yml", told, (f"versions.{number}",)


def make_replacement(data: Mapping[str, Any]) -> Iterator[Told]:
    """Give the outcome whose place it took; on the day of its publication, else of its delivery."""
    if data.get("supersedes"):
        days = [data.get(name) for name in ("published", "delivered")]
        day = next((one for one in days if one and not is_unknown(one)), None)
        if day is None:
            raise ValueError("nobody knows on which day it took the place of another outcome")
        told = {"outcomes": [data["supersedes"]]} | take_origin(data, {"supersedes": "outcomes"})
        yield f"{day}.replaces.yml", told, ("supersedes",)


def make_withdrawal(data: Mapping[str, Any]) -> Iterator[Told]:
    """Give the withdrawal."""
    if off := data.get("withdrawn"):
        told = {"because": off["reason"]} | take_origin(data, {"withdrawn": "because"})
        yield f"{off['on']}.withdrawn.yml", told, ("withdrawn",)
