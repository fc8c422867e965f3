"""The home page, and how to propose a topic."""

from itertools import islice

from scm_site.filing.forge import FORGE_NAMES, make_new_file_address
from scm_site.pages.changes.log_pages import list_news
from scm_site.pages.frame.page import Page
from scm_site.pages.frame.rendering import render_page
from scm_site.pages.frame.sections import PROPOSE
from scm_site.pages.frame.site_content import SiteContent
from scm_site.pages.front.calendar_entries import find_coming, group_by_month, list_entries
from scm_site.pages.group.group_list import make_card
from scm_site.pages.outcome.archive_pages import make_rows
from scm_site.records.state import derive_state
from scm_site.terms.clauses import CLAUSES

COMING_ON_HOME = 3
NEWS_ON_HOME = 5
OUTCOMES_ON_HOME = 4
CARDS_ON_HOME = 12


def make_home_page(content: SiteContent) -> Page:
    """Make the home page: what the groups are, the call for topics, current groups, what comes next."""
    shown = [(dossier, derive_state(dossier, content.as_of)) for dossier in content.register.dossiers]
    current = [make_card(dossier, state, content) for dossier, state in shown if state.is_current]
    uncertain = [make_card(dossier, state, content) for dossier, state in shown if state.name == "not known"]
    coming = [
        entry for entry in find_coming(list_entries(content.register), content.as_of) if not entry.cancelled
    ]
    return render_page(
        "home.html",
        "",
        content.register.settings.site.name,
        description="Focus and Discussion groups of the Smart Cities Marketplace: what they work on, and how to join.",
        has_contents=False,
        cards=current[:CARDS_ON_HOME],
        uncertain=uncertain[:CARDS_ON_HOME],
        hidden=max(len(current) - CARDS_ON_HOME, 0) + max(len(uncertain) - CARDS_ON_HOME, 0),
        all_groups=len(shown),
        outcomes=make_rows(content.archive.published[:OUTCOMES_ON_HOME], {}),
        coming=list(group_by_month(coming[:COMING_ON_HOME])),
        news=list(islice(list_news(content), NEWS_ON_HOME)),
    )


def make_propose_page(content: SiteContent) -> Page:
    """Make the page that tells how to propose a topic: who may, what is asked, what happens next."""
    countries, settings = content.register.countries, content.register.settings
    in_force = countries.find_list(content.as_of)
    eligible = in_force.find_eligible(settings.associated_countries) if in_force else set()
    return render_page(
        "propose.html",
        PROPOSE.address,
        PROPOSE.text,
        description="Who may propose a topic for a group, what is asked, and what happens next.",
        settings=settings,
        days=content.board.days,
        charter=next((one for one in reversed(settings.charter) if one.address), None),
        themes=content.register.themes.themes,
        new_file=make_new_file_address(
            settings.repository, f"content/proposals/{content.as_of.year}-name.md"
        ),
        forge_name=FORGE_NAMES[settings.repository.forge],
        year=content.as_of.year,
        fields=content.schemas.documents["proposal"]["properties"],
        flatten=content.schemas.flatten,
        required=content.schemas.documents["proposal"]["required"],
        eu=[countries.name_of(code) for code in countries.eu],
        associated=sorted(countries.name_of(code) for code in eligible),
        notes=[countries.notes[code] for code in sorted(eligible) if code in countries.notes],
        country_list=in_force,
        clauses=[clause for clause in CLAUSES if clause.id.startswith("C")],
    )
