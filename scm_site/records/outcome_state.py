"""An outcome's state: derived from its dates and quality control for a given day, never typed in (ToR, T3 to T5)."""

from datetime import date
from enum import StrEnum

from scm_site.records.outcome import Outcome
from scm_site.records.unknown import Unknown, known


class OutcomeState(StrEnum):
    """How an outcome stands on a day."""

    IN_CONTROL = "in control"
    RETURNED = "returned"
    NOT_PUBLIC_YET = "not public yet"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"

    @property
    def has_page(self) -> bool:
        """Whether the site has a page of it: its own, or the one that says why it was withdrawn."""
        return self in (OutcomeState.PUBLISHED, OutcomeState.WITHDRAWN)

    @property
    def is_in_control(self) -> bool:
        """Whether it was delivered, and its quality control is open or gave it back."""
        return self in (OutcomeState.IN_CONTROL, OutcomeState.RETURNED)


def derive_outcome_state(outcome: Outcome, as_of: date) -> OutcomeState:
    """Give an outcome's state on a day; one that was withdrawn before anybody saw it never becomes public."""
    is_withdrawn = outcome.withdrawn is not None and outcome.withdrawn.on <= as_of
    if was_published(outcome, as_of):
        return OutcomeState.WITHDRAWN if is_withdrawn else OutcomeState.PUBLISHED
    return OutcomeState.NOT_PUBLIC_YET if is_withdrawn else find_control(outcome, as_of)


def was_published(outcome: Outcome, as_of: date) -> bool:
    """Tell whether an outcome became public on a day or before, after a quality control that passed (ToR, T4)."""
    published, control = known(outcome.published), known(outcome.quality_control)
    is_passed = control is not None and control.result == "passed"
    return is_passed and published is not None and published <= as_of


def find_control(outcome: Outcome, as_of: date) -> OutcomeState:
    """Give where an outcome that is not public stands between its delivery and its publication."""
    delivered = [day for day in outcome.deliveries if day <= as_of]
    control = outcome.quality_control
    if not delivered or isinstance(control, Unknown):
        return OutcomeState.NOT_PUBLIC_YET
    if control is None or control.on > as_of or control.on < delivered[-1]:
        return OutcomeState.IN_CONTROL
    return OutcomeState.RETURNED if control.result == "returned" else OutcomeState.NOT_PUBLIC_YET
