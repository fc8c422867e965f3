"""What a group has planned, so that the form for its end can name what an earlier last day leaves hanging."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from scm_site.days import write_day
from scm_site.records.dossier import Dossier
from scm_site.records.unknown import known
from scm_site.terms.after_the_end import OWED_AFTER_THE_END

CALL_OFF = (
    "Call it off or move it, with the forms on its page; or, if it looks back at the end, choose it as the evaluation "
    "meeting."
)
END_JOINING = "File another call for participants, which ends earlier, or closes it."
CORRECT_ROLE = "Correct the day on which this role begins, in `{path}`; or take that act back."
END_WAIVER = "Take it back, with the form for that, and file a shorter one."


@dataclass(frozen=True, kw_only=True, slots=True)
class LaterDay:
    """Something on a day: in which file it stands, what is on that day, and the way out; `meeting` is its id, or ""."""

    day: date
    path: str
    what: str
    fix: str
    meeting: str = ""


def list_later_days(dossier: Dossier) -> Iterator[dict[str, str]]:
    """Give what must not come after a group's last day as the form takes it."""
    for one in find_later_days(dossier):
        told = {"day": one.day.isoformat(), "what": one.what, "fix": one.fix}
        yield told | ({"meeting": one.meeting} if one.meeting else {})


def find_later_days(dossier: Dossier) -> Iterator[LaterDay]:
    """Give what must not come after a group's last day (rules M008, G023, G024, V005)."""
    for meeting in dossier.hosted:
        if meeting.cancelled is None and not meeting.is_reconstructed:
            what, path = f"the meeting “{meeting.title}” is", meeting.file.path
            yield make_later(what, meeting.ends_on, path, CALL_OFF, meeting.id)
    group = dossier.group
    joining = known(group.joining)
    if joining and joining.until:
        yield make_later("joining ends", joining.until, group.file.path, END_JOINING)
    for index, member in enumerate(group.members):
        if start := known(member.from_):
            what = f"the role of {member.role} begins for somebody"
            yield make_later(what, start, group.file.place("members", index).path, CORRECT_ROLE)
    for waiver in dossier.waivers:
        if waiver.duty not in OWED_AFTER_THE_END:
            what = f"the waiver “{waiver.name}” ends"
            yield make_later(what, waiver.until, waiver.file.path, END_WAIVER)


def make_later(what: str, day: date, path: str, fix: str, meeting: str = "") -> LaterDay:
    """Give one of them, as the form says it."""
    told = f"{what} on {write_day(day)}"
    return LaterDay(day=day, path=path, what=told, fix=fix.format(path=path), meeting=meeting)
