"""`scm review`, as somebody types it, on real repositories of every kind."""

import json
import shutil
from pathlib import Path

import pytest

from scm_site.cli.main import main
from scm_site.cli.review import FORMATS
from scm_site.demo.repository import Repository
from scm_site.reports.review_document import ReviewData
from tests.built_sites import EXAMPLE
from tests.forms import assert_fits

TOPIC = "content/proposals/2026-shared-data.md"
DAY = ("--as-of", "2026-05-20")


def run(root: Path, *words: str) -> int:
    return main(["--root", str(root), "review", *words])


@pytest.fixture
def changed(example_history: Path, tmp_path: Path) -> Path:
    """A clone with a branch `topic` on which one word of a proposal is another one."""
    copy = tmp_path / "register"
    shutil.copytree(example_history, copy, symlinks=True)
    repository = Repository(copy)
    repository.git("switch", "--quiet", "--create", "topic")
    text = (copy / TOPIC).read_text(encoding="utf-8")
    repository.change("2026-05-19T12:00:00Z", {TOPIC: text.replace("Why this topic", "Why we ask")})
    repository.git("switch", "--quiet", "main")
    return copy


def test_a_fine_change_ends_with_0(changed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(changed, "main", "topic", *DAY) == 0
    told = capsys.readouterr().out
    assert told.startswith("The rules find nothing wrong.")
    assert "+ ## Why we ask" in told


def test_the_working_tree_is_neither_needed_nor_touched(changed: Path) -> None:
    shutil.rmtree(changed / "content")
    assert run(changed, "main", "topic", *DAY) == 0
    assert not (changed / "content").exists()


def test_the_change_is_what_is_checked_out_if_nothing_is_said(
    changed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Repository(changed).git("switch", "--quiet", "topic")
    assert run(changed, "main", *DAY) == 0
    assert "Why we ask" in capsys.readouterr().out


def test_json_is_one_document(changed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(changed, "main", "topic", "--format", "json", "--author", "@example-astrid", *DAY) == 0
    document = json.loads(capsys.readouterr().out)
    assert_fits(document, ReviewData)
    assert (document["version"], document["author"]) == (1, "example-astrid")
    assert document["agreements"][0]["accounts"] == ["example-bruno", "example-clio"]


def test_one_review_is_written_in_several_formats(
    changed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved = {form: tmp_path / form for form in ("text", "json", "markdown")}
    words = [f"--save={form}={path}" for form, path in saved.items()]
    assert run(changed, "main", "topic", "--format", "github", *words, *DAY) == 0
    capsys.readouterr()
    for form, path in saved.items():
        assert run(changed, "main", "topic", "--format", form, *DAY) == 0
        assert path.read_text(encoding="utf-8") == capsys.readouterr().out


def test_findings_become_annotations(changed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repository = Repository(changed)
    repository.git("switch", "--quiet", "topic")
    repository.change("2026-05-19T13:00:00Z", {TOPIC: None})
    assert run(changed, "main", "topic", "--format", "github", *DAY) == 1
    assert f"::error file={TOPIC},line=1" in capsys.readouterr().out


def test_a_silent_rewrite_of_a_published_outcome_is_refused(
    changed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = "content/groups/warm-homes/outcomes/street-guide/outcome.md"
    repository = Repository(changed)
    repository.git("switch", "--quiet", "topic")
    text = (changed / path).read_text(encoding="utf-8")
    repository.change("2026-05-19T13:00:00Z", {path: text.replace("one scaffold", "two scaffolds")})
    assert run(changed, "main", "topic", *DAY) == 1
    told = capsys.readouterr().out
    assert f"{path}:49: B001 the outcome is published, and its `text` would change without a word" in told
    assert "File an act `new-version` beside it that says what changed" in told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("nowhere", "topic"), "there is no revision `nowhere`"),
        (("main", "nowhere"), "there is no revision `nowhere`"),
        (("main", "--output=x"), "unrecognized arguments"),
        (("main", "topic", "--author", "a\nb"), "this is no account"),
        (
            ("main", "topic", "--save", "pdf=x"),
            "write a format (text, json, markdown, github), =, and a file",
        ),
        (("main", "topic", "--save", "json=/nowhere/x"), "No such file or directory"),
    ],
)
def test_what_cannot_run_says_why_in_one_line(
    changed: Path, words: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        code = run(changed, *words)
    except SystemExit as end:
        code = int(str(end.code))
    said = capsys.readouterr()
    assert (code, said.out, said.err.count("\n")) == (2, "", 1)
    assert told in said.err


def test_without_git_there_is_nothing_to_compare(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "content")
    assert run(tmp_path, "main") == 2
    assert "there is no revision `main` in a git repository here" in capsys.readouterr().err


def test_a_first_import_has_no_rules_yet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repository = Repository(tmp_path / "register")
    repository.change("2026-01-01T12:00:00Z", {"README.md": "A register to be\n"})
    repository.git("switch", "--quiet", "--create", "import")
    shutil.copytree(EXAMPLE, repository.folder / "content")
    repository.change("2026-01-02T12:00:00Z", {})
    assert run(repository.folder, "main", "import", *DAY) == 0
    told = capsys.readouterr().out
    assert "content/approvals.yml is missing or has errors on the main branch" in told


def test_a_change_that_takes_all_content_away(changed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repository = Repository(changed)
    repository.git("switch", "--quiet", "topic")
    shutil.rmtree(changed / "content")
    repository.change("2026-05-19T13:00:00Z", {"README.md": "empty\n"})
    assert run(changed, "main", "topic") == 2
    assert "there is no folder `content` in topic" in capsys.readouterr().err


@pytest.mark.parametrize("kind", ["shallow", "worktree", "bare"])
def test_other_kinds_of_repository(
    changed: Path, tmp_path: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    git = Repository(changed).git
    copy = tmp_path / kind
    if kind == "worktree":
        git("worktree", "add", "--quiet", "--detach", str(copy), "main")
    else:
        words = ("--depth", "2", "--no-single-branch") if kind == "shallow" else ("--bare",)
        git("clone", "--quiet", *words, f"file://{changed}", str(copy))
    head = "origin/topic" if kind == "shallow" else "topic"
    base = "origin/main" if kind == "shallow" else "main"
    assert run(copy, base, head, *DAY) == 0
    assert "+ ## Why we ask" in capsys.readouterr().out


def test_a_shallow_clone_says_what_is_not_known(
    changed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    address, git = f"file://{changed}", Repository(changed).git
    git("clone", "--quiet", "--depth", "2", "--no-single-branch", address, str(tmp_path / "two"))
    assert run(tmp_path / "two", "origin/main", "origin/topic", *DAY) == 0
    assert "the clone is shallow: the dates of older changes are not known" in capsys.readouterr().out
    git("clone", "--quiet", "--depth", "1", "--no-single-branch", address, str(tmp_path / "one"))
    assert run(tmp_path / "one", "origin/main", "origin/topic", *DAY) == 2
    assert "have no commit in common; this clone is shallow" in capsys.readouterr().err


def test_a_submodule_is_the_repository(
    changed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outer = Repository(tmp_path / "outer")
    allowed = ("-c", "protocol.file.allow=always")
    outer.git(*allowed, "submodule", "--quiet", "add", str(changed), "register")
    assert run(outer.folder / "register", "main", "origin/topic", *DAY) == 0
    assert "+ ## Why we ask" in capsys.readouterr().out


def test_the_same_change_gives_the_same_bytes(changed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = []
    for form in FORMATS * 2:
        run(changed, "main", "topic", "--format", form, *DAY)
        told.append(capsys.readouterr().out)
    assert told[: len(FORMATS)] == told[len(FORMATS) :]


def test_errors_of_the_main_branch_are_not_those_of_the_change(
    changed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    event = "content/events/2026-06-11-forum.yml"
    text = (changed / event).read_text(encoding="utf-8")
    Repository(changed).change("2026-05-19T14:00:00Z", {event: text.replace("last_day:", "last_days:")})
    assert run(changed, "main", "topic", *DAY) == 0
    told = capsys.readouterr().out
    assert "1 finding was there before, in files that this change leaves alone." in told
    assert "because the main branch has errors of its own" in told


def test_a_whole_group_is_not_moved_away(changed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repository = Repository(changed)
    repository.git("switch", "--quiet", "topic")
    (changed / "content/groups/quiet-streets").rename(changed / "quiet-streets")
    repository.change("2026-05-19T13:00:00Z", {})
    assert run(changed, "main", "topic", *DAY) == 1
    told = capsys.readouterr().out
    assert (
        "quiet-streets/launch.md:1: B003 the launch `content/groups/quiet-streets/launch.md` would leave"
        in told
    )
    assert told.count(" B003 ") == 28


def test_a_register_in_a_folder_of_a_larger_repository(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    repository = Repository(tmp_path / "outer")
    shutil.copytree(EXAMPLE, repository.folder / "register/content")
    repository.change("2026-01-01T12:00:00Z", {"README.md": "outside\n"})
    repository.git("switch", "--quiet", "--create", "topic")
    path = f"register/{TOPIC}"
    text = (repository.folder / path).read_text(encoding="utf-8")
    repository.change("2026-05-19T12:00:00Z", {path: text.replace("Why this topic", "Why we ask")})
    assert run(repository.folder / "register", "main", "topic", *DAY) == 0
    told = capsys.readouterr().out
    assert "+ ## Why we ask" in told
    assert TOPIC in told
