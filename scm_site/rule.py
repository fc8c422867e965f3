"""How a rule is declared: an id, a title, and a docstring that becomes its page on the site.

Two kinds of function can be a rule. With `@finding_rule`, the function only words the message: the
reader calls it where it meets the fault. With `@rule` (see `checks/`), the function looks for faults itself.
The docstring explains the rule; its last paragraph starts with `Fix:` and says what to do. What is declared is an
object in its module; `scm_site/rules.py` is the list of all of them.
"""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Literal, ParamSpec, get_args

from scm_site.findings import Finding, Place, Severity

P = ParamSpec("P")

#: What the forms make of a rule that they do not say with a function of their own (`assets/forms/rules/`): those need
#: only the record itself and what is known of its group. `later`: the check of the pull request says it.
InForm = Literal[
    "said with its schema",
    "later: it needs git's history",
    "later: it needs all other files",
    "later: it needs all other proposals",
    "later: it needs Unicode's list of look-alikes",
    "later: it needs outcomes that may not be public yet",
    "later: it is found in other records",
    "never: the form writes the file",
    "never: it is chosen from a list",
    "never: no form asks for it",
    "never: a form hands in no other files",
    "never: its records have no form",
]

#: What a rule says: the message, or the message with a way out of its own.
Message = str | tuple[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """A check on content, as it is listed and explained on the site.

    `in_change` is the severity of what a change brings. A rule that comes when records exist already is a warning for
    these, so that a release turns nothing red, and an error from then on.

    Forms say it with a function of their own where it has a `form_fix`: what to do, in words for a page, since nobody
    writes `true`, a field's name or an id there. Of every other rule, `in_form` tells what they make of it.
    """

    id: str
    title: str
    severity: Severity
    in_change: Severity
    clauses: tuple[str, ...]
    explanation: str
    fix: str
    form_fix: str | None
    in_form: InForm | None

    def make_finding(self, place: Place, message: Message) -> Finding:
        """Give the finding for one breach of this rule; `message` may bring its own way out."""
        text, fix = message if isinstance(message, tuple) else (message, self.fix)
        return Finding(rule=self.id, severity=self.severity, place=place, message=text, fix=fix)


@dataclass(frozen=True, slots=True)
class FindingRule(Generic[P]):
    """A rule with the function that words its message; called with the place first, it gives the finding."""

    rule: Rule
    word: Callable[P, Message]

    def __call__(self, place: Place, /, *args: P.args, **kwargs: P.kwargs) -> Finding:
        """Give the finding at a place."""
        return self.rule.make_finding(place, self.word(*args, **kwargs))


def make_rule(  # noqa: PLR0913 (one name for each thing that a reader of the list wants to know)
    rule_id: str,
    title: str,
    function: Callable[..., object],
    *,
    form_fix: str | None,
    in_form: InForm | None,
    severity: Severity = Severity.ERROR,
    in_change: Severity | None = None,
    clauses: tuple[str, ...] = (),
) -> Rule:
    """Make a rule; raises ValueError when it does not say how to mend it, or what the forms make of it."""
    explanation, found, fix = inspect.cleandoc(function.__doc__ or "").rpartition("\n\nFix: ")
    if not found:
        raise ValueError(f"the docstring of rule {rule_id} does not end with a `Fix:` paragraph")
    if (form_fix is None) == (in_form is None):
        raise ValueError(
            f"rule {rule_id} does not say what the forms make of it; add either `form_fix=`, what to do in words for "
            "a page, if a form says it with a function in `assets/forms/rules/`, or `in_form=`, one of: "
            f"{', '.join(map(repr, get_args(InForm)))}"
        )
    return Rule(
        id=rule_id,
        title=title,
        severity=severity,
        in_change=in_change or severity,
        clauses=clauses,
        explanation=explanation,
        fix=" ".join(fix.split()),
        form_fix=form_fix,
        in_form=in_form,
    )


def finding_rule(
    rule_id: str,
    title: str,
    *,
    in_form: InForm | None = None,
    severity: Severity = Severity.ERROR,
    in_change: Severity | None = None,
) -> Callable[[Callable[P, Message]], FindingRule[P]]:
    """Declare a rule whose function words the message; the result takes the place first and gives a finding."""
    return lambda function: FindingRule(
        make_rule(
            rule_id, title, function, form_fix=None, in_form=in_form, severity=severity, in_change=in_change
        ),
        function,
    )
