"""What each commit of the main line did to the records: which were new, changed, renamed, withdrawn, taken out.

A record is called by the path that it has today. One that is gone is not named: its id may hold what was to be removed.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from scm_site.compliance.arrivals import find_earliest, list_former_paths
from scm_site.reading import find_slot
from scm_site.reading.git_history import FileVersion, History
from scm_site.records.outcome import Outcome
from scm_site.records.record_file import Record
from scm_site.records.register import Register

What = Literal["new", "put back", "changed", "renamed", "withdrawn", "taken out"]

#: In this order a commit's changes are told.
ORDER: tuple[What, ...] = ("new", "put back", "withdrawn", "taken out", "changed", "renamed")

#: Kinds of act whose name says what they do: “agenda of 3 March 2026” needs no sentence.
SAID_BY_THE_KIND = ("agenda", "called-off", "minutes")


@dataclass(frozen=True, kw_only=True, slots=True)
class RecordChange:
    """What a commit did to one record; `record` is None where it is not in the register any more.

    `group` is the present name of the group to which it belongs, "" for none; `outcome` is the outcome to which it
    belongs; `of_file` tells that only a file of this outcome changed; `told` says in a sentence what an act does.
    """

    what: What
    kind: str
    group: str
    record: Record | None
    outcome: Outcome | None = None
    of_file: bool = False
    told: str = ""

    @property
    def rank(self) -> tuple[bool, int]:
        """What is told where one commit did several things to a record: the least one, and of its own file first."""
        return self.of_file, ORDER.index(self.what)

    @property
    def path(self) -> str:
        """The path that the record has today, or "" where it has none."""
        return self.record.file.path if self.record else ""


class RecordFinder:
    """Looks up records and groups by the paths and ids that they have or had."""

    def __init__(self, register: Register, history: History) -> None:
        self._records = {record.file.path: record for record in register.find_records()}
        self._told = {
            act.file.path: held.tell(act)
            for dossier in register.dossiers
            for act, held in dossier.list_held_acts()
            if act.file.kind not in SAID_BY_THE_KIND
        }
        self._groups = {
            name: dossier.group.id
            for dossier in register.dossiers
            for name in (*dossier.group.former_ids, dossier.group.id)
        }
        self._outcomes = {one.file.path: one for dossier in register.dossiers for one in dossier.outcomes}
        self._now = {
            path: record.file.path
            for record in self._records.values()
            for path in list_former_paths(record)
            if path in history.gone
        }
        self._came_anew = frozenset(self._now.values())

    def find_now(self, path: str) -> str:
        """Give the present path of a record that git did not know again under its new name; else the same path."""
        return self._now.get(path, path)

    def was_elsewhere(self, path: str) -> bool:
        """Tell whether git took the record at a path for a new one, and it had another name before."""
        return path in self._came_anew

    def make(self, what: What, path: str, *, is_there: bool) -> RecordChange | None:
        """Give what happened to the record at a path; what belongs to an outcome's files counts as the outcome."""
        slot = find_slot(path)
        if slot is None:
            return None
        if what == "renamed" and "outcome" in slot.ids:
            return None  # it goes with its outcome
        is_of_outcome = slot.kind.startswith(("outcome", "attachment")) or "outcome" in slot.ids
        outcome = self._find_outcome(path) if is_of_outcome else None
        is_file, is_withdrawal = slot.kind == "attachment", slot.kind == "withdrawn" and what == "new"
        record = outcome if is_file or is_withdrawal else self._records.get(path)
        group = slot.ids.get("group", "")
        return RecordChange(
            what="changed" if is_file else "withdrawn" if is_withdrawal else what,
            kind="outcome" if is_file or is_withdrawal else slot.kind,
            group=self._groups.get(group, group),
            record=record if is_there else None,
            outcome=outcome if is_there else None,
            of_file=is_file,
            told=self._told.get(path, "") if is_there and not is_withdrawal else "",
        )

    def _find_outcome(self, path: str) -> Outcome | None:
        found = self._records.get(f"{path.rpartition('/')[0]}/outcome.md")
        return self._outcomes.get(found.file.path) if found else None


def find_record_changes(register: Register, history: History) -> Mapping[str, tuple[RecordChange, ...]]:
    """Give what each commit did to records, each record once; nothing of what a shallow clone cuts off."""
    found: dict[str, dict[str, RecordChange]] = defaultdict(dict)
    for commit, path, change in list_changes(register, history):
        key = change.path or path
        before = found[commit].get(key)
        if before is None or change.rank < before.rank:
            found[commit][key] = change
    return {commit: sort_changes(changes) for commit, changes in found.items()}


def sort_changes(changes: Mapping[str, RecordChange]) -> tuple[RecordChange, ...]:
    """Give changes in the order in which they are told."""
    return tuple(sorted(changes.values(), key=lambda one: (ORDER.index(one.what), one.kind, one.path)))


def list_changes(register: Register, history: History) -> Iterator[tuple[str, str, RecordChange]]:
    """Give every change of a file with its commit and the file's last path."""
    finder = RecordFinder(register, history)
    for files in (history.versions, history.gone):
        for path, versions in files.items():
            now = finder.find_now(path)
            is_there = files is history.versions or now != path
            for version, what in tell_versions(versions, is_new=not finder.was_elsewhere(path)):
                change = finder.make(what, now, is_there=is_there)
                if change is not None and find_earliest(version) is not None:
                    yield version.commit, path, change
    yield from list_removals(history, finder)


def tell_versions(versions: tuple[FileVersion, ...], *, is_new: bool) -> Iterator[tuple[FileVersion, What]]:
    """Say of each version of a file, the oldest first, what it did."""
    if versions:
        yield versions[0], "new" if is_new else "renamed"
    for before, version in pairwise(versions):
        yield version, tell_version(before, version)


def tell_version(before: FileVersion, version: FileVersion) -> What:
    """Say what a version of a file did."""
    if version.is_back:
        return "put back"
    if version.file is None or before.file is None:
        return "changed"
    if version.file.data.get("withdrawn") and not before.file.data.get("withdrawn"):
        return "withdrawn"
    return "renamed" if version.file.path != before.file.path else "changed"


def list_removals(history: History, finder: RecordFinder) -> Iterator[tuple[str, str, RecordChange]]:
    """Give every record that a commit took out, but for those that git did not know again under a new name."""
    for commit in history.commits:
        for entry in commit.entries if commit.id not in history.boundary else ():
            if entry.status == "D" and finder.find_now(entry.path) == entry.path:
                is_there = entry.path in history.versions
                change = finder.make("taken out", entry.path, is_there=is_there)
                if change is not None:
                    yield commit.id, entry.path, change
