"""The page for the board's next meeting: what waits on the forge is there, and what is not known is said as that."""

from pathlib import Path

import pytest

from scm_site.demo.played_forge import Forge
from scm_site.pages.frame.page import Site
from tests.pages.approval_sites import LATER, TOPIC, make_forge, make_site, read_words
from tests.pages.example_sites import copy_example, make_changed_site, read_page

MINUTES = "content/groups/warm-homes/meetings/2026-05-01-more/meeting.md"
KNOWN = "content/proposals/2025-quiet-streets.md"


@pytest.fixture
def forge(tmp_path: Path) -> Forge:
    return make_forge(tmp_path / "register")


def read_part(site: Site, name: str) -> str:
    """Give the words of a part of the page, from its heading to the next one."""
    html = read_page(site, "compliance/board/")
    part = html.partition(f'<h{3 if name == "answers" else 2} id="{name}">')[2]
    return read_words(part.partition("<h")[0])


def test_a_topic_that_waits_on_the_forge_was_proposed(forge: Forge) -> None:
    forge.wait(
        forge.open("example-nils", LATER, {}, title="Cool <schools>"), [TOPIC], agreed=["example-bruno"]
    )
    forge.wait(forge.open("example-nils", LATER, {}, title="Minutes"), [MINUTES])
    forge.wait(forge.open("example-nils", LATER, {}, title="A decision"), [KNOWN])
    site = make_site(forge)
    topics, answers = read_part(site, "proposals"), read_part(site, "answers")
    assert (
        "6 May 2026: Cool <schools> (pull request 1), waiting for the Advisory Board: 1 of 2 agreed" in topics
    )
    assert "No topic waits" not in topics
    assert [title in topics for title in ("Minutes", "A decision")] == [False, False]
    for told in (
        "Advisory Board: Cool <schools>, for 14 days",
        "Minutes, for 14 days",
        "A decision, for 14 days",
    ):
        assert told in answers
    assert "as GitHub told on 19 May 2026" in topics


def test_who_agreed_enough_has_answered_and_a_draft_waits_for_its_author(forge: Forge) -> None:
    agreed = ["example-bruno", "example-clio"]
    forge.wait(forge.open("example-nils", LATER, {}, title="Enough"), [TOPIC], agreed=agreed)
    forge.wait(forge.open("example-nils", LATER, {}, title="Draft"), [MINUTES], draft=True)
    site = make_site(forge)
    assert "Enough (pull request 1), everybody agreed who must" in read_part(site, "proposals")
    assert [title in read_part(site, "answers") for title in ("Enough", "Draft")] == [False, False]


def test_what_the_forge_was_not_asked_is_not_known(forge: Forge) -> None:
    site = make_site(forge, with_records=False)
    for name, nothing in (("proposals", "No topic"), ("answers", "Nothing waits")):
        assert "is not known: this site was built without the forge's records of pull requests." in read_part(
            site, name
        )
        assert nothing not in read_part(site, name)


def test_where_the_forge_knows_of_nothing_nothing_waits(forge: Forge) -> None:
    site = make_site(forge)
    assert "No topic waits for the board, as GitHub told on 19 May 2026." in read_part(site, "proposals")
    assert "pull request" not in read_part(site, "answers").partition("Every open")[0]


def test_without_a_history_nobody_knows_what_changed_since(tmp_path: Path) -> None:
    told = read_part(make_changed_site(copy_example(tmp_path)), "changes")
    assert "is not known, or not of all groups: the git history was left out." in told
    assert "No group changed its state" not in told
