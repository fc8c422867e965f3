"""How the command line ends, whatever it is given: 2 and one line, never a traceback."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from scm_site.cli.main import main
from tests.cli.small_register import EVENT, make_register

pytestmark = pytest.mark.broad

FIRST = "content/events/2026-06-12-a.yml"


def run(arguments: list[str]) -> int:
    """Run the command; argparse ends the program itself."""
    try:
        return main(arguments)
    except SystemExit as ended:
        return int(ended.code or 0)


def run_as_program(
    *arguments: str | bytes, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "scm_site", *arguments]
    return subprocess.run(command, capture_output=True, check=False, env=environment)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "COMMAND"),
        (["chekc"], "chekc"),
        (["publish"], "publish"),
        (["check", "--format", "html"], "html"),
        (["check", "--forma", "json"], "--forma"),
        (["--root", "nowhere", "check"], "there is no folder nowhere"),
        (["--root", "a-file", "check"], "there is no folder a-file"),
        (["--root", "empty", "check"], "there is no folder `content` in empty"),
        (["--root", "empty", "check"], "run it where content/ is, or give --root"),
        (["--root", "register", "new", "event", "0001-01-01-x"], "not between 1900 and 2199"),
        (["--root", "empty", "new", "settings"], "there is no folder `content` in empty"),
        (
            ["--root", "register", "check", "content/nothing.md"],
            "there is no file or folder content/nothing.md",
        ),
        (["--root", "register", "check", "a-file"], "a-file is outside of register"),
        (["--root", "register", "check", "register/../empty"], "register/../empty is outside of register"),
        (["--root", "register", "check", ""], "there is no file or folder"),
        (["--root", "register", "check", "a\0b"], "there is no file or folder"),
        (["--root", "register\0", "check"], "there is no folder"),
        (["--root", "register", "check", "x" * 5000], "there is no file or folder"),
        (["--root", "register", "new", "metting"], "did you mean `meeting`?"),
        (["--root", "register", "new", "event", "\x1b[31m\n::error::x"], "U+001B"),
    ],
)
def test_what_cannot_run_says_why_in_one_line(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    words: str,
) -> None:
    make_register(tmp_path / "register")
    (tmp_path / "a-file").write_text("x", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    assert run(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert words in captured.err
    assert len(captured.err.splitlines()) == 1
    assert captured.err.startswith("scm")
    assert captured.err.rstrip("\n").isprintable()


def test_help_lists_the_commands_that_exist(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    out = capsys.readouterr().out
    for command in ("check", "new", "status", "due", "audit", "owners", "export"):
        assert command in out
    assert "publish" not in out


def test_the_program_runs_as_a_module(tmp_path: Path) -> None:
    make_register(tmp_path, {FIRST: EVENT.replace("Brussels", "")})
    ended = run_as_program("--root", str(tmp_path), "check", "--format", "json")
    assert (ended.returncode, ended.stderr) == (1, b"")
    assert json.loads(ended.stdout)["summary"] == {"files": 7, "errors": 1, "warnings": 0}
    assert run_as_program("--version").stdout.startswith(b"scm ")


def test_a_reader_that_leaves_early_is_no_fault(tmp_path: Path) -> None:
    faults = {f"content/events/2026-06-12-{number}.yml": "type: x\n" for number in range(300)}
    make_register(tmp_path, faults)
    command = [sys.executable, "-m", "scm_site", "--root", str(tmp_path), "check"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdout
        assert program.stderr
        program.stdout.readline()
        program.stdout.close()
        assert program.stderr.read() == b""
    assert program.returncode == 1


def test_a_terminal_without_unicode_is_no_fault(tmp_path: Path) -> None:
    make_register(tmp_path, {FIRST: EVENT.replace("type: event", "type: Łódź")})
    ended = run_as_program(
        "--root", str(tmp_path), "check", environment={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    )
    assert (ended.returncode, ended.stderr) == (1, b"")
    assert b"`\\u0141\\xf3d\\u017a`" in ended.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="arguments are not bytes there")
def test_arguments_that_are_not_utf8_are_no_fault(tmp_path: Path) -> None:
    make_register(tmp_path)
    ended = run_as_program("--root", str(tmp_path), "check", b"content/\xff")
    assert ended.returncode == 2
    assert ended.stderr.count(b"\n") == 1
    assert b"Traceback" not in ended.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="a shell there closes no stream")
@pytest.mark.parametrize(
    ("command", "redirection", "code", "words"),
    [
        ("check", ">&-", 2, "scm: standard output is closed"),
        ("new event 2026-06-12-b", ">&-", 2, "scm: standard output is closed"),
        ("--help", ">&-", 2, "scm: standard output is closed"),
        ("check", ">/dev/full", 2, "scm: standard output: No space left on device"),
        ("--help", ">/dev/full", 2, "scm: standard output: No space left on device"),
        ("check", "2>&- <&-", 1, ""),
        ("check nothing", "2>/dev/full", 2, ""),
        ("check", ">&- 2>&- <&-", 2, ""),
    ],
)
def test_an_answer_that_cannot_be_printed_is_said_in_one_line(
    tmp_path: Path, command: str, redirection: str, code: int, words: str
) -> None:
    faults = {f"content/events/2026-06-12-{number}.yml": "type: x\n" for number in range(50)}
    make_register(tmp_path, faults)
    line = f'"{sys.executable}" -m scm_site --root "{tmp_path}" {command} {redirection}'
    ended = subprocess.run(["sh", "-c", line], capture_output=True, check=False, text=True)
    assert ended.returncode == code
    assert ended.stderr == (f"{ended.stderr.rstrip()}\n" if words else "")
    assert ended.stderr.startswith(words)
    assert len(ended.stderr.splitlines()) == bool(words)
    assert not (tmp_path / "content/events/2026-06-12-b.yml").exists()
