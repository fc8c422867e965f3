"""Why a file has no place in the layout, and where its place would be."""

import difflib
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath

from scm_site.reading.layout import KINDS, SLOT_OF_KIND, SLOTS, Slot, SlotMatch, Syntax, find_slot
from scm_site.reading.name_forms import ATTACHMENT_SUFFIXES, NameForm, make_slug
from scm_site.reading.quoting import quote_path, quote_value

_NEAR = 0.7
_SUFFIX_TWINS = {".yaml": ".yml", ".markdown": ".md", ".mdown": ".md", ".txt": ".md", ".json": ".yml"}
_NEAR_KIND = 0.75
_DOCUMENTS = (".doc", ".docx", ".docm", ".odt", ".rtf", ".pages", ".pdf")


@dataclass(frozen=True, kw_only=True, slots=True)
class Stray:
    """What is wrong with a path, and the way out."""

    wrong_name: bool  # the folder is right
    wrong_type: bool = False  # the folder is right, and no name would do
    reason: str
    fix: str


def explain_stray(path: str) -> Stray:
    """Say what is wrong with a path that fits no slot, and what the nearest right one is."""
    if stray := _explain_act(path):
        return stray
    mended = _mend_path(path)
    slot = _find_nearest_slot(path)
    folder = quote_path(f"{PurePosixPath(path).parent}/")
    if slot is None:
        reason = f"{folder} is no place for a file of this name"
        return Stray(wrong_name=False, reason=reason, fix=_list_places(path))
    fix = f"Did you mean {quote_path(mended)}?" if mended else f"Name it like {quote_path(slot.example)}."
    if slot.syntax == Syntax.MARKDOWN and path.lower().endswith(_DOCUMENTS):
        fix = f"Copy its text into a file that ends with `.md`, like {quote_path(mended or slot.example)}."
    if _differs_in_folder(path, slot):
        return Stray(wrong_name=False, reason=f"no records are kept in {folder}", fix=fix)
    if slot.syntax == Syntax.ATTACHMENT and not path.lower().endswith(ATTACHMENT_SUFFIXES):
        return Stray(wrong_name=True, wrong_type=True, reason=_name_type(path), fix="")
    return Stray(wrong_name=True, reason=_find_name_fault(path, slot), fix=fix)


def _explain_act(path: str) -> Stray | None:
    """Say what is wrong with the kind in the name of an act, or with what follows it; None if it is something else."""
    folder, _, name = path.rpartition("/")
    acts = {slot.kind: slot for slot in SLOTS if _holds_acts(folder, slot)}
    start, _, rest = name.partition(".")
    word = rest.rpartition(".")[0] or (start if start in acts else "")
    is_dated = start.startswith("20")
    if not acts or "." in word or not (word or is_dated) or (start == "outcome" and not is_dated):
        return None
    if word in acts and find_slot(f"{folder}/{SLOT_OF_KIND[word].forms['id'].example}.{rest}"):
        return None  # the kind and what follows it are right
    near = difflib.get_close_matches(word.lower(), acts, n=1, cutoff=_NEAR_KIND)
    place = acts[near[0]] if near else next((slot for slot in SLOTS if _is_act(slot, word)), None)
    reason = _find_kind_fault(name, word, acts)
    return Stray(wrong_name=True, reason=reason, fix=_place_act(path, place, acts, is_here=bool(near)))


def _place_act(path: str, place: Slot | None, acts: dict[str, Slot], *, is_here: bool) -> str:
    """Say how an act is named, by the place of the kind that is meant, if one is known."""
    folder, _, name = path.rpartition("/")
    if place is None:
        kinds = ", ".join(f"`{kind}`" for kind in acts)
        return f"Name it like {quote_path(next(iter(acts.values())).example)}. The kinds are {kinds}."
    mended = f"{folder}/{name.partition('.')[0]}{place.pattern.rpartition('}')[2]}"
    if path.lower().endswith(_DOCUMENTS) and place.syntax == Syntax.MARKDOWN:
        return f"Copy its text into a file that ends with `.md`, like {quote_path(mended)}."
    is_whole = is_here and find_slot(mended)
    return f"Did you mean {quote_path(mended)}?" if is_whole else f"Name it like {quote_path(place.example)}."


def _is_act(slot: Slot, kind: str) -> bool:
    """Tell whether a slot is that of a kind of act."""
    return f"{{id}}.{kind}." in slot.pattern


def _holds_acts(folder: str, slot: Slot) -> bool:
    """Tell whether a slot is one of acts that stand in a folder."""
    in_folder = Slot(kind=slot.kind, pattern=slot.pattern.rpartition("/")[0], forms={})
    ids = in_folder.match(folder) if _is_act(slot, slot.kind) else None
    return ids is not None and _holds_event({f"{{{gap}}}": name for gap, name in ids.items()}, slot)


def _holds_event(names: dict[str, str], slot: Slot) -> bool:
    """Tell whether the folder that is an event in a slot, if there is one, is named like one (names by their gap)."""
    return "{event}" not in names or not slot.forms["event"].find_fault(names["{event}"])


def _find_kind_fault(name: str, word: str, acts: dict[str, Slot]) -> str:
    """Say what is wrong with a name in which the kind of act, or the ending after it, is not right."""
    if not word:
        return f"the name {quote_value(name)} does not say what kind of act it is"
    if word not in acts:
        return f"{quote_value(word)} is no kind of act that stands in this folder"
    if name.startswith(word):
        return f"the name {quote_value(name)} does not begin with a day"
    return (
        f"the name {quote_value(name)} does not end in {quote_value(acts[word].pattern.rpartition('}')[2])}"
    )


@lru_cache(maxsize=100_000)
def explain_folder(path: str) -> Stray | None:
    """Say what is wrong with the name of a folder that is the id of a group or an outcome; None if nothing is."""
    names = path.split("/")
    for slot in SLOTS:
        patterns = slot.pattern.split("/")[: len(names)]
        gap = re.fullmatch(r"\{(\w+)\}", patterns[-1])
        is_unfit = gap is None or gap[1] == "event" or len(patterns) < len(names)
        if gap is None or is_unfit or slot.pattern.count("/") < len(names):
            continue
        fault = slot.forms[gap[1]].find_fault(names[-1])
        fits = all("{" in pattern or name == pattern for name, pattern in zip(names, patterns, strict=True))
        if fits and fault:
            return _make_folder_stray(path, names[-1], slot.forms[gap[1]], fault)
    return None


def _make_folder_stray(path: str, name: str, form: NameForm, fault: str) -> Stray:
    slug = make_slug(name)
    folder, can_be_meant = path[: -len(name)], slug and not form.find_fault(slug)
    reason = f"the name {quote_value(name)} is not {form.words}: {fault}"
    like = quote_path(f"{folder}{slug if can_be_meant else form.example}/")
    fix = f"Rename the folder to {like}." if can_be_meant else f"Name it like {like}."
    return Stray(wrong_name=True, reason=reason, fix=fix)


def find_refused_attachment(path: str) -> SlotMatch | None:
    """Give the place of a file that lies beside an outcome, but has a name that is refused."""
    for slot in SLOTS:
        ids = slot.match(path) if slot.syntax == Syntax.ATTACHMENT else None
        if ids and not any(slot.forms[part].find_fault(ids[part]) for part in ids.keys() - {"name"}):
            return SlotMatch(slot=slot, ids=ids)
    return None


def _name_type(path: str) -> str:
    suffix = PurePosixPath(path).suffix
    return f"files ending in {quote_value(suffix)}" if suffix else "files without an ending such as `.pdf`"


def _find_nearest_slot(path: str) -> Slot | None:
    rated = [(_rate(path, slot), -place, slot) for place, slot in enumerate(SLOTS)]
    best, _, slot = max(rated)
    return slot if best > 0 else None


def _rate(path: str, slot: Slot) -> float:
    """Say how near a path is to a slot's pattern, 0 to 1; 0 when any fixed name in it is too different."""
    names, patterns = path.split("/"), slot.pattern.split("/")
    if len(names) != len(patterns) or not _holds_event(dict(zip(patterns, names, strict=True)), slot):
        return 0.0
    rates = [_rate_name(name, pattern) for name, pattern in zip(names, patterns, strict=True)]
    return sum(rates) / len(rates) if min(rates) else 0.0


def _rate_name(name: str, pattern: str) -> float:
    if "{" not in pattern:
        near = difflib.SequenceMatcher(None, name.lower(), pattern).ratio()
        return near if near >= _NEAR else 0.0
    start, _, rest = pattern.partition("{")
    if not name.lower().startswith(start):
        return 0.0
    suffix = rest.partition("}")[2]
    if name.endswith(suffix):
        return 0.95 if suffix or start else 0.9
    return 0.85 if _twin_suffix(name) == suffix else 0.5


def _twin_suffix(name: str) -> str:
    suffix = PurePosixPath(name).suffix.lower()
    return _SUFFIX_TWINS.get(suffix, suffix)


def _differs_in_folder(path: str, slot: Slot) -> bool:
    pairs = zip(path.split("/")[:-1], slot.pattern.split("/")[:-1], strict=True)
    return any(name != pattern for name, pattern in pairs if "{" not in pattern)


def _find_name_fault(path: str, slot: Slot) -> str:
    for name, pattern in zip(path.split("/"), slot.pattern.split("/"), strict=True):
        field = re.search(r"\{(\w+)\}", pattern)
        if field is None:
            if name != pattern:
                return f"the name {quote_value(name)} is not {quote_value(pattern)}"
        elif fault := _find_gap_fault(name, pattern, slot.forms[field[1]]):
            return fault
    return "the name has not the right form"


def _find_gap_fault(name: str, pattern: str, form: NameForm) -> str:
    start, suffix = re.split(r"\{\w+\}", pattern)
    if not name.endswith(suffix):
        return f"the name {quote_value(name)} does not end in {quote_value(suffix)}"
    value = name[len(start) : len(name) - len(suffix)]
    fault = form.find_fault(value)
    return f"the name {quote_value(value)} is not {form.words}: {fault}" if fault else ""


def _mend_path(path: str) -> str:
    """Give the nearest path that fits, or "" when the names do not say enough."""
    for slot in sorted(SLOTS, key=lambda slot: -_rate(path, slot)):
        if _rate(path, slot):
            pairs = zip(path.split("/"), slot.pattern.split("/"), strict=True)
            mended = "/".join(_mend_name(name, pattern) for name, pattern in pairs)
            if find_slot(mended):
                return mended
    return ""


def _mend_name(name: str, pattern: str) -> str:
    if "{" not in pattern:
        return pattern
    start, suffix = re.split(r"\{\w+\}", pattern)
    if pattern == "{name}":
        suffix = PurePosixPath(name).suffix.lower()
    own = suffix if name.endswith(suffix) else PurePosixPath(name).suffix
    cut = len(own) if suffix else 0
    return start + make_slug(name[len(start) : len(name) - cut]) + suffix


def _list_places(path: str) -> str:
    """Name what the deepest folder on the way to a path has places for."""
    names = path.split("/")[:-1]
    shared = max(_count_shared(names, slot) for slot in SLOTS)
    places = [
        _show_place(slot, shared)
        for slot in SLOTS
        if _count_shared(names, slot) == shared and slot.syntax != Syntax.ATTACHMENT and slot.kind in KINDS
    ]
    folder = quote_path("/".join(names[:shared]) + "/")
    return f"Delete it, or move it: {folder} has places for {', '.join(dict.fromkeys(places))}."


def _show_place(slot: Slot, depth: int) -> str:
    name = slot.example.split("/")[depth]
    ending = "/" if slot.pattern.count("/") > depth else ""
    like = "names like " if "{" in slot.pattern.split("/")[depth] else ""
    return f"{like}`{name}{ending}`"


def _count_shared(names: list[str], slot: Slot) -> int:
    """Count the folders at the start of a path that are also on the way to a slot."""
    count = 0
    for name, pattern in zip(names, slot.pattern.split("/")[:-1], strict=False):
        if (name != pattern and "{" not in pattern) or not _holds_event({pattern: name}, slot):
            break
        count += 1
    return count
