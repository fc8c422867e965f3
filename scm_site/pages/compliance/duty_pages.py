"""The list of duties, and a page for each from its docstring."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from scm_site.compliance.duties import DUTIES
from scm_site.compliance.duty import Duty
from scm_site.compliance.standing import MEANINGS
from scm_site.pages.compliance.shown_standings import STANDING_TONES
from scm_site.pages.frame.page import Page
from scm_site.pages.frame.rendering import render_page
from scm_site.pages.frame.sections import DUTY_LIST
from scm_site.pages.frame.site_content import SiteContent
from scm_site.records.schemas import Schema
from scm_site.records.settings import Days, list_entries
from scm_site.terms.clauses import CLAUSES
from scm_site.texts.markdown import render_markdown


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownNumber:
    """A number of days of the settings: its name, what it says, its clauses, and its values, the newest first.

    Each value comes with the day from which it holds, None for the first, and where that is written, if it is.
    """

    name: str
    schema: Schema
    values: tuple[tuple[int, date | None, str], ...]


def make_duty_pages(content: SiteContent) -> Iterator[Page]:
    """Make the list of duties with what their states mean and the numbers they go by, and a page for each."""
    days, numbers = content.board.days, {one.name: one for one in list_numbers(content)}
    yield render_page(
        "duties.html",
        DUTY_LIST.address,
        DUTY_LIST.text,
        description="What the Terms of Reference ask of Focus groups at a time: who, when, and what shows it.",
        duties=list(DUTIES.values()),
        days=days,
        numbers=list(numbers.values()),
        meanings=[(state, meaning, STANDING_TONES[state]) for state, meaning in MEANINGS.items()],
        searchable=False,
    )
    for duty in DUTIES.values():
        yield make_duty_page(duty, days, numbers.get(duty.setting))


def list_numbers(content: SiteContent) -> Iterator[ShownNumber]:
    """Give every number of days that the Terms of Reference leave open, as the settings have it."""
    spans, numbers = content.board.spans, content.register.settings.days
    for name in Days.__dataclass_fields__:
        values = [(getattr(span.days, name), span.first) for span in spans]
        changed = [values[0], *(now for before, now in pairwise(values) if now[0] != before[0])]
        sources = {one.from_: one.source for one in list_entries(numbers.get(name, values[0][0]))}
        yield ShownNumber(
            name=name,
            schema=content.schemas.find_field("settings", ("days", name)),
            values=tuple(
                (value, None if first == date.min else first, sources.get(first, ""))
                for value, first in reversed(changed)
            ),
        )


def make_duty_page(duty: Duty, days: Days, number: ShownNumber | None) -> Page:
    """Make the page of a duty: why it is there, when it falls due, what meets it, which clauses it answers."""
    return render_page(
        "duty.html",
        f"{DUTY_LIST.address}{duty.id}/",
        f"Duty: {duty.title}",
        description=f"When the duty “{duty.title}” falls due, and how it is met.",
        crumbs=(DUTY_LIST,),
        duty=duty,
        days=days,
        number=number,
        explanation=render_markdown(duty.explanation).html,
        meet=render_markdown(duty.meet).html,
        clauses=[clause for clause in CLAUSES if clause.id in duty.clauses],
        searchable=False,
    )
