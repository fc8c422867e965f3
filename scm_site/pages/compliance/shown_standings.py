"""Standings as pages show them: the word with its tone, the evidence, and the file that closes what is open."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from scm_site.compliance.bundles import bundle
from scm_site.compliance.standing import Standing, StandingState
from scm_site.filing.closing import Closing
from scm_site.filing.form_ways import make_form_address
from scm_site.pages.frame.site_content import SiteContent

#: The tone of each state: its colour and its symbol. The word always stands beside it.
STANDING_TONES: dict[StandingState, str] = {
    StandingState.OVERDUE: "late",
    StandingState.DUE_SOON: "due",
    StandingState.NOT_YET_DUE: "ahead",
    StandingState.WAIVED: "waived",
    StandingState.UNKNOWN: "unknown",
    StandingState.MET_LATE: "met-late",
    StandingState.MET: "ok",
    StandingState.NOT_APPLICABLE: "none",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownStanding:
    """A standing, the address of its evidence on the site or "", and what closes it if it is open.

    `name` is that of the standing, or of several that are told together.
    """

    standing: Standing
    tone: str
    evidence: str
    closing: Closing | None
    name: str

    @property
    def anchor(self) -> str:
        """Its place on the page of its group."""
        period = f"-{self.standing.owed.period}" if self.standing.owed.period else ""
        return f"duty-{self.standing.duty.id}{period}"

    @property
    def waiver_form(self) -> str:
        """The form by which the Secretariat excuses it, if it is open, else ""."""
        query = {"group": self.standing.group, "duty": self.standing.duty.id}
        return make_form_address("waives", query) if self.standing.state.is_open else ""


def show_standing(standing: Standing, content: SiteContent) -> ShownStanding:
    """Give what a page shows of a standing."""
    evidence = content.find_page(standing.evidence.file.path) if standing.evidence else ""
    is_open = standing.state.is_open and standing.owed.path
    return ShownStanding(
        standing=standing,
        tone=STANDING_TONES[standing.state],
        evidence=evidence or "",
        closing=content.find_closing(standing) if is_open else None,
        name=standing.name,
    )


def show_standings(standings: Iterable[Standing], content: SiteContent) -> list[ShownStanding]:
    """Give what a page shows of several standings, in their order."""
    return [show_standing(standing, content) for standing in standings]


def show_together(standings: Iterable[Standing], content: SiteContent) -> list[ShownStanding]:
    """Give what a list of open standings shows: several members of a group who owe the same are one line."""
    return [replace(show_standing(one.first, content), name=one.name) for one in bundle(standings)]
