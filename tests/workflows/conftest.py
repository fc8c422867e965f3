"""A run of the check that has just ended, for the tests of the comment that follows it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from scm_site.days import parse_day
from scm_site.demo.repository import Repository
from scm_site.pipeline import review
from scm_site.reports.review_document import make_review_document, render_review_json
from tests.workflows.forge_pulls import FakePull, ForgeWithPulls, make_commit
from tests.workflows.forge_server import REPOSITORY, serve
from tests.workflows.scripts import Ran, run_with_forge

MARKER = "<!-- scm-review -->\n"
COMMIT = make_commit(7)
GUIDE = "content/groups/warm-homes/outcomes/street-guide/outcome.md"


@dataclass
class Checked:
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
def checked(tmp_path: Path) -> Iterator[Checked]:
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
        yield Checked(forge, tmp_path, event)


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
