"""The form that makes or completes a file: its address on the site, with the group and the record chosen in it."""

from collections.abc import Mapping
from urllib.parse import urlencode

from scm_site.filing.forms.form_kinds import FORM_OF_KIND
from scm_site.filing.forms.form_records import find_changeable_meetings
from scm_site.reading import SlotMatch, find_slot
from scm_site.reading.name_forms import PERIOD
from scm_site.records.register import NotAvailableError, Register


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
