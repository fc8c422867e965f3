"""How a rule on records is declared and run.

A rule is a generator function. Its first parameter says what it looks at: one kind of record, a `Dossier`, the
whole `Register`, or a `RecordFile`; the runner calls it for each of them. It yields `Problem`s and touches nothing.
Where a record that it needs is broken, the look-up raises NotAvailableError and the rule stays quiet. Rules on
texts look at a `RecordFile`: there is one for every file that could be read, even if it became no record.
"""

import inspect
import typing
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from scm_site.findings import Finding, Place, Severity
from scm_site.reading import MOST_KEPT, Attachment
from scm_site.records.meeting import Meeting
from scm_site.records.outcome import Outcome
from scm_site.records.record_file import Record, RecordFile
from scm_site.records.register import NotAvailableError, Register
from scm_site.rule import InForm, Message, Rule, make_rule


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule found: the record, file or place, the field (by its path), the message, perhaps with a way out."""

    record: Record | RecordFile | Attachment | Place
    field: tuple[str | int, ...]
    message: Message
    line: int = 0  # for a text: how many lines below its first one


Check = Callable[..., Iterator[Problem]]

#: Some more than the rules that look at a single file and nothing else.
MOST_ON_FILES = 16


@dataclass(frozen=True, slots=True, eq=False)
class RegisterRule:
    """A rule with the function that finds its breaches, and the type that the function looks at."""

    rule: Rule
    subject: type
    check: Check
    needs_register: bool


def rule(  # noqa: PLR0913 (one name for each thing that a reader of the list wants to know)
    rule_id: str,
    title: str,
    *,
    form_fix: str | None = None,
    in_form: InForm | None = None,
    severity: Severity = Severity.ERROR,
    in_change: Severity | None = None,
    clauses: tuple[str, ...] = (),
) -> Callable[[Check], RegisterRule]:
    """Declare a rule on records; the function's first parameter says what it looks at.

    `form_fix` or `in_form` is what the forms make of it (`Rule`); `in_change` is the severity of what a change brings,
    if it is another one (`scm_site/brought.py`).
    """

    def decorate(check: Check) -> RegisterRule:
        first, *others = inspect.signature(check).parameters
        subject = typing.get_type_hints(check)[first]
        declared = make_rule(
            rule_id,
            title,
            check,
            form_fix=form_fix,
            in_form=in_form,
            severity=severity,
            in_change=in_change,
            clauses=clauses,
        )
        return RegisterRule(declared, subject, check, bool(others))

    return decorate


def run_rules(register: Register, rules: Sequence[RegisterRule]) -> list[Finding]:
    """Run rules on everything that they look at: a group as it holds, too, and its files as they are filed."""
    groups = (dossier.group for dossier in register.dossiers)
    subjects: list[Any] = [register, *register.dossiers, *groups, *find_judged(register), *register.files]
    kinds = set(map(type, subjects))
    rules_on = {kind: [one for one in rules if issubclass(kind, one.subject)] for kind in kinds}
    return [
        finding
        for subject in subjects
        for declared in rules_on[type(subject)]
        for finding in find_breaches(declared, subject, register)
    ]


def find_judged(register: Register) -> Iterator[Record]:
    """Give every record once, and meetings and outcomes as they have become, unless one of their acts is broken."""
    became: list[Meeting | Outcome] = []
    for dossier in register.dossiers:
        became += [*dossier.hosted, *dossier.outcomes]
    whole = {one.file.path: one for one in became if register.has_whole_acts(one)}
    for record in register.find_records():
        yield whole.get(record.file.path, record)


def find_breaches(declared: RegisterRule, subject: object, register: Register) -> Iterable[Finding]:
    """Run one rule on one thing; of one that looks at a single file and nothing else, the answer is kept."""
    if declared.needs_register or not isinstance(subject, RecordFile):
        return run_rule(declared, subject, register)
    return find_breaches_in_file(declared, subject)


@lru_cache(maxsize=MOST_KEPT * MOST_ON_FILES)
def find_breaches_in_file(declared: RegisterRule, file: RecordFile) -> tuple[Finding, ...]:
    """Run a rule on a file; the answer is kept."""
    return tuple(run_rule(declared, file, Register()))


def run_rule(declared: RegisterRule, subject: object, register: Register) -> Iterator[Finding]:
    """Run one rule on one thing; it stays quiet where it needs a record that is broken."""
    problems = declared.check(subject, register) if declared.needs_register else declared.check(subject)
    try:
        for problem in problems:
            yield declared.rule.make_finding(find_place(problem), problem.message)
    except NotAvailableError:
        return


def find_place(problem: Problem) -> Place:
    """Give the place of a problem: a field of a record, a line of its text, or a file beside it."""
    if isinstance(problem.record, Place):
        return problem.record
    if isinstance(problem.record, Attachment):
        return Place(path=problem.record.path)
    file = problem.record if isinstance(problem.record, RecordFile) else problem.record.file
    place = file.place(*problem.field)
    return Place(path=place.path, line=place.line + problem.line) if problem.line else place
