"""The register: every record that could be made, with look-ups between them."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from scm_site.reading import ACTS, MEETING_ACTS, OUTCOME_ACTS, SLOT_OF_KIND, Attachment
from scm_site.reading.carrying import Carried
from scm_site.records.acts.decided import Decided, TopicDecision
from scm_site.records.approvals import Approvals
from scm_site.records.carried_over import CarriedOver
from scm_site.records.dossier import Dossier
from scm_site.records.event import Event
from scm_site.records.group import Group
from scm_site.records.meeting import PlannedMeeting
from scm_site.records.outcome import DescribedOutcome, Outcome
from scm_site.records.people import Roster
from scm_site.records.proposal import Proposal
from scm_site.records.record_file import Record, RecordFile
from scm_site.records.settings import Countries, Settings, Themes
from scm_site.records.unknown import known

R = TypeVar("R", bound=Record)


class NotAvailableError(Exception):
    """A record that a rule needs is broken or missing; the rule stays quiet, its own findings say why."""


@dataclass(frozen=True, kw_only=True)
class Register:
    """All records. What is broken is left out; asking for it raises NotAvailableError."""

    singles: Mapping[str, Record] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    sittings: tuple[Decided, ...] = ()
    dossiers: tuple[Dossier, ...] = ()
    orphans: tuple[Record, ...] = ()  # records of a group whose own record is broken or missing
    lost_attachments: tuple[Attachment, ...] = ()  # files of such a group
    files: tuple[RecordFile, ...] = ()  # every file that could be read, also those that became no record
    broken: frozenset[tuple[str, str, str]] = frozenset()  # kind, group and id of broken records
    paths: frozenset[str] = frozenset()  # every file that is or should be a record
    unread: tuple[str, ...] = ()  # folders that could not be looked into

    @property
    def settings(self) -> Settings:
        """The record of `content/settings.yml`; raises NotAvailableError where it is missing or broken."""
        return self._single("settings", Settings)

    @property
    def themes(self) -> Themes:
        """The record of `content/themes.yml`; raises NotAvailableError where it is missing or broken."""
        return self._single("themes", Themes)

    @property
    def countries(self) -> Countries:
        """The record of `content/countries.yml`; raises NotAvailableError where it is missing or broken."""
        return self._single("countries", Countries)

    @property
    def board(self) -> Roster:
        """The record of `content/board.yml`; raises NotAvailableError where it is missing or broken."""
        return self._single("board", Roster)

    @property
    def secretariat(self) -> Roster:
        """The record of `content/secretariat.yml`; raises NotAvailableError where it is missing or broken."""
        return self._single("secretariat", Roster)

    @property
    def approvals(self) -> Approvals:
        """Who must agree to which kind of change."""
        return self._single("approvals", Approvals)

    @property
    def carried(self) -> tuple[Carried, ...]:
        """The files that were made of older ones; none where there is no such list, or it is broken."""
        record = self.singles.get("carried-over")
        return record.files if isinstance(record, CarriedOver) else ()

    def _single(self, kind: str, record_type: type[R]) -> R:
        record = self.singles.get(kind)
        if not isinstance(record, record_type):
            raise NotAvailableError(kind)
        return record

    def find_dossier(self, group: str) -> Dossier:
        """Give a group's dossier; raises NotAvailableError when its record is broken or missing."""
        dossier = self._dossiers_by_group.get(group)
        if dossier is None:
            raise NotAvailableError(f"group {group}")
        return dossier

    def find_proposal(self, proposal_id: str) -> Proposal | None:
        """Give a proposal by its id, or None."""
        return self._proposals_by_id.get(proposal_id)

    def find_event(self, event_id: str) -> Event | None:
        """Give an event or board meeting by its id, or by one that it had before; None where there is none."""
        return self._events_by_id.get(event_id)

    def find_sitting_of(self, proposal_id: str) -> tuple[Decided, TopicDecision] | None:
        """Give the last sitting that agreed to a proposal, with what it says of it; None where none did."""
        found = [
            (sitting, one)
            for sitting in self.sittings
            for one in sitting.decisions
            if one.is_agreed and one.proposal == proposal_id
        ]
        return found[-1] if found else None

    def find_group_of(self, proposal_id: str) -> Group | None:
        """Give the group that came of a proposal, or None."""
        return self._groups_by_proposal.get(proposal_id)

    def find_groups_of(self, record: PlannedMeeting | DescribedOutcome) -> tuple[Group, ...]:
        """Give the groups that hold a meeting or made an outcome, the one with which it stands first."""
        names = dict.fromkeys((record.file.group, *record.groups))
        return tuple(self._dossiers_by_group[name].group for name in names if name in self._dossiers_by_group)

    def find_outcome(self, name: str) -> tuple[Dossier, Outcome] | None:
        """Give an outcome and its group's dossier by group and id, as `warm-homes/first-guide`, or None.

        An act keeps the name that an outcome or its group had when it was filed.
        """
        return self._outcomes_by_name.get(name) or self._outcomes_by_former_name.get(name)

    def find_successors(self, name: str) -> tuple[Outcome, ...]:
        """Give the outcomes that are to replace the one with this name, public or not."""
        return tuple(self._successors_by_name.get(name, ()))

    def is_broken(self, kind: str, record_id: str, group: str = "") -> bool:
        """Tell whether there is, or may be, a file for the record, but it could not become one."""
        path = find_start(kind, group or record_id).replace("{id}", record_id)
        return (kind, group, record_id) in self.broken or self.is_unread(path)

    def is_unread(self, path: str) -> bool:
        """Tell whether a path lies in a folder that could not be looked into, so that nobody knows what is there."""
        return any(f"{path}/".startswith(f"{folder}/") for folder in self.unread)

    def require_whole(self, kind: str, group: str) -> None:
        """Raise NotAvailableError if a record of the kind in the group's folder is broken: it may change the answer."""
        start = find_start(kind, group).partition("{")[0]
        is_hidden = self.is_unread(start.rstrip("/")) or any(one.startswith(start) for one in self.unread)
        if is_hidden or any(broken[:2] == (kind, group) for broken in self.broken):
            raise NotAvailableError(f"{kind} of {group}")

    def require_whole_meetings(self, group: str) -> None:
        """Raise NotAvailableError if a meeting of a group, or an act of one, is broken: it may change the answer."""
        for kind in ("meeting", *MEETING_ACTS):
            self.require_whole(kind, group)

    def has_whole_acts(self, record: PlannedMeeting | DescribedOutcome) -> bool:
        """Tell whether no act in the folder of a meeting or an outcome is broken: it may say what became of that."""
        kinds, start = (*MEETING_ACTS, *OUTCOME_ACTS), f"{record.id}/"
        of_group = (one for kind, group, one in self.broken if group == record.file.group and kind in kinds)
        return not any(one.startswith(start) for one in of_group)

    def require_whole_outcomes(self, group: str) -> None:
        """Raise NotAvailableError if an outcome of a group, or an act of one, is broken: it may change the answer."""
        for kind in ("outcome", *OUTCOME_ACTS):
            self.require_whole(kind, group)

    def require_whole_acts(self, group: str) -> None:
        """Raise NotAvailableError if an act of a group is broken: it may change the answer."""
        for kind in ACTS:
            self.require_whole(kind, group)

    def find_records(self) -> Iterator[Record]:
        """Give every record once as it is filed, also those whose group is missing."""
        yield from self.singles.values()
        yield from self.events
        yield from self.proposals
        yield from self.sittings
        for dossier in self.dossiers:
            yield from find_dossier_records(dossier)
        yield from self.orphans

    @cached_property
    def _dossiers_by_group(self) -> dict[str, Dossier]:
        return {dossier.group.id: dossier for dossier in self.dossiers}

    @cached_property
    def _proposals_by_id(self) -> dict[str, Proposal]:
        return {proposal.id: proposal for proposal in self.proposals}

    @cached_property
    def _events_by_id(self) -> dict[str, Event]:
        former = {name: event for event in self.events for name in event.former_ids}
        return former | {event.id: event for event in self.events}

    @cached_property
    def _groups_by_proposal(self) -> dict[str, Group]:
        named = [(known(dossier.group.proposal), dossier.group) for dossier in reversed(self.dossiers)]
        return {proposal: group for proposal, group in named if proposal}

    @cached_property
    def _outcomes_by_name(self) -> dict[str, tuple[Dossier, Outcome]]:
        return {
            f"{dossier.group.id}/{outcome.id}": (dossier, outcome)
            for dossier in self.dossiers
            for outcome in dossier.outcomes
        }

    @cached_property
    def _outcomes_by_former_name(self) -> dict[str, tuple[Dossier, Outcome]]:
        return {
            f"{group}/{name}": (dossier, outcome)
            for dossier, outcome in self._outcomes_by_name.values()
            for group in (*dossier.group.former_ids, dossier.group.id)
            for name in (*outcome.former_ids, outcome.id)
        }

    @cached_property
    def outcomes_by_identifier(self) -> Mapping[str, tuple[Outcome, ...]]:
        """The outcomes with each identifier, in small letters; more than one is a fault."""
        return self._sort_outcomes(lambda outcome: outcome.identifier)

    @cached_property
    def outcomes_by_doi(self) -> Mapping[str, tuple[Outcome, ...]]:
        """The outcomes with each DOI, in small letters: DOIs do not tell capitals apart (ISO 26324)."""
        return self._sort_outcomes(lambda outcome: outcome.doi)

    def _sort_outcomes(self, name_of: Callable[[Outcome], str]) -> dict[str, tuple[Outcome, ...]]:
        named: dict[str, list[Outcome]] = defaultdict(list)
        for _, outcome in self._outcomes_by_name.values():
            if name := name_of(outcome).casefold():
                named[name].append(outcome)
        return {name: tuple(outcomes) for name, outcomes in named.items()}

    @cached_property
    def _successors_by_name(self) -> dict[str, list[Outcome]]:
        successors: dict[str, list[Outcome]] = defaultdict(list)
        for _, outcome in self._outcomes_by_name.values():
            for found in filter(None, map(self.find_outcome, outcome.replaces)):
                successors[f"{found[0].group.id}/{found[1].id}"].append(outcome)
        return successors


def find_start(kind: str, group: str) -> str:
    """Give the pattern of the paths of a kind's records in the folder of a group."""
    return SLOT_OF_KIND[kind].pattern.replace("{group}", group)


def find_dossier_records(dossier: Dossier) -> Iterator[Record]:
    """Give every record of a group as it is filed: its launch and its page first."""
    yield dossier.launch
    yield dossier.page
    if dossier.agreed is not None:
        yield dossier.agreed
    for meeting in dossier.hosted:
        yield meeting.plan
        yield from meeting.filed
    yield from dossier.loose_acts
    yield from dossier.status_updates
    yield from dossier.board_briefs
    for outcome in dossier.outcomes:
        yield outcome.record
        yield from outcome.filed
    yield from dossier.outcome_versions
    yield from dossier.acts
