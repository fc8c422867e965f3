"""Whether what an act sets fits what holds."""

from collections.abc import Mapping
from types import MappingProxyType

from scm_site.records.acts.act import GIVEN_UP, Content, Setting
from scm_site.records.acts.sentences import write
from scm_site.records.unknown import Unknown
from scm_site.records.work_programme import Kpi, Milestone

#: What stands in a work programme, and its words for one of several.
NEEDS_PROGRAMME = ("final_outcome", "milestones", "kpis", "terms_of_reference")
PARTS = {"milestones": "milestone", "kpis": "KPI"}

#: What acts had set that were taken back: by the name of a thing and what it had become, what it had been.
Undone = Mapping[tuple[str, Content], Content]
NOTHING_UNDONE: Undone = MappingProxyType({})


def find_fault(state: Mapping[str, Content], setting: Setting, undone: Undone = NOTHING_UNDONE) -> str:
    """Say why a setting does not fit what holds; empty where it does, or where what it replaces was taken back."""
    part, _, rest = setting.name.partition(".")
    if part not in state and part in NEEDS_PROGRAMME:
        return "there is no work programme yet in which it could change something"
    if part == "final_outcome" and setting.name not in state:
        return "the work programme does not tell its final outcome; it is filled in there first"
    if part in PARTS and (fault := find_part_fault(state, setting, part, rest.partition(".")[0])):
        return fault
    current = state.get(setting.name)
    if setting.was is None or flatten(current) in go_back(setting, undone):
        return ""
    if part not in PARTS and (not current or isinstance(current, Unknown)):
        return ""  # what was left open, or is not known, is told by the act
    return f"it says instead of {write(setting.was)}, but what holds is {write(current)}"


def go_back(setting: Setting, undone: Undone) -> list[Content]:
    """Give what a setting replaces, and what that stands for where it came by acts that were taken back."""
    meant = [flatten(setting.was)]
    while (was := flatten(undone.get((setting.name, meant[-1])))) not in (None, *meant):
        meant.append(was)
    return meant


def flatten(content: Content) -> Content:
    """Give a content without its line breaks: who copies a text for `instead_of` may break its lines otherwise."""
    if isinstance(content, str):
        return " ".join(content.split())
    return tuple(" ".join(text.split()) for text in content) if isinstance(content, tuple) else content


def find_part_fault(state: Mapping[str, Content], setting: Setting, part: str, name: str) -> str:
    """Say why one of several things cannot come in, change or go; empty where it can."""
    owner, what = state.get(f"{part}.{name}"), f"{PARTS[part]} `{name}`"
    if isinstance(setting.becomes, Milestone | Kpi):
        return f"there is, or was, a {what} already; give the new one an id of its own" if owner else ""
    if owner is None:
        return f"there is no {what} in the work programme"
    return f"the {what} was given up" if owner is GIVEN_UP else ""
