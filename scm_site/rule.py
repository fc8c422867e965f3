"""How a rule is declared: an id, a title, and a docstring that becomes its page on the site.

Two kinds of function can be a rule. With `@finding_rule`, the function only words the message: the
reader calls it where it meets the fault. With `@rule` (see `checks/`), the function looks for faults itself.
The docstring explains the rule; its last paragraph starts with `Fix:` and says what to do.
"""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Concatenate, ParamSpec

from scm_site.findings import Finding, Place, Severity

P = ParamSpec("P")

#: What a rule says: the message, or the message with a way out of its own.
Message = str | tuple[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """A check on content, as it is listed and explained on the site.

    `in_change` is the severity of what a change brings. A rule that comes when records exist already is a warning for
    these, so that a release turns nothing red, and an error from then on.
    """

    id: str
    title: str
    severity: Severity
    in_change: Severity
    clauses: tuple[str, ...]
    explanation: str
    fix: str

    def make_finding(self, place: Place, message: Message) -> Finding:
        """Give the finding for one breach of this rule; `message` may bring its own way out."""
        text, fix = message if isinstance(message, tuple) else (message, self.fix)
        return Finding(rule=self.id, severity=self.severity, place=place, message=text, fix=fix)


#: Every declared rule by its id, in the order in which it was declared.
RULES: dict[str, Rule] = {}


def declare_rule(
    rule_id: str,
    title: str,
    function: Callable[..., object],
    severity: Severity,
    clauses: tuple[str, ...],
    in_change: Severity | None = None,
) -> Rule:
    """Enter a rule in `RULES`; raises ValueError when the id is taken or the docstring has no `Fix:`."""
    if rule_id in RULES:
        raise ValueError(f"rule id {rule_id} is taken by: {RULES[rule_id].title}")
    explanation, found, fix = inspect.cleandoc(function.__doc__ or "").rpartition("\n\nFix: ")
    if not found:
        raise ValueError(f"the docstring of rule {rule_id} does not end with a `Fix:` paragraph")
    declared = Rule(
        id=rule_id,
        title=title,
        severity=severity,
        in_change=in_change or severity,
        clauses=clauses,
        explanation=explanation,
        fix=" ".join(fix.split()),
    )
    RULES[rule_id] = declared
    return declared


def finding_rule(
    rule_id: str,
    title: str,
    *,
    severity: Severity = Severity.ERROR,
    in_change: Severity | None = None,
    clauses: tuple[str, ...] = (),
) -> Callable[[Callable[P, Message]], Callable[Concatenate[Place, P], Finding]]:
    """Declare a rule whose function words the message; the result takes the place first and gives a finding."""

    def decorate(function: Callable[P, Message]) -> Callable[Concatenate[Place, P], Finding]:
        declared = declare_rule(rule_id, title, function, severity, clauses, in_change)

        def make_finding(place: Place, /, *args: P.args, **kwargs: P.kwargs) -> Finding:
            return declared.make_finding(place, function(*args, **kwargs))

        make_finding.__doc__ = function.__doc__
        return make_finding

    return decorate
