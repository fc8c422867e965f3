"""What happened in a group, in the order of time (ToR, ae)."""

from dataclasses import dataclass
from datetime import date

from scm_site.pages.addresses import address_of
from scm_site.records.dossier import Dossier
from scm_site.records.meeting import Meeting
from scm_site.records.outcome_state import derive_outcome_state
from scm_site.records.register import Register
from scm_site.records.unknown import known


@dataclass(frozen=True, kw_only=True, slots=True)
class LifeEvent:
    """A dated fact: what happened, and the page of the site (or the web) that tells more."""

    day: date
    what: str
    address: str = ""
    is_external: bool = False


def make_life_line(dossier: Dossier, register: Register, as_of: date) -> list[LifeEvent]:
    """Give what happened in a group up to a day, the newest first."""
    events = [
        *list_beginnings(dossier, register),
        *list_work(dossier),
        *list_results(dossier, as_of),
        *list_end(dossier),
    ]
    return sorted(
        (event for event in events if event.day <= as_of), key=lambda e: (e.day, e.what), reverse=True
    )


def list_beginnings(dossier: Dossier, register: Register) -> list[LifeEvent]:
    """Proposal, decision, launch, and facts that no other record holds."""
    events = [
        LifeEvent(day=entry.date, what=entry.what, address=entry.address, is_external=True)
        for entry in dossier.group.history
    ]
    proposal = register.find_proposal(known(dossier.group.proposal) or "")
    if proposal:
        address = address_of(proposal)
        events.append(LifeEvent(day=proposal.date, what="The topic was proposed.", address=address))
        if proposal.decision:
            what = "The Advisory Board agreed to the topic."
            events.append(LifeEvent(day=proposal.decision.on, what=what, address=address))
    launch = known(dossier.group.launch)
    if launch:
        events.append(LifeEvent(day=launch, what="The group was launched."))
    return events


def list_work(dossier: Dossier) -> list[LifeEvent]:
    """Meetings held or called off, milestones reached, amendments."""
    events = []
    for meeting in dossier.meetings:
        what = f"The meeting “{meeting.title}” {tell_course(meeting)}."
        events.append(LifeEvent(day=meeting.date, what=what, address=address_of(meeting)))
    programme = dossier.work_programme
    titles = (
        {milestone.id: milestone.title for milestone in known(programme.milestones) or ()}
        if programme
        else {}
    )
    for update in dossier.status_updates:
        for reached in update.milestones_reached:
            what = f"The milestone “{titles.get(reached.milestone, reached.milestone)}” was reached."
            events.append(LifeEvent(day=reached.on, what=what, address=address_of(update)))
    if programme and programme.agreed:
        what = "The work programme was agreed."
        events.append(LifeEvent(day=programme.agreed, what=what, address=address_of(programme)))
    for amendment in dossier.amendments:
        what = "The Terms of Reference were amended."
        events.append(LifeEvent(day=amendment.date, what=what, address=address_of(amendment)))
    return events


def tell_course(meeting: Meeting) -> str:
    """Say what became of a meeting; only its minutes or who was there tell that it took place."""
    if meeting.cancelled:
        return "was called off"
    return "took place" if meeting.text or meeting.attended else "was set for this day"


def list_results(dossier: Dossier, as_of: date) -> list[LifeEvent]:
    """Outcomes that became public, and those that were withdrawn."""
    events = []
    for outcome in dossier.outcomes:
        published = known(outcome.published)
        if published and derive_outcome_state(outcome, as_of).has_page:
            what = f"The outcome “{outcome.title}” was published."
            events.append(LifeEvent(day=published, what=what, address=address_of(outcome)))
            if outcome.withdrawn:
                what = f"The outcome “{outcome.title}” was withdrawn."
                events.append(LifeEvent(day=outcome.withdrawn.on, what=what, address=address_of(outcome)))
    return events


def list_end(dossier: Dossier) -> list[LifeEvent]:
    """The notice to members and the end."""
    ended = dossier.termination
    if ended is None:
        return []
    events, notice, last_day = [], known(ended.notice), dossier.last_day
    if notice:
        what = "The members were told that the group ends."
        events.append(LifeEvent(day=notice.on, what=what, address=address_of(ended)))
    if last_day:
        events.append(
            LifeEvent(day=last_day, what=f"The group ended: {ended.how}.", address=address_of(ended))
        )
    return events
