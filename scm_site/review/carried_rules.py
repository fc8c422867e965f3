"""The register moves to another shape as a whole, by `scm migrate`, or not at all."""

from collections.abc import Iterator

from scm_site.approval.change_kinds import LEDGER
from scm_site.checks.register_rule import Problem, rule
from scm_site.findings import Place
from scm_site.reading.quoting import quote_path
from scm_site.review.code_owners import CODE_OWNERS
from scm_site.review.transition import Transition


@rule("B017", "What was carried over is proved", in_form="later: it needs git's history")
def moves_are_whole(transition: Transition) -> Iterator[Problem]:
    """The list of carried-over files says when a file arrived that was made of an older one, and duties and approvals
    are judged by it. So `scm migrate` alone writes it, of the whole register at once: each entry is one that the
    history proves, and each file says what the older one said. An entry that is written by hand could let something
    arrive on a day on which nobody said it.

    Fix: Take back all changes, run `scm migrate`, and propose what it writes, with nothing else beside it.
    """
    if LEDGER in transition.touched:
        yield from (Problem(Place(path=path), (), why) for path, why in find_changed(transition))
        yield from (Problem(Place(path=LEDGER), (), why) for why in find_unlike(transition))


def find_changed(transition: Transition) -> Iterator[tuple[str, str]]:
    """Give each file that a move would not leave as it is, or make, and why."""
    before, after = transition.base.file_at, transition.head.file_at
    for path in sorted((before.keys() | after.keys()) - {LEDGER}):
        old, new = before.get(path), after.get(path)
        if new is None or old is None:
            yield (
                path,
                "the file would be missing" if old else "the file would be new, and is no part of the move",
            )
        elif new.data != old.data:
            yield path, "it would say something else than before the move"
    for path in sorted(transition.head.move.former):
        yield path, "the file would still be in the shape of the release before"
    for change in transition.changes:
        is_record = change.path in before or change.path in after
        if not is_record and change.path not in (LEDGER, CODE_OWNERS):
            yield change.path, "it would change together with a move of the register"


def find_unlike(transition: Transition) -> Iterator[str]:
    """Say where the list after a change is not the one that `scm migrate` writes, or proves nothing."""
    there = transition.head.register.paths
    kept = {one.path: one for one in transition.base.register.carried if one.path in there}
    wanted = kept | {one.path: one for one in transition.origins}
    found = {one.path: one for one in transition.head.register.carried}
    for path in sorted(wanted.keys() | found.keys()):
        if wanted.get(path) != found.get(path):
            yield f"what it says of {quote_path(path)} is not what `scm migrate` writes"
    for one, why in transition.unproven:
        yield f"when {quote_path(one.path)} arrived is not proved: {why}"
