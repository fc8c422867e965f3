"""A group's last day, for the rules that compare other days with it."""

from datetime import date

from scm_site.days import add_months
from scm_site.records.dossier import Dossier
from scm_site.records.register import NotAvailableError, Register
from scm_site.records.unknown import known
from scm_site.terms.numbers import SHORTEST_MANDATE


def give_last_day(dossier: Dossier, register: Register) -> date | None:
    """Give the day on which a group ends or ended, or None where it is not known.

    Raises NotAvailableError where another rule refuses that day: one slip in it is one finding, not twenty.
    """
    register.require_whole_acts(dossier.group.id)
    if is_too_early(dossier) or contradicts_records(dossier):
        raise NotAvailableError("last day")
    return dossier.last_day


def is_too_early(dossier: Dossier) -> bool:
    """Tell whether the last day comes before the launch, or too soon after it where no act ends the group (D3)."""
    launch, last = known(dossier.group.launch), dossier.last_day
    if launch is None or last is None:
        return False
    is_short = dossier.group.is_focus and dossier.ended is None
    return last < add_months(launch, SHORTEST_MANDATE.value_on(launch) if is_short else 0)


def contradicts_records(dossier: Dossier) -> bool:
    """Tell whether the end comes before that of the act that ends the group, or acts do not agree on it."""
    end, last = known(dossier.group.end), dossier.last_day
    disputed = any(
        setting.name == "end" for one in dossier.held.idle if one.is_fault for setting in one.act.settings
    )
    return end is not None and last is not None and (last > end or disputed)
