"""`amendments/*.md` become acts; the record of the group says again what it said before them."""

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any

from scm_site.migration.piece import Piece

Data = Mapping[str, Any]

_LINE_END = re.compile(r"(?<!\n)\n(?!\n)")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def move_amendment(path: str, data: Data) -> tuple[Piece, ...]:
    """Give the act `amends` that an amendment becomes; its words stand under `wording`, with links as words alone."""
    name = PurePosixPath(path)
    changes = {
        one["field"]: {"becomes": one["to"], "instead_of": one["from"]} for one in data.get("changes", ())
    }
    wording = _LINE_END.sub(" ", _LINK.sub(r"\1", str(data.get("text", ""))).strip())
    act = changes | {"because": data["justification"]} | ({"wording": wording} if wording else {})
    act["agreed"] = {
        who: {"day": given["on"], "by": given["by"]} if "on" in given else given
        for who, given in (
            ("secretariat", data["secretariat_agreed"]),
            ("group", data["group_agreed"]),
        )
    }
    act |= {name: data[name] for name in ("former_ids", "origin", "sources", "inferred") if name in data}
    made = f"{name.parents[1]}/acts/{name.stem}.amends.yml"
    fields = ("changes", "secretariat_agreed", "group_agreed") if changes else ("date",)
    return (Piece(path=made, data=act, made_of=path, fields=fields),)


def undo_amendments(data: Data, amendments: Iterable[Data]) -> dict[str, Any]:
    """Give a group's record as it was before its amendments, each of which had put its changes into it."""
    undone = dict(data)
    for amendment in sorted(amendments, key=lambda one: str(one["date"]), reverse=True):
        undone |= {change["field"]: change["from"] for change in amendment.get("changes", ())}
    return undone
