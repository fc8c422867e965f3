"""What a change brings: the findings that were not there before it. Some rules are stricter with these."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from scm_site.findings import Finding
from scm_site.rule import Rule


def raise_brought(
    findings: Iterable[Finding], before: Iterable[Finding], rules: Mapping[str, Rule]
) -> Iterator[Finding]:
    """Give findings in their order, each as severe as its rule says for a change (`in_change`) if a change brings it.

    `before` are those that were there without the change. `rules` are all rules by their ids.
    """
    found = list(findings)
    brought = {id(one) for one in find_brought(found, before)}
    for one in found:
        declared = rules.get(one.rule) if id(one) in brought else None
        yield replace(one, severity=declared.in_change) if declared else one


def find_brought(findings: Iterable[Finding], before: Iterable[Finding]) -> list[Finding]:
    """Give the findings that a change brings: more of the same in a file counts, what moves with its file does not."""
    earlier: Counter[tuple[str, ...]] = Counter(one.name for one in before)
    new = [one for one in findings if not take(earlier, one.name)]
    moved: Counter[tuple[str, ...]] = Counter()
    for (rule, _path, message), number in earlier.items():
        moved[rule, message] += number
    return [one for one in new if not take(moved, (one.rule, one.message))]


def take(names: Counter[tuple[str, ...]], name: tuple[str, ...]) -> bool:
    """Take one of a name away; False when there is none left."""
    is_there = names[name] > 0
    names[name] -= is_there
    return is_there
