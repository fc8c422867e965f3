"""The line on a record's page that says how it was approved: in every state, by whom, and what nobody can tell."""

import shutil
from pathlib import Path

import pytest

from scm_site.demo.played_forge import Forge
from tests.built_sites import BuiltSite
from tests.pages.approval_sites import (
    ADDRESS,
    BOARD,
    LATER,
    SETTINGS,
    TOPIC,
    land,
    make_forge,
    make_site,
    read_example,
    read_line,
    read_lines,
    read_links,
    read_words,
)
from tests.pages.example_sites import read_page

PULL = "https://github.com/example/groups/pull/1"


@pytest.fixture
def forge(tmp_path: Path) -> Forge:
    return make_forge(tmp_path / "register")


def test_an_approved_record_says_who_agreed_and_where(forge: Forge) -> None:
    land(forge)
    site = make_site(forge)
    assert read_line(site) == (
        "Approved: merged on 4 May 2026 by Astrid Example (Advisory Board) in pull request 1; "
        "also agreed: Bruno Example (Advisory Board). As recorded by the forge."
    )
    assert read_links(site) == [PULL]


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        ("gitlab", "https://github.com/example/groups/-/merge_requests/1"),
        ("forgejo", "https://github.com/example/groups/pulls/1"),
        ("none", ""),
    ],
)
def test_each_forge_has_its_own_address(forge: Forge, kind: str, address: str) -> None:
    land(forge)
    settings = read_example(SETTINGS).replace("forge: github", f"forge: {kind}")
    land(forge, {SETTINGS: settings}, (), by="example-mara")
    site = make_site(forge)
    assert "in pull request 1;" in read_line(site)
    assert read_links(site) == ([address] if address else [])


def test_without_the_forges_records_git_alone_is_named_as_such(forge: Forge) -> None:
    land(forge, {"content/groups/warm-homes/acts/2025-07-22-summer-break.waives.yml": make_waiver()}, ())
    site = make_site(forge, with_records=False)
    assert "Approver not recorded" in read_words(read_page(site, "approvals/"))
    land(forge, {"content/groups/repair-cafes/page.md": change_group()}, (), by="example-carla")
    line = read_line(make_site(forge, with_records=False), "groups/repair-cafes/")
    assert line.startswith("Before the rules: put on the main branch on 1 April 2026.")
    assert "Changed since: once, on 4 May 2026" in line
    assert (
        "Approved, by git alone: merged on 4 May 2026 by Carla Example (co-chair) in pull request 2 "
        "(as the commit says). Somebody entitled merged it, as git tells"
    ) in line


def make_waiver() -> str:
    text = read_example("content/groups/warm-homes/acts/2025-07-22-summer-break.waives.yml")
    return text.replace("until: 2025-09-25", "until: 2025-09-24")


def change_group() -> str:
    text = read_example("content/groups/repair-cafes/page.md")
    assert "\nsummary: " in text
    return text.rstrip() + "\n\nWe meet on the first Monday of each month, in the library of the district.\n"


def test_too_few_who_agreed_is_said(forge: Forge) -> None:
    land(forge, agreed=())
    line = read_line(make_site(forge))
    assert line.startswith("Not approved: merged on 4 May 2026 by Astrid Example (Advisory Board) in pull")
    assert "not everybody agreed who must. In detail: Advisory Board: 1 of 2 agreed." in line


def test_a_push_is_named_as_one(forge: Forge) -> None:
    forge.repository.change(LATER, {TOPIC: read_example(TOPIC)}, who="example-astrid")
    line = read_line(make_site(forge))
    assert line.startswith("Pushed without a pull request: put on the main branch on 6 May 2026. It was put")
    assert "Astrid" not in line  # whoever wrote the commit may have typed any name


def test_a_merge_that_the_forge_does_not_know_is_contradicted(forge: Forge) -> None:
    land(forge, recorded=False)
    site = make_site(forge)
    assert read_line(site).startswith("Contradicted by the forge: merged on 4 May 2026 in pull request 1 (as")
    assert "the forge merged no pull request as this commit" in read_line(site)
    assert read_links(site) == []


def test_a_squash_without_records_names_nobody(forge: Forge) -> None:
    land(forge, how="squash")
    line = read_line(make_site(forge, with_records=False))
    assert line.startswith(
        "Approver not recorded: merged on 4 May 2026 in pull request 1 (as the commit says)."
    )
    assert "a squash merge keeps no trace of who merged it or agreed" in line
    assert read_line(make_site(forge)).startswith("Approved: merged on 4 May 2026 by Astrid Example")


def test_the_decision_behind_an_acknowledgement_is_told(forge: Forge) -> None:
    commit = land(forge, agreed=())
    acknowledged = (
        read_example("content/approvals.yml").partition("acknowledged:")[0]
        + f'acknowledged:\n  - commit: "{commit[:20]}"\n    on: 2026-05-06\n    by: boris\n'
        "    reason: The third member was ill, and agreed by letter two days later.\n"
    )
    land(forge, {"content/approvals.yml": acknowledged}, (), by="example-mara")
    line = read_line(make_site(forge))
    assert line.startswith("Acknowledged: merged on 4 May 2026")
    assert "In detail: not approved: Advisory Board: 1 of 2 agreed." in line
    assert line.endswith(
        "Decided on 6 May 2026 by Boris Example for the Secretariat: "
        "The third member was ill, and agreed by letter two days later."
    )


def test_later_changes_are_folded_and_those_to_explain_are_counted(forge: Forge) -> None:
    land(forge)
    changed = read_example(TOPIC).rstrip() + "\n\nA lawyer has joined us since then.\n"
    forge.repository.change(LATER, {TOPIC: changed})
    line = read_line(make_site(forge))
    assert "Changed since: once, on 6 May 2026; 1 to be explained Pushed without a pull request:" in line


@pytest.mark.parametrize(
    "address",
    [
        "groups/warm-homes/",
        "groups/old-bridges/",
        "groups/warm-homes/outcomes/street-guide/",
        "groups/warm-homes/outcomes/street-guide/el/",
        "groups/warm-homes/outcomes/heat-map-tool/",
        ADDRESS,
    ],
)
def test_every_kind_of_page_has_the_line(example_site: BuiltSite, address: str) -> None:
    tree = example_site.parse(f"{address}index.html")
    lines = tree.findall(".//div[@class='scm-approval']")
    assert len(lines) == {"groups/warm-homes/": 12, "groups/old-bridges/": 4}.get(
        address, 1
    )  # each act has its own
    for line in lines:
        assert "".join(line.itertext()).split()[0] == "Approved:"
        assert line.get("data-search-exclude") is not None


def test_the_line_is_english_on_a_page_in_another_language(example_site: BuiltSite) -> None:
    tree = example_site.parse("groups/warm-homes/outcomes/street-guide/el/index.html")
    assert tree.find(".//div[@lang='en']/div[@class='scm-approval']") is not None


def test_without_git_nothing_is_guessed(forge: Forge, tmp_path: Path) -> None:
    land(forge)
    shutil.copytree(forge.repository.folder / "content", tmp_path / "plain" / "content")
    site = make_site(forge, root=tmp_path / "plain", with_records=False)
    told = "Approval not known: Nobody can tell from the history that is here."
    assert read_line(site) == f"{told} In detail: the git history was left out."


def test_a_file_that_is_not_committed_is_not_approved(forge: Forge) -> None:
    (forge.repository.folder / TOPIC).write_text(read_example(TOPIC), encoding="utf-8")
    assert "its file is not on the main branch yet" in read_line(make_site(forge))


def test_one_commit_came_before_the_rules(forge: Forge) -> None:
    line = read_line(make_site(forge), "groups/repair-cafes/")
    assert line == (
        "Before the rules: put on the main branch on 1 April 2026. "
        "It came before the register said who must agree to what."
    )


def test_a_shallow_clone_says_what_it_does_not_know(forge: Forge, tmp_path: Path) -> None:
    land(forge)
    land(forge, {BOARD: read_example(BOARD).replace("Head of technology", "Head of building")}, ())
    address = forge.repository.folder.as_uri()
    forge.repository.git("clone", "--quiet", "--depth=1", address, str(tmp_path / "clone"))
    line = read_lines(make_site(forge, root=tmp_path / "clone"))[0]
    assert line.startswith("Approval not known:")
    assert "shallow" in line


def test_the_life_line_of_a_group_says_who_agreed(example_site: BuiltSite) -> None:
    text = example_site.read_text("groups/warm-homes/index.html").partition("What happened")[2]
    assert (
        "12 March 2026: The amendment came into the register. Approved pull request 103, "
        "merged by Boris Example (Secretariat); also agreed: Alma Example (co-chair), Ines Example (for the group)"
    ) in text
