"""An outcome as it holds on a day: its record, and the acts beside it that were done by then."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from datetime import date

from scm_site.reading import ValuePath
from scm_site.records.acts.act import Act
from scm_site.records.acts.holding import holds
from scm_site.records.acts.known import Known
from scm_site.records.acts.of_outcomes import (
    Controlled,
    Delivers,
    NewVersion,
    Published,
    Replaces,
    Shown,
    WithdrawsOutcome,
)
from scm_site.records.acts.setting_aside import list_known_standing
from scm_site.records.outcome import DescribedOutcome, Outcome, OutcomeRecord, QualityControl, VersionNote
from scm_site.records.record_file import RecordFile, Withdrawn

#: What a record itself tells of an outcome's course: its first delivery, and why nobody knows what came then.
UNKNOWN = ("delivered", "quality_control", "published")

#: Where a field of an outcome stands: by its path, the file of an act and the field in that.
Stands = dict[ValuePath, tuple[RecordFile, ValuePath]]


def make_outcomes(
    records: Iterable[OutcomeRecord], acts: Sequence[Known], day: date = date.max
) -> tuple[tuple[Outcome, ...], tuple[Act, ...]]:
    """Give the outcomes as they hold on a day, and the acts in whose folder there is none.

    `acts` are those of all outcomes, in the order in which they arrived.
    """
    of_folder = defaultdict[str, list[Known]](list)
    for known in acts:
        of_folder[known.act.file.path.rpartition("/")[0]].append(known)
    made = tuple(make_outcome(record, of_folder.pop(record.folder, []), day) for record in records)
    return made, tuple(known.act for left in of_folder.values() for known in left)


def make_outcome(record: OutcomeRecord, acts: Sequence[Known], day: date = date.max) -> Outcome:
    """Give an outcome as it holds on a day."""
    held = holds(record, acts, day)
    done = [known for known in list_known_standing(acts) if known.works_from <= day]
    standing = tuple(known.act for known in sorted(done, key=lambda one: (one.act.day, one.act.name)))
    told = {one.name: getattr(record, one.name) for one in fields(DescribedOutcome)}
    told |= {name: getattr(record, name) for name in UNKNOWN}
    stands: Stands = {}
    for name, value, place in list_told(record, standing):
        told[name] = value
        stands |= place
    file = replace(record.file, elsewhere={**record.file.elsewhere, **stands}) if stands else record.file
    return Outcome(
        **told | {"file": file},
        record=record,
        acts=standing,
        filed=tuple(known.act for known in acts),
        held=held,
    )


def list_told(record: OutcomeRecord, acts: Sequence[Act]) -> Iterator[tuple[str, object, Stands]]:
    """Give what acts tell of an outcome: each field with its value, and the places where that stands."""
    delivered = [act for act in acts if isinstance(act, Delivers)]
    if delivered and not isinstance(record.delivered, date):
        yield "delivered", delivered[0].day, {("delivered",): (delivered[0].file, ())}
    for act in acts:
        if isinstance(act, Controlled):  # the last one holds
            control = QualityControl(on=act.day, by=act.by, result=act.result, remarks=act.remarks)
            whole: Stands = {("quality_control",): (act.file, ()), ("quality_control", "on"): (act.file, ())}
            yield "quality_control", control, whole
        elif isinstance(act, WithdrawsOutcome):
            place: Stands = {("withdrawn",): (act.file, ()), ("withdrawn", "on"): (act.file, ())}
            yield "withdrawn", Withdrawn(on=act.day, reason=act.because), place
    published = next((act for act in acts if isinstance(act, Published)), None)
    if published:
        yield "published", published.public_on, {("published",): (published.file, ("on",))}
        yield "identifier", published.identifier, {("identifier",): (published.file, ("identifier",))}
    yield from list_several(acts)
    yield from list_versions(record, acts, published)


def list_several(acts: Sequence[Act]) -> Iterator[tuple[str, object, Stands]]:
    """Give what each act of a kind adds to: the events at which it was shown, and the outcomes that it replaces."""
    shown = list({act.at: act for act in reversed(acts) if isinstance(act, Shown)}.values())[::-1]
    if shown:
        places: Stands = {("shown_at", at): (act.file, ("at",)) for at, act in enumerate(shown)}
        yield "shown_at", tuple(act.at for act in shown), places
    named = [
        (name, act.file, number)
        for act in acts
        if isinstance(act, Replaces)
        for number, name in enumerate(act.outcomes)
    ]
    if named:
        places = {
            ("replaces", at): (file, ("outcomes", number)) for at, (_, file, number) in enumerate(named)
        }
        yield "replaces", tuple(name for name, _, _ in named), places


def list_versions(
    record: OutcomeRecord, acts: Sequence[Act], published: Published | None
) -> Iterator[tuple[str, object, Stands]]:
    """Give the version that holds, and what readers are told of each, the newest first."""
    raised = [
        act for act in acts if isinstance(act, Delivers | NewVersion) and not getattr(act, "language", "")
    ]
    if raised:
        yield "version", raised[-1].version, {("version",): (raised[-1].file, ("version",))}
    notes = [
        (VersionNote(version=act.version, on=act.day, changes=act.changes), act.file)
        for act in raised
        if isinstance(act, NewVersion)
    ]
    if published and published.note:
        before = [act.version for act in raised if (act.day, 0) <= (published.day, 0)]
        first = next(iter(before[-1:]), record.version)
        note = VersionNote(version=first, on=published.public_on, changes=published.note)
        notes = [(note, published.file), *notes]
    if notes:
        places: Stands = {("versions", at): (file, ()) for at, (_, file) in enumerate(reversed(notes))}
        yield "versions", tuple(note for note, _ in reversed(notes)), places
