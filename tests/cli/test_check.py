"""`scm check`: what it prints, which findings it shows, and how it ends."""

import json
import shutil
from pathlib import Path

import pytest

from scm_site.cli.main import main
from scm_site.demo.repository import Repository
from scm_site.reports import RENDERERS
from tests.cli.small_register import EVENT, make_register
from tests.register_cases import EXAMPLE

BAD_EVENT = EVENT.replace("Brussels", "")
THREE_FAULTS = "type: evnt\ntitle: Forum\ndate: 2026-13-12\nplaice: Brussels\nplace: Ghent\n"
FIRST = "content/events/2026-06-12-a.yml"
LAST = "content/events/2026-06-12-z.yml"


def read_json(capsys: pytest.CaptureFixture[str]) -> list[tuple[str, int, str]]:
    """Give path, line and rule of each finding; nothing else may have been printed."""
    captured = capsys.readouterr()
    assert captured.err == ""
    told = json.loads(captured.out)
    return [(finding["path"], finding["line"], finding["rule"]) for finding in told["findings"]]


def test_a_register_without_faults_is_fine(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_register(tmp_path, {FIRST: EVENT})
    assert main(["--root", str(tmp_path), "check"]) == 0
    assert capsys.readouterr().out == "7 files, nothing to mend\n"


def test_a_bad_first_file_is_not_forgotten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_register(tmp_path, {FIRST: BAD_EVENT, LAST: EVENT})
    assert main(["--root", str(tmp_path), "check", "--format", "json"]) == 1
    assert {path for path, _, _ in read_json(capsys)} == {FIRST}


def test_three_faults_in_a_file_are_three_findings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_register(tmp_path, {FIRST: THREE_FAULTS, LAST: BAD_EVENT})
    assert main(["--root", str(tmp_path), "check", "--format", "json"]) == 1
    found = read_json(capsys)
    assert [(line, rule) for path, line, rule in found if path == FIRST] == [
        (1, "S004"),
        (3, "S005"),
        (4, "S001"),
    ]
    assert [rule for path, _, rule in found if path == LAST] == ["S008"]


def test_an_unchanged_template_is_not_evidence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_register(tmp_path, {"content/events/README.md": "Help\n"})
    assert main(["--root", str(tmp_path), "new", "event", "2026-06-12-a"]) == 0
    capsys.readouterr()
    assert main(["--root", str(tmp_path), "check", "--format", "json"]) == 1
    assert {(path, rule) for path, _, rule in read_json(capsys)} == {(FIRST, "T001")}


def test_warnings_alone_are_fine(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_register(tmp_path, {FIRST: EVENT.replace("Forum", "Foru\u0301m")})
    assert main(["--root", str(tmp_path), "check"]) == 0
    out = capsys.readouterr().out
    assert out.splitlines()[0].endswith("(warning)")
    assert out.endswith("\n1 warning in 7 files\n")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ([], {FIRST, LAST}),
        ([FIRST], {FIRST}),
        ([LAST, FIRST], {FIRST, LAST}),
        (["content/events"], {FIRST, LAST}),
        (["content/events/"], {FIRST, LAST}),
        (["content/proposals"], set()),
        (["content/settings.yml"], set()),
        (["."], {FIRST, LAST}),
        (["content/../content/events/2026-06-12-a.yml"], {FIRST}),
    ],
)
def test_paths_choose_what_is_shown(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    typed: list[str],
    shown: set[str],
) -> None:
    make_register(tmp_path, {FIRST: BAD_EVENT, LAST: BAD_EVENT, "content/proposals/README.md": "Help\n"})
    monkeypatch.chdir(tmp_path)
    code = main(["check", "--format", "json", *typed])
    assert {path for path, _, _ in read_json(capsys)} == shown
    assert code == (1 if shown else 0)


def test_a_path_may_be_typed_from_here_or_from_the_root(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    make_register(tmp_path / "register", {FIRST: BAD_EVENT, LAST: BAD_EVENT})
    monkeypatch.chdir(tmp_path)
    for typed in (FIRST, f"register/{FIRST}", str(tmp_path / "register" / FIRST)):
        assert main(["--root", "register", "check", "--format", "json", typed]) == 1
        assert {path for path, _, _ in read_json(capsys)} == {FIRST}


@pytest.mark.parametrize("form", RENDERERS)
def test_every_format_says_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str) -> None:
    make_register(tmp_path, {FIRST: BAD_EVENT})
    assert main(["--root", str(tmp_path), "check", "--format", form]) == 1
    out = capsys.readouterr().out
    assert FIRST in out
    assert "S008" in out


def test_the_clock_does_not_matter(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The check takes no day, so that the same content gives the same findings next year."""
    with pytest.raises(SystemExit) as ended:
        main(["--root", str(tmp_path), "check", "--as-of", "2027-01-01"])
    assert ended.value.code == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_faults_in_files_that_a_change_does_not_touch_are_warnings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    repository = Repository(tmp_path / "register")
    make_register(repository.folder, {FIRST: BAD_EVENT})
    repository.change("2026-01-01T12:00:00Z", {})
    (repository.folder / LAST).write_text(EVENT, encoding="utf-8")
    arguments = ["--root", str(repository.folder), "check", "--base", "main"]
    assert main(arguments) == 0
    assert f"{FIRST}:4: S008" in capsys.readouterr().out
    (repository.folder / LAST).write_text(BAD_EVENT, encoding="utf-8")
    assert main(arguments) == 1


def test_a_base_that_is_no_revision_is_said_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_register(tmp_path)
    assert main(["--root", str(tmp_path), "check", "--base", "main"]) == 2
    said = "scm: there is no revision `main` in a git repository here: not a git repository ("
    assert capsys.readouterr().err.startswith(said)


def test_an_error_that_a_change_causes_elsewhere_stays_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    repository = Repository(tmp_path / "register")
    shutil.copytree(EXAMPLE / "content", repository.folder / "content")
    repository.change("2026-01-01T12:00:00Z", {})
    (repository.folder / "content/events/2025-06-12-forum.yml").unlink()
    assert main(["--root", str(repository.folder), "check", "--base", "main"]) == 1
    told = capsys.readouterr().out
    assert ".shown.yml" in told
    assert "the event `2025-06-12-forum`" in told


def test_a_warning_that_a_change_may_not_add_to_is_an_error_where_it_is_new(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What the register held before a rule came does not turn it red, also in a file that is touched."""
    hidden = EVENT.replace("Brussels", "Brussels, 02 123 45 67")
    repository = Repository(tmp_path / "register")
    make_register(repository.folder, {FIRST: hidden})
    repository.change("2026-01-01T12:00:00Z", {})
    assert main(["--root", str(repository.folder), "check"]) == 0
    (repository.folder / FIRST).write_text(hidden.replace("Forum", "Our forum"), encoding="utf-8")
    arguments = ["--root", str(repository.folder), "check", "--base", "main"]
    assert main(arguments) == 0
    assert "N006" in capsys.readouterr().out
    (repository.folder / LAST).write_text(hidden, encoding="utf-8")
    assert main(arguments) == 1
    told = capsys.readouterr().out.split("\n\n")
    assert [paragraph.splitlines()[0].endswith("(warning)") for paragraph in told[:-1]] == [True, False]
