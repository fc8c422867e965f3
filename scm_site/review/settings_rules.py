"""Numbers that judge are dated: a change of them says from when on, and leaves what was before."""

from collections.abc import Iterator

from scm_site.checks.register_rule import Problem, rule
from scm_site.records.settings import DatedDays, DaysFrom, Settings, list_entries
from scm_site.records.unknown import known
from scm_site.review.transition import Transition


@rule(
    "B016",
    "What the settings say holds from a day on",
    clauses=("o", "D1", "M5"),
    in_form="never: its records have no form",
)
def numbers_keep_what_was(transition: Transition) -> Iterator[Problem]:
    """What falls due is judged by the number of days of that day, and a record by the version of the Charter and of the
    Terms of Reference that was in force. So a version that is there stays as it is, and a number that changes gets an
    entry with the day from which it holds, and the entries before it stay: nobody becomes late by what was agreed
    afterwards. An entry works from the day on which it is filed at the earliest, unless it names the paper that says
    since when it holds.

    Fix: Put the earlier entries back, and add one with `days`, `from` and, if it began before today, `source`.
    """
    for before, after in transition.list_pairs(Settings):
        yield from find_moved_versions(before, after)
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


def find_moved_versions(before: Settings, after: Settings) -> Iterator[Problem]:
    """Find versions of the Charter or the Terms of Reference that would be gone, or in force from another day."""
    for field in ("charter", "terms_of_reference"):
        days = {one.version: known(one.from_) for one in getattr(after, field)}
        for one in getattr(before, field):
            first = known(one.from_)
            if one.version not in days or (first and days[one.version] != first):
                message = f"the version `{one.version}` was in force, and would be gone or be of another day"
                yield Problem(
                    after, (field,), (message, "Put the version back as it was, and add another one.")
                )


def tell_entries(dated: DatedDays) -> list[DaysFrom]:
    """Give the values of a number, as far as they judge."""
    return [DaysFrom(days=one.days, from_=one.from_) for one in list_entries(dated)]
