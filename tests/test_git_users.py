"""What helps people who use git: the container, the editor's settings, and a hook that checks each commit."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from scm_site.demo.repository import GitFailedError, Repository
from tests.built_sites import EXAMPLE, ROOT

HOOK = ".githooks/pre-commit"
PROPOSAL = "content/proposals/2026-shared-data.md"
TOOLS = Path(sys.executable).parent


def read_container() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((ROOT / ".devcontainer/devcontainer.json").read_text(encoding="utf-8"))
    return found


def read_hooks() -> list[dict[str, Any]]:
    told = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert list(told) == ["repos"]
    assert [repository["repo"] for repository in told["repos"]] == ["local"], "nothing is fetched"
    hooks: list[dict[str, Any]] = told["repos"][0]["hooks"]
    return hooks


def test_the_container_has_a_python_that_is_new_enough_by_its_tag() -> None:
    found = re.fullmatch(
        r"mcr\.microsoft\.com/devcontainers/python:\d+-(\d+)\.(\d+)-[a-z]+", read_container()["image"]
    )
    assert found
    assert (int(found[1]), int(found[2])) >= (3, 11)


def test_the_container_checks_the_records_once_it_is_made() -> None:
    container = read_container()
    assert set(container) == {"name", "image", "postCreateCommand", "customizations"}
    assert container["postCreateCommand"] == "make check"
    assert re.search(r"^check:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def test_the_container_brings_the_extensions_that_the_editor_recommends() -> None:
    recommended = json.loads((ROOT / ".vscode/extensions.json").read_text(encoding="utf-8"))
    assert read_container()["customizations"]["vscode"]["extensions"] == recommended["recommendations"]


def test_the_hook_for_the_program_pre_commit_has_the_shape_that_it_asks_for() -> None:
    [hook] = read_hooks()
    assert set(hook) == {"id", "name", "entry", "language", "files", "pass_filenames"}
    assert (hook["entry"], hook["language"], hook["pass_filenames"]) == (HOOK, "script", False)
    assert re.search(hook["files"], PROPOSAL)
    assert not re.search(hook["files"], "scm_site/rule.py")
    assert os.access(ROOT / HOOK, os.X_OK)


@pytest.fixture
def register(tmp_path: Path) -> Repository:
    """The example register in a repository that has the hook and calls it before each commit."""
    repository = Repository(tmp_path / "register")
    shutil.copytree(EXAMPLE, repository.folder / "content")
    (repository.folder / ".githooks").mkdir()
    shutil.copy(ROOT / HOOK, repository.folder / HOOK)
    repository.git("add", ".")
    repository.git("commit", "--quiet", "--message=Begin")
    repository.git("config", "core.hooksPath", ".githooks")
    return repository


def commit(register: Repository, monkeypatch: pytest.MonkeyPatch, *words: str, tools: Path = TOOLS) -> str:
    """Commit as a person does; give what git and the hook say, or "" if the commit was made."""
    monkeypatch.setenv("PATH", f"{tools}{os.pathsep}{os.defpath}")
    try:
        register.git("commit", "--quiet", "--message=Change", *words)
    except GitFailedError as refused:
        cause = refused.__cause__
        assert isinstance(cause, subprocess.CalledProcessError)
        return str(cause.stderr)
    return ""


def write(register: Repository, old: str, new: str) -> None:
    """Put other words into a proposal."""
    path = register.folder / PROPOSAL
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_good_record_is_committed(register: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    write(register, "Shared data for", "Open data for")
    assert commit(register, monkeypatch, "--all") == ""
    assert register.git("show", "--format=%s", "--name-only") == f"Change\n\n{PROPOSAL}"


def test_a_broken_record_is_refused_with_the_finding(
    register: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(register, "\ntitle:", "\ntitel:")
    said = commit(register, monkeypatch, "--all")
    assert f"{PROPOSAL}:2: S001 `titel` is not a field of this record (proposal)" in said
    assert "Nothing was committed. Mend this, add the files again, and commit." in said
    assert register.git("log", "--format=%s") == "Begin"
    assert commit(register, monkeypatch, "--all", "--no-verify") == ""


def test_what_is_committed_counts_and_not_what_stands_in_the_folder(
    register: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(register, "\ntitle:", "\ntitel:")
    register.git("add", PROPOSAL)
    write(register, "\ntitel:", "\ntitle:")
    assert "S001" in commit(register, monkeypatch)
    write(register, "Shared data for", "Open data for")
    register.git("add", PROPOSAL)
    write(register, "\ntitle:", "\ntitel:")
    assert commit(register, monkeypatch) == ""


def test_without_the_program_it_says_what_to_do(
    register: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write(register, "Shared data for", "Open data for")
    said = commit(register, monkeypatch, "--all", tools=tmp_path)
    assert "The check is not set up yet. Run `make check` once, then commit again." in said


def test_other_files_are_not_checked(
    register: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (register.folder / "note.txt").write_text("no record\n", encoding="utf-8")
    register.git("add", "note.txt")
    assert commit(register, monkeypatch, tools=tmp_path) == ""
