"""What is judged by different people changes in pull requests of its own."""

from collections.abc import Iterator

from scm_site.approval.change_kinds import CODE, GOVERNING, has_content
from scm_site.approval.offices import find_offices
from scm_site.checks.register_rule import Problem, rule
from scm_site.findings import Place, Severity
from scm_site.reading import ACTS_ON_OFFICES
from scm_site.review.code_owners import CODE_OWNERS, is_up_to_date
from scm_site.review.transition import Transition


@rule("B010", "Content and program do not change together", in_form="later: it needs git's history")
def content_and_code_are_apart(transition: Transition) -> Iterator[Problem]:
    """The program, the schemas and the workflows decide how content is judged. A change to them is looked at by other
    people, and must not slip in beside a report. The list of code owners goes with the rosters it is made from.

    Fix: Make two pull requests: one for the files in `content/`, one for everything else.
    """
    records = [one for one in transition.governed if one.kind != CODE]
    for one in transition.outside:
        is_made = one.path == CODE_OWNERS and not has_content(records) and is_fresh(transition)
        if records and not is_made:
            message = f"{one.path} would change together with {records[0].path}"
            yield Problem(Place(path=one.path), (), message)


@rule(
    "B011",
    "Rosters and settings change by themselves",
    severity=Severity.WARNING,
    in_form="later: it needs git's history",
)
def rosters_are_apart(transition: Transition) -> Iterator[Problem]:
    """Rosters say who may agree, settings what is due when. A change to them counts only once it is merged, so the
    other files of the same pull request are still judged as before.

    Fix: Make two pull requests: first the rosters and settings, then the rest.
    """
    if has_content(transition.governed):
        for one in transition.governed:
            if one.kind in GOVERNING:
                message = f"{one.path} would change together with other records"
                yield Problem(Place(path=one.path), (), message)


@rule(
    "B012",
    "The code owners are those of the rosters",
    severity=Severity.WARNING,
    in_form="later: it needs git's history",
)
def code_owners_are_up_to_date(transition: Transition) -> Iterator[Problem]:
    """The forge asks the people in `.github/CODEOWNERS` to agree. The file is made from the rosters, the groups and
    `content/approvals.yml`, and is made again when one of these changes. Whoever changes a group need not do it: the
    maintainers do it afterwards, in a pull request of its own.

    Fix: Nothing to do for the author of a change to content. For maintainers: run `make owners`.
    """
    kinds = {change.governed.kind for change in transition.changes}
    is_touched = bool(kinds & (GOVERNING | {"launch", *ACTS_ON_OFFICES})) or CODE_OWNERS in transition.touched
    if is_touched and transition.code_owners and not is_fresh(transition):
        message = "the file does not say what the rosters say after this change"
        yield Problem(Place(path=CODE_OWNERS), (), message)


def is_fresh(transition: Transition) -> bool:
    """Tell whether the list of code owners says what the rosters say after the change."""
    return is_up_to_date(transition.code_owners, find_offices(transition.head.register))
