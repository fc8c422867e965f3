"""Where records were kept in the release before, as far as it differs: they are read, and moved in memory."""

from collections.abc import Mapping

from scm_site.reading.layout import Slot, SlotMatch, find_slot
from scm_site.reading.name_forms import DATED, SLUG, NameForm


def _slot(kind: str, path: str, **forms: NameForm) -> Slot:
    return Slot(kind=kind, pattern=f"content/groups/{{group}}/{path}", forms={"group": SLUG} | forms)


#: Every place of the release before that is none today, and the kind of record that what was kept there is today.
FORMER_SLOTS: tuple[tuple[Slot, str], ...] = (
    (_slot("group", "group.md"), "launch"),
    (_slot("former-meeting", "meetings/{id}.md", id=DATED), "meeting"),
    (_slot("amendment", "amendments/{id}.md", id=DATED), "amends"),
    (_slot("waiver", "waivers/{id}.yml", id=DATED), "waives"),
    (_slot("termination", "termination.md"), "ends"),
)

#: The kind of record that a kind of the release before has become: who must agree is asked by it. None is one of today.
SUCCESSOR_OF: Mapping[str, str] = {slot.kind: kind for slot, kind in FORMER_SLOTS}


def find_former_slot(path: str) -> SlotMatch | None:
    """Give the slot of the release before that a path fits, or None; also where it fits one of today."""
    if find_slot(path) is not None:
        return None
    for slot, _ in FORMER_SLOTS:
        ids = slot.match(path)
        if ids is not None and not any(form.find_fault(ids[part]) for part, form in slot.forms.items()):
            return SlotMatch(slot=slot, ids=ids)
    return None
