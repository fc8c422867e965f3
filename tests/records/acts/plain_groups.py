"""Groups made of stories in plain texts, as files would say it, and what the program says of them in plain texts.

2026-03-01 joins members.m5.role=participant; members.m5.first_day=2026-03-04 arrived 2026-03-02
2026-03-05 corrects of 2026-03-01.joins; members.m5.first_day 2026-03-04 -> 2026-03-03
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from scm_site.days import parse_day
from scm_site.records.acts.known import Known
from scm_site.records.assembly import make_dossier
from scm_site.records.dossier import Dossier
from scm_site.records.making import make_record
from scm_site.records.meeting import Meeting, MeetingPlan
from scm_site.records.meeting_making import make_meeting
from scm_site.records.people import CharterAcceptance, Confirmation, Member
from scm_site.records.record_file import Record, RecordFile
from tests.records.acts.other_fold import Changes, PlainAct, Texts, list_terms

UNTOLD = {"unknown": "not told in this story"}

#: What a kind needs besides what the story tells.
NEEDED: dict[str, dict[str, Any]] = {
    "waives": {"duty": "agenda", "granted": {"day": "2026-03-01", "by": "boris"}},
    "ends": {"decided_by": ["chair"], "text": "Done."},
    "confirms": {"by": "boris"},
    "accepts-charter": {"version": "charter-1"},
    "corrects": {"source": "A letter"},
    "agenda": {"items": ["The plan"]},
    "minutes": {"text": "We met."},
}


def read(lines: Sequence[str]) -> list[PlainAct]:
    """Read the acts of a story, in the order in which they arrived."""
    acts = []
    for line in lines:
        told, _, arrived = line.partition(" arrived ")
        name, kind, rest = told.split(" ", 2)
        facts: Texts = {}
        changes: Changes = {}
        of = ""
        for change in rest.split("; "):
            words = change.replace(" ->", "").split()
            if "=" in change:
                fact, _, told_of_it = change.partition("=")
                facts[fact] = told_of_it
            elif kind == "takes-back":
                of = words[0]
            elif words[0] == "of":
                of = words[1]
            elif words[0][0] in "+-":
                part = ("-", words[2]) if words[0][0] == "+" else ("*", "x")
                changes[f"{words[0][1:]} {words[1]}"] = part
            else:
                changes[" ".join(words[:-2])] = (words[-2], words[-1])
        acts.append(PlainAct(f"{name}.{kind}", arrived or name[:10], changes, of, facts))
    return sorted(acts, key=lambda act: act.arrived)


def make(kind: str, record_id: str, data: dict[str, Any]) -> Any:
    """Make a record of the fields of a file."""
    path = f"content/groups/g/{record_id}.{kind}.yml"
    file = RecordFile(path=path, kind=kind, id=record_id, group="g", marks={}, data=data, body_line=1)
    return make_record(file)


def make_act(act: PlainAct, folder: str = "") -> Known:
    """Make an act as its file would say it."""
    data: dict[str, Any] = {**NEEDED.get(act.kind, {}), **act.facts}
    data.pop("day", None)
    told = {name: data.pop(name) for name in act.facts if name.startswith("members.")}
    if told:
        data["members"] = list(make_entries(told))
    if act.kind == "accepts-charter":
        data["members"] = data.pop("member").split("+")
    if act.kind == "moved":
        data |= {name: {"becomes": new, "instead_of": old} for name, (old, new) in act.changes.items()}
    elif act.kind == "corrects":
        data["facts"] = [
            {"id": name, "becomes": new, "instead_of": old} for name, (old, new) in act.changes.items()
        ]
    if act.of:
        data["of" if act.kind == "corrects" else "act"] = act.of
    return Known(
        act=make(act.kind, folder + act.name.partition(".")[0], data), arrived=parse_day(act.arrived)
    )


def make_entries(facts: Texts) -> Iterator[dict[str, Any]]:
    """Make the members that a launch or a joining brings."""
    for term in list_terms(facts):
        entry: dict[str, Any] = {name: text for name, text in term.items() if "." not in name}
        if "confirmed.on" in term:
            entry["confirmed"] = {"on": term["confirmed.on"], "by": "boris"}
        if "charter.accepted" in term:
            entry["charter"] = {"accepted": term["charter.accepted"], "version": "charter-1"}
        yield entry


def make_group(start: Texts, acts: Sequence[PlainAct], known: str) -> Dossier:
    """Make a group of what was founded, and the acts that had arrived by a day."""
    launch = {
        "title": "T",
        "kind": "focus",
        "launch": "2026-01-01",
        "text": "",
        "members": [*make_entries(start)],
    }
    page = {"themes": [], "summary": "S", "joining": UNTOLD, "text": ""}
    there = [make_act(act) for act in acts if act.arrived <= known]
    records: list[Record] = [
        make("launch", "g", launch),
        make("page", "g", page),
        *(one.act for one in there),
    ]
    return make_dossier(records, (), arrived={one.act.file.path: one.arrived for one in there})


def make_plan(plan: Texts, acts: Sequence[PlainAct], day: str, known: str) -> Meeting:
    """Make a meeting as it holds on a day, of its plan and the acts that had arrived by another day."""
    told: MeetingPlan = make("meeting", "m", {"title": "M", "text": "", **plan})
    there = [make_act(act, "m/") for act in acts if act.arrived <= known]
    return make_meeting(told, there, parse_day(day))


def show_members(dossier: Dossier) -> list[Texts]:
    """Give everybody in a role, in plain texts."""
    return [show_member(one) for one in dossier.group.members]


def show_member(member: Member) -> Texts:
    """Give a member in a role, in plain texts."""
    confirmed, charter = member.confirmed, member.charter
    told = {
        "id": member.id,
        "role": member.role,
        "first_day": str(member.from_),
        "last_day": member.to,
        "confirmed.on": confirmed.on if isinstance(confirmed, Confirmation) else None,
        "charter.accepted": charter.accepted if isinstance(charter, CharterAcceptance) else None,
        "consent_until": member.consent_until,
    }
    return {name: str(text) for name, text in told.items() if text}


def show_course(dossier: Dossier) -> list[str]:
    """Give how a group ends, its waivers, who acts, and its pauses, in plain texts."""
    course = dossier.course
    ends = [f"ends {course.ended.end} {course.ended.how}"] if course.ended else []
    waived = [f"waives - {one.first_day} {one.until}" for one in course.waivers]
    acting = [f"acts-for {one.id} {one.from_} {one.to}" for one in dossier.group.acting]
    return [*ends, *sorted([*waived, *acting]), *(f"pause {one.first} {one.last}" for one in course.pauses)]


def show_meeting(meeting: Meeting) -> Texts:
    """Give what holds of a meeting, in plain texts."""
    told: dict[str, str | date | None] = {
        "date": meeting.date,
        "place": meeting.place,
        "mode": meeting.mode,
        "agenda": meeting.agenda_sent,
        "minutes": next((act.day for act in reversed(meeting.find_acts("minutes"))), None),
        "called-off": meeting.cancelled.on if meeting.cancelled else None,
    }
    return {name: str(text) for name, text in told.items() if text}
