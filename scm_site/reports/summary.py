"""What reports of findings share: which are shown first, how many there are, and where a rule is explained."""

from collections import Counter
from collections.abc import Sequence

from scm_site.findings import Finding, Severity
from scm_site.rule import Rule

#: More than anybody mends before running the check again.
MOST_SHOWN = 500


def choose_first(ordered: Sequence[Finding], most: int | None) -> list[Finding]:
    """Give so many findings in their order, errors rather than warnings; all of them where there is no limit."""
    if most is None or len(ordered) <= most:
        return list(ordered)
    by_severity = [one for severity in Severity for one in ordered if one.severity is severity]
    chosen = set(by_severity[:most])
    return [one for one in ordered if one in chosen]


def tell_rest(ordered: Sequence[Finding], shown: Sequence[Finding]) -> list[str]:
    """Say how many findings are not shown, in how many files, by rule, and how to see them; nothing if all are."""
    if len(shown) == len(ordered):
        return []
    there = set(shown)
    left_out = [one for one in ordered if one not in there]
    files = len({one.place.path for one in left_out})
    rules = ", ".join(
        f"{rule} {number:,}" for rule, number in Counter(one.rule for one in left_out).most_common()
    )
    more = "1 more finding" if len(left_out) == 1 else f"{len(left_out):,} more findings"
    where = "1 file" if files == 1 else f"{files:,} files"
    return [f"… and {more} in {where}, by rule: {rules}. `scm check --all` shows all of them."]


def make_help_address(help_base: str, rule: str) -> str:
    """Give the address of the page that explains a rule; `help_base` is the site's address."""
    return f"{help_base.rstrip('/')}/rules/{rule}/"


def find_rule(rule_id: str) -> Rule | None:
    """Give a rule by its id, or None where there is no such rule."""
    from scm_site.rules import RULES  # noqa: PLC0415 (slow to load: the command line starts without it)

    return RULES.get(rule_id)


def count_severity(findings: Sequence[Finding], severity: Severity) -> int:
    """Tell how many findings are of one severity."""
    return sum(finding.severity == severity for finding in findings)


def make_summary(findings: Sequence[Finding], files: int | None) -> str:
    """Give the findings in a few words: `3 errors, 1 warning in 42 files`."""
    counts = [(count_severity(findings, severity), severity.value) for severity in Severity]
    found = ", ".join(_count(number, word) for number, word in counts if number)
    if files is None:
        return found or "nothing to mend"
    read = _count(files, "file")
    return f"{found} in {read}" if found else f"{read}, nothing to mend"


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
