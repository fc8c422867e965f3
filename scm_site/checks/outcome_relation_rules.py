"""Rules on what an outcome has to do with others: it takes their place, or several groups made it."""

from collections.abc import Iterator
from datetime import date

from scm_site.checks.register_rule import Problem, rule
from scm_site.reading.quoting import quote_value
from scm_site.records.outcome import Outcome
from scm_site.records.register import Register
from scm_site.records.unknown import known


@rule(
    "O015",
    "Outcomes replace each other in one direction",
    clauses=("T5",),
    in_form="later: it needs outcomes that may not be public yet",
)
def replacements_lead_on(register: Register) -> Iterator[Problem]:
    """Whoever reads an outcome that was replaced is led to the one that took its place. So no outcome takes the place
    of itself, directly or by others, nor of one that became public only after the act.

    Fix: Take the act `replaces` back that was not meant.
    """
    for outcome in (one for dossier in register.dossiers for one in dossier.outcomes):
        for act in outcome.find_acts("replaces"):
            for index, name in enumerate(act.outcomes):
                found = register.find_outcome(name)
                told = tell_wrong_order(outcome, found[1], act.day, register) if found else ""
                if told:
                    yield Problem(act, ("outcomes", index), told)


def tell_wrong_order(outcome: Outcome, replaced: Outcome, day: date, register: Register) -> str:
    """Say why an outcome cannot take the place of another one on a day; "" where it can."""
    if replaced is outcome:
        return "an outcome would take its own place"
    name, other = (f"{one.file.group}/{one.id}" for one in (outcome, replaced))
    if any(one is outcome for one in list_replaced(replaced, register)):
        return f"`{name}` takes the place of `{other}`, which takes its place"
    published = known(replaced.published)
    if published and published > day:
        return f"`{other}` became public on {published}, after its place was taken, on {day}"
    return ""


def list_replaced(outcome: Outcome, register: Register) -> list[Outcome]:
    """Give an outcome and all that it replaces, directly or by others."""
    seen = [outcome]
    for one in seen:  # it grows
        found = filter(None, map(register.find_outcome, one.replaces))
        seen += [other for _, other in found if not any(other is before for before in seen)]
    return seen


@rule(
    "O016",
    "A group that made an outcome with others is in the register",
    in_form="never: it is chosen from a list",
)
def groups_of_outcomes_exist(outcome: Outcome, register: Register) -> Iterator[Problem]:
    """One outcome can be that of several groups. It stands with one of them, and names the others.

    Fix: Copy the name of the group's folder, or leave the group in whose folder it stands out.
    """
    groups = {one.group.id for one in register.dossiers}
    for index, group in enumerate(outcome.groups):
        if group == outcome.file.group:
            yield Problem(
                outcome, ("groups", index), "the group in whose folder it stands is named once more"
            )
        elif not (group in groups or register.is_broken("launch", group)):
            yield Problem(
                outcome, ("groups", index), f"there is no group {quote_value(group)} in the register"
            )
