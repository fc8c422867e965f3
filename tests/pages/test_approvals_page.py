"""The page on how every change was approved: what has to be explained first, and what nobody can tell."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from scm_site.approval.audit import Audit
from scm_site.approval.states import MEANINGS, AuditState
from scm_site.demo.played_forge import Forge
from scm_site.pages.changes.approval_pages import NEWEST, make_approvals_page
from scm_site.pages.changes.shown_approvals import APPROVAL_TONES
from tests.built_sites import EXAMPLE, BuiltSite
from tests.pages.approval_sites import LATER, TOPIC, land, make_forge, make_site, read_example, read_words
from tests.pages.example_sites import make_content, read_page


@pytest.fixture
def forge(tmp_path: Path) -> Forge:
    return make_forge(tmp_path / "register")


def test_every_state_has_a_tone_and_a_meaning() -> None:
    assert list(APPROVAL_TONES) == list(MEANINGS) == list(AuditState)


def test_what_has_to_be_explained_comes_first(example_site: BuiltSite) -> None:
    text = example_site.read_text("approvals/index.html").partition("This page tells")[2]
    counts = "1 Not approved 1 Acknowledged 118 Approved 1 Before the rules"
    explained, listed = text.index("To be explained"), text.index("Every change")
    assert text.index(counts) < explained < text.index("Carla Example in pull request 90") < listed
    assert "Quiet streets at night" in text[explained:listed]
    assert "118" not in text[explained:listed]


def test_every_change_names_records_people_and_pull_request(example_site: BuiltSite) -> None:
    text = example_site.read_text("approvals/index.html")
    row = text.partition("20 March 2026")[2].partition("19 March 2026")[0]
    assert "New proposal “Shared data for shared bicycles” Approved" in row
    assert "Astrid Example (Advisory Board), Bruno Example (Advisory Board), Clio Example" in row
    assert "Merge, pull request 107." in row
    links = [link.get("href") for link in example_site.parse("approvals/index.html").iter("a")]
    assert "https://github.com/example/groups/pull/64" in links
    assert "../proposals/2026-shared-data/" in links
    for name in ("approvals.json", "approvals.csv", "approvals.schema.json"):
        assert f"../api/v1/{name}" in links


def test_an_outcome_that_is_not_public_has_no_title(example_site: BuiltSite) -> None:
    text = example_site.read_text("approvals/index.html")
    assert "New outcome that is not public" in text
    secret = (EXAMPLE / "groups/warm-homes/outcomes/owner-seminar/outcome.md").read_text(encoding="utf-8")
    (title,) = [line.partition(": ")[2] for line in secret.splitlines() if line.startswith("title: ")]
    assert title.strip('"') not in text


def test_a_deleted_record_is_not_named(forge: Forge) -> None:
    name = "content/proposals/2026-jane-doe-s-idea.md"
    forge.repository.change(LATER, {name: read_example(TOPIC)})
    forge.repository.change(LATER, {name: None})
    site = make_site(forge)
    assert "proposal that is not in the register any more" in read_words(read_page(site, "approvals/"))
    texts = [page.html for page in site.pages] + [
        file.content.decode("utf-8", errors="replace") for file in site.assets
    ]
    assert [text for text in texts if "jane-doe" in text] == []


def test_files_outside_of_the_records_are_counted(forge: Forge) -> None:
    land(forge, {"README.md": "A register.\n", "tool.py": "print()\n"}, ("example-mara",))
    text = read_words(read_page(make_site(forge), "approvals/"))
    assert "4 May 20262 files outside of the records Approved" in text


def test_a_merged_pull_request_that_is_gone_from_the_branch_is_lost(forge: Forge) -> None:
    before = forge.repository.git("rev-parse", "HEAD")
    land(forge)
    forge.repository.git("reset", "--quiet", "--hard", before)
    land(forge, {"README.md": "A register.\n"}, ("example-mara",))
    text = read_words(read_page(make_site(forge), "approvals/"))
    assert "Lost Pull request 1 It was merged, and its commit is not on the main branch any more" in text


def test_without_records_it_says_what_git_alone_tells(forge: Forge) -> None:
    text = read_words(read_page(make_site(forge, with_records=False), "approvals/"))
    assert "so it can tell only what git alone tells: who merged, and not who else agreed." in text


def test_without_git_nobody_can_tell(forge: Forge, tmp_path: Path) -> None:
    shutil.copytree(forge.repository.folder / "content", tmp_path / "plain" / "content")
    site = make_site(forge, root=tmp_path / "plain", with_records=False)
    text = read_words(read_page(site, "approvals/"))
    assert "What is missing: the git history was left out." in text
    assert "Nobody can tell.The git history was left out." in text
    assert "No change is known." in text


def test_a_shallow_clone_says_so(forge: Forge, tmp_path: Path) -> None:
    land(forge)
    address = forge.repository.folder.as_uri()
    forge.repository.git("clone", "--quiet", "--depth=1", address, str(tmp_path / "clone"))
    text = read_words(read_page(make_site(forge, root=tmp_path / "clone"), "approvals/"))
    assert "What is missing: the clone is shallow" in text
    assert "What it changed is not known" in text


def test_many_changes_do_not_make_an_endless_page(forge: Forge) -> None:
    from scm_site.pipeline import audit

    forge.repository.change(LATER, {TOPIC: read_example(TOPIC)})
    content = make_content(EXAMPLE.parent, date(2026, 5, 20))
    changes = audit(forge.repository.folder, None).audit.changes
    (pushed,) = [change for change in changes if change.state is AuditState.PUSHED]
    many = replace(content, audit=Audit(changes=(pushed,) * 450))
    page = make_approvals_page(many)
    assert page.html.count('<th scope="row">') == NEWEST
    assert page.html.count('<p class="scm-open__what">') == NEWEST
    assert "And 250 more" in read_words(page.html)
    assert "The newest 200 of 450 changes" in read_words(page.html)


def test_it_is_not_in_the_search(example_site: BuiltSite) -> None:
    index = example_site.files["search/search_index.json"].decode("utf-8")
    for place in ("approvals/", "waiting/", "log/"):
        assert f'"location":"{place}' not in index
    assert "As recorded by the forge" not in index
