"""The form that makes a file: its address on the site, with the group and the record chosen in it."""

from collections.abc import Mapping
from datetime import date
from urllib.parse import urlencode

from scm_site.filing.forms.act_facts import list_act_choices
from scm_site.filing.forms.form_kinds import FORM_OF_KIND
from scm_site.filing.forms.form_records import CAN_HAPPEN
from scm_site.filing.forms.outcome_records import list_kinds
from scm_site.reading import OUTCOME_ACTS, find_slot
from scm_site.reading.name_forms import PERIOD
from scm_site.records.acts.corrects import PLAN
from scm_site.records.dossier import Dossier
from scm_site.records.meeting import Meeting
from scm_site.records.outcome import Outcome
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
    beside = {name: slot.ids[name] for name in ("meeting", "outcome") if name in slot.ids}
    return make_form_address(slot.kind, {"group": slot.ids["group"], **answers, **named, **beside})


def list_ways_of_meeting(meeting: Meeting, as_of: date) -> list[tuple[str, str]]:
    """Give the addresses of the forms for what can happen to a meeting, with their words."""
    is_over = meeting.ends_on < as_of
    kinds = [kind for kind, can_happen in CAN_HAPPEN.items() if can_happen(meeting)]
    fitting = [
        kind for kind in kinds if kind not in (("agenda", "moved", "called-off") if is_over else ("minutes",))
    ]
    asked = {"group": meeting.file.group, "meeting": meeting.id}
    ways = [(make_form_address(kind, asked), FORM_OF_KIND[kind].title) for kind in fitting]
    plan = {"group": meeting.file.group, "of": f"{meeting.id}/{PLAN}"}
    return [*ways, (make_form_address("corrects", plan), FORM_OF_KIND["corrects"].title)]


#: What brings an outcome on its way to its readers.
ON_ITS_WAY = ("delivers", "controlled", "published")


def list_ways_of_outcome(outcome: Outcome) -> list[tuple[str, str]]:
    """Give the addresses of the forms for what can happen to an outcome, with their words."""
    asked = {"group": outcome.file.group, "outcome": outcome.id}
    return [(make_form_address(kind, asked), FORM_OF_KIND[kind].title) for kind in list_kinds(outcome)]


def list_ways_on(outcome: Outcome) -> list[tuple[str, str]]:
    """Give the address of the form for the next step of an outcome that is not public, with its words."""
    asked = {"group": outcome.file.group, "outcome": outcome.id}
    kinds = [kind for kind in list_kinds(outcome) if kind in ON_ITS_WAY]
    return [(make_form_address(kind, asked), FORM_OF_KIND[kind].title) for kind in kinds]


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
        "takes-back": bool(dossier.acts) or any(True for _ in dossier.list_held_acts()),
        "tells": dossier.ended is not None,
        **dict.fromkeys(
            ("status-update", "board-brief", "waives", "pauses", "resumes", "amends"), dossier.group.is_focus
        ),
    }
    is_open = dossier.ended is None or kind not in ("ends", "amends", "replans", "pauses", "resumes")
    happens = kind not in CAN_HAPPEN or any(map(CAN_HAPPEN[kind], dossier.hosted))
    happens &= kind not in OUTCOME_ACTS or any(kind in list_kinds(one) for one in dossier.outcomes)
    return needs.get(kind, True) and is_open and happens


#: The forms that change the course of a group while it is in force, with the words of their links.
TO_CHANGE = {
    "amends": "Extend",
    "replans": "Change the plan",
    "pauses": "Pause",
    "resumes": "End the pause",
}


def list_ways_to_change(dossier: Dossier, as_of: date) -> dict[str, tuple[str, str]]:
    """Give the address and the words of each form that changes the course of a group, by the kind of act.

    There is none once the group's end has passed; a group that pauses can end its pause, and no other can.
    """
    end, unfit = known(dossier.group.end), "pauses" if dossier.course.find_pause(as_of) else "resumes"
    is_in_force = end is not None and end >= as_of
    group = {"group": dossier.group.id}
    return {
        kind: (make_form_address(kind, group), words)
        for kind, words in TO_CHANGE.items()
        if is_in_force and kind != unfit and can_file(kind, dossier)
    }


def list_ways_of_row(dossier: Dossier, as_of: date) -> list[tuple[str, str]]:
    """Give the forms that stand in the row of a group on the dashboard: those of its course, and a new chair."""
    ways = [*list_ways_to_change(dossier, as_of).values()]
    offices = [(address, words) for address, words in list_ways_for_members(dossier) if words in OF_OFFICES]
    return [*ways, *offices] if ways else []


def find_way_to_meet(dossier: Dossier) -> str:
    """Give the address of the form that plans a meeting of a group, or "" once a record says how it ended."""
    return make_form_address("meeting", {"group": dossier.group.id}) if dossier.ended is None else ""


def find_way_to_fill(role: str, dossier: Dossier) -> str:
    """Give the address of the form by which an office goes to somebody, with the office chosen."""
    return make_form_address("hands-over", {"group": dossier.group.id, "role": role})


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

#: Those of them that concern an office.
OF_OFFICES = (FOR_MEMBERS["hands-over"], FOR_MEMBERS["acts-for"])


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
