"""A small made-up site with every component, and with texts that try to get out of theirs."""

from datetime import date
from pathlib import Path

from scm_site.pages.frame.page import Asset, Crumb, Heading, Page, Site

SAMPLE = Path(__file__).parent / "sample"

#: Text that would run if any place took it for HTML.
HOSTILE = (
    "</title><script>alert(1)</script>",
    '"><img src=x onerror=alert(2)>',
    "&lt;script&gt;alert(3)&lt;/script&gt;",
    "{{ 7 * 7 }} {% raw %} [x](javascript:alert(4))",
)


def make_site() -> Site:
    """Give the sample site, computed for a fixed day."""
    return Site(
        name="Focus and Discussion groups",
        pages=(make_home(), make_groups(), make_group(), *make_hostile_pages()),
        assets=(Asset(path="data/groups.json", content=b"{}\n"),),
        menu=(
            Crumb(text="Home", address=""),
            Crumb(text="Groups", address="groups/"),
            Crumb(text="Proposals", address="hostile-0/"),
            Crumb(text="Meetings and events", address="hostile-1/"),
            Crumb(text="How it works", address="how-it-works/"),
        ),
        footer=(
            Crumb(text="Accessibility", address="how-it-works/"),
            Crumb(text="Privacy", address="hostile-2/"),
            Crumb(text="Legal notice", address="hostile-3/"),
        ),
        managed_by="the Smart Cities Marketplace",
        repository="https://forge.example/scm/register",
        as_of=date(2026, 11, 22),
        commit="0123456789abcdef0123456789abcdef01234567",
        edit_address="https://forge.example/scm/register/edit/main/",
    )


def read_sample(name: str, **values: object) -> str:
    """Give a piece of HTML from the folder sample/, filled in."""
    return (SAMPLE / f"{name}.html").read_text(encoding="utf-8").format(**values)


def make_cards(address: str) -> str:
    return (
        read_sample(
            "card",
            slots="a1 b1 c1",
            kind="Focus group",
            tone="ok",
            state="Active",
            address=address,
            title="Deep retrofitting",
            text="Renovating whole districts so that they need far less energy.",
        )
        + read_sample(
            "card",
            slots="a2 b2 c2",
            kind="Discussion group",
            tone="none",
            state="Ended",
            address=address,
            title="Small giants",
            text="Smaller cities with large ambitions compare what worked for them.",
        )
        + read_sample(
            "card",
            slots="a1 b3 c2",
            kind="Focus group",
            tone="due",
            state="Brief due",
            address=address,
            title="Positive energy districts and everything that a long title can do to a card",
            text="Short.",
        )
    )


def make_home() -> Page:
    return Page(
        address="",
        title="Home",
        description="Groups of cities & their results",
        html=read_sample("home", cards=make_cards("groups/deep-retrofitting/")),
    )


def make_groups() -> Page:
    return Page(
        address="groups/",
        title="Groups",
        crumbs=(Crumb(text="Home", address=""),),
        html=read_sample("groups", cards=make_cards("deep-retrofitting/")),
    )


def make_group() -> Page:
    tones = ("ok", "due", "late", "info", "none")
    rows = "".join(
        read_sample("row", n=number, tone=tone, word=tone.capitalize())
        for number, tone in enumerate(tones, start=1)
    )
    return Page(
        address="groups/deep-retrofitting/",
        title="Deep retrofitting",
        description="Renovating whole districts",
        crumbs=(Crumb(text="Home", address=""), Crumb(text="Groups", address="groups/")),
        record="content/groups/deep-retrofitting/launch.md",
        changed=date(2026, 5, 1),
        headings=(
            Heading(anchor="facts", text="At a glance"),
            Heading(
                anchor="plan",
                text="Work programme & timeline",
                below=(Heading(anchor="table", text="Milestones"),),
            ),
            Heading(anchor="members", text="Members"),
            Heading(anchor="outcomes", text="Outcomes"),
            Heading(anchor="sources", text="Sources"),
        ),
        html=read_sample("group", rows=rows),
    )


def make_hostile_pages() -> tuple[Page, ...]:
    return tuple(
        Page(
            address=f"hostile-{number}/",
            title=text,
            description=text,
            crumbs=(Crumb(text=text, address="groups/"),),
            headings=(Heading(anchor="one", text=text), Heading(anchor="two", text="Two")),
            record=f"content/{text}.md",
            lang="fr" if number == 0 else "en",
            html='<h1 id="t">A title</h1><h2 id="one">One</h2><p>Text.</p><h2 id="two">Two</h2><p>Text.</p>',
        )
        for number, text in enumerate(HOSTILE)
    )
