"""Everything that was read becomes one register, and what does not fit becomes findings."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Any, TypeVar

from scm_site.findings import Finding
from scm_site.reading import (
    MOST_KEPT,
    SLOT_OF_KIND,
    Attachment,
    BrokenFile,
    ParsedFile,
    Reading,
    Syntax,
    ValuePath,
)
from scm_site.records.acts.act import Act
from scm_site.records.acts.decided import Decided
from scm_site.records.acts.facts import list_facts, put_facts
from scm_site.records.acts.holding import holds
from scm_site.records.acts.known import Known
from scm_site.records.acts.parts import Founding
from scm_site.records.acts.setting_aside import find_slips, list_standing
from scm_site.records.dossier import Dossier
from scm_site.records.event import Event
from scm_site.records.group import GroupPage, Launch
from scm_site.records.making import find_id, make_file, make_raw_file, make_record
from scm_site.records.meeting import MeetingPlan
from scm_site.records.meeting_making import make_meetings
from scm_site.records.memberships import make_group
from scm_site.records.outcome import OutcomeRecord, OutcomeVersion
from scm_site.records.outcome_making import make_outcomes
from scm_site.records.proposal import Proposal
from scm_site.records.record_file import Record, RecordFile
from scm_site.records.register import Register
from scm_site.records.reports import BoardBrief, StatusUpdate
from scm_site.records.schema_check import check_shape
from scm_site.records.schemas import Schemas
from scm_site.records.unfinished import find_over_long, find_thin_texts
from scm_site.records.work_programme import WorkProgramme

T = TypeVar("T", bound=Record)
Item = TypeVar("Item")

#: Where git was not asked when acts arrived.
NOTHING_KNOWN: Mapping[str, date | None] = MappingProxyType({})


def make_register(reading: Reading, schemas: Schemas) -> tuple[Register, list[Finding]]:
    """Make a record of each file that fits its schema; give the register, and a finding for each misfit."""
    findings: list[Finding] = []
    records: list[Record] = []
    files = [make_raw_file(file) for file in reading.broken if file.text]
    broken = {(file.kind, file.ids.get("group", ""), find_id(file.kind, file.ids)) for file in reading.broken}
    for file in reading.files:
        record_file, record, misfits = make_one(file, schemas)
        files.append(record_file)
        if record:
            records.append(record)
        else:
            findings.extend(misfits)
            broken.add((file.kind, record_file.group, record_file.id))
    return assemble(records, files, reading, frozenset(broken)), findings


@lru_cache(maxsize=MOST_KEPT)
def make_one(file: ParsedFile, schemas: Schemas) -> tuple[RecordFile, Record | None, tuple[Finding, ...]]:
    """Give what rules on texts look at, and either the file's record or what does not fit."""
    data = gather_data(file)
    misfits = tuple(check_shape(file, data, schemas))
    record_file = find_thin(make_file(file, data), misfits, schemas)
    return record_file, None if misfits else make_record(record_file), misfits


def find_thin(file: RecordFile, misfits: Iterable[Finding], schemas: Schemas) -> RecordFile:
    """Give the file with its thin texts, less those of which something else is said already, and those over limits."""
    said = {finding.place for finding in misfits}
    data = dict(file.data)
    thin = (text for text in find_thin_texts(file.kind, data, schemas) if file.place(*text.field) not in said)
    return replace(file, thin=tuple(thin), over_long=find_over_long(file.kind, data, schemas))


def gather_data(file: ParsedFile) -> dict[str, Any]:
    """Give a file's fields; in a Markdown file with `text`, what stands below them."""
    if SLOT_OF_KIND[file.kind].syntax == Syntax.MARKDOWN:
        return {**file.data, "text": file.body}
    return file.data


def assemble(
    records: list[Record],
    files: list[RecordFile],
    reading: Reading,
    broken: frozenset[tuple[str, str, str]],
) -> Register:
    """Put records where they belong: singles, events, proposals, and one dossier for each group."""
    by_group = sort_by_group(records, lambda record: record.file.group)
    attached = [*reading.attachments, *find_listed(records, reading.broken)]
    attachments = sort_by_group(attached, lambda attachment: attachment.group)
    loose = by_group.pop("", [])
    whole = {group for group, filed in by_group.items() if {Launch, GroupPage} <= set(map(type, filed))}
    invited = find_invited(by_group)
    sittings = tuple(sorted(pick(loose, Decided), key=lambda one: (one.day, one.name)))
    return Register(
        singles={
            record.file.kind: record for record in loose if not isinstance(record, (Event, Proposal, Decided))
        },
        events=tuple(sorted(pick(loose, Event), key=lambda event: (event.date, event.id))),
        proposals=decide(pick(loose, Proposal), sittings),
        sittings=sittings,
        dossiers=tuple(
            make_dossier([*by_group[group], *invited[group]], tuple(attachments.get(group, ())))
            for group in sorted(whole)
        ),
        orphans=gather_lost(by_group, whole),
        lost_attachments=gather_lost(attachments, whole),
        files=tuple(sorted(files, key=lambda file: file.path)),
        broken=broken,
        paths=find_paths(reading),
        unread=reading.unread,
    )


def decide(proposals: Iterable[Proposal], sittings: Iterable[Decided]) -> tuple[Proposal, ...]:
    """Give proposals by their days; what the last sitting says that agreed to one takes the place of its own words."""
    told = {one.id: one for one in proposals}
    for sitting in sittings:
        for number, decided in enumerate(sitting.decisions):
            proposal = told.get(decided.proposal)
            if proposal and decided.is_agreed:
                where: dict[ValuePath, tuple[RecordFile, ValuePath]] = {
                    ("decision",): (sitting.file, ("decisions", number))
                }
                told[proposal.id] = replace(
                    proposal,
                    decision=sitting.make_decision(decided),
                    file=replace(proposal.file, elsewhere={**proposal.file.elsewhere, **where}),
                )
    return tuple(sorted(told.values(), key=lambda proposal: (proposal.date, proposal.id)))


def sort_by_group(items: Iterable[Item], group_of: Callable[[Item], str]) -> dict[str, list[Item]]:
    """Give items by the group in whose folder they are, `""` for none; the groups by id."""
    sorted_: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        sorted_[group_of(item)].append(item)
    return dict(sorted(sorted_.items()))


def find_invited(by_group: Mapping[str, list[Record]]) -> Mapping[str, list[Record]]:
    """Give the records of meetings and outcomes that a group has with others, and which stand with another group."""
    invited: dict[str, list[Record]] = defaultdict(list)
    for host, filed in by_group.items():
        acts = pick(filed, Act)
        for plan in pick(filed, MeetingPlan):
            share(invited, host, plan.groups, [plan, *(act for act in acts if act.meeting == plan.id)])
        for outcome in pick(filed, OutcomeRecord):
            share(
                invited, host, outcome.groups, [outcome, *(act for act in acts if act.outcome == outcome.id)]
            )
    return invited


def share(invited: dict[str, list[Record]], host: str, groups: Iterable[str], records: list[Record]) -> None:
    """Put records beside those of other groups that they name."""
    for group in dict.fromkeys(groups):
        if group != host:
            invited[group] += records


def gather_lost(by_group: Mapping[str, list[Item]], whole: set[str]) -> tuple[Item, ...]:
    """Give what is filed in the folders of groups whose own record is broken or missing."""
    return tuple(item for group, items in by_group.items() if group not in whole for item in items)


def find_paths(reading: Reading) -> frozenset[str]:
    """Give the path of every file that is or should be a record."""
    broken = {file.path for file in reading.broken if file.kind in SLOT_OF_KIND}
    return frozenset({file.path for file in reading.files} | broken)


def find_listed(records: list[Record], broken: Iterable[BrokenFile]) -> Iterator[Attachment]:
    """Give the refused files beside an outcome that it lists: they are there, and refusing them is said already."""
    listed = {
        (outcome.file.group, outcome.id, file.file)
        for outcome in pick(records, OutcomeRecord)
        for file in outcome.files
    }
    for file in broken:
        if file.kind not in SLOT_OF_KIND:
            group, outcome, name = file.ids["group"], file.ids["id"], file.ids["name"]
            if (group, outcome, name) in listed:
                yield Attachment(path=file.path, group=group, outcome=outcome, size=0)


def make_dossier(
    filed: list[Record],
    attachments: tuple[Attachment, ...],
    day: date = date.max,
    arrived: Mapping[str, date | None] = NOTHING_KNOWN,
) -> Dossier:
    """Make a group's dossier of the records in its folder, with its launch and its page among them.

    What holds of them is made for a day, by the acts among the records. `arrived` gives the day on which each of these
    arrived, by its path; where that is not known, the day done stands for it.
    """
    launch, page = pick(filed, Launch)[0], pick(filed, GroupPage)[0]
    acts = sort_by_day(pick(filed, Act))
    known = [Known(act=act, arrived=arrived.get(act.file.path)) for act in acts]
    standing = sort_by_day(list_standing([one for one in known if not one.act.of_what]))
    founding = Founding(
        group=make_group(launch, page, standing),
        work_programme=next(iter(pick(filed, WorkProgramme)), None),
        facts=list_facts(launch),
    )
    known.sort(key=lambda one: one.since)
    of_meetings = [one for one in known if one.act.meeting]
    of_outcomes = [one for one in known if one.act.outcome]
    of_group = [one for one in known if not one.act.of_what]
    slips = find_slips(founding.cut(), of_group)
    if slips:
        founding = replace(founding, group=make_group(put_facts(launch, slips), page, standing))
    held = holds(founding, of_group, day)
    meetings, loose = make_meetings(pick(filed, MeetingPlan), of_meetings, day)
    outcomes, beside_none = make_outcomes(pick(filed, OutcomeRecord), of_outcomes, day)
    return Dossier(
        held=replace(
            held,
            roles={one.id: one.role for one in (*founding.group.acting, *founding.group.members) if one.id},
        ),
        launch=launch,
        page=page,
        acts=tuple(act for act in acts if not act.of_what),
        meetings=meetings,
        invited=tuple(record for record in filed if record.file.group != founding.group.id),
        loose_acts=(*loose, *beside_none),
        status_updates=tuple(sorted(pick(filed, StatusUpdate), key=lambda update: (update.date, update.id))),
        board_briefs=tuple(sorted(pick(filed, BoardBrief), key=lambda brief: (brief.date, brief.id))),
        outcomes=tuple(one for one in outcomes if one.file.group == founding.group.id),
        shared_outcomes=tuple(one for one in outcomes if one.file.group != founding.group.id),
        outcome_versions=tuple(sorted(pick(filed, OutcomeVersion), key=lambda version: version.file.path)),
        attachments=attachments,
    )


def sort_by_day(acts: Iterable[Act]) -> list[Act]:
    """Give acts by the days on which they were done."""
    return sorted(acts, key=lambda act: (act.day, act.name))


def pick(records: Iterable[Record], record_type: type[T]) -> list[T]:
    """Give the records of one type, in their order."""
    return [record for record in records if isinstance(record, record_type)]
