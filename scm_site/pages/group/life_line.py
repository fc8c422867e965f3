"""What happened in a group, in the order of time (ToR, ae): from the proposal to the end."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from scm_site.addresses import address_of
from scm_site.days import write_day
from scm_site.pages.changes.shown_approvals import ApprovalMark, make_mark, show_approval
from scm_site.pages.frame.labels import DECIDED
from scm_site.pages.frame.site_content import SiteContent
from scm_site.pages.group.shown_acts import list_alike, tell_which
from scm_site.records.acts.act import Act
from scm_site.records.acts.kinds import ACT_KINDS
from scm_site.records.acts.noted import Noted
from scm_site.records.dossier import Dossier
from scm_site.records.meeting import Meeting
from scm_site.records.proposal import Proposal
from scm_site.records.record_file import Record
from scm_site.records.unknown import known


@dataclass(frozen=True, kw_only=True, slots=True)
class LifeEvent:
    """A dated fact: what happened, and the page of the site (or the web) that tells more.

    `mark` is how the change of the register was approved that brought it, `who` says who merged it and agreed.
    """

    day: date
    what: str
    address: str = ""
    is_external: bool = False
    mark: ApprovalMark | None = None
    who: str = ""


def make_life_line(dossier: Dossier, content: SiteContent) -> list[LifeEvent]:
    """Give what happened in a group up to the day of the site, the newest first."""
    proposal = content.register.find_proposal(known(dossier.group.proposal) or "")
    events = [
        *list_beginnings(dossier, proposal),
        *list_approvals(dossier, proposal, content),
        *list_work(dossier),
        *list_results(dossier, content),
        *list_end(dossier),
    ]
    return sorted(
        (event for event in events if event.day <= content.as_of),
        key=lambda event: (event.day, event.what),
        reverse=True,
    )


def list_beginnings(dossier: Dossier, proposal: Proposal | None) -> list[LifeEvent]:
    """Proposal, decision, launch, and facts that no other record holds."""
    events = [
        LifeEvent(day=entry.date, what=entry.what, address=entry.address, is_external=True)
        for entry in dossier.group.history
    ]
    if proposal:
        address = address_of(proposal)
        events.append(LifeEvent(day=proposal.date, what="The topic was proposed.", address=address))
        if proposal.decision:
            what = f"The Advisory Board {DECIDED[proposal.result]} the topic."
            events.append(LifeEvent(day=proposal.decision.on, what=what, address=address))
    launch = known(dossier.group.launch)
    if launch:
        events.append(LifeEvent(day=launch, what="The group was launched."))
    return events


def list_approvals(dossier: Dossier, proposal: Proposal | None, content: SiteContent) -> Iterator[LifeEvent]:
    """Give when what decides on a group came into the register, as git tells, and how that was approved."""
    told: list[tuple[Record | None, str]] = [
        (proposal, "The proposal came into the register."),
        (dossier.launched, "The group came into the register."),
        *((act, f"The {name_act(act, dossier)} came into the register.") for act in dossier.acts),
    ]
    for record, what in told:
        brought = content.find_provenance(record).brought if record else None
        if record is not None and brought is not None and brought.commit.id not in content.history.boundary:
            mark = make_mark(brought, content.register.settings.repository)
            address = "" if record is dossier.launched else address_of(record)
            who = show_approval(brought, content).who
            yield LifeEvent(day=brought.day, what=what, address=address, mark=mark, who=who)


def name_act(act: Act, dossier: Dossier) -> str:
    """Name an act by its kind, and by its day where the group has others of that kind."""
    words = ACT_KINDS[act.file.kind].words[0]
    alike = list_alike(act, dossier)
    return f"{words} of {write_day(act.day)}{tell_which(act, alike)}" if len(alike) > 1 else words


def list_work(dossier: Dossier) -> list[LifeEvent]:
    """Meetings held or called off, milestones reached, acts."""
    events = []
    for meeting in dossier.meetings:
        what = f"The meeting “{meeting.title}” {tell_course(meeting)}."
        events.append(LifeEvent(day=meeting.date, what=what, address=address_of(meeting)))
    programme = dossier.work_programme
    titles = dossier.held.names.milestones
    for update in dossier.status_updates:
        for reached in update.milestones_reached:
            what = f"The milestone “{titles.get(reached.milestone, reached.milestone)}” was reached."
            events.append(LifeEvent(day=reached.on, what=what, address=address_of(update)))
    if programme and programme.agreed:
        what = "The work programme was agreed."
        events.append(LifeEvent(day=programme.agreed, what=what, address=address_of(programme)))
    for act in dossier.acts:
        if isinstance(act, Noted):
            continue  # its words stand among the beginnings
        what = f"{ACT_KINDS[act.file.kind].title}: {dossier.held.tell(act)}."
        events.append(LifeEvent(day=act.day, what=what, address=address_of(act)))
    return events


def tell_course(meeting: Meeting) -> str:
    """Say what became of a meeting; only its minutes or who was there tell that it took place."""
    if meeting.cancelled:
        return "was called off"
    return "took place" if meeting.text or meeting.attended else "was set for this day"


def list_results(dossier: Dossier, content: SiteContent) -> Iterator[LifeEvent]:
    """Outcomes that were delivered, that became public, and that were withdrawn; no title before they are public."""
    for outcome in dossier.outcomes:
        has_page = content.find_state(outcome).has_page
        name = f"outcome “{outcome.title}”" if has_page else f"{outcome.format} (not public)"
        address = address_of(outcome) if has_page else f"groups/{dossier.group.id}/#outcomes"
        withdrawn = outcome.withdrawn.on if outcome.withdrawn else None
        days = (
            (known(outcome.delivered), f"The {name} was delivered to the Secretariat."),
            (known(outcome.published) if has_page else None, f"The {name} was published."),
            (withdrawn if has_page else None, f"The {name} was withdrawn."),
        )
        yield from (LifeEvent(day=day, what=what, address=address) for day, what in days if day)


def list_end(dossier: Dossier) -> list[LifeEvent]:
    """The last day of a group that ended."""
    ended, last_day = dossier.ended, dossier.last_day
    if ended is None or last_day is None:
        return []
    return [LifeEvent(day=last_day, what=f"The group ended: {ended.how}.", address=address_of(ended))]
