"""What waits for approval: since when, whose agreement is missing, and titles that are strangers' words."""

from pathlib import Path

import html5lib
import pytest

from scm_site.demo.played_forge import Forge
from scm_site.pages.frame.page import Site
from tests.built_sites import BuiltSite
from tests.pages.approval_sites import LATER, TOPIC, make_forge, make_site, read_words
from tests.pages.example_sites import read_page

HOSTILE = '</bdi></table><h1 id="top">Approved</h1><script>alert(1)</script>\u202e"onmouseover=alert(2) {{ 7 * 7 }}\x07'


@pytest.fixture
def forge(tmp_path: Path) -> Forge:
    return make_forge(tmp_path / "register")


def read_page_words(site: Site) -> str:
    return read_words(read_page(site, "waiting/"))


def test_the_example_tells_who_must_agree_and_since_when(example_site: BuiltSite) -> None:
    text = example_site.read_text("waiting/index.html")
    assert "As GitHub told on 20 May 2026." in text
    assert (
        "A topic: schools that stay cool in summerProposal. Pull request 113 "
        "Advisory Board: 1 of 2 agreed 30 dayssince 20 April 2026"
    ) in text
    assert "Pull request 120Draft Secretariat: 0 of 1 agreed Decides because the co-chair" in text
    assert text.index("schools that stay cool") < text.index("minutes of the meeting on")


def test_a_title_is_only_text_in_its_own_direction(forge: Forge) -> None:
    pull = forge.open("mallory-9", LATER, {}, title=HOSTILE)
    forge.wait(pull, [TOPIC])
    html = read_page(make_site(forge), "waiting/")
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    assert len(list(tree.iter("h1"))) == len(list(tree.iter("table"))) == 1
    assert list(tree.iter("script")) == []
    (title,) = ["".join(element.itertext()) for element in tree.iter("bdi")]
    assert title.startswith('</bdi></table><h1 id="top">Approved</h1><script>alert(1)</script>')
    assert "\u202e" not in title
    assert "\x07" not in title
    assert [element for element in tree.iter() if "onmouseover" in element.attrib] == []


def test_a_title_has_an_end_and_may_be_empty(forge: Forge) -> None:
    forge.wait(forge.open("example-nils", LATER, {}, title="long " * 200), [TOPIC])
    blank = forge.open("example-nils", LATER, {}, title="Blank")
    blank.title = "  "
    forge.wait(blank, [])
    text = read_page_words(make_site(forge))
    assert "long…" in text
    assert len(text) < 2500
    assert "Without a title" in text
    assert "Nothing is changed" in text
    assert "Nobody by the rules" in text


def test_an_author_does_not_count_and_nobody_counts_twice(forge: Forge) -> None:
    pull = forge.open("example-bruno", LATER, {}, title="A topic of mine")
    forge.wait(pull, [TOPIC], agreed=["example-bruno", "example-clio", "example-clio", "stranger"])
    assert "Advisory Board: 1 of 2 agreed" in read_page_words(make_site(forge))
    enough = forge.open("example-nils", LATER, {}, title="Another topic")
    forge.wait(enough, [TOPIC], agreed=["example-bruno", "example-clio"])
    assert "Advisory Board: 2 of 2 agreed Enough" in read_page_words(make_site(forge))


def test_what_is_no_record_is_for_maintainers(forge: Forge) -> None:
    forge.wait(forge.open("example-nils", LATER, {}, title="Faster"), ["scm_site/pipeline.py"])
    text = read_page_words(make_site(forge))
    assert "Program, workflows or documents. Pull request 1 Maintainers: 0 of 1 agreed" in text


def test_many_that_wait_do_not_make_an_endless_page(forge: Forge) -> None:
    for number in range(1, 211):
        forge.waiting.append(
            {
                "number": number,
                "title": f"Number {number}",
                "author": "mallory-9",
                "opened_at": LATER,
                "draft": False,
                "paths": [TOPIC],
                "reviews": [],
            }
        )
    text = read_page_words(make_site(forge))
    assert "Number 200" in text
    assert "Number 201" not in text
    assert "And 10 more" in text


def test_nothing_waits(forge: Forge) -> None:
    assert "Nothing waits for approval." in read_page_words(make_site(forge))


def test_without_records_it_says_so(forge: Forge) -> None:
    site = make_site(forge, with_records=False)
    html = read_page(site, "waiting/")
    assert "What waits is not known.This site was built without" in read_words(html)
    assert 'href="https://github.com/example/groups/pulls"' in html
    assert [file.path for file in site.assets if "waiting" in file.path] == []
    assert "waiting.json" not in html


def test_the_page_is_where_people_look(example_site: BuiltSite) -> None:
    for name in ("proposals/index.html", "compliance/board/index.html", "approvals/index.html"):
        links = [link.get("href", "") for link in example_site.parse(name).find(".//main").iter("a")]
        assert any(link.endswith("waiting/") for link in links), name
