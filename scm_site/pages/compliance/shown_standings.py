"""Standings as pages show them: the word with its tone, the evidence, and the file that closes what is open."""

from collections.abc import Iterable, Iterator
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

    `name` is that of the standing, or of several that are told together. `formers` are its periods by former names of
    the meeting of which it tells.
    """

    standing: Standing
    tone: str
    evidence: str
    closing: Closing | None
    name: str
    formers: tuple[str, ...] = ()

    @property
    def anchor(self) -> str:
        """Its place on the page of its group."""
        return self.make_anchor(self.standing.owed.period)

    @property
    def former_anchors(self) -> list[str]:
        """Its places on that page by former names of the meeting."""
        return [self.make_anchor(period) for period in self.formers]

    def make_anchor(self, period: str) -> str:
        """Give the place of the standing to its duty in a period."""
        return f"duty-{self.standing.duty.id}-{period}" if period else f"duty-{self.standing.duty.id}"

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
        formers=tuple(list_former_periods(standing, content)),
    )


def list_former_periods(standing: Standing, content: SiteContent) -> Iterator[str]:
    """Give the period of a standing by each former name of its meeting: one that moved may have had another."""
    dossier = content.register.find_dossier(standing.group) if standing.group else None
    for meeting in dossier.meetings if dossier else ():
        if standing.owed.period.startswith(meeting.id):
            yield from (standing.owed.period.replace(meeting.id, former, 1) for former in meeting.former_ids)


def show_standings(standings: Iterable[Standing], content: SiteContent) -> list[ShownStanding]:
    """Give what a page shows of several standings, in their order."""
    return [show_standing(standing, content) for standing in standings]


def show_together(standings: Iterable[Standing], content: SiteContent) -> list[ShownStanding]:
    """Give what a list of open standings shows: several members of a group who owe the same are one line."""
    return [replace(show_standing(one.first, content), name=one.name) for one in bundle(standings)]
