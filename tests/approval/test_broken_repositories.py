"""What git cannot tell is never a good answer: every command says why in one line, and ends with 2."""

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

from scm_site.cli.main import main
from scm_site.demo.repository import Repository
from scm_site.mkdocs_plugin.config import ScmConfig
from scm_site.mkdocs_plugin.plugin import build_or_stop
from scm_site.reading.git_history import read_history
from tests.approval.broken_repositories import WAYS, Way, make_whole, put_in_place_of_git
from tests.git_objects import write_object

DAY = "2026-11-22"

#: The commands that ask git in a way of their own; the others ask as the audit does, so a few ways are enough for them.
READERS = ("audit", "review", "check")
SAMPLES = [way for way in WAYS if way.name in ("no .git", "index emptied", "first version cut")]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_whole(tmp_path_factory.mktemp("whole") / "register").folder


def run_build(root: Path, **stated: str) -> int:
    """Build the site as the plugin does, up to what MkDocs would be handed; print what stops it."""
    config = ScmConfig()
    config.load_dict({"root": str(root), "as_of": DAY, **stated})
    assert config.validate() == ([], [])
    try:
        build_or_stop(root, config)
    except PluginError as problem:
        print(f"scm: {problem}")
        return 2
    return 0


def make_commands(root: Path, target: Path) -> dict[str, Callable[[], int]]:
    """Give every way to ask for something that hangs on the history."""

    def ask(*words: str) -> Callable[[], int]:
        return lambda: main(["--root", str(root), *words])

    return {
        "audit": ask("audit"),
        "status": ask("status", "--as-of", DAY, "--format", "json"),
        "due": ask("due", "--as-of", DAY),
        "export": ask("export", str(target), "--as-of", DAY),
        "review": ask("review", "HEAD~1", "HEAD", "--as-of", DAY),
        "check": ask("check", "--base", "HEAD~1"),
        "build": lambda: run_build(root),
    }


def test_all_of_them_answer_where_nothing_is_broken(
    whole: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ended = {name: run() for name, run in make_commands(whole, tmp_path / "pages").items()}
    assert ended == {**dict.fromkeys(ended, 0), "audit": 1}, "the first changes came without a pull request"
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("way", WAYS, ids=lambda way: str(way.name))
def test_what_git_cannot_tell_is_no_answer(
    way: Way,
    whole: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    root = way.break_it(Path(shutil.copytree(whole, tmp_path / "register", symlinks=True)))
    if way.git:
        monkeypatch.setenv("PATH", str(put_in_place_of_git(way.git, tmp_path / "tools")))
    for name, run in make_commands(root, tmp_path / "pages").items():
        if name not in READERS and way not in SAMPLES:
            continue
        ended, told = run(), capsys.readouterr()
        if name in way.answers:
            assert (ended, told.err) == (0, ""), name
            continue
        said = told.out if name == "build" else told.err
        assert (ended, len(said.splitlines())) == (2, 1), f"{name}: {told}"
        assert re.search(way.says, said), f"{name}: {said}"
        assert (tmp_path / "pages").exists() is False
        assert name == "build" or told.out == ""


def test_without_a_history_it_goes_on_if_it_is_asked_to(
    whole: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = Path(shutil.copytree(whole / "content", tmp_path / "content")).parent
    for words in (["status"], ["due"], ["export", str(tmp_path / "pages")]):
        assert main(["--root", str(root), *words]) == 2
        assert "--no-history goes on without it" in capsys.readouterr().err
        assert main(["--root", str(root), *words, "--no-history"]) == 0
    assert run_build(root) == 2
    assert "set SCM_HISTORY=none" in capsys.readouterr().out
    assert run_build(root, history="none") == 0
    monkeypatch.setenv("SCM_HISTORY", "none")
    assert run_build(root) == 0
    assert run_build(root, history="git") == 2
    monkeypatch.setenv("SCM_HISTORY", "no")
    assert run_build(root) == 2
    assert "SCM_HISTORY is `no`; it must be one of: git, none" in capsys.readouterr().out


def test_a_shallow_clone_is_told_of_as_far_as_it_goes(
    whole: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Repository(whole).git("clone", "--quiet", "--depth=1", f"file://{whole}", str(tmp_path / "clone"))
    told = {}
    for name, run in make_commands(tmp_path / "clone", tmp_path / "pages").items():
        if name not in ("review", "check"):  # HEAD~1 is not there
            told[name] = (run(), capsys.readouterr())
    assert {name: ended for name, (ended, _) in told.items()} == {**dict.fromkeys(told, 0), "audit": 2}
    assert "1 unknown" in told["audit"][1].out
    assert "not everything is here: the clone is shallow" in told["audit"][1].err


@pytest.mark.parametrize("when", ["4386268800", "253402300800", "9" * 20, "0", "-1", "-62135596801", "never"])
def test_a_commit_of_an_odd_day_is_told_of(
    when: str, whole: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The day is anything that somebody may have typed: after 2106, after 9999, before 1970, no number at all."""
    register = Repository(Path(shutil.copytree(whole, tmp_path / "register", symlinks=True)))
    who = f"A. Nyman <nyman@example.org> {when} +9999"
    told = f"tree {register.git('rev-parse', 'HEAD~1^{tree}')}\nparent {register.git('rev-parse', 'HEAD')}\n"
    commit = write_object(register, "commit", f"{told}author {who}\ncommitter {who}\n\nOdd\n".encode())
    register.git("reset", "--quiet", "--hard", commit)
    ended = {name: run() for name, run in make_commands(register.folder, tmp_path / "pages").items()}
    assert ended == {**dict.fromkeys(ended, 0), "audit": 1}
    said = capsys.readouterr().out
    assert f"{commit[:10]} (dated " in said
    newest, before = read_history(register.folder, until=date(2026, 11, 30)).commits[:2]
    assert newest.misdated
    assert newest.moment == before.moment
