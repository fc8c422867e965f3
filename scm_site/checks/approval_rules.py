"""Rules on who must agree to which kind of change."""

from collections.abc import Iterator

from scm_site.checks.register_rule import Problem, rule
from scm_site.checks.wording import list_choices
from scm_site.reading import KINDS
from scm_site.records.approvals import Approvals
from scm_site.records.register import Register

#: What has no file of its own kind in this list: language versions are judged as their outcome is.
CODE, OUTCOME_VERSION = "code", "outcome-version"
CHANGE_KINDS = (*(kind for kind in KINDS if kind != OUTCOME_VERSION), CODE)


@rule(
    "C006",
    "Every kind of change has one rule for who agrees",
    clauses=("L1", "A1", "T4"),
    in_form="never: its records have no form",
)
def every_change_has_one_rule(approvals: Approvals) -> Iterator[Problem]:
    """A change is merged once those agreed who must. So for every kind of record, and for `code`, the file says in one
    place who these are.

    Fix: Name each kind of change in exactly one of the rules.
    """
    named: list[str] = []
    for index, one in enumerate(approvals.rules):
        for position, kind in enumerate(one.changes):
            if kind in named:
                message = f"`{kind}` stands in two rules, so that nobody can tell which one holds"
                yield Problem(approvals, ("rules", index, "changes", position), message)
            named.append(kind)
    missing = [kind for kind in CHANGE_KINDS if kind not in named]
    if missing:
        message = f"no rule says who agrees to a change of {list_choices(missing)}"
        yield Problem(approvals, ("rules",), message)


@rule("C007", "Who lets an unapproved change stand was in office", in_form="never: its records have no form")
def acknowledgements_are_by_the_secretariat(approvals: Approvals, register: Register) -> Iterator[Problem]:
    """A change that reached the main branch without the agreement it needed stands only by a dated decision of
    somebody who was in the Secretariat's roster on that day. A commit is acknowledged once.

    Fix: Correct the day or the person, or take the second entry out.
    """
    commits: list[str] = []
    for index, one in enumerate(approvals.acknowledged):
        field = ("acknowledged", index)
        if not register.secretariat.is_in_office(one.by, one.on):
            message = f"`{one.by}` is not in the Secretariat's roster on {one.on}"
            yield Problem(approvals, (*field, "by"), message)
        if any(one.commit.startswith(other) or other.startswith(one.commit) for other in commits):
            yield Problem(approvals, (*field, "commit"), f"the commit `{one.commit}` is acknowledged twice")
        commits.append(one.commit)


@rule("C008", "A maintainer's account stands in the list once", in_form="never: its records have no form")
def maintainers_are_named_once(approvals: Approvals) -> Iterator[Problem]:
    """Who maintains the program is told by the account on the forge, where capitals make no difference.

    Fix: Take the second one out.
    """
    seen: set[str] = set()
    for index, account in enumerate(approvals.maintainers):
        if account.lower() in seen:
            yield Problem(approvals, ("maintainers", index), f"the account `{account}` stands here twice")
        seen.add(account.lower())
