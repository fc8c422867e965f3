"""Every way to a form leads to a page that is there, with a group and a record that the form can take up."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from scm_site.compliance.duties import DUTIES
from scm_site.filing.forms.form_kinds import FORM_KINDS, FORM_OF_KIND
from scm_site.pages.frame.page import Site
from scm_site.pipeline import build
from scm_site.reading import SLOT_OF_KIND, find_slot
from tests.built_sites import EXAMPLE_DAY, BuiltSite
from tests.pages.site_links import list_references

#: A day on which much is open, and a mandate ends soon.
BUSY_DAY = "2026-12-20"
#: Forms by the place of their page.
KINDS = {form.address: form.kind for form in FORM_KINDS}


def list_ways(html: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Give every link of a page to a form with something chosen in it: the form's kind, and what is chosen."""
    for part in html.split('href="')[1:]:
        address = part.partition('"')[0].replace("&amp;", "&")
        parts = urlsplit(address)
        place = parts.path.lstrip("./")
        if place in KINDS and parts.query and not parts.scheme:
            yield KINDS[place], {name: values[0] for name, values in parse_qs(parts.query).items()}


def can_take_up(kind: str, chosen: dict[str, str], facts: dict[str, object]) -> bool:
    """Tell whether what the register gives the form of a group has what is chosen."""
    name, owed, beside = chosen.get("id"), facts["owed"], facts["beside"]
    assert isinstance(owed, dict)
    assert isinstance(beside, dict)
    record = chosen.get("meeting") or chosen.get("outcome")
    if record:
        return record in [one["id"] for one in beside[kind]]
    if name is None:
        return True
    return find_slot(SLOT_OF_KIND[kind].pattern.format(**chosen)) is not None and name in owed[kind]


def make_site(register: Path, day: str) -> Site:
    site = build(register, as_of=date.fromisoformat(day)).site
    assert site is not None
    return site


@pytest.mark.parametrize("day", [EXAMPLE_DAY, BUSY_DAY, "2025-04-01", "2027-06-01"])
def test_each_way_leads_to_a_form_that_takes_it_up(example_history: Path, day: str) -> None:
    site = make_site(example_history, day)
    pages = {page.address: page.html for page in site.pages}
    facts = {asset.path: asset.content for asset in site.assets}
    ways = [(kind, chosen) for html in pages.values() for kind, chosen in list_ways(html)]
    assert ways
    for kind, chosen in ways:
        form = pages[FORM_OF_KIND[kind].address]
        assert set(chosen) <= {"group", "id", "duty", "how", "role", "of", "act", "meeting", "outcome"}
        assert chosen.get("duty", "agenda") in DUTIES
        if "group" in chosen:
            assert f'<option value="{chosen["group"]}">' in form
            known = json.loads(facts[f"file/facts/{chosen['group']}.json"])
            assert known["id"] == chosen["group"]
            assert can_take_up(kind, chosen, known), (kind, chosen)


def test_the_dashboard_leads_to_the_forms_of_what_is_open(example_history: Path) -> None:
    pages = {page.address: page.html for page in make_site(example_history, BUSY_DAY).pages}
    ways = list(list_ways(pages["compliance/"]))
    assert ("status-update", {"group": "warm-homes", "id": "2026-05"}) in ways
    assert ("board-brief", {"group": "warm-homes", "id": "2026-07"}) in ways
    assert ("minutes", {"group": "warm-homes", "meeting": "2026-06-18-handing-over"}) in ways
    assert ("meeting", {"group": "warm-homes"}) in ways
    assert ("outcome", {"group": "warm-homes"}) in ways
    for how in ("completed", "early"):
        assert ("ends", {"group": "warm-homes", "how": how}) in ways
    group = list(list_ways(pages["groups/warm-homes/"]))
    assert ("waives", {"group": "warm-homes", "duty": "board-brief"}) in group
    assert ("board-brief", {"group": "warm-homes", "id": "2026-07"}) in group


def test_the_forge_stays_the_second_way(example_history: Path) -> None:
    html = {page.address: page.html for page in make_site(example_history, BUSY_DAY).pages}["compliance/"]
    name = "Board brief, July 2026, Warm homes, street by street"
    assert html.index(f'aria-label="File it: {name}"') < html.index(f'aria-label="File it on GitHub: {name}"')


def test_from_the_home_page_the_form_is_one_step_away(example_site: BuiltSite) -> None:
    for page in ("index.html", "propose/index.html"):
        leads = [address for _, address in list_references(example_site, page)]
        assert any(address.endswith(("propose/form/", "form/")) for address in leads), page


def test_every_form_is_in_the_list_and_on_its_template(example_site: BuiltSite) -> None:
    listed = {address for _, address in list_references(example_site, "file/index.html")}
    for form in FORM_KINDS:
        assert (f"../{form.address}" if form.kind == "proposal" else f"{form.kind}/") in listed
        leads = {address for _, address in list_references(example_site, f"templates/{form.kind}/index.html")}
        assert f"../../{form.address}" in leads
        assert form.title in example_site.read_text("templates/index.html")
