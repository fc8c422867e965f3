"""Outcomes to which something can happen, as the forms offer them; of one that is not public, no title is told."""

from collections.abc import Callable
from datetime import date
from typing import Any

from scm_site.checks.outcome_rules import find_free_identifier
from scm_site.days import write_day
from scm_site.records.dossier import Dossier
from scm_site.records.outcome import Outcome
from scm_site.records.outcome_state import OutcomeState, derive_outcome_state
from scm_site.records.register import Register
from scm_site.records.unknown import known


def is_to_control(outcome: Outcome) -> bool:
    """Tell whether the last version that was delivered waits for its control."""
    controls = outcome.find_acts("controlled")
    return bool(outcome.deliveries) and not any(act.day >= outcome.deliveries[-1] for act in controls)


def has_passed(outcome: Outcome) -> bool:
    """Tell whether the last quality control passed, and nothing is published yet."""
    control = known(outcome.quality_control)
    return control is not None and control.result == "passed" and not is_published(outcome)


def is_published(outcome: Outcome) -> bool:
    """Tell whether an act or its record says when it becomes public."""
    return known(outcome.published) is not None


#: To which outcomes each kind of act can happen; to one that was withdrawn, nothing can.
CAN_HAPPEN: dict[str, Callable[[Outcome], bool]] = {
    "delivers": lambda one: not (is_to_control(one) or has_passed(one) or is_published(one)),
    "controlled": is_to_control,
    "published": has_passed,
    "shown": lambda _: True,
    "new-version": is_published,
    "replaces": lambda _: True,
    "withdrawn": lambda _: True,
}


def list_kinds(outcome: Outcome) -> list[str]:
    """Give the kinds of act that can happen to an outcome."""
    if outcome.withdrawn or outcome.is_reconstructed:
        return []
    return [kind for kind, can_happen in CAN_HAPPEN.items() if can_happen(outcome)]


def list_outcomes(dossier: Dossier, register: Register, as_of: date) -> dict[str, list[dict[str, Any]]]:
    """Give the outcomes to which something can happen, the last delivered first, by the kind of act."""
    found: dict[str, list[dict[str, Any]]] = {kind: [] for kind in CAN_HAPPEN}
    for outcome in sorted(dossier.outcomes, key=lambda one: (one.deliveries, one.id), reverse=True):
        for kind in list_kinds(outcome):
            found[kind].append(make_outcome_fact(kind, outcome, register, as_of))
    return found


def make_outcome_fact(kind: str, outcome: Outcome, register: Register, as_of: date) -> dict[str, Any]:
    """Give an outcome: its id, its words, what the form begins with, and the names that are taken."""
    return {
        "id": outcome.id,
        "words": name_outcome(outcome, as_of),
        "held": {},
        "data": make_draft(kind, outcome, register, as_of),
        "taken": sorted(act.file.id.rpartition("/")[2] for act in outcome.filed if act.file.kind == kind),
    }


def name_outcome(outcome: Outcome, as_of: date) -> str:
    """Give an outcome in the words of a list: its title once it is public, else its format and its id."""
    if derive_outcome_state(outcome, as_of) is OutcomeState.PUBLISHED:
        return outcome.title
    told = f", delivered on {write_day(outcome.deliveries[-1])}" if outcome.deliveries else ""
    return f"{outcome.format.capitalize()} {outcome.id}{told}"


def make_draft(kind: str, outcome: Outcome, register: Register, as_of: date) -> dict[str, Any]:
    """Give what a form begins with: the version, and the next number that is free."""
    if kind == "published":
        return {"identifier": find_free_identifier(as_of.year, register)}
    if kind == "controlled" or (kind == "delivers" and not outcome.deliveries):
        return {"version": outcome.version}
    if kind in ("delivers", "new-version"):
        return {"version": raise_version(outcome.version)}
    return {}


def raise_version(version: str) -> str:
    """Give the version after a small change: 1.0 becomes 1.1."""
    first, _, last = version.partition(".")
    return f"{first}.{int(last or 0) + 1}"
