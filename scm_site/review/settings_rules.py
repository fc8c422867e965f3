"""Numbers that judge are dated: a change of them says from when on, and leaves what was before."""

from collections.abc import Iterator

from scm_site.checks.register_rule import Problem, rule
from scm_site.records.people import Roster
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


@rule(
    "B018",
    "An account stays with whoever had it",
    clauses=("L1", "T4"),
    in_form="never: its records have no form",
)
def accounts_stay_with_their_days(transition: Transition) -> Iterator[Problem]:
    """Who agreed to what is told by accounts, and by whose they were on that day. So an account that worked is not
    replaced in its entry: where somebody has another one, or where the forge gave it another name, the entry ends with
    its last day, and a new one of the same id begins on the day after. What was agreed to earlier stays agreed to, also
    where the forge tells only the new name. To be withheld, somebody has the account taken out.

    Fix: Put the account back, give its entry the last day under `to`, and add an entry with the new account.
    """
    for before, after in transition.list_pairs(Roster):
        now = {(person.id, person.from_): (at, person) for at, person in enumerate(after.people)}
        for was in before.people:
            at, person = now.get((was.id, was.from_), (0, None))
            worked = was.account and was.from_ <= transition.as_of
            if worked and person and person.account and person.account.lower() != was.account.lower():
                message = f"`{was.id}` had the account `{was.account}`, and would have had `{person.account}` all along"
                yield Problem(after, ("people", at, "account"), message)


def tell_entries(dated: DatedDays) -> list[DaysFrom]:
    """Give the values of a number, as far as they judge."""
    return [DaysFrom(days=one.days, from_=one.from_) for one in list_entries(dated)]
