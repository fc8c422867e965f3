"""Each form, filled in: where it stands, what is answered, and the file that comes of it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import pytest

from tests.browser.form_act_answers import (
    answer_accepts_charter,
    answer_acts_for,
    answer_agenda,
    answer_amends,
    answer_called_off,
    answer_confirms,
    answer_consents,
    answer_controlled,
    answer_corrects,
    answer_delivers,
    answer_ends,
    answer_hands_over,
    answer_invites,
    answer_joins,
    answer_leaves,
    answer_minutes,
    answer_moved,
    answer_new_version,
    answer_noted,
    answer_opens_space,
    answer_pauses,
    answer_presented,
    answer_published,
    answer_replaces,
    answer_replans,
    answer_resumes,
    answer_shown,
    answer_takes_back,
    answer_tells,
    answer_waives,
    answer_withdrawn,
)
from tests.browser.form_answers import (
    Answers,
    Pen,
    answer_board_brief,
    answer_meeting,
    answer_outcome,
    answer_proposal,
    answer_status_update,
)


@dataclass(frozen=True, kw_only=True)
class Filing:
    """A form, filled in: where it stands, what is asked of it, what is answered, and the file that comes of it.

    `day` is that of an act, which is answered, too, and stands in the name of the file alone.
    """

    address: str
    path: str
    answer: Callable[[Pen], Answers]
    day: str = ""

    @property
    def more(self) -> Answers:
        """What is answered besides what the file then says."""
        return {"day": self.day} if self.day else {}


def file_act(
    kind: str,
    answer: Callable[[Pen], Answers],
    *,
    group: str = "warm-homes",
    day: str = "2026-05-20",
    end: str = "",
) -> Filing:
    """Give the filing of an act: of the day of the example site or another, with the end of its file's name."""
    path = f"content/groups/{group}/acts/{day}{end or f'.{kind}.yml'}"
    return Filing(address=f"file/{kind}/?group={group}", path=path, answer=answer, day=day)


def file_of_meeting(
    kind: str, answer: Callable[[Pen], Answers], *, day: str = "2026-05-20", end: str = ""
) -> Filing:
    """Give the filing of what becomes of a meeting that is planned: of the day of the example site or another."""
    path = f"{GROUP}/meetings/{HANDING_OVER}/{day}{end or f'.{kind}.yml'}"
    address = f"file/{kind}/?group=warm-homes&meeting={HANDING_OVER}"
    return Filing(address=address, path=path, answer=answer, day=day)


def file_of_outcome(kind: str, answer: Callable[[Pen], Answers], outcome: str) -> Filing:
    """Give the filing of what happens to an outcome of the example, on the day of the example site."""
    path = f"{GROUP}/outcomes/{outcome}/2026-05-20.{kind}.yml"
    address = f"file/{kind}/?group=warm-homes&outcome={outcome}"
    return Filing(address=address, path=path, answer=answer, day="2026-05-20")


GROUP = "content/groups/warm-homes"
HANDING_OVER = "2026-06-18-handing-over"
FILINGS = {
    "proposal": Filing(
        address="propose/form/", path="content/proposals/2026-{slug}.md", answer=answer_proposal
    ),
    "status-update": Filing(
        address="file/status-update/?group=warm-homes",
        path=f"{GROUP}/status-updates/2026-05.yml",
        answer=answer_status_update,
    ),
    "meeting": Filing(
        address="file/meeting/?group=warm-homes",
        path=f"{GROUP}/meetings/2026-06-12-{{slug}}/meeting.md",
        answer=answer_meeting,
    ),
    "agenda": file_of_meeting("agenda", answer_agenda),
    "moved": file_of_meeting("moved", answer_moved),
    "called-off": file_of_meeting("called-off", answer_called_off),
    "minutes": file_of_meeting("minutes", answer_minutes, day="2026-06-24", end=".minutes.md"),
    "board-brief": Filing(
        address="file/board-brief/?group=warm-homes",
        path=f"{GROUP}/board-briefs/2026-05.md",
        answer=answer_board_brief,
    ),
    "outcome": Filing(
        address="file/outcome/?group=warm-homes",
        path=f"{GROUP}/outcomes/{{slug}}/outcome.md",
        answer=answer_outcome,
    ),
    "delivers": file_of_outcome("delivers", answer_delivers, "owner-seminar"),
    "controlled": file_of_outcome("controlled", answer_controlled, "tenants-heard"),
    "published": file_of_outcome("published", answer_published, "caretakers"),
    "shown": file_of_outcome("shown", answer_shown, "street-guide"),
    "new-version": file_of_outcome("new-version", answer_new_version, "street-guide"),
    "replaces": file_of_outcome("replaces", answer_replaces, "street-guide"),
    "withdrawn": file_of_outcome("withdrawn", answer_withdrawn, "first-letter"),
    "waives": file_act("waives", answer_waives, end="-agenda.waives.yml"),
    "pauses": file_act("pauses", answer_pauses),
    "resumes": file_act("resumes", answer_resumes),
    "ends": file_act("ends", answer_ends, end=".ends.md"),
    "tells": file_act("tells", answer_tells, group="quiet-streets", day="2026-01-15"),
    "presented": file_act("presented", answer_presented, group="quiet-streets"),
    "amends": file_act("amends", answer_amends),
    "replans": file_act("replans", answer_replans),
    "joins": file_act("joins", answer_joins),
    "leaves": file_act("leaves", answer_leaves),
    "hands-over": file_act("hands-over", answer_hands_over),
    "confirms": file_act("confirms", answer_confirms),
    "acts-for": file_act("acts-for", answer_acts_for),
    "accepts-charter": file_act("accepts-charter", answer_accepts_charter),
    "consents": file_act("consents", answer_consents),
    "opens-space": file_act("opens-space", answer_opens_space),
    "invites": file_act("invites", answer_invites),
    "noted": file_act("noted", answer_noted),
    "corrects": file_act("corrects", answer_corrects),
    "takes-back": file_act("takes-back", answer_takes_back),
}

#: The forms that are tried on every pull request, one of each sort: records of the register, of a group, reports and
#: outcomes; acts that set something, that take time out, of a meeting, on members.
OF_EACH_SORT = (
    *("proposal", "status-update", "meeting", "outcome"),
    *("amends", "waives", "ends", "minutes", "hands-over", "controlled"),
)
OTHER_FORM = pytest.mark.slow("a form of a sort of which another is always tried")


def mark_others(names: Iterable[str]) -> list[Any]:
    """Give the names of forms as parameters of a test: all but one of each sort are left to the night."""
    return [pytest.param(name, marks=[] if name in OF_EACH_SORT else [OTHER_FORM]) for name in names]
