"""Which path holds which kind of record: the one table that says so."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, lru_cache

from scm_site.reading.name_forms import ATTACHMENT, DATED, DAY, LANGUAGE, PERIOD, SLUG, YEARED, NameForm


class Syntax(StrEnum):
    """How a file is written: fields only, front matter and text, or not ours to read."""

    YAML = "yaml"
    MARKDOWN = "markdown"
    ATTACHMENT = "attachment"


@dataclass(frozen=True, kw_only=True)
class Slot:
    """A row of the table: a kind of record, and the pattern of the paths where such records are kept."""

    kind: str
    pattern: str
    forms: Mapping[str, NameForm] = field(hash=False)
    required: bool = False

    @property
    def syntax(self) -> Syntax:
        """How files in this slot are written."""
        suffixes = {".yml": Syntax.YAML, ".md": Syntax.MARKDOWN}
        return suffixes.get(self.pattern[self.pattern.rfind(".") :], Syntax.ATTACHMENT)

    @property
    def example(self) -> str:
        """A path that fits: `content/events/2026-03-12-kick-off.yml`."""
        return self.make_path({field: form.example for field, form in self.forms.items()})

    @cached_property
    def _regex(self) -> re.Pattern[str]:
        parts = re.split(r"\{(\w+)\}", self.pattern)
        parts[0::2] = [re.escape(text) for text in parts[0::2]]
        parts[1::2] = [f"(?P<{field}>{_WITHIN.get(field, '[^/]+')})" for field in parts[1::2]]
        return re.compile("".join(parts), re.DOTALL)

    def match(self, path: str) -> dict[str, str] | None:
        """Give what stands in the pattern's gaps, in the right form or not; None if the rest differs."""
        found = self._regex.fullmatch(path)
        return found.groupdict() if found else None

    def make_path(self, ids: Mapping[str, str]) -> str:
        """Give the path of the record with these ids; raises ValueError when one has not the right form."""
        for name, form in self.forms.items():
            if fault := form.find_fault(ids[name]):
                raise ValueError(f"the {name} `{ids[name]}` is not {form.words}: {fault}")
        return self.pattern.format_map(dict(ids))


@dataclass(frozen=True, kw_only=True, slots=True)
class SlotMatch:
    """A path that fits a slot, and what its names say: `{"group": "warm-homes", "id": "2026-05"}`."""

    slot: Slot
    ids: Mapping[str, str] = field(hash=False)

    @property
    def kind(self) -> str:
        """The kind of record that the path holds."""
        return self.slot.kind


#: A language code has no dot, so that `outcome.final.fr.md` is not taken for a language.
_WITHIN = {"lang": r"[^/.]+"}


def _slot(kind: str, path: str, *, required: bool = False, **forms: NameForm) -> Slot:
    group = {"group": SLUG} if "{group}" in path else {}
    return Slot(kind=kind, pattern=f"content/{path}", forms=group | forms, required=required)


#: The kinds of act: what somebody did after a group had begun. The end of a file's name says the kind.
ACTS = (
    *(
        "amends",
        "replans",
        "joins",
        "leaves",
        "hands-over",
        "confirms",
        "acts-for",
        "accepts-charter",
        "consents",
    ),
    *("opens-space", "invites", "noted", "waives", "pauses", "resumes"),
    *("ends", "tells", "presented", "corrects", "takes-back"),
)

#: Those by which people come, go and get an office.
ACTS_ON_OFFICES = ("joins", "leaves", "hands-over", "acts-for")

#: Those with a text below their fields.
ACTS_WITH_TEXT = frozenset({"ends"})

#: What can happen to a meeting, in the order in which it mostly does; each stands in the meeting's folder.
MEETING_ACTS = ("agenda", "moved", "called-off", "minutes", "settles")
OF_MEETING = "groups/{group}/meetings/{meeting}/{id}"

#: What can happen to an outcome, in the order in which it mostly does; each stands in the outcome's folder.
OUTCOME_ACTS = ("delivers", "controlled", "published", "shown", "new-version", "replaces", "withdrawn")
OF_OUTCOME = "groups/{group}/outcomes/{outcome}/{id}"

#: What is said of acts of any kind, also beside the plan of a meeting, and beside an outcome.
OF_ANY = ("corrects", "takes-back")

#: What stands beside the record of an event, in a folder of its name.
EVENT_ACTS = ("decided",)

#: Every place where a file may be, in reading order.
SLOTS: tuple[Slot, ...] = (
    _slot("settings", "settings.yml", required=True),
    _slot("themes", "themes.yml", required=True),
    _slot("countries", "countries.yml", required=True),
    _slot("board", "board.yml", required=True),
    _slot("secretariat", "secretariat.yml", required=True),
    _slot("approvals", "approvals.yml", required=True),
    _slot("carried-over", "carried-over.yml"),
    _slot("event", "events/{id}.yml", id=DATED),
    *(_slot(kind, f"events/{{event}}/{{id}}.{kind}.yml", event=DATED, id=DAY) for kind in EVENT_ACTS),
    _slot("proposal", "proposals/{id}.md", id=YEARED),
    _slot("launch", "groups/{group}/launch.md"),
    _slot("page", "groups/{group}/page.md"),
    _slot("work-programme", "groups/{group}/work-programme.md"),
    _slot("meeting", "groups/{group}/meetings/{id}/meeting.md", id=DATED),
    *(
        _slot(kind, f"{OF_MEETING}.{kind}.{'md' if kind == 'minutes' else 'yml'}", meeting=DATED, id=DAY)
        for kind in MEETING_ACTS
    ),
    _slot("status-update", "groups/{group}/status-updates/{id}.yml", id=PERIOD),
    _slot("board-brief", "groups/{group}/board-briefs/{id}.md", id=PERIOD),
    _slot("outcome", "groups/{group}/outcomes/{id}/outcome.md", id=SLUG),
    *(_slot(kind, f"{OF_OUTCOME}.{kind}.yml", outcome=SLUG, id=DAY) for kind in OUTCOME_ACTS),
    _slot("outcome-version", "groups/{group}/outcomes/{id}/outcome.{lang}.md", id=SLUG, lang=LANGUAGE),
    _slot("attachment", "groups/{group}/outcomes/{id}/{name}", id=SLUG, name=ATTACHMENT),
    *(
        _slot(
            kind, f"groups/{{group}}/acts/{{id}}.{kind}.{'md' if kind in ACTS_WITH_TEXT else 'yml'}", id=DAY
        )
        for kind in ACTS
    ),
    *(_slot(kind, f"{OF_MEETING}.{kind}.yml", meeting=DATED, id=DAY) for kind in OF_ANY),
    *(_slot(kind, f"{OF_OUTCOME}.{kind}.yml", outcome=SLUG, id=DAY) for kind in OF_ANY),
)

#: The slot of each kind of record, the first where it has two, in reading order; attachments are not records.
SLOT_OF_KIND: Mapping[str, Slot] = {
    kind: next(slot for slot in SLOTS if slot.kind == kind)
    for kind in dict.fromkeys(slot.kind for slot in SLOTS if slot.syntax != Syntax.ATTACHMENT)
}

#: What `scm migrate` writes, and nobody else.
MADE_KINDS = ("carried-over",)

#: The kinds of record that people write, in reading order.
KINDS: tuple[str, ...] = tuple(kind for kind in SLOT_OF_KIND if kind not in MADE_KINDS)

#: The settings, the code lists and the rosters: alone in their kind, and with remarks behind their values.
SINGLE_KINDS = frozenset(slot.kind for slot in SLOTS if slot.required or slot.kind in MADE_KINDS)

#: Help for people who browse the folders; allowed and not read.
HELP_FILES = frozenset(f"content/{folder}README.md" for folder in ("", "events/", "groups/", "proposals/"))


@lru_cache(maxsize=100_000)  # a path is asked for again by each commit that touches it
def find_slot(path: str) -> SlotMatch | None:
    """Give the slot that a path (from the root, with `/`) fits, or None for a stray."""
    for slot in SLOTS:
        ids = slot.match(path)
        if ids is not None and not any(form.find_fault(ids[field]) for field, form in slot.forms.items()):
            return SlotMatch(slot=slot, ids=ids)
    return None


def leads_to_records(path: str) -> bool:
    """Tell whether a path is that of a folder with records in it, or somewhere below it."""
    return any(_is_on_the_way(path.split("/"), slot) for slot in SLOTS)


def _is_on_the_way(names: list[str], slot: Slot) -> bool:
    """Tell whether folders are the first ones on the way to the files of a slot."""
    patterns = slot.pattern.split("/")[:-1]
    if len(names) > len(patterns):
        return False
    pairs = zip(names, patterns, strict=False)
    return all(
        not slot.forms[pattern[1:-1]].find_fault(name) if pattern.startswith("{") else name == pattern
        for name, pattern in pairs
    )
