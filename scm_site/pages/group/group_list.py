"""The list of groups, what its cards show, and whether a group takes new participants."""

from datetime import date

from scm_site.days import write_day
from scm_site.pages.frame.labels import STATE_MEANINGS
from scm_site.pages.frame.page import Page
from scm_site.pages.frame.rendering import render_page
from scm_site.pages.frame.sections import GROUPS
from scm_site.pages.frame.site_content import SiteContent
from scm_site.records.dossier import Dossier
from scm_site.records.group import Group
from scm_site.records.outcome_state import OutcomeState
from scm_site.records.state import State, derive_state
from scm_site.records.unknown import known
from scm_site.words import KIND_NAMES


def make_group_list(content: SiteContent) -> Page:
    """Make the list of groups, with filters by kind, state and theme."""
    shown = [(dossier, derive_state(dossier, content.as_of)) for dossier in content.register.dossiers]
    shown.sort(key=lambda pair: (pair[1].is_over, pair[0].group.title.lower()))
    register = content.register
    states = [name for name in STATE_MEANINGS if any(state.name == name for _, state in shown)]
    used = {theme for dossier, _ in shown for theme in dossier.group.themes}
    themes = [theme for theme in register.themes.themes if theme.id in used]
    kinds = [kind for kind in KIND_NAMES if any(dossier.group.kind == kind for dossier, _ in shown)]
    return render_page(
        "groups.html",
        GROUPS.address,
        GROUPS.text,
        description="Every Focus and Discussion group: what it is about, its state, and how to join.",
        cards=[make_card(dossier, state, content) for dossier, state in shown],
        slots={
            "kind": {kind: f"a{number}" for number, kind in enumerate(kinds, start=1)},
            "state": {name: f"b{number}" for number, name in enumerate(states, start=1)},
            "theme": {theme.id: f"c{number}" for number, theme in enumerate(themes, start=1)},
        },
        kind_names=KIND_NAMES,
        themes=themes,
        meanings=STATE_MEANINGS,
    )


def make_card(dossier: Dossier, state: State, content: SiteContent) -> dict[str, object]:
    """Give what a card shows of a group."""
    group = dossier.group
    coming = next((m for m in dossier.meetings if m.date >= content.as_of and not m.cancelled), None)
    return {
        "group": group,
        "state": state,
        "kind_name": KIND_NAMES[group.kind],
        "themes": [content.register.themes.name_of(theme) for theme in group.themes],
        "joining": show_joining(group, state, content.as_of),
        "coming": coming,
        "outcomes": [content.find_state(outcome) for outcome in dossier.outcomes].count(
            OutcomeState.PUBLISHED
        ),
    }


def show_joining(group: Group, state: State, as_of: date) -> str:
    """Say in a few words whether a group takes new participants; nothing where it is not known."""
    joining = known(group.joining)
    if joining is None:
        return ""
    if state.is_over:
        return "No longer"
    if joining.until and is_joining_over(group, as_of):
        return f"No longer: it was open until {write_day(joining.until)}"
    if joining.state == "closed":
        return "Not at present"
    return "Welcome when it was announced" if group.is_reconstructed else "Welcome"


def is_joining_over(group: Group, as_of: date) -> bool:
    """Tell whether the last day for joining has passed."""
    joining = known(group.joining)
    return joining is not None and joining.until is not None and joining.until < as_of
