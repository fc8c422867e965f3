"""What `approvals.yml` calls kinds of record that have become others."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

#: What each kind of record of the release before has become: who had to agree to it agrees to these.
SUCCESSORS: Mapping[str, tuple[str, ...]] = {
    "group": (
        *("launch", "joins", "leaves", "hands-over", "confirms", "acts-for", "accepts-charter", "consents"),
        *("page", "opens-space", "invites", "noted"),
    ),
    "proposal": ("proposal", "decided"),
    "work-programme": ("work-programme", "replans"),
    "outcome": (
        "outcome",
        "delivers",
        "controlled",
        "published",
        "shown",
        "new-version",
        "replaces",
        "withdrawn",
    ),
    "meeting": ("meeting", "agenda", "moved", "called-off", "minutes", "settles"),
    "amendment": ("amends", "corrects", "takes-back"),
    "waiver": ("waives", "pauses", "resumes", "presented"),
    "termination": ("ends", "tells"),
}
#: The kinds that are gone, and one that is new: by these, the file is known to be in the shape of the release before.
GONE = ("group", "amendment", "waiver", "termination")
NEW = "delivers"

_LIST = re.compile(r"(changes:[ \t]*\[)[^\]]*\]|(changes:[ \t]*\n)([ \t]*)- [^\n]*\n(?:\3- [^\n]*\n)*")


def move_kinds(data: Mapping[str, Any]) -> dict[str, Any]:
    """Give what `approvals.yml` says with the kinds of today; what is in the shape of today stays as it is."""
    rules = data.get("rules")
    if not isinstance(rules, list):
        return dict(data)
    there = {kind for rule in rules for kind in list_kinds(rule)}
    is_of_today = NEW in there or "outcome" not in there
    if is_of_today and not there.intersection(GONE):
        return dict(data)
    moved = [
        {**rule, "changes": list(follow_kinds(list_kinds(rule), there))} if list_kinds(rule) else rule
        for rule in rules
    ]
    return {**data, "rules": moved}


def list_kinds(rule: Any) -> list[str]:
    """Give the kinds of change that a rule names, as far as it has the form of one."""
    kinds: Any = rule.get("changes") if isinstance(rule, Mapping) else None
    if not isinstance(kinds, list):
        return []
    return [str(kind) for kind in kinds]


def follow_kinds(kinds: list[str], there: set[str]) -> dict[str, None]:
    """Give what each kind has become, each once, but for those for which another rule stands already."""
    found = (new for kind in kinds for new in SUCCESSORS.get(kind, (kind,)))
    return dict.fromkeys(kind for kind in found if kind in kinds or kind not in there)


def rewrite_kinds(text: str, data: Mapping[str, Any]) -> str:
    """Give the text of `approvals.yml`, which says `data`, with the kinds of today, and all else as it stands there."""
    new: Iterator[list[str]] = iter(
        [rule["changes"] for rule in move_kinds(data)["rules"] if list_kinds(rule)]
    )

    def write(found: re.Match[str]) -> str:
        kinds = next(new, [])
        if found[1]:
            return f"{found[1]}{', '.join(kinds)}]"
        return found[2] + "".join(f"{found[3]}- {kind}\n" for kind in kinds)

    return _LIST.sub(write, text)
