"""What somebody set up beside the history, or wrote into a file of it, changes no answer about it."""

import sys
from datetime import date
from pathlib import Path

import pytest

from scm_site.approval.states import AuditState
from scm_site.demo.played_forge import Forge
from scm_site.pipeline import review
from scm_site.reading.git_history import read_history
from tests.approval.test_audit import DAY, LATER, TOPIC, find_newest, forge, make_topic, read

__all__ = ["forge"]  # the fixture

IGNORES = '[submodule "dep"]\n\tpath = scm_site/dep\n\turl = https://example.org/dep\n\tignore = all\n'


def add_submodule(forge: Forge, path: str) -> None:
    commit = forge.repository.git("rev-parse", "HEAD")
    forge.repository.git("update-index", "--add", "--cacheinfo", f"160000,{commit},{path}")
    (forge.repository.folder / path).mkdir(parents=True)


@pytest.mark.parametrize("path", ["scm_site/dep", "content/groups/warm-homes/dep"])
def test_a_submodule_is_not_hidden_by_a_file_of_the_register(forge: Forge, path: str) -> None:
    """`ignore = all` in .gitmodules, agreed to earlier, and then a repository inside that nobody agreed to."""
    modules = {".gitmodules": IGNORES.replace("scm_site/dep", path)}
    forge.merge(forge.open("example-nils", DAY, modules), DAY, by="example-mara")
    pull = forge.begin("example-nils", DAY)
    add_submodule(forge, path)
    forge.add(pull, DAY, {})
    done = review(forge.repository.folder, "main", pull.branch, as_of=read_day()).review
    assert path in {one.path for one in done.transition.changes} | {one.place.path for one in done.findings}
    forge.repository.git("switch", "--quiet", "--force", "main")
    forge.merge(pull, LATER, by="example-nils")
    found = find_newest(forge)
    assert found.state == AuditState.NOT_APPROVED
    assert [one.path for one in found.changes] == [path]


def read_day() -> date:
    return date(2026, 5, 4)


def test_a_change_to_which_nobody_must_agree_is_not_approved(forge: Forge) -> None:
    """Where the rules ask nobody, there is no verdict, and no verdict is no approval."""
    rules = read("content/approvals.yml")
    start = rules.index("  - changes: [proposal, decided]")
    end = rules.index("  - changes:", start + 1)
    emptied = (
        rules[:start]
        + "  - changes: [proposal, decided]\n    agree: []\n    why: Nobody is asked.\n"
        + rules[end:]
    )
    forge.merge(forge.open("example-boris", DAY, {"content/approvals.yml": emptied}), DAY, by="example-mara")
    forge.merge(forge.open("example-nils", DAY, {TOPIC: make_topic()}), LATER, by="example-nils")
    assert find_newest(forge).state == AuditState.NOT_APPROVED


def test_an_object_in_place_of_another_one_is_not_read(forge: Forge) -> None:
    """`refs/replace`, which a clone of everything gets: the same commit, as if Boris had merged it."""
    pull = forge.open("example-alma", DAY, {TOPIC: make_topic()})
    merge = forge.merge(pull, LATER, by="example-nils", recorded=False)
    other = forge.repository.git(
        "commit-tree",
        "HEAD^{tree}",
        "-p",
        "HEAD^1",
        "-p",
        "HEAD^2",
        "-m",
        "x",
        day=LATER,
        who="example-boris",
    )
    before = find_newest(forge, records=False)
    forge.repository.git("replace", merge, other)
    after = find_newest(forge, records=False)
    assert (after.commit, after.state) == (before.commit, before.state)
    assert after.merged_by == "example-nils"


def test_a_parent_in_place_of_another_one_is_not_read(forge: Forge) -> None:
    pull = forge.open("example-alma", DAY, {TOPIC: make_topic()})
    merge = forge.merge(pull, LATER, by="example-nils")
    before = read_history(forge.repository.folder)
    grafts = forge.repository.folder / ".git/info/grafts"
    grafts.write_text(f"{merge}\n", encoding="ascii")
    assert read_history(forge.repository.folder).line == before.line


@pytest.mark.skipif(sys.platform == "win32", reason="the program is a script of a shell")
@pytest.mark.parametrize("key", ["core.fsmonitor", "filter.evil.clean", "filter.evil.process"])
def test_no_program_that_a_clone_names_is_run(forge: Forge, tmp_path: Path, key: str) -> None:
    ran = tmp_path / "ran"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch '{ran}'\nexec cat\n", encoding="utf-8")
    program.chmod(0o755)
    root = forge.repository.folder
    (root / ".git/info/attributes").write_text("* filter=evil\n", encoding="utf-8")
    forge.repository.git("config", key, str(program))
    forge.repository.git("config", "filter.evil.required", "true")
    (root / TOPIC).write_text("It says something else now.\n", encoding="utf-8")
    (root / "content/board.yml").touch()
    history = read_history(root)
    assert "content/board.yml" not in history.uncommitted
    assert not ran.exists()


def test_a_program_that_merges_is_not_asked(forge: Forge) -> None:
    """`merge=union` in the attributes of the register or of the clone makes no merge out of two that contradict."""
    text = make_topic()
    one = forge.open("example-nils", DAY, {TOPIC: text, ".gitattributes": "* merge=union\n"})
    forge.merge(one, DAY, by="example-astrid", agreed=["example-bruno", "example-mara"])
    two = forge.open("example-nils", DAY, {TOPIC: text + "\nOne.\n"})
    forge.repository.switch("main")
    forge.merge(forge.open("example-nils", DAY, {TOPIC: text + "\nTwo.\n"}), DAY, by="example-astrid")
    (forge.repository.folder / ".git/info/attributes").write_text("* merge=union\n", encoding="utf-8")
    forge.merge(two, LATER, by="example-astrid", agreed=["example-bruno"])
    assert find_newest(forge).state == AuditState.CONTRADICTED
