"""The form that makes a file: its address on the site, with the group and the record chosen in it."""

from collections.abc import Mapping
from datetime import date
from urllib.parse import urlencode

from scm_site.filing.forms.act_facts import list_act_choices
from scm_site.filing.forms.form_kinds import FORM_OF_KIND
from scm_site.filing.forms.form_records import CAN_HAPPEN
from scm_site.reading import find_slot
from scm_site.reading.name_forms import PERIOD
from scm_site.records.dossier import Dossier
from scm_site.records.meeting import Meeting
from scm_site.records.register import Register
from scm_site.records.unknown import known


def find_form(path: str, register: Register, **answers: str) -> str:
    """Give the address on the site of the form for a new file of a group, or "" where no form makes it.

    `answers` are those that the form begins with.
    """
    slot = find_slot(path)
    if slot is None or slot.kind not in FORM_OF_KIND or "group" not in slot.ids or path in register.paths:
        return ""
    # Other new files than turns that are owed get their id from their title.
    named = {"id": slot.ids["id"]} if slot.slot.forms.get("id") is PERIOD else {}
    of_meeting = {"meeting": slot.ids["meeting"]} if "meeting" in slot.ids else {}
    return make_form_address(slot.kind, {"group": slot.ids["group"], **answers, **named, **of_meeting})


def list_ways_of_meeting(meeting: Meeting, as_of: date) -> list[tuple[str, str]]:
    """Give the addresses of the forms for what can happen to a meeting, with their words."""
    is_over = meeting.ends_on < as_of
    kinds = [kind for kind, can_happen in CAN_HAPPEN.items() if can_happen(meeting)]
    fitting = [
        kind for kind in kinds if kind not in (("agenda", "moved", "called-off") if is_over else ("minutes",))
    ]
    asked = {"group": meeting.file.group, "meeting": meeting.id}
    return [(make_form_address(kind, asked), FORM_OF_KIND[kind].title) for kind in fitting]


def make_form_address(kind: str, query: Mapping[str, str]) -> str:
    """Give the address on the site of the form of a kind of record: `file/status-update/?group=warm-homes`."""
    asked = f"?{urlencode(query)}" if query else ""
    return f"{FORM_OF_KIND[kind].address}{asked}"


def can_file(kind: str, dossier: Dossier) -> bool:
    """Tell whether a form can be filled in for a group: a Discussion group has no reports (ToR, C6).

    A group ends once, and nothing of it is changed after that; what was never planned or filed is not changed either.
    """
    needs = {
        "replans": dossier.work_programme is not None,
        "takes-back": bool(dossier.acts),
        "tells": dossier.ended is not None,
        **dict.fromkeys(
            ("status-update", "board-brief", "waives", "pauses", "resumes", "amends"), dossier.group.is_focus
        ),
    }
    is_open = dossier.ended is None or kind not in ("ends", "amends", "replans", "pauses", "resumes")
    happens = kind not in CAN_HAPPEN or any(map(CAN_HAPPEN[kind], dossier.hosted))
    return needs.get(kind, True) and is_open and happens


def list_ways_to_change(dossier: Dossier, as_of: date) -> dict[str, str]:
    """Give the addresses of the forms that change what was agreed, while it is in force: its end, and the plan."""
    end = known(dossier.group.end)
    kinds = [kind for kind in ("amends", "replans") if can_file(kind, dossier)]
    is_in_force = end is not None and end >= as_of
    return {kind: make_form_address(kind, {"group": dossier.group.id}) for kind in kinds if is_in_force}


#: The forms for what happens to members, the space and calls, with the words of their links.
FOR_MEMBERS = {
    "joins": "Somebody joins",
    "leaves": "Somebody leaves",
    "hands-over": "New chair or co-chair",
    "acts-for": "Somebody acts for an office",
    "accepts-charter": "Accept the Charter",
    "invites": "Call for participants",
    "noted": "Note what happened",
}


def list_ways_for_members(dossier: Dossier) -> list[tuple[str, str]]:
    """Give the addresses of the forms for members and calls of a group, each with its words; none once it has ended."""
    group = {"group": dossier.group.id}
    return [
        (make_form_address(kind, group), words)
        for kind, words in FOR_MEMBERS.items()
        if dossier.ended is None
    ]


def find_ways_back(dossier: Dossier) -> dict[str, list[tuple[str, str]]]:
    """Give the addresses of the forms that correct each act and that take it back, with their words, by its name."""
    choices = list_act_choices(dossier)
    ways: dict[str, list[tuple[str, str]]] = {act.name: [] for act in dossier.acts}
    for kind, field, chosen_from, words in WAYS_BACK:
        for name in ways.keys() & dict(choices[chosen_from]).keys():
            ways[name].append((make_form_address(kind, {"group": dossier.group.id, field: name}), words))
    return ways


#: The forms for an act that is there: the field in which it is chosen, from which list, and what the link says.
WAYS_BACK = (("corrects", "of", "said", "Correct it"), ("takes-back", "act", "acts", "Take it back"))
