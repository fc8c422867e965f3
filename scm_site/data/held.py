"""What holds of a group or a record on a day, as data: each value, the act that gave it, and acts that do nothing."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated, Any

from scm_site.data.fields import Data, Day, Text, means
from scm_site.records.acts.act import Act, Content
from scm_site.records.acts.holding import Held
from scm_site.records.acts.parts import OF_GROUP
from scm_site.records.acts.sentences import write_plain
from scm_site.records.dossier import Dossier
from scm_site.records.meeting import Meeting, Minutes
from scm_site.records.unknown import known
from scm_site.records.work_programme import Kpi, Milestone


class ValueData(Data, frozen=True, kw_only=True):
    """One thing that holds, and where it comes from."""

    name: Annotated[Text, means("What it is, such as `end` or `milestones.draft.due`.")]
    value: Annotated[str | None, means("What holds, or null where nothing does.")]
    act: Annotated[Text | None, means("The act that gave it, or null where it is as it was first filed.")]
    was: Annotated[str | None, means("What it was before that act, or null where it was not there.")]
    because: Annotated[str | None, means("Why it was changed, or null where it was not.")]


class IdleData(Data, frozen=True, kw_only=True):
    """An act that does nothing."""

    act: Annotated[Text, means("The name of the act.")]
    why: Annotated[Text, means("Why it does nothing.")]


class HeldDocument(Data, frozen=True, kw_only=True):
    """What holds of a group or of one of its records on one day, as it was known on another."""

    group: Annotated[Text, means("The group: the name of its folder.")]
    record: Annotated[
        Text | None, means("The file of the record, or null where the whole group was asked for.")
    ]
    on: Annotated[Day, means("The day for which this holds.")]
    known: Annotated[Day, means("The day up to which records and acts had arrived that count here.")]
    values: Annotated[
        tuple[ValueData, ...], means("Everything that acts can change, in the order of the records.")
    ]
    idle: Annotated[tuple[IdleData, ...], means("Acts that do nothing, each with the reason.")]


def make_held_document(dossier: Dossier, path: str | None, on: date, known_on: date) -> HeldDocument | None:
    """Give what holds of a group, or of its launch, its work programme or a meeting by the path of the file.

    None where no such record is there on that day.
    """
    shown = choose_values(dossier, path)
    if shown is None:
        return None
    values, held = shown
    return HeldDocument(
        group=dossier.group.id,
        record=path,
        on=on,
        known=known_on,
        values=tuple(values),
        idle=tuple(IdleData(act=one.act.name, why=one.why) for one in held.idle),
    )


def choose_values(dossier: Dossier, path: str | None) -> tuple[Iterable[ValueData], Held[Any]] | None:
    """Give the values of a group or of one of its records, and the acts behind them; None where that is not there."""
    held, programme = dossier.held, dossier.agreed
    if path is None:
        return list_values(held), held
    if path == dossier.launch.file.path:
        return (one for one in list_values(held) if one.name in OF_GROUP), held
    if programme and path == programme.file.path:
        return (one for one in list_values(held) if one.name not in OF_GROUP), held
    meeting = next((one for one in dossier.hosted if one.file.path == path), None)
    return (list_meeting_values(meeting), meeting.held) if meeting else None


def list_values(held: Held[Any]) -> Iterator[ValueData]:
    """Give everything that holds and that acts can change, and what was given up."""
    parts = held.record.cut()
    gone = {step.setting.name: step.setting.becomes for step in held.given_up}
    for name, content in (parts | gone).items():
        if content is None and name not in held.start:
            continue
        last = held.find_last(name)
        shown = name_content(content)
        if shown is not None or last:
            yield ValueData(
                name=name,
                value=shown,
                act=last.known.act.name if last else None,
                was=name_content(last.setting.was) if last else None,
                because=(last.setting.because or last.known.act.because) if last else None,
            )


def list_meeting_values(meeting: Meeting) -> Iterator[ValueData]:
    """Give what holds of a meeting: its day, time and place, and what its agenda, minutes and other acts say."""
    yield from list_values(meeting.held)
    planned = name_content(known(meeting.plan.agenda) or None)
    yield from give(meeting, "agenda", "agenda", known(meeting.agenda) or None, planned)
    yield from give(meeting, "agenda", "to_be_decided", meeting.to_be_decided or None)
    yield from give(meeting, "called-off", "called_off", meeting.cancelled.on if meeting.cancelled else None)
    minutes = meeting.minutes if isinstance(meeting.minutes, Minutes) else None
    yield from give(meeting, "minutes", "minutes", minutes.sent if minutes else None)
    yield from give(meeting, "minutes", "decisions", tuple(one.what for one in meeting.decisions) or None)
    settled = {act.action: act for act in meeting.find_acts("settles")}
    for item in meeting.actions:
        yield from give(meeting, "minutes", f"actions.{item.id}", item.what)
        if act := settled.get(item.id):
            yield make_value(f"actions.{item.id}.result", act.result, act)


def give(
    meeting: Meeting, kind: str, name: str, content: Content, planned: str | None = None
) -> Iterator[ValueData]:
    """Give a value of a meeting with the last act of a kind that gave it, nothing where there is no such value."""
    acts = meeting.find_acts(kind)
    if content is not None:
        yield make_value(name, content, acts[-1] if acts else None, planned if acts else None)


def make_value(name: str, content: Content, act: Act | None, was: str | None = None) -> ValueData:
    """Make one value, with why it was given if its act says so."""
    because = str(act.because) or None if act else None
    return ValueData(
        name=name, value=name_content(content), act=act.name if act else None, was=was, because=because
    )


def name_content(content: Content) -> str | None:
    """Write what holds on one line; None where there is nothing."""
    if isinstance(content, Milestone):
        return content.title
    return content.name if isinstance(content, Kpi) else write_plain(content)
