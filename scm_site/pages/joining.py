"""Whether a group takes new participants, on a day."""

from datetime import date

from scm_site.days import write_day
from scm_site.records.group import Group
from scm_site.records.state import State
from scm_site.records.unknown import known


def show_joining(group: Group, state: State, as_of: date) -> str:
    """Say in a few words whether a group takes new participants; nothing where it is not known."""
    joining = known(group.joining)
    if joining is None:
        return ""
    if state.is_over:
        return "No longer"
    if joining.until and is_joining_over(group, as_of):
        return f"No longer: it was open until {write_day(joining.until)}"
    if joining.state == "closed":
        return "Not at present"
    return "Welcome when it was announced" if group.is_reconstructed else "Welcome"


def is_joining_over(group: Group, as_of: date) -> bool:
    """Tell whether the last day for joining has passed."""
    joining = known(group.joining)
    return joining is not None and joining.until is not None and joining.until < as_of
