"""The order in which acts work: by day, then by the rank of the kind, then by `after`; never by arrival."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from scm_site.records.acts.act import Act
from scm_site.records.acts.kinds import ACT_KINDS
from scm_site.records.acts.known import Known, Taken


def order_of(one: Taken) -> tuple[date, int, str]:
    """Give what acts are ordered by, as long as none says after which other one it comes."""
    known = one[0]
    return known.works_from, ACT_KINDS[known.act.file.kind].rank, known.act.name


def sort_acts(acts: Sequence[Taken]) -> list[Taken]:
    """Give acts in the order in which they work."""
    ordered, waiting = list[Taken](), sorted(acts, key=order_of)
    while waiting:
        late = {(one[0].act.name, one[0].works_from) for one in waiting}
        free = (
            at for at, (known, _) in enumerate(waiting) if (known.act.after, known.works_from) not in late
        )
        ordered.append(waiting.pop(next(free, 0)))  # the first, where they go in a circle
    return ordered


def find_misplaced(acts: Sequence[Known]) -> Iterator[tuple[Act, str]]:
    """Give each act that says after which other one it comes, and cannot come after that one; and why."""
    by_name = {known.act.name: known for known in acts}
    for known in acts:
        act, other = known.act, by_name.get(known.act.after)
        if act.after and other is None:
            yield act, f"there is no act `{act.after}` after which it could come"
        elif other and other.works_from > known.works_from:
            yield act, f"it says that it comes after `{act.after}`, which is of a later day"
        elif act.name in follow(act.after, by_name):
            yield act, f"it says that it comes after `{act.after}`, and that one comes after it"


def follow(name: str, by_name: Mapping[str, Known]) -> set[str]:
    """Give the names of an act, of the one after which it comes, and so on."""
    seen = set[str]()
    while name in by_name and name not in seen:
        seen.add(name)
        name = by_name[name].act.after
    return seen
