"""What is due, for programs: one JSON document, version 1."""

from typing import Final, Literal

from scm_site.data.fields import Count, Data, Day
from scm_site.data.json_document import render_ascii_json
from scm_site.filing.ways_out import WayOut
from scm_site.reports.due_list import DueBlock, DueGroup, DueItem, DueList, EndingMandate, OpenAnswer

VERSION: Final = 1


class JsonItem(Data, frozen=True, kw_only=True):
    """One thing to do; `days` are those until it is due, negative when that day is past.

    `form` is the page of the site that makes the file from plain answers, `link` the forge's page for the file itself.
    """

    duty: str
    title: str
    clause: str
    period: str
    label: str
    due: Day
    days: int
    state: str
    file: str
    form: str | None
    link: str | None
    why: str


class JsonGroup(Data, frozen=True, kw_only=True):
    """What a role owes in a group; `over`: left open when the group ended."""

    group: str
    title: str
    over: bool
    accounts: tuple[str, ...]
    items: tuple[JsonItem, ...]


class JsonBlock(Data, frozen=True, kw_only=True):
    """What is due for everybody in one role, by group."""

    role: str
    groups: tuple[JsonGroup, ...]


class JsonCompanion(Data, frozen=True, kw_only=True):
    """A file that changes in the same pull request; `link` is the forge's page that edits it."""

    file: str
    what: str
    link: str | None


class JsonWay(Data, frozen=True, kw_only=True):
    """A way out of a mandate that ends; `together` are the files that change along with its own."""

    title: str
    what: str
    file: str
    form: str | None
    link: str | None
    together: tuple[JsonCompanion, ...]


class JsonMandate(Data, frozen=True, kw_only=True):
    """A mandate that ends or has ended; `days` are those left."""

    group: str
    title: str
    state: str
    last_day: Day
    days: int
    latest: Day | None
    ways: tuple[JsonWay, ...]


class JsonAnswer(Data, frozen=True, kw_only=True):
    """What waits for an answer longer than agreed."""

    approver: str
    title: str
    since: Day
    days: int
    limit: int
    file: str
    link: str | None


class JsonDueList(Data, frozen=True, kw_only=True):
    """Everything that is due within some days of a day, or was due before it."""

    version: Literal[1]
    as_of: Day
    within: Count
    unknown: Count
    gap: str
    blocks: tuple[JsonBlock, ...]
    mandates: tuple[JsonMandate, ...]
    answers: tuple[JsonAnswer, ...]


def render_due_json(due: DueList) -> str:
    """Give one JSON document, in ASCII so that it survives any terminal."""
    document = JsonDueList(
        version=VERSION,
        as_of=due.as_of,
        within=due.within,
        unknown=due.unknown,
        gap=due.gap,
        blocks=tuple(map(make_block, due.blocks)),
        mandates=tuple(map(make_mandate, due.mandates)),
        answers=tuple(map(make_answer, due.answers)),
    )
    return render_ascii_json(document)


def make_block(block: DueBlock) -> JsonBlock:
    """Give the block of one role, with a group for each that owes something."""
    return JsonBlock(role=block.role, groups=tuple(map(make_group, block.groups)))


def make_group(group: DueGroup) -> JsonGroup:
    """Give what is owed in a group."""
    return JsonGroup(
        group=group.dossier.group.id,
        title=group.dossier.group.title,
        over=group.is_over,
        accounts=group.accounts,
        items=tuple(map(make_item, group.items)),
    )


def make_item(item: DueItem) -> JsonItem:
    """Give what is due: the duty, by when, and the file and form that close it."""
    standing, duty = item.standing, item.standing.duty
    return JsonItem(
        duty=duty.id,
        title=duty.title,
        clause=duty.clause,
        period=standing.owed.period,
        label=standing.owed.label,
        due=item.due,
        days=item.days,
        state=standing.state.value,
        file=item.closing.path,
        form=item.form or None,
        link=item.closing.address or None,
        why=standing.why,
    )


def make_mandate(ending: EndingMandate) -> JsonMandate:
    """Give a mandate that ends."""
    mandate = ending.mandate
    return JsonMandate(
        group=mandate.dossier.group.id,
        title=mandate.dossier.group.title,
        state=mandate.state.name,
        last_day=mandate.last_day,
        days=mandate.days,
        latest=mandate.latest,
        ways=tuple(make_way(way, form) for way, form in ending.ways),
    )


def make_way(way: WayOut, form: str) -> JsonWay:
    """Give a way out of a mandate, with the address of its form or ""."""
    return JsonWay(
        title=way.title,
        what=way.what,
        file=way.path,
        form=form or None,
        link=way.address or None,
        together=tuple(
            JsonCompanion(file=one.path, what=one.what, link=one.address or None) for one in way.companions
        ),
    )


def make_answer(answer: OpenAnswer) -> JsonAnswer:
    """Give what waits for an answer."""
    wait = answer.wait
    return JsonAnswer(
        approver=wait.approver,
        title=answer.title,
        since=wait.since,
        days=wait.days,
        limit=wait.limit,
        file=wait.record.file.path,
        link=answer.address or None,
    )
