"""A group's `group.md` becomes its launch, its page, and an act for everything that came after the launch.

The day done of an act is in the name of its file. The old record did not always tell it: then the day stands there on
which the act began to work.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from scm_site.migration.piece import Piece

Data = Mapping[str, Any]
Entry = dict[str, Any]

#: The body of each launch.md.
AS_LAUNCHED = "As launched. What holds today stands on the group's page.\n"

OF_LAUNCH = ("title", "kind", "proposal", "challenge", "objectives", "launch", "end")
OF_PAGE = ("summary", "themes", "contact")
OFFICES = ("chair", "co-chair", "team member")


def move_group(path: str, data: Data) -> tuple[Piece, ...]:
    """Give what a group's record becomes; raises ValueError where a day is missing without which an act has no name."""
    folder, name = path.removesuffix("group.md"), Namer()
    entries = [
        {"id": f"m{number}", **member} for number, member in enumerate(data.get("members", ()), start=1)
    ]
    launched = [entry for entry in entries if not begins_later(entry, data.get("launch"))]
    pieces = [
        make_piece(folder + "launch.md", path, (), make_launch(data, launched)),
        make_piece(folder + "page.md", path, (), make_page(data)),
    ]
    found = [
        *find_arrivals(entries, launched),
        *find_leavings(entries, launched),
        *find_acceptances(entries, data.get("launch")),
        *find_rest(data),
    ]
    for day, kind, fields, act in sorted(found, key=lambda one: (one[0], one[1])):
        place = f"{folder}acts/{name.give(day, kind)}.{kind}.yml"
        pieces.append(make_piece(place, path, fields, act))
    return tuple(pieces)


#: An act to be: its day, its kind, the fields that it was made of, and its own fields.
Found = tuple[str, str, tuple[str, ...], Entry]


class Namer:
    """Gives the acts of one kind and day names that differ."""

    def __init__(self) -> None:
        """Begin with no names."""
        self._count: dict[tuple[str, str], int] = defaultdict(int)

    def give(self, day: str, kind: str) -> str:
        """Give the next name: the day, then `-2`, `-3` behind it."""
        self._count[day, kind] += 1
        number = self._count[day, kind]
        return day if number == 1 else f"{day}-{number}"


def make_piece(place: str, path: str, fields: tuple[str, ...], data: Data) -> Piece:
    """Give a new file."""
    return Piece(path=place, data=data, made_of=path, fields=fields)


def begins_later(entry: Data, launch: Any) -> bool:
    """Tell whether a member is known to have begun after the launch."""
    return isinstance(launch, str) and isinstance(entry.get("from"), str) and entry["from"] > launch


def make_launch(data: Data, launched: list[Entry]) -> Entry:
    """Give the fields of launch.md."""
    made = {name: data[name] for name in OF_LAUNCH if name in data}
    made["members"] = [make_entry(entry, data.get("launch")) for entry in launched]
    space = data.get("community_space")
    if space and (data.get("kind") == "discussion" or not isinstance(space, str)):
        made["community_space"] = space
    former = {"former_ids": data["former_ids"]} if "former_ids" in data else {}
    return made | keep_sources(data, made) | former | {"text": AS_LAUNCHED}


def make_page(data: Data) -> Entry:
    """Give the fields of page.md."""
    made = {name: data[name] for name in OF_PAGE if name in data}
    joining = data.get("joining", {})
    told = ("how", "address", "unknown", "about")
    made["joining"] = {name: joining[name] for name in told if name in joining}
    text = {"text": data.get("text", "")}
    return made | keep_sources(data, made | text) | text


def keep_sources(data: Data, made: Data) -> Entry:
    """Give where a record comes from, with what backs the fields that a file takes over of it."""
    kept: Entry = {"origin": data["origin"]} if "origin" in data else {}
    sources = [
        {**one, "supports": supports}
        for one in data.get("sources", ())
        if (supports := [field for field in one["supports"] if has_field(made, field)])
    ]
    inferred = [one for one in data.get("inferred", ()) if has_field(made, one["field"])]
    return kept | ({"sources": sources} if sources else {}) | ({"inferred": inferred} if inferred else {})


def has_field(made: Any, field: str) -> bool:
    """Tell whether something has a field; a dot leads into it."""
    head, dot, rest = field.partition(".")
    if isinstance(made, list):
        return head.isdigit() and int(head) < len(made) and (not dot or has_field(made[int(head)], rest))
    return isinstance(made, Mapping) and head in made and (not dot or has_field(made[head], rest))


def make_entry(entry: Data, first: Any) -> Entry:
    """Give a member as a launch or an act tells it: the first day where it is another, the Charter if accepted then."""
    made = {name: content for name, content in entry.items() if name not in ("from", "to")}
    if entry.get("from", first) != first:
        made = {"id": made.pop("id"), "role": made.pop("role"), "first_day": entry["from"], **made}
    if is_accepted_later(entry, first):
        made.pop("charter")
    return made


def is_accepted_later(entry: Data, launch: Any) -> bool:
    """Tell whether the Charter was accepted after the first day, so that this is an act of its own."""
    accepted = entry.get("charter", {}).get("accepted", "")
    first = entry.get("from", launch)
    return bool(accepted) and isinstance(first, str) and accepted > first


def find_arrivals(entries: list[Entry], launched: list[Entry]) -> Iterator[Found]:
    """Give an act for each member who came after the launch: handing over an office, or joining."""
    for entry in entries:
        if entry in launched:
            continue
        first, place = entry["from"], f"members.{int(entry['id'][1:]) - 1}.from"
        before = find_predecessor(entry, entries)
        day = find_day_done(entry)
        if before is None:
            yield day, "joins", (place,), {"members": [make_entry(entry, day)]}
            continue
        person = make_entry(entry, first)
        role, confirmed = person.pop("role"), person.pop("confirmed", None)
        person.pop("first_day", None)
        act: Entry = {"role": role, "from": before["id"], "person": person, "first_day": first}
        if before["to"] != shift_day(first, -1):
            act["last_day"] = before["to"]
        yield day, "hands-over", (place,), act | ({"confirmed": confirmed} if confirmed else {})


def find_predecessor(entry: Data, entries: list[Entry]) -> Entry | None:
    """Give who held an office until the day on which somebody begins in it, or until the day before."""
    if entry.get("role") not in OFFICES:
        return None
    days = (entry["from"], shift_day(entry["from"], -1))
    same = (one for one in entries if one is not entry and one.get("role") == entry["role"])
    return next((one for one in same if one.get("to") in days), None)


def find_day_done(entry: Data) -> str:
    """Give the day on which it was settled that a member comes: of confirmation or consent, by the first day."""
    confirmed = entry.get("confirmed", {}).get("on", "")
    told = [day for day in (confirmed, entry.get("consent")) if isinstance(day, str) and day]
    return str(min(max(told, default=entry["from"]), entry["from"]))


def find_leavings(entries: list[Entry], launched: list[Entry]) -> Iterator[Found]:
    """Give an act for each member who left without handing over."""
    handed = {
        id(before)
        for entry in entries
        if entry not in launched and (before := find_predecessor(entry, entries))
    }
    for place, entry in enumerate(entries):
        if entry.get("to") and id(entry) not in handed:
            yield entry["to"], "leaves", (f"members.{place}.to",), {"member": entry["id"]}


def find_acceptances(entries: list[Entry], launch: Any) -> Iterator[Found]:
    """Give an act for each day and version of the Charter that members accepted after they had begun."""
    days: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, entry in enumerate(entries):
        if is_accepted_later(entry, launch):
            days[entry["charter"]["accepted"], entry["charter"]["version"]].append(place)
    for (day, version), places in days.items():
        fields = tuple(f"members.{place}.charter" for place in places)
        act = {"version": version, "members": [entries[place]["id"] for place in places]}
        yield day, "accepts-charter", fields, act


def find_rest(data: Data) -> Iterator[Found]:
    """Give an act for the community space, for a call that ends or is closed, and for each fact of the history."""
    space, joining = data.get("community_space"), data.get("joining", {})
    if isinstance(space, str) and space and data.get("kind") != "discussion":
        yield find_day(data, "community_space"), "opens-space", ("community_space",), {"address": space}
    if joining.get("state") == "closed" or joining.get("until"):
        act = {name: joining[name] for name in ("state", "until") if name in joining}
        yield find_day(data, "joining"), "invites", ("joining.state",), act
    for place, fact in enumerate(data.get("history", ())):
        act = {name: fact[name] for name in ("what", "address") if name in fact}
        yield fact["date"], "noted", (f"history.{place}",), act


def find_day(data: Data, field: str) -> str:
    """Give the day of the launch, or the last one of which the record tells; raises ValueError where it tells none."""
    if isinstance(data.get("launch"), str):
        return str(data["launch"])
    told = [fact["date"] for fact in data.get("history", ())]
    told += [source["published"] for source in data.get("sources", ()) if "published" in source]
    if not told:
        raise ValueError(f"no day is known on which what `{field}` says could have been said")
    return str(max(told))


def shift_day(day: str, days: int) -> str:
    """Give the day that many days later, as a file writes it."""
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
