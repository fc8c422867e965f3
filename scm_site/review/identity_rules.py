"""What is in the register stays findable: nothing is deleted, and a new name remembers the old one."""

from collections.abc import Iterator, Mapping

from scm_site.checks.outcome_rules import read_version
from scm_site.checks.register_rule import Problem, rule
from scm_site.compliance.arrivals import list_former_paths
from scm_site.findings import Place
from scm_site.reading import ACTS, EVENT_ACTS, MEETING_ACTS, OUTCOME_ACTS, SLOT_OF_KIND, find_slot
from scm_site.reading.quoting import quote_path, quote_value
from scm_site.records.acts.act import Act
from scm_site.records.acts.kinds import ACT_KINDS
from scm_site.records.outcome import OutcomeVersion
from scm_site.records.outcome_state import was_published
from scm_site.records.record_file import Record
from scm_site.review.file_changes import FileChange
from scm_site.review.transition import Transition

#: What to do in place of deleting, by kind of record.
INSTEAD = {
    "proposal": "Put the file back, and add `withdrawn:` with the day and the reason.",
    "outcome": "Put the file back, and file an act `withdrawn` beside it; its page then says why.",
    "meeting": "Put the file back; if the meeting does not take place, call it off with a file beside it.",
    "event": "Put the file back; if the event does not take place, add `cancelled:` with the day and the reason.",
    **dict.fromkeys(
        (*ACTS, *MEETING_ACTS, *OUTCOME_ACTS, *EVENT_ACTS),
        "Put the file back under its name; an act that never was is taken back by another act.",
    ),
    "status-update": "Put the file back; what is wrong in it is put right in the file itself.",
    "board-brief": "Put the file back; what is wrong in it is put right in the file itself.",
    "work-programme": "Put the file back; what is wrong in it is put right in the file itself.",
    "outcome-version": "Put the file back; a text that lags behind its original is marked as such.",
    "launch": "Put the file back; how a group ends is told by an act `ends`.",
    "page": "Put the file back; what is wrong in it is put right in the file itself.",
}


@rule("B003", "Records are not deleted", in_form="later: it needs git's history")
def records_stay(transition: Transition) -> Iterator[Problem]:
    """The register is there to be looked up later, and an address that once led to a record goes on doing so. So a
    record is withdrawn, cancelled or ended, with a day and a reason, and its file stays. Moving the file to where the
    register does not look is the same as deleting it.

    Fix: Put the file back, and say in it since when and why it does not stand any more.
    """
    for change in transition.changes:
        slot, now = find_slot(change.path_before), find_slot(change.path)
        was_record = slot is not None and change.path_before in transition.base.register.paths
        if (
            slot is None
            or not was_record
            or slot.kind not in SLOT_OF_KIND
            or change.what in ("new", "changed")
        ):
            continue
        act, place = ACT_KINDS.get(slot.kind), Place(path=change.path)
        name = act.words[0] if act else slot.kind.replace("-", " ")
        if change.what == "gone":
            message = f"the {name} would be deleted, and everything that leads to it would lead nowhere"
            yield Problem(place, (), (message, INSTEAD[slot.kind]) if slot.kind in INSTEAD else message)
        elif now is None or now.kind != slot.kind:
            message = f"the {name} {quote_path(change.was)} would leave the register: this is no place for it"
            yield Problem(place, (), (message, "Put the file back where it was."))


@rule("B004", "A renamed record keeps its old name as a former id", in_form="later: it needs git's history")
def renamed_records_remember(transition: Transition) -> Iterator[Problem]:
    """The name of a file or of a group's folder is the record's id, and part of its address. People link to it. So a
    record that gets another name lists the old one under `former_ids`, and the old address leads on.

    Fix: Add the old id to `former_ids`, or give the record its old name back. A kind of record without that field
    keeps its name.
    """
    groups = transition.renamed_groups
    for change in transition.changes:
        record = transition.head.record_at.get(change.path)
        old = find_slot(change.was) if change.what == "moved" else None
        if record is None or old is None or old.kind != record.file.kind:
            continue
        if stands_alone(change, groups) or change.was in list_remembered(record, groups):
            continue
        is_beside = record.file.kind == "outcome-version" or "outcome" in old.ids
        if is_beside and goes_with_outcome(change, transition, groups):
            continue
        was = old.ids.get("id", old.ids.get("group", ""))
        message = f"it was called {quote_value(was)} before, and nothing says so any more"
        if hasattr(record, "former_ids") and not isinstance(record, Act):
            fix = f"Add {quote_value(was)} to `former_ids`, or give the record its old name back."
            yield Problem(record, ("former_ids",), (message, fix))
        else:
            yield Problem(
                record,
                (),
                (
                    message,
                    f"Give it the path back that it had, {quote_path(change.was)}: records of this kind keep theirs.",
                ),
            )


def stands_alone(change: FileChange, groups: Mapping[str, str]) -> bool:
    """Tell whether only the folder of the record's group has another name, which the group itself remembers."""
    parts, was = change.path.split("/"), change.was.split("/")
    return (
        change.governed.kind != "launch"
        and parts[3:] == was[3:]
        and groups.get(change.governed.group) == was[2]
    )


def goes_with_outcome(change: FileChange, transition: Transition, groups: Mapping[str, str]) -> bool:
    """Tell whether what stands beside an outcome goes with it to a new folder, and it remembers the old one."""
    (now, _, name), (was, _, old_name) = change.path.rpartition("/"), change.was.rpartition("/")
    outcome = transition.head.record_at.get(f"{now}/outcome.md")
    return (
        outcome is not None and name == old_name and f"{was}/outcome.md" in list_remembered(outcome, groups)
    )


def list_remembered(record: Record, groups: Mapping[str, str]) -> list[str]:
    """Give the paths that a record had under its former ids, also in the folder that its group had before."""
    own = list(list_former_paths(record))
    group = record.file.group
    before = [path.replace(f"/{group}/", f"/{groups[group]}/", 1) for path in own if group in groups]
    return own + before


@rule("B008", "A former id stays", in_form="later: it needs git's history")
def former_ids_stay(transition: Transition) -> Iterator[Problem]:
    """The address of a former id leads to the record for as long as the register stands.

    Fix: Put the id back under `former_ids`.
    """
    for before, after in transition.list_pairs(Record):
        lost = set(getattr(before, "former_ids", ())) - set(getattr(after, "former_ids", ())) - {after.id}
        for former in sorted(lost):
            message = (
                f"the former id {quote_value(former)} would be forgotten, and its address would lead nowhere"
            )
            yield Problem(after, ("former_ids",), message)


@rule("B009", "What was withdrawn stays withdrawn", in_form="later: it needs git's history")
def withdrawals_stand(transition: Transition) -> Iterator[Problem]:
    """Readers were told since when and why a record does not stand any more. If it is to stand again, a new one says
    so, and names the old one.

    Fix: Put `withdrawn` back as it was. For an outcome, publish a new one that `replaces` it; for a topic, propose it
    again.
    """
    for before, after in (*transition.list_pairs(Record), *transition.outcomes):
        old, new = getattr(before, "withdrawn", None), getattr(after, "withdrawn", None)
        if old and old.on <= transition.as_of and new != old:
            message = f"it was withdrawn on {old.on}, and what readers were told of that would change"
            yield Problem(after, ("withdrawn",), message)


@rule("B013", "An identifier stays", clauses=("T5",), in_form="later: it needs git's history")
def identifiers_stay(transition: Transition) -> Iterator[Problem]:
    """Citations name an outcome by its identifier or its DOI, for as long as anybody reads them.

    Fix: Put it back as it was.
    """
    for before, after in transition.outcomes:
        if not was_published(before, transition.as_of):
            continue
        for field in ("identifier", "doi"):
            was, now = getattr(before, field), getattr(after, field)
            if was and now != was:
                becomes = f"would become {quote_value(now)}" if now else "would be gone"
                message = f"the outcome is published as {quote_value(was)}, and its `{field}` {becomes}"
                yield Problem(after, (field,), message)


@rule("B014", "A version does not go backwards", clauses=("T5",), in_form="later: it needs git's history")
def versions_do_not_go_backwards(transition: Transition) -> Iterator[Problem]:
    """Readers who know a version look for a higher number. A lower one would tell them that they have the newest.

    Fix: Give it a version that is higher than the one before, and say what changed.
    """
    for before, after in transition.outcomes:
        if read_version(after.version) < read_version(before.version):
            message = f"the version was `{before.version}`, and would be `{after.version}`"
            yield Problem(after, ("version",), message)
    for was, now in transition.list_pairs(OutcomeVersion):
        if read_version(now.translates_version) < read_version(was.translates_version):
            message = (
                f"it followed version `{was.translates_version}`, and would follow `{now.translates_version}`"
            )
            yield Problem(now, ("translates_version",), message)
