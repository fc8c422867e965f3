"""What the first meeting, the kick-off, settles, and what its minutes must record."""

from collections.abc import Iterator

from scm_site.compliance.duty import Obligation, Proof, duty, states
from scm_site.compliance.meeting_duties import find_path
from scm_site.compliance.situation import Situation, shift
from scm_site.records.meeting import FirstMeeting
from scm_site.records.unknown import Unknown

KICK_OFF = "kick-off"


@duty(
    "kick-off",
    "Kick-off",
    clauses=("L5",),
    responsible=("chair",),
    due="{kick_off} days after the launch",
    evidence="a first meeting whose day has come and which was not called off",
)
def find_kick_off(group: Situation) -> Iterator[Obligation]:
    """The chair, with co-chair and support team, organises a first meeting for all who are interested. It counts from
    its own day on; whether its minutes record what they must is a duty of its own.

    Meet it: Plan the first meeting in `meetings/`, and hold it.
    """
    meeting = group.dossier.kick_off
    proof = Proof(record=meeting.plan, claimed=meeting.date, not_before=meeting.date) if meeting else None
    yield Obligation(
        period=KICK_OFF,
        label="Kick-off",
        due=group.launch and shift(group.launch, group.days.kick_off),
        unknown=group.no_launch,
        path=plan_kick_off(group),
        proofs=(proof,) if proof else (),
    )


@duty(
    "kick-off-rationale",
    "Kick-off: rationale",
    clauses=("f",),
    responsible=("chair",),
    due="with the minutes of the kick-off",
    evidence="`rationale_presented` and `board_remarks_presented` in the minutes of the kick-off",
)
def find_rationale(group: Situation) -> Iterator[Obligation]:
    """The chair presents the rationale and the objectives, with the remarks and suggestions of the Advisory Board. The
    minutes of the kick-off record that it was done.

    Meet it: Write `true` under `rationale_presented` and `board_remarks_presented` in the minutes of the kick-off. If
    it was not done there, do it at the next meeting and ask the Secretariat for a waiver.
    """
    yield make_point(
        group, "Rationale and the board's remarks", ("rationale_presented", "board_remarks_presented")
    )


@duty(
    "kick-off-timeline",
    "Kick-off: timeline",
    clauses=("g",),
    responsible=("chair",),
    due="with the minutes of the kick-off",
    evidence="`timeline_presented` in the minutes of the kick-off",
)
def find_timeline(group: Situation) -> Iterator[Obligation]:
    """The chair presents a timeline of the work to the members. The minutes of the kick-off record that it was done.

    Meet it: Write `true` under `timeline_presented` in the minutes of the kick-off. If it was not done there, do it at
    the next meeting and ask the Secretariat for a waiver.
    """
    yield make_point(group, "Kick-off: timeline", ("timeline_presented",))


@duty(
    "kick-off-points",
    "Kick-off: three points",
    clauses=("af", "ag", "ah"),
    responsible=("chair",),
    due="with the minutes of the kick-off",
    evidence="what was presented, invited and agreed, under `first_meeting` in the minutes of the kick-off",
)
def find_points(group: Situation) -> Iterator[Obligation]:
    """At the first meeting the work programme is presented, everybody is invited to give suggestions on it, and the
    participants agree how they work and in which exact format the final outcome is delivered.

    Meet it: Record the three points under `first_meeting` in the minutes of the kick-off. What was not done there is
    done at the next meeting; ask the Secretariat for a waiver.
    """
    fields = ("work_programme_presented", "suggestions_invited", "mode_of_operation", "outcome_format")
    yield make_point(group, "Kick-off: three points", fields)


def make_point(group: Situation, label: str, fields: tuple[str, ...]) -> Obligation:
    """Give what the minutes of the kick-off must record; due with these minutes, or with those of one in time."""
    meeting = group.dossier.kick_off
    held = meeting.ends_on if meeting else group.launch and shift(group.launch, group.days.kick_off)
    settled = meeting.first_meeting if meeting else None
    shown = isinstance(settled, FirstMeeting) and all(getattr(settled, field) for field in fields)
    proofs = tuple(
        Proof(
            record=act,
            claimed=act.day,
            shows=states("text", *(f"first_meeting.{field}" for field in fields)),
            texts=("text", "first_meeting"),
        )
        for act in (meeting.find_acts("minutes") if meeting and shown and meeting.text else ())
    )
    return Obligation(
        period=KICK_OFF,
        label=label,
        due=held and shift(held, group.days.minutes),
        unknown=settled.unknown if isinstance(settled, Unknown) else "" if meeting else group.no_launch,
        path=find_path(meeting, "minutes", group.as_of) if meeting else plan_kick_off(group),
        proofs=proofs,
    )


def plan_kick_off(group: Situation) -> str:
    """Give the plan of the kick-off, or the one to make for it."""
    meeting = group.dossier.kick_off
    day = shift(group.launch or group.as_of, group.days.kick_off)
    name = f"meetings/{max(day, group.as_of)}-kick-off/meeting.md"
    return meeting.file.path if meeting else group.make_path(name)
