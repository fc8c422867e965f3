"""Rules on work programmes."""

import difflib
from collections.abc import Iterator
from datetime import date

from scm_site.checks.last_day import give_last_day
from scm_site.checks.register_rule import Problem, rule
from scm_site.digits import write_number
from scm_site.findings import Severity
from scm_site.records.dossier import Dossier
from scm_site.records.register import Register
from scm_site.records.unknown import known
from scm_site.records.work_programme import WorkProgramme


def find_dates(programme: WorkProgramme) -> Iterator[tuple[tuple[str | int, ...], str, date]]:
    """Give every date of a work programme with its field and what it is."""
    outcome = known(programme.final_outcome)
    if outcome:
        yield ("final_outcome", "due"), "the final outcome", outcome.due
    for index, milestone in enumerate(known(programme.milestones) or ()):
        yield ("milestones", index, "due"), f"milestone `{milestone.id}`", milestone.due
    for index, phase in enumerate(known(programme.timeline) or ()):
        yield ("timeline", index, "from"), f"phase {index + 1}", phase.from_
        yield ("timeline", index, "to"), f"phase {index + 1}", phase.to


@rule(
    "W001",
    "Milestones, phases and the final outcome lie within the group's dates",
    clauses=("L4", "D2", "G2"),
    in_form="never: its records have no form",
)
def dates_lie_within_the_group(dossier: Dossier) -> Iterator[Problem]:
    """What is due after the group has ended will not come. What is due before it began was not planned.

    Fix: Move the date between launch and end, or extend the group by an amendment.
    """
    programme = dossier.agreed
    if programme is None or not dossier.group.is_focus:
        return
    held = dossier.hold_on(programme.agreed or date.max).record.group
    launch, end = known(held.launch), known(held.end)
    for field, what, day in find_dates(programme):
        if launch and day < launch:
            yield Problem(programme, field, f"{what} has the date {day}, before the group's launch {launch}")
        elif end and day > end:
            yield Problem(programme, field, f"{what} has the date {day}, after the group's end {end}")


@rule(
    "W002",
    "Milestones and KPIs have ids of their own",
    clauses=("L4",),
    in_form="never: its records have no form",
)
def ids_are_unique(programme: WorkProgramme) -> Iterator[Problem]:
    """Status updates name milestones and KPIs by their ids.

    Fix: Give the second one an id of its own.
    """
    for field in ("milestones", "kpis"):
        ids = [item.id for item in known(getattr(programme, field)) or ()]
        for index, item in enumerate(ids):
            if item in ids[:index]:
                yield Problem(programme, (field, index, "id"), f"the id `{item}` is used twice in `{field}`")


@rule("W003", "A phase ends after it begins", clauses=("L4", "g"), in_form="never: its records have no form")
def phases_end_after_they_begin(programme: WorkProgramme) -> Iterator[Problem]:
    """The timeline shows one phase after the other, each from its first to its last day.

    Fix: Correct `from` or `to`.
    """
    for index, phase in enumerate(known(programme.timeline) or ()):
        if phase.to < phase.from_:
            message = f"phase {index + 1} ends on {phase.to}, before it begins on {phase.from_}"
            yield Problem(programme, ("timeline", index, "to"), message)


@rule(
    "W004",
    "A KPI's target is no worse than its baseline",
    clauses=("L4",),
    in_form="never: its records have no form",
)
def targets_improve(programme: WorkProgramme) -> Iterator[Problem]:
    """A target on the wrong side of the baseline is a slip: the number, or whether more or less is better. What shall
    stay as it is has its baseline as its target.

    Fix: Correct `target`, `baseline` or `better`.
    """
    for index, kpi in enumerate(known(programme.kpis) or ()):
        if kpi.baseline is None:
            continue
        if (kpi.target < kpi.baseline) if kpi.better == "more" else (kpi.target > kpi.baseline):
            target, baseline = write_number(kpi.target), write_number(kpi.baseline)
            wrong = f"the target {target} is worse than the baseline {baseline}"
            message = f"KPI `{kpi.id}`: {kpi.better} is better, but {wrong}"
            yield Problem(programme, ("kpis", index, "target"), message)


@rule(
    "W005",
    "Only a Focus group has a work programme here",
    clauses=("C6",),
    in_form="never: its records have no form",
)
def belongs_to_a_focus_group(dossier: Dossier) -> Iterator[Problem]:
    """Work programmes follow from the Terms of Reference of Focus groups. Those of Discussion groups are not known.

    Fix: Take the file out, or write `kind: focus` in launch.md if the group is one.
    """
    if dossier.agreed and not dossier.group.is_focus:
        yield Problem(dossier.agreed, (), "this is the work programme of a Discussion group")


@rule(
    "W006",
    "The Terms of Reference in a work programme were in force when it was agreed",
    clauses=("D1",),
    in_form="never: its records have no form",
)
def terms_were_in_force(programme: WorkProgramme, register: Register) -> Iterator[Problem]:
    """A work programme includes the Terms of Reference in one version: one that applied on the day of the agreement.

    Fix: Name the version that was in force on that day, as content/settings.yml says, or correct the day.
    """
    versions = {version.version: known(version.from_) for version in register.settings.terms_of_reference}
    named = known(programme.terms_of_reference)
    since = versions.get(named) if named else None
    if programme.agreed and since and programme.agreed < since:
        message = (
            f"version `{named}` applies from {since}, but the work programme was agreed on {programme.agreed}"
        )
        yield Problem(programme, ("terms_of_reference",), message)


@rule(
    "W007",
    "A work programme is agreed between the proposal and the group's last day",
    clauses=("a", "D2"),
    in_form="later: it is found in other records",
)
def agreed_in_time(dossier: Dossier, register: Register) -> Iterator[Problem]:
    """A work programme carries out what was proposed, for as long as the group runs.

    Fix: Correct the day of the agreement.
    """
    programme, launch = dossier.agreed, known(dossier.group.launch)
    proposal = register.find_proposal(known(dossier.group.proposal) or "")
    if programme is None or programme.agreed is None:
        return
    said = f"the work programme was agreed on {programme.agreed}"
    begun = launch and proposal and launch < proposal.date  # another rule says so
    if proposal and programme.agreed < proposal.date and not begun:
        message = f"{said}, before the topic was proposed on {proposal.date} (`{proposal.id}`)"
        yield Problem(programme, ("agreed",), message)
        return
    last = give_last_day(dossier, register)
    if last and programme.agreed > last:
        yield Problem(programme, ("agreed",), f"{said}, after the group's last day {last}")


@rule(
    "W008",
    "A work programme pursues the group's objectives",
    severity=Severity.WARNING,
    clauses=("a", "L1", "L4"),
    in_form="never: its records have no form",
)
def objectives_are_the_groups(dossier: Dossier) -> Iterator[Problem]:
    """The board agrees the objectives, and the work programme makes them tangible. It may word them otherwise; but
    where none of them resembles one of the group's, it is most often the work programme of something else.

    Fix: Take up the objectives of launch.md, or amend them there.
    """
    programme = dossier.agreed if dossier.group.is_focus else None
    agreed = known(dossier.launched.objectives)
    planned = known(programme.objectives) if programme else None
    if programme and planned and agreed and not resemble(planned, agreed):
        message = f"none of the {len(planned)} objectives resembles one of the {len(agreed)} in launch.md"
        yield Problem(programme, ("objectives",), message)


def resemble(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether any text of the one list is much like one of the other."""
    wanted = [text.lower() for text in other]
    return any(difflib.get_close_matches(text.lower(), wanted, n=1) for text in one)
