"""The steps of check.yml on real repositories: honest changes, dishonest ones, and ones that want to be run."""

import json
import stat
from pathlib import Path

import pytest

from scm_site.demo.repository import Repository
from scm_site.reports.review_document import ReviewData, read_review
from tests.workflows.changes import Change, make_change, make_upstream
from tests.workflows.steps import StepRan

GUIDE = "content/groups/warm-homes/outcomes/street-guide/outcome.md"
PROPOSAL = "content/proposals/2026-shared-data.md"
NEW_PROPOSAL = "content/proposals/2026-cool-schools.md"


@pytest.fixture(scope="module")
def upstream(example_history: Path, tmp_path_factory: pytest.TempPathFactory) -> Repository:
    return make_upstream(example_history, tmp_path_factory.mktemp("forge") / "groups.git")


def read(upstream: Repository, path: str) -> str:
    return (upstream.folder / path).read_text(encoding="utf-8")


def propose(upstream: Repository) -> dict[str, str | None]:
    """Give a change that proposes a topic, as an applicant would."""
    head, _, rest = read(upstream, PROPOSAL).partition("decision:\n")
    text = head + rest[rest.index("---\n") :]
    return {NEW_PROPOSAL: text.replace("Shared data for shared bicycles", "Schools that stay cool in summer")}


def run(change: Change, name: str) -> StepRan:
    return change.workspace.run("check.yml", "review", name)


def review(change: Change) -> StepRan:
    return run(change, "Review the change")


def read_document(change: Change) -> ReviewData:
    return read_review((change.workspace.temp / "review/review.json").read_text(encoding="utf-8"))


def list_commands(log: str) -> list[str]:
    """Give the lines that the runner would obey."""
    return [line for line in log.splitlines() if line.startswith("::") or "##[" in line]


def test_an_honest_proposal(upstream: Repository, tmp_path: Path) -> None:
    change = make_change(upstream, tmp_path, propose(upstream), author="example-nils")
    ran = review(change)
    assert ran.code == 0, ran.log
    document = read_document(change)
    assert [(one.what, one.path) for one in document.records] == [("new", NEW_PROPOSAL)]
    assert document.author == "example-nils"
    assert [one.office for one in document.agreements] == ["Advisory Board"]
    assert "Schools that stay cool in summer" in ran.summary
    assert "Advisory Board" in ran.summary
    built = run(change, "Build the site as it would be")
    assert built.code == 0, built.log
    assert "attached to this run as `site`" in built.summary
    site = change.workspace.temp / "site"
    assert "stay cool in summer" in (site / "proposals/2026-cool-schools/index.html").read_text("utf-8")
    assert not (change.trusted / "site").exists()


@pytest.mark.slow("the review itself is a case by day, and so are the steps")
def test_a_published_outcome_is_not_rewritten_in_silence(upstream: Repository, tmp_path: Path) -> None:
    text = read(upstream, GUIDE)
    title = next(line for line in text.splitlines() if line.startswith("title: "))
    change = make_change(upstream, tmp_path, {GUIDE: text.replace(title, "title: Another guide")})
    ran = review(change)
    assert ran.code == 1
    (told,) = [line for line in list_commands(ran.log) if line.startswith("::error ")]
    assert told.startswith(f"::error file={GUIDE},line=2,")
    assert "the outcome is published, and its `title` would change without a word to readers" in told
    assert "Give the outcome a new `version` and say under `versions` what changed" in told
    assert "without a word to readers" in ran.summary
    assert read_document(change).has_errors
    built = run(change, "Build the site as it would be")
    assert built.code == 0, built.log
    assert "### The site after this change" in built.summary


def test_content_with_errors_has_no_site_and_the_run_says_why(upstream: Repository, tmp_path: Path) -> None:
    text = read(upstream, PROPOSAL).replace("duration_months: 15", "duration_months: long")
    change = make_change(upstream, tmp_path, {PROPOSAL: text})
    assert review(change).code == 1
    built = run(change, "Build the site as it would be")
    assert built.code == 0, built.log
    assert "### There is no site of this change" in built.summary
    assert "The content has errors" in built.summary
    assert not (change.workspace.temp / "site").exists()
    assert list_commands(built.log) == []


def plant(upstream: Repository, marker: Path) -> dict[str, str | None]:
    """Give files that would leave a marker if anything of them ran."""
    python = f"import pathlib\npathlib.Path({str(marker)!r}).touch()\n"
    shell = f"#!/bin/sh\ntouch '{marker}'\n"
    unsafe = f"site_name: !!python/object/apply:os.system [\"touch '{marker}'\"]\n"
    settings = read(upstream, "mkdocs.yml")
    modules = ("conftest", "sitecustomize", "usercustomize", "json", "yaml", "git", "mkdocs", "runner")
    return {
        **{f"{name}.py": python for name in modules},
        **{f"content/{name}.py": python for name in ("conftest", "sitecustomize")},
        **{
            f".github/scripts/{path.name}": python
            for path in (upstream.folder / ".github/scripts").glob("*.py")
        },
        "scm_site/__init__.py": python,
        "scm_site/__main__.py": python,
        "mkdocs/__main__.py": python,
        "docs/pages/hook.py": python,
        "mkdocs.yml": unsafe + settings + "hooks:\n  - docs/pages/hook.py\n",
        "Makefile": f"$(shell touch '{marker}')\n.venv/.site-installed:\n\ttouch '{marker}'\n",
        ".ci/run": shell,
        ".gitattributes": "* filter=planted diff=planted merge=planted\n",
        ".gitconfig": f"[core]\n\tfsmonitor = touch '{marker}'\n",
        ".gitmodules": f'[submodule "x"]\n\tpath = x\n\turl = ext::sh\n\tupdate = !touch {marker}\n',
        ".venv/bin/python": shell,
    }


def test_nothing_of_a_change_is_ever_run(upstream: Repository, tmp_path: Path) -> None:
    marker = tmp_path / "it-ran"
    change = make_change(upstream, tmp_path, {**propose(upstream), **plant(upstream, marker)})
    for path in change.submission.rglob("*"):
        if path.is_file() and ".git" not in path.relative_to(change.submission).parts[:1]:
            path.chmod(path.stat().st_mode | stat.S_IXUSR)
    ran = review(change)
    assert ran.code == 1
    mixed = {one.path for one in read_document(change).findings if one.rule == "B010"}
    assert {"mkdocs.yml", "Makefile", "conftest.py", ".ci/run", "scm_site/__init__.py"} <= mixed
    run(change, "Build the site as it would be")
    assert not marker.exists()


def test_content_and_schemas_do_not_change_together(upstream: Repository, tmp_path: Path) -> None:
    changes = {**propose(upstream), "schemas/proposal.schema.json": "{}\n"}
    change = make_change(upstream, tmp_path, changes)
    ran = review(change)
    assert ran.code == 1
    (found,) = [one for one in read_document(change).findings if one.severity == "error"]
    assert (found.rule, found.path) == ("B010", "schemas/proposal.schema.json")
    assert "Make two pull requests" in ran.summary


def test_a_change_to_the_program_alone_is_reviewed_too(upstream: Repository, tmp_path: Path) -> None:
    change = make_change(upstream, tmp_path, {"schemas/proposal.schema.json": "{}\n"})
    assert review(change).code == 0
    assert [one.office for one in read_document(change).agreements] == ["maintainers"]


def test_hostile_words_are_no_commands_and_no_markup(upstream: Repository, tmp_path: Path) -> None:
    hostile = "x ##[error]x ::error::x @everyone </summary><script>alert(1)</script> ![](//evil.example/x)"
    change = propose(upstream)
    text = str(change[NEW_PROPOSAL]).replace("Schools that stay cool in summer", json.dumps(hostile))
    text = text.replace("duration_months: 15", "duration_months: '::error::%0A##[error]'")
    laid = make_change(upstream, tmp_path, {NEW_PROPOSAL: text})
    ran = review(laid)
    assert ran.code == 1
    assert all(
        line.startswith((f"::error file={NEW_PROPOSAL},", "::notice ")) for line in list_commands(ran.log)
    )
    assert "<script" not in ran.summary
    assert "@everyone" not in ran.summary
    assert "![](" not in ran.summary
    assert list_commands(run(laid, "Build the site as it would be").log) == []


@pytest.mark.parametrize("author", ["$(touch it-ran)", "'; touch it-ran; '", "--root=/", "-h", "@x"])
def test_no_account_becomes_a_command(upstream: Repository, tmp_path: Path, author: str) -> None:
    change = make_change(upstream, tmp_path, {PROPOSAL: read(upstream, PROPOSAL) + "\nMore.\n"})
    change.workspace.known = {"github.event.pull_request.user.login": author}
    assert review(change).code in (0, 1)
    assert list(tmp_path.rglob("it-ran")) == []
    assert read_document(change).author == author.removeprefix("@")


def test_a_merge_group_has_no_author_and_is_reviewed_all_the_same(
    upstream: Repository, tmp_path: Path
) -> None:
    change = make_change(upstream, tmp_path, propose(upstream))
    change.workspace.known = {"github.event.pull_request.user.login": ""}
    assert review(change).code == 0
    assert read_document(change).author == ""


def test_a_review_that_cannot_be_made_is_said_plainly(upstream: Repository, tmp_path: Path) -> None:
    gone: dict[str, str | None] = {
        path.relative_to(upstream.folder).as_posix(): None
        for path in (upstream.folder / "content").rglob("*")
        if path.is_file()
    }
    change = make_change(upstream, tmp_path, gone)
    ran = review(change)
    assert ran.code == 2
    assert "The review could not be made: scm: there is no folder `content` in HEAD" in ran.log
    assert ran.summary.startswith("## The review could not be made\n")
    assert "there is no folder" in ran.summary
    assert not (change.workspace.temp / "review").exists()


def test_the_main_branch_may_have_gone_on_since_the_merge_was_made(
    upstream: Repository, tmp_path: Path
) -> None:
    change = make_change(upstream, tmp_path, propose(upstream))
    later = Repository(change.trusted)
    later.git("switch", "--quiet", "main")
    later.change("2026-05-21T12:00:00Z", {"content/proposals/2026-later.md": read(upstream, PROPOSAL)})
    later.git("fetch", "--quiet", str(change.trusted), "main", folder=change.submission)
    assert review(change).code == 0
    assert [one.path for one in read_document(change).records] == [NEW_PROPOSAL]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({PROPOSAL: "Anything.\n"}, "false"),
        ({PROPOSAL: "Anything.\n", "README.md": "Anything.\n"}, "true"),
        ({"contents.py": "Anything.\n"}, "true"),
        ({".github/CODEOWNERS": "Anything.\n"}, "true"),
        ({}, "true"),
    ],
)
def test_the_tests_run_when_more_than_content_changes(
    upstream: Repository, tmp_path: Path, changes: dict[str, str | None], code: str
) -> None:
    change = make_change(upstream, tmp_path, changes)
    change.workspace.known = {"github.event.merge_group.base_sha": ""}
    change.workspace.folder = change.submission
    ran = change.workspace.run("check.yml", "tests", "Find out whether more than content changes")
    assert (ran.code, ran.output) == (0, f"code={code}\n")


def test_a_file_that_leaves_content_makes_the_tests_run(upstream: Repository, tmp_path: Path) -> None:
    change = make_change(upstream, tmp_path, {PROPOSAL: None, "moved.md": read(upstream, PROPOSAL)})
    change.workspace.known = {"github.event.merge_group.base_sha": upstream.git("rev-parse", "main")}
    change.workspace.folder = change.submission
    ran = change.workspace.run("check.yml", "tests", "Find out whether more than content changes")
    assert ran.output == "code=true\n"


def test_when_git_cannot_tell_every_test_runs(upstream: Repository, tmp_path: Path) -> None:
    change = make_change(upstream, tmp_path, {PROPOSAL: "Anything.\n"})
    change.workspace.known = {"github.event.merge_group.base_sha": "--output=it-ran"}
    change.workspace.folder = change.submission
    ran = change.workspace.run("check.yml", "tests", "Find out whether more than content changes")
    assert (ran.code, ran.output) == (0, "code=true\n")
    assert list(tmp_path.rglob("it-ran")) == []
