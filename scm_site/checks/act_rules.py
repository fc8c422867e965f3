"""Rules on acts: what somebody did after a group had begun."""

from collections.abc import Iterator
from datetime import date

from scm_site.checks.last_day import give_last_day
from scm_site.checks.register_rule import Problem, rule
from scm_site.findings import Severity
from scm_site.records.acts.act import Act
from scm_site.records.acts.amends import Amends
from scm_site.records.acts.corrects import Corrects
from scm_site.records.acts.known import Step
from scm_site.records.acts.order import find_misplaced
from scm_site.records.acts.pauses import Pauses
from scm_site.records.acts.programme_changes import ProgrammeAct
from scm_site.records.acts.resumes import Resumes
from scm_site.records.dossier import Dossier
from scm_site.records.register import Register
from scm_site.records.unknown import known
from scm_site.records.work_programme import Milestone
from scm_site.sentences import say

#: The kinds of act by which a group goes on: none is done after its last day.
PLANNING = (ProgrammeAct, Pauses, Resumes)


@rule(
    "A004",
    "Secretariat and group agreed before an amendment works",
    clauses=("A1",),
    form_fix="Give the day and who agreed, for both; or answer “Not agreed” instead.",
)
def both_agreed_before(amendment: Amends) -> Iterator[Problem]:
    """The Terms of Reference may be amended after consultation and agreement of the Secretariat and the group. So an
    amendment gives both agreements, from before the day in its file's name; or it says that it was not agreed to.

    Fix: Write both under `agreed`, or who refused it under `not_agreed`; correct the day, or rename the file.
    """
    if (amendment.agreed is None) == (amendment.not_agreed is None):
        yield Problem(amendment, (), say("A004 neither" if amendment.agreed is None else "A004 both"))
    for field in ("secretariat", "group"):
        agreed = getattr(amendment.agreed, field, None)
        if agreed and agreed.day > amendment.day:
            message = say("A004", by=say(f"A004 {field}"), agreed=agreed.day, day=amendment.day)
            yield Problem(amendment, ("agreed", field, "day"), message)


@rule(
    "A005",
    "An act comes while the Terms of Reference are in force",
    clauses=("A1", "D2", "D3"),
    in_form="later: it is found in other records",
)
def acts_come_in_time(dossier: Dossier, register: Register) -> Iterator[Problem]:
    """The Terms of Reference end with the group. So an end date is moved before it has passed, and nothing is changed
    after the group's last day. A group that wants to go on after that proposes its topic again.

    Fix: Correct the day in the name of the act; or take the act out, and propose the topic again.
    """
    last_day = give_last_day(dossier, register)
    ended = known(dossier.ended.end) if dossier.ended else None
    for act in dossier.acts:
        if isinstance(act, Corrects) or not isinstance(act, PLANNING):
            continue
        moved = {one.name: one for one in act.settings}.get("end")
        until = moved.was if moved and isinstance(moved.was, date) else None
        last = ended or until or find_later(last_day, known(dossier.know_on(act.day).record.group.end))
        if not isinstance(act, ProgrammeAct) or isinstance(act, Corrects) or last is None or act.day <= last:
            continue
        if until and act.day > until:
            message = f"the act of {act.day} moves the end {until}, which had passed by then"
            yield Problem(act, ("end", "instead_of"), message)
        else:
            yield Problem(act, (), f"the act is of {act.day}, after the group's last day {last}")


@rule(
    "A006",
    "An act changes what holds",
    severity=Severity.WARNING,
    in_change=Severity.ERROR,
    clauses=("A1",),
    in_form="later: it is found in other records",
)
def acts_fit(dossier: Dossier, register: Register) -> Iterator[Problem]:
    """Whatever an act replaces stands under `instead_of`, as it holds when the act is filed. So two acts that were
    drafted side by side from the same state are found: the one that arrived first goes on to hold, and the other does
    nothing until one of them is taken back; so does a second end of a group, and a pause within another. What an act
    names, a milestone or another act, is there, and so is the end of which members are told, and the pause that ends.

    Fix: Copy what holds now from the group's page; or file an act `takes-back` for the one that was not meant.
    """
    register.require_whole_acts(dossier.group.id)
    register.require_whole("work-programme", dossier.group.id)
    for held in (dossier.held, *(meeting.held for meeting in dossier.hosted)):
        for one in held.every_idle:
            if one.is_fault:
                yield Problem(one.act, one.field, f"the act does nothing: {one.why}")
    for act, why in find_misplaced(dossier.held.known):
        yield Problem(act, ("after",), (why, "Correct `after`, or leave it out."))


@rule(
    "A007",
    "An act says what changes",
    clauses=("A1",),
    form_fix="Say what changes, and to what.",
)
def acts_say_something(dossier: Dossier) -> Iterator[Problem]:
    """An act that changes nothing in the records, and brings no wording, has nothing to say.

    Fix: Write what changes, or take the file out.
    """
    moves = (act for meeting in dossier.hosted for act in meeting.filed if act.file.kind == "moved")
    for act in (*dossier.acts, *moves):
        says_it_in_words = isinstance(act, Amends) and act.wording
        if isinstance(act, ProgrammeAct) and not (act.settings or says_it_in_words):
            yield Problem(act, (), say("A007"))
        for setting in act.settings:
            if setting.becomes == setting.was:
                yield Problem(act, setting.field, say("A007 same"))


@rule(
    "A008",
    "What an act plans lies within the group's dates",
    clauses=("L4", "D2", "G2"),
    form_fix="Choose a day between launch and end, or extend the group along with it.",
)
def plans_lie_within_the_group(dossier: Dossier) -> Iterator[Problem]:
    """What is due after the group has ended will not come. What is due before it began was not planned.

    Fix: Move the date between launch and end, or extend the group in the same act.
    """
    for step in dossier.held.steps:
        act, due = step.known.act, find_due(step)
        if due is None:
            continue
        views = [hold(act.day).record.group for hold in (dossier.hold_on, dossier.know_on)]
        launches, ends = [known(one.launch) for one in views], [known(one.end) for one in views]
        if all(launch and due < launch for launch in launches):
            yield Problem(act, step.setting.field, say("A008 before", due=due, launch=launches[0]))
        elif all(end and due > end for end in ends):
            yield Problem(act, step.setting.field, say("A008 after", due=due, end=ends[0]))


@rule(
    "A009",
    "What was filed for somebody had come by then",
    form_fix="Correct the day on which it came, or the day of the act.",
)
def came_before_it_was_filed(act: Act) -> Iterator[Problem]:
    """An office files for somebody who has no account once that has come: by mail, in a call, at a meeting. The act
    bears the day on which it was done, and counts from its arrival.

    Fix: Correct the day under `filed_for`, or the day in the name of the file.
    """
    if act.filed_for and act.filed_for.day > act.day:
        yield Problem(act, ("filed_for", "day"), say("A009", came=act.filed_for.day, day=act.day))


def find_later(one: date | None, other: date | None) -> date | None:
    """Give the later of two last days: as it is known now, and as it was known; None where it is not known now."""
    return max(one, other or one) if one else None


def find_due(step: Step) -> date | None:
    """Give the day for which a step plans something, None where it is about something else."""
    becomes = step.setting.becomes
    if isinstance(becomes, Milestone):
        return becomes.due
    return becomes if step.setting.name.endswith(".due") and isinstance(becomes, date) else None
