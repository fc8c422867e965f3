"""What holds of a group on a day, as data: each value, the act that gave it, and the acts that do nothing."""

from collections.abc import Iterator
from typing import Annotated

from scm_site.data.fields import Data, Day, Text, means
from scm_site.records.acts.act import Content
from scm_site.records.acts.holding import Held
from scm_site.records.acts.parts import Founding
from scm_site.records.acts.sentences import write_plain
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
    """What holds of a group on one day, as it was known on another."""

    group: Annotated[Text, means("The group: the name of its folder.")]
    on: Annotated[Day, means("The day for which this holds.")]
    known: Annotated[Day, means("The day up to which records and acts had arrived that count here.")]
    values: Annotated[
        tuple[ValueData, ...], means("Everything that acts can change, in the order of the records.")
    ]
    idle: Annotated[tuple[IdleData, ...], means("Acts that do nothing, each with the reason.")]


def list_values(held: Held[Founding]) -> Iterator[ValueData]:
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


def name_content(content: Content) -> str | None:
    """Write what holds on one line; None where there is nothing."""
    if isinstance(content, Milestone):
        return content.title
    return content.name if isinstance(content, Kpi) else write_plain(content)
