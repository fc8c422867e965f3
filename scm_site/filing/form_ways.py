"""The form that makes or completes a file: its address on the site, with the group and the record chosen in it."""

from collections.abc import Mapping
from datetime import date
from urllib.parse import urlencode

from scm_site.filing.forms.act_facts import list_act_choices
from scm_site.filing.forms.form_kinds import FORM_OF_KIND
from scm_site.filing.forms.form_records import find_changeable_meetings
from scm_site.reading import SlotMatch, find_slot
from scm_site.reading.name_forms import PERIOD
from scm_site.records.dossier import Dossier
from scm_site.records.register import NotAvailableError, Register
from scm_site.records.unknown import known


def find_form(path: str, register: Register, **answers: str) -> str:
    """Give the address on the site of the form for a group's file, or "" where no form makes or completes it.

    `answers` are those that the form begins with.

    A form begins a new file. Of files that are there already it changes one kind: a meeting that was not called off.
    """
    slot = find_slot(path)
    if slot is None or slot.kind not in FORM_OF_KIND or "group" not in slot.ids:
        return ""
    is_there = is_changeable_meeting(slot, register)
    if path in register.paths and not is_there:
        return ""
    # Other new files than turns that are owed get their id from their title.
    has_id = is_there or slot.slot.forms.get("id") is PERIOD
    chosen = {"group": slot.ids["group"], **answers}
    return make_form_address(slot.kind, chosen | {"id": slot.ids["id"]} if has_id else chosen)


def is_changeable_meeting(slot: SlotMatch, register: Register) -> bool:
    """Tell whether a path is that of a meeting whose file the form changes; not where the group is not there."""
    if slot.kind != "meeting":
        return False
    try:
        dossier = register.find_dossier(slot.ids["group"])
    except NotAvailableError:
        return False
    return any(meeting.id == slot.ids["id"] for meeting in find_changeable_meetings(dossier))


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
        **dict.fromkeys(("status-update", "board-brief", "waiver", "amends"), dossier.group.is_focus),
    }
    is_open = dossier.termination is None or kind not in ("termination", "amends", "replans")
    return needs.get(kind, True) and is_open


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
        if dossier.termination is None
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
