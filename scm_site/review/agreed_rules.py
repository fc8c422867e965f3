"""What was agreed to stands: it is changed by an act beside it, never by an edit."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from scm_site.checks.register_rule import Problem, rule
from scm_site.days import next_day
from scm_site.records.acts.act import Act, Content
from scm_site.records.acts.facts import list_facts
from scm_site.records.acts.of_meetings import FilesMinutes
from scm_site.records.acts.parts import make_group_parts, make_programme_parts
from scm_site.records.group import Launch
from scm_site.records.meeting import MeetingPlan
from scm_site.records.proposal import Proposal
from scm_site.records.record_file import Record
from scm_site.records.unknown import Unknown
from scm_site.records.work_programme import Kpi, Milestone, WorkProgramme
from scm_site.review.transition import Transition

#: What a work programme lists; an act brings more of it.
LISTS = ("milestones.", "kpis.")


@rule(
    "B005",
    "What counts is changed by an act, not by an edit",
    clauses=("D2", "D3", "A1", "L4"),
    in_form="later: it needs git's history",
)
def agreed_content_stands(transition: Transition) -> Iterator[Problem]:
    """The record of a group stays as it was at the launch, and its work programme as it was first agreed: duties and
    promises hang on them. What changes later is an act beside them, which says from what to what, why, and who agreed:
    an amendment (`amends`), a change of the work programme (`replans`), or a correction (`corrects`) of what was wrong
    from the start. What was left open may still be filled in. The days of a meeting stay as they were planned first,
    and a move stands beside the plan.

    Fix: Put the content back, and file an act that says what changes, under `acts/` or beside the plan of the meeting.
    """
    days = ("date", "last_day")
    pairs: list[tuple[Record, Mapping[str, Content], Mapping[str, Content]]] = [
        *(
            (new, make_group_parts(old) | list_facts(old), make_group_parts(new) | list_facts(new))
            for old, new in transition.list_pairs(Launch)
        ),
        *(
            (new, make_programme_parts(old), make_programme_parts(new))
            for old, new in transition.list_pairs(WorkProgramme)
        ),
        *(
            (new, {name: old.cut()[name] for name in days}, {name: new.cut()[name] for name in days})
            for old, new in transition.list_pairs(MeetingPlan)
        ),
    ]
    for record, before, after in pairs:
        for name, old in before.items():
            if old and not isinstance(old, Unknown) and drop_words(old) != drop_words(after.get(name)):
                message = f"`{name}` was agreed, and would say something else"
                yield Problem(record, tuple(name.split(".")[:1]), message)
                break
        else:
            for name in list_put_in(before, after)[:1]:
                message = f"`{name}` would come in beside what was agreed"
                yield Problem(record, tuple(name.split(".")[:1]), message)


def list_put_in(before: Mapping[str, Content], after: Mapping[str, Content]) -> list[str]:
    """Give the milestones and KPIs that an edit puts beside others; where there were none, they were left open."""
    there = {name.split(".")[0] for name in before if name.startswith(LISTS)}
    return [
        name
        for name in after
        if name not in before and name.startswith(LISTS) and name.split(".")[0] in there
    ]


def drop_words(content: Content) -> Content:
    """Give a content without its prose, in which a slip may be mended by an edit, and without what has its own name."""
    if isinstance(content, Milestone):
        return replace(content, description="", due=date.max)
    return replace(content, target=Decimal()) if isinstance(content, Kpi) else content


#: What may be mended in an act: its prose.
WORDS = frozenset({"because", "wording", "text"})


@rule("B007", "A decision is not edited", clauses=("L1", "A1"), in_form="later: it needs git's history")
def decisions_stand(transition: Transition) -> Iterator[Problem]:
    """What the Advisory Board decided, with its remarks and votes, is what it was on that day. So is what an act
    changed, and who agreed to it. A later decision comes with a later record.

    Fix: Put the decision back as it was. What is decided anew is a new act.
    """
    for before, after in transition.list_pairs(Proposal):
        if before.decision is None or before.file.data.get("decision") == after.file.data.get("decision"):
            continue
        message = f"the board decided on {before.decision.on}, and what it decided would change"
        yield Problem(after, ("decision",), message)
    for one, other in transition.list_pairs(Act):
        fields = sorted({*one.file.data, *other.file.data} - WORDS)
        changed = [field for field in fields if one.file.data.get(field) != other.file.data.get(field)]
        if changed and not one.is_reconstructed and not isinstance(one, FilesMinutes):
            message = f"`{changed[0]}` was decided, and would say something else"
            yield Problem(other, (changed[0],), message)


@rule(
    "B015",
    "An act is of a day that has come",
    clauses=("A1",),
    in_form="later: it needs git's history",
)
def acts_have_been_done(transition: Transition) -> Iterator[Problem]:
    """An act says what somebody did. What is only planned is no act yet: a day from which something is to hold stands
    inside of it. One day more is let pass, for people in other time zones.

    Fix: Give the file the day on which it was done; keep a draft pull request until then.
    """
    there = transition.base.record_at
    for path, act in transition.head.record_at.items():
        if isinstance(act, Act) and path not in there and act.day > next_day(transition.as_of):
            yield Problem(act, (), f"the act is of {act.day}, and today is {transition.as_of}")
