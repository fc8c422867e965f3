"""The comment with the review: the real script after a run of the check, against a forge on this machine."""

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from scm_site.days import parse_day
from scm_site.pipeline import review
from scm_site.reports.review_document import make_review_document, render_review_json
from tests.git_repository import Repository
from tests.workflows.forge_pulls import FakePull, ForgeWithPulls, make_commit
from tests.workflows.forge_server import REPOSITORY, serve
from tests.workflows.scripts import Ran, run_with_forge

MARKER = "<!-- scm-review -->\n"
COMMIT = make_commit(7)
GUIDE = "content/groups/warm-homes/outcomes/street-guide/outcome.md"


@dataclass
class Scene:
    """A forge, the run of the check that has just ended, and the file that it left."""

    forge: ForgeWithPulls
    folder: Path
    event: dict[str, Any] = field(default_factory=dict)

    @property
    def review(self) -> Path:
        return self.folder / "review" / "review.json"

    def leave(self, text: str | bytes) -> None:
        self.review.parent.mkdir(exist_ok=True)
        self.review.write_bytes(text if isinstance(text, bytes) else text.encode())

    def run(self, code: int = 0) -> Ran:
        event = self.folder / "event.json"
        event.write_text(json.dumps(self.event), encoding="utf-8")
        ran = run_with_forge(self.forge, "keep_review_comment.py", self.review, GITHUB_EVENT_PATH=str(event))
        assert ran.code == code, ran.said
        return ran

    @property
    def body(self) -> str:
        (comment,) = self.forge.said
        return str(comment["body"])


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    """Give a pull request from a fork whose newest commit was checked."""
    forge = ForgeWithPulls()
    forge.pulls.append(FakePull(number=12, sha=COMMIT))
    run = {
        "id": 4711,
        "event": "pull_request",
        "conclusion": "success",
        "head_sha": COMMIT,
        "head_branch": "patch-1",
        "head_repository": {"full_name": "nils/groups", "owner": {"login": "nils"}},
        "pull_requests": [],  # as for every fork
    }
    event = {"workflow_run": run, "repository": {"full_name": REPOSITORY, "default_branch": "main"}}
    with serve(forge):
        yield Scene(forge, tmp_path, event)


@pytest.fixture(scope="module")
def rewrite(example_history: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give the review of a change that rewrites a published outcome, as the check leaves it."""
    root = tmp_path_factory.mktemp("rewrite") / "register"
    repository = Repository(root)
    repository.git("pull", "--quiet", str(example_history), "main")
    text = (root / GUIDE).read_text(encoding="utf-8")
    title = next(line for line in text.splitlines() if line.startswith("title: "))
    repository.change("2026-05-20T12:00:00Z", {GUIDE: text.replace(title, "title: Another guide")})
    made = review(root, "HEAD^", "HEAD", as_of=parse_day("2026-05-20"), author="nils")
    return render_review_json(make_review_document(made.review, "https://example.org/"))


def test_the_first_check_of_a_forks_pull_request_gets_a_comment(scene: Scene, rewrite: str) -> None:
    scene.leave(rewrite)
    assert scene.run().lines == ["Pull request 12: wrote the comment."]
    assert scene.body.startswith(f"{MARKER}## ")
    assert "would change without a word to readers" in scene.body
    assert "Another guide" in scene.body
    assert "Secretariat" in scene.body
    assert f"about commit {COMMIT}" in scene.body
    assert f"https://github.com/{REPOSITORY}/actions/runs/4711" in scene.body
    assert "Mind:" not in scene.body
    assert scene.forge.writes == [("POST", "/issues/12/comments")]


def test_links_lead_where_the_main_branchs_own_settings_say(scene: Scene, rewrite: str) -> None:
    document = json.loads(rewrite)
    document["findings"][0]["help"] = "https://evil.example/rules/B001/"
    scene.leave(json.dumps(document))
    scene.run()
    found = set(re.findall(r"https://[^/>)\s]+", scene.body))
    assert "https://evil.example" not in found
    assert "https://example.org" not in found
    assert found <= {"https://groups.smart-cities.example", "https://github.com"}


def test_the_same_review_is_not_written_again_and_another_one_in_its_place(
    scene: Scene, rewrite: str
) -> None:
    scene.leave(rewrite)
    scene.run()
    scene.forge.said[0]["body"] = scene.body.strip().replace("\n", "\r\n")  # as a forge may give it back
    assert scene.run().lines == ["Pull request 12: the comment is as it should be."]
    assert scene.forge.writes == []
    scene.leave(rewrite.replace("Another guide", "A third guide"))
    assert scene.run().lines == ["Pull request 12: changed the comment."]
    assert scene.forge.writes == [("PATCH", "/issues/comments/900")]
    assert "A third guide" in scene.body


@pytest.mark.parametrize(
    ("body", "author"),
    [
        (MARKER + "All is well.", "mallory"),
        (MARKER + "All is well.", ""),
        (MARKER + "All is well.", "github-actions"),
        ("Look: " + MARKER, "github-actions[bot]"),
        ("<!-- scm-reminder: warm-homes -->\n", "github-actions[bot]"),
    ],
)
def test_what_only_looks_like_our_comment_is_left_alone(
    scene: Scene, rewrite: str, body: str, author: str
) -> None:
    scene.forge.say(12, body, author)
    scene.leave(rewrite)
    assert scene.run().lines == ["Pull request 12: wrote the comment."]
    assert [comment["body"] == body for comment in scene.forge.said] == [True, False]


def test_our_comment_is_found_on_a_later_page(scene: Scene, rewrite: str) -> None:
    for number in range(230):
        scene.forge.say(12, f"Noise {number}", "mallory")
    scene.leave(rewrite)
    scene.run()
    assert scene.run().lines == ["Pull request 12: the comment is as it should be."]


def test_a_check_of_an_older_commit_says_nothing(scene: Scene, rewrite: str) -> None:
    scene.leave(rewrite)
    scene.event["workflow_run"]["head_sha"] = make_commit(6)
    (line,) = scene.run().lines
    assert line == f"Nothing to do for the check of {make_commit(6)}: its branch has a newer commit."
    assert scene.forge.said == []


@pytest.mark.parametrize(
    "other",
    [
        {"repository": "mallory/groups", "branch": "patch-1"},
        {"repository": "nils/another"},
        {"repository": ""},
        {"branch": "patch-2"},
        {"base": "drafts"},
        {"merged_by": "astrid"},
    ],
)
def test_the_number_comes_from_branch_and_commit_alone(
    scene: Scene, rewrite: str, other: dict[str, Any]
) -> None:
    scene.leave(rewrite)
    scene.forge.pulls[:] = [FakePull(number=12, sha=COMMIT, **other)]
    # What the run says itself does not count; for a fork the forge leaves it empty.
    scene.event["workflow_run"]["pull_requests"] = [{"number": 12}]
    (line,) = scene.run().lines
    assert line.endswith("there is no open pull request of its branch.")
    assert scene.forge.said == []


def test_of_two_pull_requests_of_one_branch_the_one_to_the_main_branch_is_meant(
    scene: Scene, rewrite: str
) -> None:
    scene.leave(rewrite)
    scene.forge.pulls.insert(0, FakePull(number=3, sha=COMMIT, base="drafts"))
    assert scene.run().lines == ["Pull request 12: wrote the comment."]


def test_where_nothing_tells_two_pull_requests_apart_neither_gets_a_comment(
    scene: Scene, rewrite: str
) -> None:
    scene.leave(rewrite)
    scene.forge.pulls.append(FakePull(number=13, sha=COMMIT))
    (line,) = scene.run().lines
    assert "2 open pull requests have this commit" in line
    assert scene.forge.said == []


@pytest.mark.parametrize(
    "changes",
    [
        {"files": ["content/proposals/2026-a.md", ".github/workflows/check.yml"]},
        {"files": ["contents.md"]},
        {"files": ["content/scripts.md"], "renamed_from": ".github/scripts/review_change.py"},
        {"files": [f"content/{number}.md" for number in range(250)] + ["Makefile"]},
        {"changed_files": 3001},
    ],
)
def test_a_change_that_could_have_changed_its_own_check_is_said_to_prove_little(
    scene: Scene, rewrite: str, changes: dict[str, Any]
) -> None:
    scene.leave(rewrite)
    scene.forge.pulls[:] = [FakePull(number=12, sha=COMMIT, **changes)]
    scene.run()
    assert scene.body.startswith(f"{MARKER}**Mind:** this pull request changes more than `content/`.")


def test_a_missing_review_is_told(scene: Scene) -> None:
    ran = scene.run()
    assert ran.lines[0] == "There is no review to show: the run left no review"
    assert "## The review could not be made" in scene.body
    assert "actions/runs/4711" in scene.body


def change(document: str, **changes: Any) -> str:
    return json.dumps({**json.loads(document), **changes})


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: "",
        lambda _: "[" * 200_000,
        lambda good: good[: len(good) // 2],
        lambda good: good.encode("utf-16"),
        lambda _: b"\xff\xfe\x00",
        lambda _: '{"version": 1' + "0" * 5000 + "}",
        lambda good: change(good, version=2),
        lambda good: change(good, number=99),
        lambda good: change(good, records="x"),
        lambda good: change(good, base="main"),
        lambda good: change(good, author="x" * 5000),
    ],
)
def test_a_broken_review_is_told_and_nothing_of_it_is_shown(scene: Scene, rewrite: str, spoil: Any) -> None:
    scene.leave(spoil(rewrite))
    assert scene.run().lines[0].startswith("There is no review to show: ")
    assert "## The review could not be made" in scene.body
    assert "Another guide" not in scene.body
    assert len(scene.body) < 1000


def test_a_review_that_is_too_large_is_not_read(scene: Scene, rewrite: str) -> None:
    scene.leave(rewrite + " " * 1024 * 1024)
    assert scene.run().lines[0] == "There is no review to show: the review is larger than 1048576 bytes"
    assert "## The review is too large for a comment" in scene.body


def test_only_an_ordinary_file_is_read(scene: Scene, tmp_path: Path) -> None:
    scene.review.parent.mkdir()
    scene.review.symlink_to(tmp_path / "event.json")
    assert scene.run().lines[0].endswith("the review is no ordinary file")
    scene.review.unlink()
    os.mkfifo(scene.review)
    assert scene.run().lines[0].endswith("the review is no ordinary file")


HOSTILE = (
    "@everyone #1 GH-1 </details></summary><script>alert(1)</script> ![x](https://evil.example/x.png) "
    "[x](javascript:alert(1)) www.evil.example `@a` ::error::x ##[error] \u202e\x1b[31m\ud800 <!-- scm-review -->"
)


def spoil_texts(value: Any) -> Any:
    """Put hostile words in the place of every text that people write."""
    if isinstance(value, dict):
        fixed = ("rule", "severity", "as_of", "base", "kind", "about")
        whats = ("new", "changed", "moved", "gone")
        return {
            key: one if key in fixed or one in whats or one is None else spoil_texts(one)
            for key, one in value.items()
        }
    if isinstance(value, list):
        return [spoil_texts(one) for one in value]
    return (
        HOSTILE[:40]
        if isinstance(value, str) and len(value) < 40
        else HOSTILE
        if isinstance(value, str)
        else value
    )


def test_hostile_words_stay_words(scene: Scene, rewrite: str) -> None:
    document = spoil_texts(json.loads(rewrite))
    document |= {"author": HOSTILE[:90], "mixes": [HOSTILE[:50]] * 2}
    scene.leave(json.dumps(document))
    scene.run()
    body = scene.body
    assert not re.search(r"@\w", re.sub(r"`[^`\n]*`", "", body)), (
        "nobody is called, except that code calls nobody"
    )
    tokens = MarkdownIt("commonmark", {"html": True}).parse(body)
    inline = [child for token in tokens for child in token.children or ()]
    assert [child for child in inline if child.type == "image"] == []
    links = {str(child.attrGet("href")) for child in inline if child.type == "link_open"}
    assert {link.split("/")[2] for link in links} <= {"groups.smart-cities.example", "github.com"}
    html = [token.content for token in [*tokens, *inline] if "html" in token.type]
    allowed = re.compile(r"(<!-- scm-review -->|</?details>|<summary>[^<]*</summary>|\s)*")
    assert [one for one in html if not allowed.fullmatch(one)] == []


def test_the_largest_review_fits_into_a_comment(scene: Scene, rewrite: str) -> None:
    document = json.loads(rewrite)
    finding = {**document["findings"][0], "message": "é" * 300, "fix": "ü" * 300}
    document["findings"] = [finding] * 200
    scene.leave(json.dumps(document))
    scene.run()
    assert len(scene.body) <= 65_536
    assert "There is more than fits here" in scene.body
    assert f"about commit {COMMIT}" in scene.body


@pytest.mark.parametrize("branch", ["$(touch it-ran)", "a&state=closed", "x\n::error::x", "é/ü", "a:b"])
def test_a_branch_may_have_any_name(scene: Scene, rewrite: str, branch: str) -> None:
    scene.leave(rewrite)
    scene.forge.pulls[:] = [FakePull(number=12, sha=COMMIT, branch=branch)]
    scene.event["workflow_run"]["head_branch"] = branch
    assert scene.run().lines == ["Pull request 12: wrote the comment."]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"event": "merge_group"}, 0),
        ({"event": "push"}, 0),
        ({"head_repository": None}, 0),
        ({"head_sha": "main"}, 2),
        ({"head_sha": None}, 2),
        ({"id": "x"}, 2),
        ({"head_repository": {}}, 2),
    ],
)
def test_other_runs_ask_the_forge_nothing(scene: Scene, changes: dict[str, Any], code: int) -> None:
    scene.event["workflow_run"] |= changes
    (line,) = scene.run(code).lines
    assert line.startswith("Could not keep the comment: " if code else "Nothing to do: ")
    assert scene.forge.requests == []


def test_a_forge_that_fails_is_told_in_one_line(scene: Scene, rewrite: str) -> None:
    scene.leave(rewrite)
    scene.forge.trouble = lambda method, *_: (500, {}) if method == "POST" else None
    assert scene.run(2).lines[-1].startswith("Could not keep the comment: POST /issues/12/comments: 500")
    assert scene.forge.writes == [("POST", "/issues/12/comments")]
    assert scene.forge.said == []
