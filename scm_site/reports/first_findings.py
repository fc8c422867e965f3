"""So many findings are shown to people at once; the others are counted by rule. Programs get all of them."""

from collections import Counter
from collections.abc import Sequence

from scm_site.findings import Finding, Severity

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
