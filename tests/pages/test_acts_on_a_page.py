"""What acts changed, on the page of their group: what it was before, what was given up, and what changes nothing."""

import re
import shutil

import pytest
from html5lib import parse

from tests.pages.example_sites import copy_example, make_changed_site, read_page
from tests.pages.names import find_ambiguous_links
from tests.register_cases import CASES

FILED = ("fine/milestone-given-up", "fine/kpi-given-up", "A006/two-extensions-from-one-state")

REFUSED = """\
wording: The group also looks at the noise of deliveries before six in the morning.
because: Two members asked for it, and the others did not want to measure at that hour.
not_agreed:
  day: 2025-11-03
  by: The members, by seven votes to two at the meeting of 3 November 2025
"""


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> str:
    root = copy_example(tmp_path_factory.mktemp("acts"))
    for case in FILED:
        shutil.copytree(CASES / case / "content", root / "content", dirs_exist_ok=True)
    refused = (
        CASES / "fine/amendment-that-was-not-agreed/content/groups/warm-homes/acts/2026-05-04.amends.yml"
    )
    text, acts = refused.read_text(encoding="utf-8"), root / "content/groups/warm-homes/acts"
    (acts / "2026-05-02.amends.yml").write_text(text, encoding="utf-8")
    other = text.replace("becomes: 2027-07-15", "becomes: 2027-04-15")
    (acts / "2026-05-02-b.amends.yml").write_text(other, encoding="utf-8")
    return read_page(make_changed_site(root), "groups/warm-homes/")


@pytest.fixture(scope="module")
def page(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def test_two_acts_of_one_kind_and_day_are_told_apart(html: str, page: str) -> None:
    assert "Amendment of 2 May 2026 (2026-05-02-b.amends)" in page
    assert "Amendment of 12 March 2026 " in page
    assert find_ambiguous_links(parse(f"<main>{html}</main>", namespaceHTMLElements=False), "groups/a/") == []


def test_a_value_shows_what_it_was_and_until_when(page: str) -> None:
    assert "End 15 April 2027 (15 January 2027 until 4 May 2026 ) (15 July 2026 until 12 March 2026 )" in page


def test_what_was_given_up_stays_with_its_day_and_reason(page: str) -> None:
    assert "Given up: First guide published ( 4 May 2026 : The first guide became a chapter of" in page
    assert "No longer followed since 4 April 2026 ( why ); the target was 1" in page


def test_terms_are_amended_by_what_was_agreed_to_alone(
    page: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert re.search(r"Terms of Reference [^.]{1,60} , amended", page)
    root = copy_example(tmp_path_factory.mktemp("refused"))
    refused = root / "content/groups/quiet-streets/acts/2025-11-03.amends.yml"
    refused.parent.mkdir(exist_ok=True)
    refused.write_text(REFUSED, encoding="utf-8")
    site = read_page(make_changed_site(root), "groups/quiet-streets/")
    text = " ".join(re.sub(r"<[^>]*>", " ", site).split())
    assert "Amendment of 3 November 2025" in text
    assert ", amended" not in text


def test_an_act_says_what_it_does_in_a_sentence(page: str) -> None:
    told = "Extends the group by 6 months, from 15 July 2026 to 15 January 2027. Lemonhill began its trial"
    assert told in page


def test_an_act_that_changes_nothing_says_why(page: str) -> None:
    assert "It changes nothing: it says instead of 15 January 2027, but what holds is 15 April 2027" in page
    assert "Was not agreed; it would have changed this: extends the group" in page
    assert "Not agreed on 2 May 2026: The members, by nine votes to four" in page
