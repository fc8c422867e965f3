"""The list of duties, and a page for each from its docstring."""

from collections.abc import Iterator

from scm_site.compliance.duties import DUTIES
from scm_site.compliance.duty import Duty
from scm_site.compliance.standing import MEANINGS
from scm_site.pages.compliance.shown_standings import STANDING_TONES
from scm_site.pages.frame.page import Page
from scm_site.pages.frame.rendering import render_page
from scm_site.pages.frame.sections import DUTY_LIST
from scm_site.records.settings import Days
from scm_site.terms.clauses import CLAUSES
from scm_site.texts.markdown import render_markdown


def make_duty_pages(days: Days) -> Iterator[Page]:
    """Make the list of duties with what their states mean, and a page for each; `days` are those of the settings."""
    yield render_page(
        "duties.html",
        DUTY_LIST.address,
        DUTY_LIST.text,
        description="What the Terms of Reference ask of Focus groups at a time: who, when, and what shows it.",
        duties=list(DUTIES.values()),
        days=days,
        meanings=[(state, meaning, STANDING_TONES[state]) for state, meaning in MEANINGS.items()],
        searchable=False,
    )
    for duty in DUTIES.values():
        yield make_duty_page(duty, days)


def make_duty_page(duty: Duty, days: Days) -> Page:
    """Make the page of a duty: why it is there, when it falls due, what meets it, which clauses it answers."""
    return render_page(
        "duty.html",
        f"{DUTY_LIST.address}{duty.id}/",
        f"Duty: {duty.title}",
        description=f"When the duty “{duty.title}” falls due, and how it is met.",
        crumbs=(DUTY_LIST,),
        duty=duty,
        days=days,
        explanation=render_markdown(duty.explanation).html,
        meet=render_markdown(duty.meet).html,
        clauses=[clause for clause in CLAUSES if clause.id in duty.clauses],
        searchable=False,
    )
