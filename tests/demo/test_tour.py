"""The tour leads to each kind of page, state, standing, duty and answer that there is."""

from collections.abc import Collection
from pathlib import Path
from typing import get_args

import pytest

from scm_site.approval.states import AuditState
from scm_site.compliance.duties import DUTIES
from scm_site.compliance.standing import StandingState
from scm_site.pages.site import __file__ as PAGES
from scm_site.records.outcome_state import OutcomeState
from scm_site.records.state import StateName
from tests.built_sites import BuiltSite
from tests.demo.tour import Stop, list_links, list_of, list_stops

STOPS = list(list_stops())
STANDINGS, APPROVED = "What a duty can stand at", "How changes were approved"
#: States that the example cannot be in: its history is whole, and the forge's records are there and agree with it.
ELSEWHERE = {
    AuditState.CONTRADICTED,
    AuditState.NOT_RECORDED,
    AuditState.UNKNOWN,
    AuditState.BY_GIT,
    AuditState.BY_SIGNATURE,
}


def name_stop(stop: Stop) -> str:
    return f"{stop.section}: {stop.what}"


def read_place(site: BuiltSite, name: str, anchor: str) -> str:
    """Give the words of a page; with an anchor, those of the element that has it, or of the part that it heads."""
    if not anchor:
        return site.read_text(name)
    parents = {child: parent for parent in site.parse(name).iter() for child in parent}
    [place] = [element for element in parents if element.get("id") == anchor]
    if place.tag in ("h2", "h3"):
        place = parents[place]
    return " ".join("".join(place.itertext()).split())


def assert_listed(section: str, wanted: Collection[str], listed: Collection[str]) -> None:
    """A table of the tour has a line for each of some things, and for no other."""
    place = f"the table “{section}” of scm_site/demo/tour.md"
    hint = f"add a line to {place}, with a link to where the example shows it"
    missing = [f"{one}: {hint}" for one in wanted if one not in listed]
    assert not missing, "\n".join(missing)
    assert [one for one in listed if one not in wanted] == [], (
        f"these stand in {place}, and there are none such"
    )


def test_each_state_of_a_group_is_on_the_tour() -> None:
    told = {what.partition(",")[0] for what in list_of("Groups in every state")}
    assert_listed("Groups in every state", get_args(StateName), told - {"joining closed"})


def test_each_standing_is_on_the_tour() -> None:
    assert_listed(STANDINGS, set(StandingState), list_of(STANDINGS))


def test_each_duty_is_on_the_tour() -> None:
    assert_listed("Each duty once", DUTIES, list_of("Each duty once"))
    assert list_of("Each duty once") == list(DUTIES), "scm_site/demo/tour.md has them in another order"


def test_each_state_of_an_outcome_is_on_the_tour() -> None:
    assert_listed("Outcomes", set(OutcomeState), list_of("Outcomes"))


def test_each_way_in_which_a_change_is_approved_is_on_the_tour() -> None:
    assert_listed(APPROVED, set(AuditState) - ELSEWHERE, list_of(APPROVED))


def test_each_kind_of_page_is_on_the_tour() -> None:
    templates = {path.stem for path in (Path(PAGES).parent / "templates").glob("*.html")}
    assert_listed("Every kind of page", templates, list_of("Every kind of page"))


@pytest.mark.parametrize("address", list_links())
def test_each_link_leads_somewhere(demo_site: BuiltSite, address: str) -> None:
    page, _, anchor = address.partition("#")
    tree = demo_site.parse(f"{page}index.html")
    assert not anchor or any(element.get("id") == anchor for element in tree.iter())


@pytest.mark.parametrize("stop", [stop for stop in STOPS if stop.words], ids=name_stop)
def test_the_words_stand_where_the_tour_says(demo_site: BuiltSite, stop: Stop) -> None:
    text = read_place(demo_site, f"{stop.page}index.html", stop.anchor)
    assert [words for words in stop.words if words.casefold() not in text.casefold()] == []
