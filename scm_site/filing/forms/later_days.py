"""What a group has planned, so that the form for its end can name what an earlier last day leaves hanging."""

from collections.abc import Iterator
from datetime import date

from scm_site.days import write_day
from scm_site.records.dossier import Dossier
from scm_site.records.unknown import known

CALL_OFF = (
    "Call it off or move it, with the form for meetings; or, if it looks back at the end, choose it as the evaluation "
    "meeting."
)
END_JOINING = "In `{path}`, write an earlier day under `joining`, or `state: closed`."
CORRECT_ROLE = "In `{path}`, correct the day on which this role begins, or take the person out."

Later = dict[str, str]


def list_later_days(dossier: Dossier) -> Iterator[Later]:
    """Give what must not come after a group's last day (rules M008, G023, G024), each with its day and the way out."""
    for meeting in dossier.meetings:
        if meeting.cancelled is None and not meeting.is_reconstructed:
            yield make_later(f"the meeting “{meeting.title}” is", meeting.date, CALL_OFF) | {
                "meeting": meeting.id
            }
    group = dossier.group
    joining = known(group.joining)
    if joining and joining.until:
        yield make_later("joining ends", joining.until, END_JOINING.format(path=group.file.path))
    for member in group.members:
        if start := known(member.from_):
            what = f"the role of {member.role} begins for somebody"
            yield make_later(what, start, CORRECT_ROLE.format(path=group.file.path))


def make_later(what: str, day: date, fix: str) -> Later:
    """Give one of them, as the form says it."""
    return {"day": day.isoformat(), "what": f"{what} on {write_day(day)}", "fix": fix}
