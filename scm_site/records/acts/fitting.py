"""Whether what an act sets fits what holds."""

from collections.abc import Mapping

from scm_site.records.acts.act import GIVEN_UP, Content, Setting
from scm_site.records.acts.sentences import write
from scm_site.records.unknown import Unknown
from scm_site.records.work_programme import Kpi, Milestone

#: What stands in a work programme, and its words for one of several.
NEEDS_PROGRAMME = ("final_outcome", "milestones", "kpis", "terms_of_reference")
PARTS = {"milestones": "milestone", "kpis": "KPI"}


def find_fault(
    state: Mapping[str, Content], setting: Setting, built_on: frozenset[tuple[str, Content]] = frozenset()
) -> str:
    """Say why a setting does not fit what holds; empty where it does, or where what it replaces was taken back."""
    part, _, rest = setting.name.partition(".")
    if part not in state and part in NEEDS_PROGRAMME:
        return "there is no work programme yet in which it could change something"
    if part in PARTS and (fault := find_part_fault(state, setting, part, rest.partition(".")[0])):
        return fault
    current = state.get(setting.name)
    if setting.was is None or current == setting.was or (setting.name, setting.was) in built_on:
        return ""
    if part not in PARTS and (not current or isinstance(current, Unknown)):
        return ""  # what was left open, or is not known, is told by the act
    return f"it says instead of {write(setting.was)}, but what holds is {write(current)}"


def find_part_fault(state: Mapping[str, Content], setting: Setting, part: str, name: str) -> str:
    """Say why one of several things cannot come in, change or go; empty where it can."""
    owner, what = state.get(f"{part}.{name}"), f"{PARTS[part]} `{name}`"
    if isinstance(setting.becomes, Milestone | Kpi):
        return f"there is, or was, a {what} already; give the new one an id of its own" if owner else ""
    if owner is None:
        return f"there is no {what} in the work programme"
    return f"the {what} was given up" if owner is GIVEN_UP else ""
