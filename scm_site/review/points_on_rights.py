"""What a change does to who may agree, and to what runs or is shown without a rule that judges it."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date, timedelta

from scm_site.approval.agreements import name_office
from scm_site.approval.change_kinds import PLAN, folder_of
from scm_site.days import write_day
from scm_site.findings import Place
from scm_site.records.approvals import Agreement, Approvals
from scm_site.records.people import Roster, RosterPerson
from scm_site.records.reports import BoardBrief, StatusUpdate
from scm_site.review.code_owners import CODE_OWNERS
from scm_site.review.transition import Transition

Point = tuple[Place, str]

#: How many maintainers there have to be, so that somebody can agree to what one of them writes.
FEWEST = 2

#: What a file outside of the records does, by the beginning of its path; the first that fits.
DOES: Mapping[str, str] = {
    ".github/workflows/": "It says what runs on the forge, and with which rights. A maintainer reads each line.",
    ".github/scripts/": "It runs on the forge, with the rights of a workflow. A maintainer reads each line.",
    ".github/": "It decides how the forge treats changes.",
    "docs/pages/": "Its words are shown on the public site as they are; no rule looks at them.",
    "mkdocs.yml": "It decides how the site is built, and what runs while it is.",
    "Makefile": "Whoever runs `make` runs what it says.",
    ".githooks/": "It runs on the computers of those who use git.",
    ".devcontainer/": "It runs on the computers of those who open the repository in an editor.",
    ".vscode/": "It runs on the computers of those who open the repository in an editor.",
    "requirements/": "It says which programs of others are installed and run.",
    "pyproject.toml": "It says which programs of others are installed and run.",
}


def list_points_on_rights(transition: Transition) -> Iterator[Point]:
    """Give what to look at, each with its place."""
    yield from list_terms(transition)
    yield from list_rules(transition)
    yield from list_unread_plans(transition)
    yield from list_reports(transition)
    yield from list_what_runs(transition)
    yield from list_modes(transition)


def list_terms(transition: Transition) -> Iterator[Point]:
    """Tell whose time in office would begin or end on another day."""
    for before, after in transition.list_pairs(Roster):
        terms = {(one.id, one.from_): one for one in before.people}
        for at, person in enumerate(after.people):
            was = terms.get((person.id, person.from_)) or find_moved(person, before, after)
            is_other = was is not None and (was.from_, was.to) != (person.from_, person.to)
            if was is not None and is_other and not goes_on(person, after):
                told = (
                    f"{name_person(person)} would be in office {tell_days(person)}, and not {tell_days(was)}."
                )
                yield after.file.place("people", at), f"{told} {ASK[is_longer(was, person)]}"


ASK = {
    True: "What they agree to on those days counts. Is that so?",
    False: "What they agree to on the other days does not count. Is that so?",
}


def goes_on(person: RosterPerson, roster: Roster) -> bool:
    """Tell whether another entry of somebody begins where this one ends, as where the account is another one."""
    return person.to is not None and roster.is_in_office(person.id, person.to + timedelta(days=1))


def find_moved(person: RosterPerson, before: Roster, after: Roster) -> RosterPerson | None:
    """Give the only entry of a person whose first day changes; None where it is a new one beside others."""
    own = [[one for one in roster.people if one.id == person.id] for roster in (before, after)]
    return own[0][0] if [len(one) for one in own] == [1, 1] else None


def is_longer(was: RosterPerson, now: RosterPerson) -> bool:
    """Tell whether somebody would be in office on days on which they were not."""
    return now.from_ < was.from_ or (now.to or date.max) > (was.to or date.max)


def name_person(person: RosterPerson) -> str:
    """Give a name, or the id of somebody whose name is withheld."""
    return person.name if person.name and not person.name_withheld else f"`{person.id}`"


def tell_days(person: RosterPerson) -> str:
    """Give the days in office in words."""
    end = f" to {write_day(person.to)}" if person.to else ""
    return f"from {write_day(person.from_)}{end}"


def list_rules(transition: Transition) -> Iterator[Point]:
    """Tell for each kind of change whose agreement would be enough from then on, and that one maintainer is too few."""
    for before, after in transition.list_pairs(Approvals):
        for at, rule in enumerate(after.rules):
            place = after.file.place("rules", at, "agree")
            changed = [kind for kind in rule.changes if list_needs(before, kind) != list_needs(after, kind)]
            if changed:
                was = sorted({list_needs(before, kind) for kind in changed})
                told = f"From then on, {list_needs(after, changed[0])} must agree to: {', '.join(changed)}."
                yield place, f"{told} Before, it was {', or '.join(was)}."
        if len(after.maintainers) < FEWEST:
            told = "With fewer than two maintainers, nobody can agree to what the only one writes. Name another one."
            yield after.file.place("maintainers"), told


def list_unread_plans(transition: Transition) -> Iterator[Point]:
    """Tell that nobody can read the plan of a meeting that a change touches, and so who else must agree."""
    for plan in sorted({f"{folder_of(one.path)}/{PLAN}" for one in transition.governed}):
        if any(version is None for version in transition.list_versions(plan)):
            told = "Nobody can read which groups meet here, and so whose co-chair must agree. Mend the plan first."
            yield Place(path=plan), told


def list_needs(approvals: Approvals, kind: str) -> str:
    """Give in words who must agree to a kind of change."""
    own = [one for rule in approvals.rules if kind in rule.changes for one in rule.agree]
    return " and ".join(map(tell_need, own)) or "the maintainers"


def tell_need(agreement: Agreement) -> str:
    """Give one agreement in words."""
    number = "" if agreement.approvals == 1 else f"{agreement.approvals} of "
    instead = f" (instead: the {name_office(agreement.instead, '')})" if agreement.instead else ""
    whole = f"the {name_office(agreement.by, '')}"
    instead += f" (of an act that is {agreement.when})" if agreement.when else ""
    return f"{number}{whole}{instead}" if number else f"one of {whole}{instead}"


def list_reports(transition: Transition) -> Iterator[Point]:
    """Tell that a report that was filed would say something else."""
    pairs = (*transition.list_pairs(StatusUpdate), *transition.list_pairs(BoardBrief))
    for before, after in pairs:
        own = (one.name for one in fields(after) if one.name != "file")
        for name in (one for one in own if getattr(before, one) != getattr(after, one)):
            told = (
                f"This report was filed and read. Its `{name}` would say something else: is it a correction?"
            )
            yield after.file.place(name), told


def list_what_runs(transition: Transition) -> Iterator[Point]:
    """Tell what files outside of the records do, which no rule judges."""
    for change in transition.changes:
        told = next((told for start, told in DOES.items() if change.path.startswith(start)), "")
        if told and change.path != CODE_OWNERS:  # made of the rosters, and told of elsewhere
            yield Place(path=change.path), told


def list_modes(transition: Transition) -> Iterator[Point]:
    """Tell of files that can be run as a program from then on, or that only change in that."""
    for change in transition.changes:
        if change.becomes_program:
            yield Place(path=change.path), "From then on this file can be run as a program."
        elif change.is_mode_only:
            yield Place(path=change.path), "Only its mode changes: not one word of it."
