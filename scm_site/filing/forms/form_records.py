"""Records that are there and that a form changes: meetings, from their plan to their approved minutes."""

from collections.abc import Iterator
from typing import Any

from scm_site.days import write_day
from scm_site.filing.forms.form_fields import is_offered
from scm_site.filing.forms.form_kinds import FORM_OF_KIND
from scm_site.records.dossier import Dossier
from scm_site.records.meeting import Meeting
from scm_site.records.unknown import known

PLANNED, HELD = "Without minutes", "With minutes: to correct or approve"

#: What can be done with a meeting, by how far it is.
ADD_TO_IT = (
    "What is filed of it is filled in already; add what is new. If it moves, change the date: the form then asks why, "
    "and says at the end how the file gets its new name. If it is called off, answer “Cancelled” instead."
)
APPROVE_IT = (
    "Its minutes are filed. Once the group has approved them, give the day under “Approved on”. Until then they can be "
    "put right here."
)
CORRECT_IT = (
    "Its minutes were approved on {day}. If you put anything right in them, say what it was under “Corrections”, with "
    "the day."
)


def list_meetings(dossier: Dossier) -> Iterator[dict[str, Any]]:
    """Give the meetings that a form can change: those without minutes first, then the others, the newest first."""
    found = list(find_changeable_meetings(dossier))
    yield from (make_meeting_fact(one) for one in found if one.minutes is None)
    yield from (make_meeting_fact(one) for one in reversed(found) if one.minutes is not None)


def find_changeable_meetings(dossier: Dossier) -> Iterator[Meeting]:
    """Give the meetings that were not called off; what was put together from public sources has no form."""
    for meeting in dossier.meetings:
        if meeting.cancelled is None and not meeting.is_reconstructed:
            yield meeting


def make_meeting_fact(meeting: Meeting) -> dict[str, Any]:
    """Give a meeting: its file, what the form shows of it and keeps unseen, and what is told about changing it."""
    form, minutes = FORM_OF_KIND["meeting"], known(meeting.minutes)
    approved = minutes.approved if minutes else None
    told = CORRECT_IT.format(day=write_day(approved)) if approved else APPROVE_IT if minutes else ADD_TO_IT
    state = ", approved" if approved else ", not approved yet" if minutes else ""
    return {
        "id": meeting.id,
        "path": meeting.file.path,
        "part": HELD if minutes else PLANNED,
        "words": f"{write_day(meeting.date)}: {meeting.title}{state}",
        "told": told,
        "open": "corrections" if approved else "",
        "data": {name: value for name, value in meeting.file.data.items() if is_offered(form, name)},
        "kept": {name: value for name, value in meeting.file.data.items() if not is_offered(form, name)},
    }
