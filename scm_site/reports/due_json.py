"""What is due, for programs: one JSON document, version 1."""

import json
from typing import TypedDict

from scm_site.filing.ways_out import WayOut
from scm_site.reports.due_list import DueBlock, DueGroup, DueItem, DueList, EndingMandate, OpenAnswer

VERSION = 1


class JsonItem(TypedDict):
    """One thing to do; `days` are those until it is due, negative when that day is past.

    `form` is the page of the site that makes the file from plain answers, `link` the forge's page for the file itself.
    """

    duty: str
    title: str
    clause: str
    period: str
    label: str
    due: str
    days: int
    state: str
    file: str
    form: str | None
    link: str | None
    why: str


class JsonGroup(TypedDict):
    """What a role owes in a group; `over`: left open when the group ended."""

    group: str
    title: str
    over: bool
    accounts: list[str]
    items: list[JsonItem]


class JsonBlock(TypedDict):
    """What a role owes."""

    role: str
    groups: list[JsonGroup]


class JsonCompanion(TypedDict):
    """A file that changes in the same pull request; `link` is the forge's page that edits it."""

    file: str
    what: str
    link: str | None


class JsonWay(TypedDict):
    """A way out of a mandate that ends; `together` are the files that change along with its own."""

    title: str
    what: str
    file: str
    form: str | None
    link: str | None
    together: list[JsonCompanion]


class JsonMandate(TypedDict):
    """A mandate that ends or has ended; `days` are those left."""

    group: str
    title: str
    state: str
    last_day: str
    days: int
    latest: str | None
    ways: list[JsonWay]


class JsonAnswer(TypedDict):
    """What waits for an answer longer than agreed."""

    approver: str
    title: str
    since: str
    days: int
    limit: int
    file: str
    link: str | None


def render_due_json(due: DueList) -> str:
    """Give one JSON document, in ASCII so that it survives any terminal."""
    document = {
        "version": VERSION,
        "as_of": due.as_of.isoformat(),
        "within": due.within,
        "unknown": due.unknown,
        "gap": due.gap,
        "blocks": [make_block(block) for block in due.blocks],
        "mandates": [make_mandate(ending) for ending in due.mandates],
        "answers": [make_answer(answer) for answer in due.answers],
    }
    return json.dumps(document, indent=2) + "\n"


def make_block(block: DueBlock) -> JsonBlock:
    """Give what a role owes as plain data."""
    return JsonBlock(role=block.role, groups=[make_group(group) for group in block.groups])


def make_group(group: DueGroup) -> JsonGroup:
    """Give what is owed in a group as plain data."""
    return JsonGroup(
        group=group.dossier.group.id,
        title=group.dossier.group.title,
        over=group.is_over,
        accounts=list(group.accounts),
        items=[make_item(item) for item in group.items],
    )


def make_item(item: DueItem) -> JsonItem:
    """Give one thing to do as plain data."""
    standing, duty = item.standing, item.standing.duty
    return JsonItem(
        duty=duty.id,
        title=duty.title,
        clause=duty.clause,
        period=standing.owed.period,
        label=standing.owed.label,
        due=item.due.isoformat(),
        days=item.days,
        state=standing.state.value,
        file=item.closing.path,
        form=item.form or None,
        link=item.closing.address or None,
        why=standing.why,
    )


def make_mandate(ending: EndingMandate) -> JsonMandate:
    """Give a mandate that ends as plain data."""
    mandate = ending.mandate
    return JsonMandate(
        group=mandate.dossier.group.id,
        title=mandate.dossier.group.title,
        state=mandate.state.name,
        last_day=mandate.last_day.isoformat(),
        days=mandate.days,
        latest=mandate.latest.isoformat() if mandate.latest else None,
        ways=[make_way(way, form) for way, form in ending.ways],
    )


def make_way(way: WayOut, form: str) -> JsonWay:
    """Give a way out as plain data."""
    return JsonWay(
        title=way.title,
        what=way.what,
        file=way.path,
        form=form or None,
        link=way.address or None,
        together=[
            JsonCompanion(file=one.path, what=one.what, link=one.address or None) for one in way.companions
        ],
    )


def make_answer(answer: OpenAnswer) -> JsonAnswer:
    """Give what waits for an answer as plain data."""
    wait = answer.wait
    return JsonAnswer(
        approver=wait.approver,
        title=answer.title,
        since=wait.since.isoformat(),
        days=wait.days,
        limit=wait.limit,
        file=wait.record.file.path,
        link=answer.address or None,
    )
