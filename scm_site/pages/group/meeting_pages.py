"""The page of a meeting: its plan as it holds, its minutes, and what happened to it."""

from collections.abc import Iterator
from dataclasses import dataclass

from scm_site.addresses import address_of
from scm_site.filing.form_ways import list_ways_of_meeting
from scm_site.pages.changes.shown_approvals import ShownProvenance, show_provenance
from scm_site.pages.frame.page import Page
from scm_site.pages.frame.rendering import render_page
from scm_site.pages.frame.sections import GROUPS, make_group_crumb
from scm_site.pages.frame.site_content import SiteContent
from scm_site.records.acts.act import Act
from scm_site.records.acts.kinds import ACT_KINDS
from scm_site.records.acts.sentences import tell_filed_for
from scm_site.records.dossier import Dossier
from scm_site.records.meeting import Meeting
from scm_site.records.outcome import Outcome
from scm_site.zones import write_time


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownStep:
    """Something that happened to a meeting: its act, its place on the page, what it does, why it does nothing."""

    act: Act
    anchor: str
    title: str
    what: str
    idle: str
    filed_for: str
    approval: ShownProvenance | None


def make_meeting_page(dossier: Dossier, meeting: Meeting, content: SiteContent) -> Page:
    """Make the page of a meeting with its minutes."""
    address = f"groups/{dossier.group.id}/meetings/{meeting.id}/"
    minutes = meeting.find_acts("minutes")
    groups = content.register.find_groups_of(meeting)
    return render_page(
        "meeting.html",
        address,
        meeting.title,
        description=f"Meeting of the group {dossier.group.title} on {meeting.date.isoformat()}.",
        crumbs=(GROUPS, make_group_crumb(dossier)),
        record=meeting,
        changed=content.find_last_change((meeting.plan, *meeting.filed)),
        meeting=meeting,
        groups=groups,
        time=write_time(meeting.date, meeting.time, meeting.zone),
        state=find_meeting_state(meeting, content),
        about=content.render_text(meeting.plan, address, level=3) if meeting.about else "",
        text=content.render_text(minutes[-1], address, level=3) if minutes else "",
        is_past=meeting.ends_on < content.as_of,
        steps=list(show_steps(meeting, content)),
        ways=list_ways_of_meeting(meeting, content.as_of),
    )


def show_steps(of: Meeting | Outcome, content: SiteContent) -> Iterator[ShownStep]:
    """Give what happened to a meeting or an outcome, in the order in which it was done."""
    for act in sorted(of.filed, key=lambda one: (one.day, one.name)):
        yield ShownStep(
            act=act,
            anchor=address_of(act).partition("#")[2],
            title=ACT_KINDS[act.file.kind].title,
            what=of.held.tell(act),
            idle=of.held.find_idle(act),
            filed_for=tell_filed_for(act),
            approval=show_provenance(content, act),
        )


def find_meeting_state(meeting: Meeting, content: SiteContent) -> str:
    """Say in one word how a meeting stands on the day of the site."""
    if meeting.cancelled:
        return "cancelled"
    if meeting.date > content.as_of:
        return "planned"
    if meeting.text:
        return "held"
    if meeting.ends_on >= content.as_of:
        return "planned"
    return "minutes not known" if meeting.is_reconstructed else "minutes missing"
