"""Numbers that judge are dated: a change of them says from when on, and leaves what was before."""

from collections.abc import Iterator

from scm_site.checks.register_rule import Problem, rule
from scm_site.records.settings import DatedDays, DaysFrom, Settings, list_entries
from scm_site.review.transition import Transition


@rule(
    "B016",
    "A number of days changes from a day on",
    clauses=("o",),
    in_form="never: its records have no form",
)
def numbers_keep_what_was(transition: Transition) -> Iterator[Problem]:
    """What falls due is judged by the number of days of that day. So a number that changes gets an entry with the day
    from which it holds, and the entries before it stay: nobody becomes late by what was agreed afterwards. An entry
    works from the day on which it is filed at the earliest, unless it names the paper that says since when it holds.

    Fix: Put the earlier entries back, and add one with `days`, `from` and, if it began before today, `source`.
    """
    for before, after in transition.list_pairs(Settings):
        for name, dated in after.days.items():
            was = before.days.get(name)
            old = tell_entries(was) if was is not None else []
            if tell_entries(dated)[: len(old)] != old:
                message = f"`{name}` was agreed, and would have been something else"
                yield Problem(after, ("days", name), message)
                continue
            for index, entry in list(enumerate(list_entries(dated)))[max(len(old), 1) :]:
                if not entry.source and entry.from_ < transition.as_of:
                    message = (
                        f"`{name}` would be {entry.days} since {entry.from_}, before anybody could know it"
                    )
                    yield Problem(after, ("days", name, index, "from"), message)


def tell_entries(dated: DatedDays) -> list[DaysFrom]:
    """Give the values of a number, as far as they judge."""
    return [DaysFrom(days=one.days, from_=one.from_) for one in list_entries(dated)]
