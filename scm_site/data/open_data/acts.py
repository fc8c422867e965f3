"""Acts as public data: what changed in groups after their launch, each change with both values.

With the groups' first records they tell the whole story: applied in order they give what `groups.json` says of today.
"""

from collections.abc import Iterator
from typing import Annotated

from scm_site.addresses import address_of
from scm_site.data.calendar_entry import make_address
from scm_site.data.fields import Address, Data, Day, Text, means, one_of
from scm_site.data.held import name_content
from scm_site.data.open_data.head import Head
from scm_site.data.open_data.source import Source
from scm_site.reading import ACTS
from scm_site.records.acts.act import Act, Setting
from scm_site.records.acts.sentences import tell_filed_for
from scm_site.records.dossier import Dossier
from scm_site.records.register import Register


class ActChangeData(Data, frozen=True, kw_only=True):
    """One thing that an act sets."""

    name: Annotated[Text, means("What it is, such as `end` or `milestones.draft.due`.")]
    was: Annotated[str | None, means("What it was before, or null where it was not there or is given up.")]
    becomes: Annotated[str | None, means("What it becomes, in words for people; `given up` where it goes.")]


class ActData(Data, frozen=True, kw_only=True):
    """An act: what somebody did in a group after its launch, when, and why."""

    id: Annotated[Text, means("The group's id, and the name of the act: `warm-homes/2026-03-12.amends`.")]
    group: Annotated[Text, means("The group: the name of its folder in `content/groups/`.")]
    kind: Annotated[str, one_of(ACTS), means("What kind of act it is.")]
    day: Annotated[Day, means("The day on which it was done.")]
    arrived: Annotated[
        Day | None, means("The day on which it reached the main branch, or null where that is not known.")
    ]
    what: Annotated[Text, means("What it does, in a sentence.")]
    because: Annotated[
        str, means("Why it was done, in the words of its file; empty where its kind does not say it.")
    ]
    changes: Annotated[tuple[ActChangeData, ...], means("What it sets, in the order of its file.")]
    idle: Annotated[
        str | None,
        means("Why it changes nothing (it was taken back, not agreed to, or contradicts another), or null."),
    ]
    filed_for: Annotated[
        str | None,
        means("For whom an office filed it, when and how it came, in a sentence; null for others."),
    ]
    page: Annotated[Address, means("Where it stands on this site.")]


class ActsDocument(Head, frozen=True, kw_only=True):
    """What changed in groups after their launch: who came and went, amendments, changes of work programmes, calls for
    participants, waivers, pauses, ends, corrections, and what was taken back.
    """

    acts: Annotated[tuple[ActData, ...], means("Every act, by group, the earliest first.")]


def make_acts(source: Source) -> ActsDocument:
    """Make `acts.json`."""
    return ActsDocument(**source.head, acts=tuple(list_acts(source.register)))


def list_acts(register: Register) -> Iterator[ActData]:
    """Give every act, by group, the earliest first."""
    for dossier in register.dossiers:
        for act in dossier.acts:
            yield make_act(act, dossier, register)


def make_act(act: Act, dossier: Dossier, register: Register) -> ActData:
    """Give an act of a group."""
    group = dossier.group.id
    return ActData(
        id=f"{group}/{act.name}",
        group=group,
        kind=act.file.kind,
        day=act.day,
        arrived=dossier.held.arrived.get(act.name),
        what=dossier.held.tell(act),
        because=act.because,
        changes=tuple(map(make_change, act.settings)),
        idle=dossier.held.find_idle(act) or None,
        filed_for=tell_filed_for(act) or None,
        page=make_address(register, address_of(act)),
    )


def make_change(setting: Setting) -> ActChangeData:
    """Give one thing that an act sets."""
    return ActChangeData(
        name=setting.name, was=name_content(setting.was), becomes=name_content(setting.becomes)
    )
