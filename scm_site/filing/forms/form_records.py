"""Meetings to which something can happen, as the forms offer them: the meeting is chosen first, then what happened."""

from collections.abc import Callable, Iterator
from typing import Any

from scm_site.days import write_day
from scm_site.filing.forms.act_facts import list_plain
from scm_site.records.dossier import Dossier
from scm_site.records.meeting import Meeting


def is_open(meeting: Meeting) -> bool:
    """Tell whether something is still to come of a meeting: it was not called off, and has no minutes."""
    return meeting.cancelled is None and not meeting.is_reconstructed and not meeting.find_acts("minutes")


def list_open_items(meeting: Meeting) -> Iterator[dict[str, str]]:
    """Give the action items of a meeting that are not settled, as a list to choose from."""
    for item in meeting.actions:
        if item.id not in meeting.settled:
            yield {"value": item.id, "words": item.what}


#: To which meetings each kind of act can happen.
CAN_HAPPEN: dict[str, Callable[[Meeting], bool]] = {
    "agenda": lambda meeting: is_open(meeting) and not meeting.find_acts("agenda"),
    "moved": is_open,
    "called-off": is_open,
    "minutes": is_open,
    "settles": lambda meeting: any(list_open_items(meeting)),
}


def list_meetings(dossier: Dossier) -> dict[str, list[dict[str, Any]]]:
    """Give the meetings to which something can happen, the next ones first, by the kind of act."""
    return {
        kind: [make_meeting_fact(kind, one) for one in dossier.hosted if can_happen(one)]
        for kind, can_happen in CAN_HAPPEN.items()
    }


def make_meeting_fact(kind: str, meeting: Meeting) -> dict[str, Any]:
    """Give a meeting: its id, its words, what holds of it, what the form begins with, and what can be settled."""
    when = write_day(meeting.date)
    return {
        "id": meeting.id,
        "words": f"{when}: {meeting.title}",
        "date": str(meeting.date),
        "last": str(meeting.ends_on),
        "held": list_plain(meeting.held.record.cut()),
        "data": make_draft(kind, meeting),
        "actions": list(list_open_items(meeting)),
        "taken": sorted(act.file.id.rpartition("/")[2] for act in meeting.filed if act.file.kind == kind),
    }


def make_draft(kind: str, meeting: Meeting) -> dict[str, Any]:
    """Give what a form begins with: the planned agenda, or in the minutes the decisions that were announced."""
    if kind == "agenda" and isinstance(meeting.agenda, tuple) and meeting.agenda:
        return {"items": list(meeting.agenda)}
    if kind == "minutes" and meeting.to_be_decided and meeting.agenda_sent:
        sent = str(meeting.agenda_sent)
        return {"decisions": [{"what": what, "announced": sent} for what in meeting.to_be_decided]}
    return {}
