"""`scm demo`: the same commits every time, a folder that MkDocs builds, and a site on this machine."""

import shlex
import socket
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from scm_site.cli.main import main
from scm_site.demo.example_folder import make_demo
from scm_site.demo.play import SOURCE, make_history
from scm_site.demo.repository import Repository
from scm_site.demo.story import Files, read_story
from scm_site.pipeline import check
from tests.built_sites import BuiltSite
from tests.first_groups import make_first_history


def test_the_commits_are_the_same_every_time(example_history: Path, tmp_path: Path) -> None:
    again = make_first_history(tmp_path / "again")
    assert list_branches(again) == list_branches(Repository(example_history))


@pytest.mark.slow("plays the whole story a second time; that of the first groups always is")
def test_the_commits_of_the_whole_story_are_the_same_every_time(demo_history: Path, tmp_path: Path) -> None:
    again = make_history(tmp_path / "again")
    assert list_branches(again) == list_branches(Repository(demo_history))


def list_branches(repository: Repository) -> str:
    """Give every branch with its newest commit."""
    return repository.git("branch", "--format=%(refname) %(objectname)")


def test_at_the_end_of_the_story_the_register_is_the_content(demo_history: Path) -> None:
    """Each record of `content/` has come to the main branch whole, and nothing else has."""
    for path in sorted((SOURCE / "content").rglob("*")):
        played = demo_history / path.relative_to(SOURCE)
        if path.is_file() and path.name != "approvals.yml":  # it names a commit
            assert played.read_bytes() == path.read_bytes(), path
    played_paths = {path.relative_to(demo_history) for path in (demo_history / "content").rglob("*")}
    assert played_paths == {path.relative_to(SOURCE) for path in (SOURCE / "content").rglob("*")}


def test_every_waiting_file_is_in_the_story() -> None:
    blocks = read_story((SOURCE / "story.txt").read_text(encoding="utf-8"))
    told = {
        step.path
        for block in blocks
        if block.how in ("open", "draft")
        for step in block.steps
        if isinstance(step, Files)
    }
    there = {path.relative_to(SOURCE / "waiting").as_posix() for path in (SOURCE / "waiting").rglob("*.*")}
    assert told == there


def test_the_register_has_no_finding(demo_history: Path) -> None:
    assert not check(demo_history).findings


@pytest.mark.slow("checks the whole register as it was at the end of each of 20 months")
def test_at_the_end_of_each_month_it_had_none_either(demo_history: Path, tmp_path: Path) -> None:
    """Nothing with a finding was ever merged."""
    copy = Repository(tmp_path / "copy")
    copy.git("fetch", "--quiet", str(demo_history), "main")
    lines = copy.git("log", "--first-parent", "--format=%cs %H", "FETCH_HEAD").splitlines()
    last_of_month = {line[:7]: line[11:] for line in reversed(lines)}
    assert len(last_of_month) == 20
    for month, commit in last_of_month.items():
        copy.git("checkout", "--quiet", commit)
        assert (month, check(copy.folder).findings) == (month, ())


@pytest.mark.slow("plays and builds the example once more; other days are looked at by day")
def test_the_site_of_an_earlier_day_is_built(tmp_path: Path) -> None:
    folder = make_demo(tmp_path / "demo", date(2025, 3, 1)).folder
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=folder, check=True)
    site = BuiltSite(folder / "site")
    tour = site.read_text("tour/index.html")
    assert "The story is told up to an earlier day" in tour
    assert "1 March 2025" in "".join(site.parse("index.html").itertext())
    assert "groups/warm-homes/index.html" in site.files
    assert "groups/courtyard-sun/index.html" not in site.files


def test_before_the_story_there_is_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", str(tmp_path / "demo"), "--no-serve", "--as-of", "2024-08-31"]) == 2
    assert "the story begins on 2024-09-01; name that day or a later one" in capsys.readouterr().err


def test_an_empty_folder_and_spaces_in_its_name_will_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "my demo"
    folder.mkdir()
    assert main(["demo", str(folder), "--no-serve", "--as-of", "2024-09-05"]) == 0
    assert f"git -C '{folder}' log --first-parent" in capsys.readouterr().out


def test_git_that_fails_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    git = tmp_path / "bin/git"
    git.parent.mkdir()
    git.write_text("#!/bin/sh\necho 'error: unknown option' >&2; exit 129\n", encoding="utf-8")
    git.chmod(0o755)
    monkeypatch.setenv("PATH", str(git.parent), prepend=":")
    assert main(["demo", str(tmp_path / "demo"), "--no-serve"]) == 2
    assert capsys.readouterr().err == "scm: git init failed: error: unknown option\n"


def test_the_folder_says_what_to_do_with_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", str(tmp_path / "demo"), "--no-serve", "--as-of", "2025-03-01"]) == 0
    told = capsys.readouterr().out
    assert "Nobody and nothing in it is real. Its site is made for 2025-03-01." in told
    commands = [line for line in told.splitlines() if "--root" in line and "BRANCH" not in line]
    for command in commands:
        arguments = shlex.split(command)
        arguments = arguments[arguments.index("--root") :]
        assert main(arguments) == 0, command
    assert 'as_of: "2025-03-01"' in (tmp_path / "demo/mkdocs.yml").read_text(encoding="utf-8")


def test_git_takes_no_notice_of_what_stands_beside_the_content(demo_history: Path) -> None:
    assert (demo_history / "docs/pages/tour/index.md").is_file()
    assert Repository(demo_history).git("status", "--porcelain") == ""


def test_a_folder_that_holds_something_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    assert main(["demo", str(tmp_path), "--no-serve"]) == 2
    assert "is not empty; name a new folder" in capsys.readouterr().err
    assert main(["demo", str(tmp_path), "--no-serve", "--replace"]) == 2
    assert "was not made by this command" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_an_example_made_before_is_replaced_when_asked_for(tmp_path: Path) -> None:
    demo = [*("demo", str(tmp_path / "demo"), "--no-serve"), *("--as-of", "2024-09-05")]
    assert main(demo) == 0
    (tmp_path / "demo/site").mkdir()
    assert main(demo) == 2
    assert main([*demo, "--replace"]) == 0
    assert not (tmp_path / "demo/site").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["demo"]


def test_the_site_is_shown_on_this_machine(tmp_path: Path) -> None:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    command = [sys.executable, "-m", "scm_site", "demo", str(tmp_path / "demo"), "--port", str(port)]
    command += ["--as-of", "2024-11-25"]  # a short story
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as served:
        try:
            page = wait_for(f"http://127.0.0.1:{port}/tour/", served)
        finally:
            served.terminate()
    assert "A tour of the example" in page
    assert "nobody and nothing in it is real" in page


def wait_for(address: str, served: subprocess.Popen[str]) -> str:
    """Give a page as soon as it is there; fails when the server has stopped."""
    while served.poll() is None:
        try:
            with urlopen(address) as answer:  # noqa: S310 (our own server)
                return str(answer.read().decode("utf-8"))
        except URLError:
            time.sleep(0.2)
    raise AssertionError(served.stdout.read() if served.stdout else "")


def test_a_port_that_is_taken_is_said_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["demo", str(tmp_path / "demo"), "--port", str(port)]) == 2
    assert capsys.readouterr().err == (
        f"scm: port {port} is taken or not allowed; name another one with --port\n"
    )
    assert not (tmp_path / "demo").exists()
