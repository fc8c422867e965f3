"""Every address, anchor, id of an entry and id of a date from before there were acts answers or leads on."""

from scm_site.pages.frame.former_pages import FORMER_FIELDS, FORMER_RULES
from tests.before_acts.read_before import HERE
from tests.built_sites import BuiltSite
from tests.kept_addresses import find_unlike, follow, list_places, name_file


def test_every_address_and_place_of_the_worked_example_answers_or_leads_on(demo_site: BuiltSite) -> None:
    assert find_unlike(demo_site, HERE) == (set(), set())


def test_every_address_and_place_of_the_real_register_answers_or_leads_on(real_site: BuiltSite) -> None:
    assert find_unlike(real_site, HERE / "real") == (set(), set())


def test_what_the_register_said_of_itself_leads_to_what_it_says_now(real_site: BuiltSite) -> None:
    for old, new in FORMER_RULES.items():
        assert follow(real_site, name_file(old)) == name_file(new)
    for former in FORMER_FIELDS.values():
        for successor, _, field in (now.partition("#") for now in former.values()):
            there = list_places(real_site, name_file(f"fields/{successor}/"))
            assert not field or field in there, (successor, field)
