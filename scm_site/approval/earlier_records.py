"""Rosters, groups and approvals as they were before each commit of the main line, read once for each content."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from scm_site.approval.change_kinds import PLAN, folder_of
from scm_site.approval.offices import Offices, list_aside
from scm_site.reading import ParsedFile, find_slot
from scm_site.reading.former_layout import find_former_slot
from scm_site.reading.git_history import ENTITLING, History
from scm_site.reading.git_log import LogCommit
from scm_site.reading.moving import move_alone
from scm_site.records.acts.act import Act
from scm_site.records.acts.ends import ends_by_agreement
from scm_site.records.acts.facts import list_facts, put_facts
from scm_site.records.acts.known import Known
from scm_site.records.acts.parts import make_group_parts
from scm_site.records.acts.setting_aside import find_slips, list_standing
from scm_site.records.approvals import Approvals
from scm_site.records.assembly import gather_data
from scm_site.records.group import Launch
from scm_site.records.making import make_file
from scm_site.records.making_past import make_past_record
from scm_site.records.meeting import MeetingPlan
from scm_site.records.memberships import list_members
from scm_site.records.people import Member, Roster
from scm_site.records.record_file import Record

R = TypeVar("R", bound=Record)

#: How the name of an act that ends a group ends.
ENDING = ".ends.md"

#: How the name of a sitting of the board ends.
SITTING = ".decided.yml"


@dataclass(kw_only=True)
class EarlierRecords:
    """Walks along the main line, the oldest commit first, and gives the offices as they were before each step."""

    history: History
    #: The hash of each file's content at this point of the line, by its path.
    blobs: dict[str, str] = field(default_factory=dict)
    _made: dict[tuple[str, str], Record | None] = field(default_factory=dict)
    _rules: Approvals | None = None  # the newest that could be read

    def step(self, commit: LogCommit) -> None:
        """Take in what a commit changed, so that the next one is judged by the records after it."""
        for entry in commit.entries:
            if entry.was:
                self.blobs.pop(entry.was, None)
            if entry.status == "D":
                self.blobs.pop(entry.path, None)
            elif is_entitling(entry.path):
                self.blobs[entry.path] = entry.blob

    def find_offices(self, groups: frozenset[str], blobs: Mapping[str, str]) -> Offices:
        """Give the offices as these `blobs` have them; of the groups, those that are asked for."""
        return Offices(
            board=self._find("content/board.yml", Roster, blobs),
            secretariat=self._find("content/secretariat.yml", Roster, blobs),
            approvals=self._find_rules(blobs),
            groups={group: self._find_members(f"content/groups/{group}/", blobs) for group in groups},
        )

    def find_joint(self, commit: LogCommit, blobs: Mapping[str, str]) -> dict[str, frozenset[str]]:
        """Give the groups with which a meeting is held, by its folder, for each in which a commit changes something.

        They are those that the plan named before, and those that it names afterwards: no change rids itself of a group.
        """
        return {
            folder_of(plan): frozenset(group for version in both if version for group in version.groups)
            for plan, both in self._list_plans(commit, blobs)
        }

    def find_unread(self, commit: LogCommit, blobs: Mapping[str, str]) -> frozenset[str]:
        """Give each plan whose version before or after a commit cannot be read, where that changes the meeting."""
        return frozenset(plan for plan, both in self._list_plans(commit, blobs) if None in both)

    def find_by_agreement(self, commit: LogCommit, blobs: Mapping[str, str]) -> frozenset[str]:
        """Give each act that ended a group by agreement before a commit, or does so after it, where it is touched."""
        touched = {
            path for entry in commit.entries for path in (entry.path, entry.was) if path.endswith(ENDING)
        }
        return frozenset(
            path
            for path in touched
            if any(ends_by_agreement(one) for one in self._list_versions(path, Record, commit, blobs))
        )

    def find_aside(
        self, commit: LogCommit, blobs: Mapping[str, str]
    ) -> dict[str, tuple[frozenset[str], ...]]:
        """Give who stood aside, for each decision of each sitting that a commit touches, before it and after it."""
        board = self._find("content/board.yml", Roster, blobs)
        touched = {
            path for entry in commit.entries for path in (entry.path, entry.was) if path.endswith(SITTING)
        }
        return {
            path: tuple(
                accounts
                for one in self._list_versions(path, Record, commit, blobs)
                for accounts in list_aside(one, board)
            )
            for path in touched
        }

    def _list_plans(
        self, commit: LogCommit, blobs: Mapping[str, str]
    ) -> Iterator[tuple[str, list[MeetingPlan | None]]]:
        """Give the plan in each folder in which a commit changes something, as it was before and is afterwards."""
        touched = {path for entry in commit.entries for path in (entry.path, entry.was) if path}
        for plan in {f"{folder_of(path)}/{PLAN}" for path in touched}:
            if is_entitling(plan):
                yield plan, self._list_versions(plan, MeetingPlan, commit, blobs)

    def _list_versions(
        self, path: str, kind: type[R], commit: LogCommit, blobs: Mapping[str, str]
    ) -> list[R | None]:
        """Give what a file was before a commit and is after it, as far as it is there; None for what cannot be read."""
        after = {entry.path: entry.blob for entry in commit.entries if entry.status != "D"}
        return [self._find(path, kind, own) for own in (blobs, after) if path in own]

    def _find_members(self, folder: str, blobs: Mapping[str, str]) -> tuple[Member, ...]:
        """Give everybody in a group, by its launch and the acts on offices; nobody where there is no launch."""
        own = [path for path in sorted(blobs) if path.startswith((f"{folder}acts/", f"{folder}launch.md"))]
        filed = [self._find(path, Record, blobs) for path in own] or self._move(f"{folder}group.md", blobs)
        launch = next((one for one in filed if isinstance(one, Launch)), None)
        if launch is None:
            return ()
        acts = [one for one in filed if isinstance(one, Act)]
        known = [Known(act=act) for act in acts]
        slips = find_slips(make_group_parts(launch) | list_facts(launch), known)
        return list_members(put_facts(launch, slips), list_standing(known))

    def _move(self, path: str, blobs: Mapping[str, str]) -> list[Record | None]:
        """Give the records that a group's record in the shape of the release before becomes."""
        file = self.history.entitling.get((path, blobs.get(path, "")))
        return [make_past(one) for one in move_alone(file)] if file else []

    def _find_rules(self, blobs: Mapping[str, str]) -> Approvals | None:
        """Give the rules in force; where they are missing or broken, the last that could be read go on."""
        self._rules = self._find("content/approvals.yml", Approvals, blobs) or self._rules
        return self._rules

    def _find(self, path: str, kind: type[R], blobs: Mapping[str, str]) -> R | None:
        blob = blobs.get(path)
        if blob is None:
            return None
        key = (path, blob)
        if key not in self._made:
            self._made[key] = self._make(key)
        made = self._made[key]
        return made if isinstance(made, kind) else None

    def _make(self, key: tuple[str, str]) -> Record | None:
        """Make the record of an earlier version once."""
        file = self.history.entitling.get(key)
        return make_past(file) if file else None


def make_past(file: ParsedFile) -> Record | None:
    """Make the record of an earlier version, as far as it tells who may agree; None where it does not."""
    return make_past_record(make_file(file, gather_data(file)))


def is_entitling(path: str) -> bool:
    """Tell whether a path holds what says who is entitled to agree."""
    if not path.endswith((".yml", "/launch.md", "/group.md", f"/{PLAN}", ENDING)):
        return False
    slot = find_slot(path) or find_former_slot(path)
    return slot is not None and slot.kind in ENTITLING


def list_groups(commit: LogCommit) -> Iterator[str]:
    """Give the groups that a commit touches, by the names that they had before it."""
    for entry in commit.entries:
        for path in filter(None, (entry.path, entry.was)):
            parts = path.split("/")
            if parts[:2] == ["content", "groups"] and len(parts) > 3:
                yield parts[2]
