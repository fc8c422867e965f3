"""From a branch to the site: a topic is proposed, reviewed, agreed to, merged and published; and a forged approval.

Every step is the workflow's own, on a real repository, with a forge on this machine.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from scm_site.approval.pull_requests import read_pull_requests
from scm_site.demo.play import RECORDS
from scm_site.demo.repository import Repository
from tests.built_sites import BuiltSite, run_generator
from tests.workflows.changes import Change, make_change, make_upstream
from tests.workflows.forge_pulls import FakePull, FakeReview, ForgeWithPulls
from tests.workflows.forge_server import REPOSITORY, TOKEN, serve
from tests.workflows.steps import StepRan, Workspace

NUMBER, DAY, LATER = 900, "2026-05-20T15:00:00Z", "2026-05-21"
TOPIC = "content/proposals/2026-cool-schools.md"
TEMPLATE = "content/proposals/2026-shared-data.md"
TITLE = "Schools that stay cool in summer"


@dataclass
class Story:
    """The repository on the forge, and what the forge knows of its pull requests."""

    upstream: Repository
    forge: ForgeWithPulls
    folder: Path

    @property
    def on_forge(self) -> dict[str, str]:
        return {
            "GITHUB_API_URL": self.forge.address,
            "GITHUB_GRAPHQL_URL": f"{self.forge.address}/graphql",
            "GITHUB_REPOSITORY": REPOSITORY,
            "FORGE_PAUSE": "0",
        }

    def open(self, author: str, changes: dict[str, str | None]) -> tuple[Change, FakePull]:
        """Open a pull request from a fork."""
        change = make_change(self.upstream, self.folder / "check", changes, author=author)
        pull = FakePull(
            number=NUMBER,
            author=author,
            repository=f"{author}/groups",
            sha=self.upstream.git("rev-parse", "patch-1"),
            files=list(changes),
            writers=[[author]],
        )
        self.forge.pulls.append(pull)
        return change, pull

    def merge(self, pull: FakePull, by: str, agreed: tuple[str, ...]) -> None:
        """Let the forge merge it, as it would: in the name of whoever pressed the button."""
        subject = f"Merge pull request #{pull.number} from {pull.repository}/{pull.branch}"
        self.upstream.git("merge", "--quiet", "--no-ff", "-m", subject, "patch-1", day=DAY, who=by)
        pull.merged_by, pull.merged_at = by, DAY
        pull.merge_commit = self.upstream.git("rev-parse", "main")
        pull.reviews = [FakeReview(account=account, commit=pull.sha) for account in agreed]

    def publish(self) -> "Published":
        """Check out the main branch, as the workflow does."""
        folder = self.folder / "publish"
        self.upstream.git("clone", "--quiet", "--branch=main", str(self.upstream.folder), str(folder))
        (folder / ".venv").symlink_to(Path(self.folder / "check/workspace/trusted/.venv").resolve())
        self.forge.graphql.head = self.upstream.git("rev-parse", "main")
        return Published(Workspace(folder, {"github.token": TOKEN}), self.on_forge)


@dataclass
class Published:
    """One run of the workflow that publishes."""

    workspace: Workspace
    on_forge: dict[str, str]

    @property
    def records(self) -> Path:
        return self.workspace.temp / "pull-requests.json"

    def collect(self) -> StepRan:
        return self.workspace.run("publish.yml", "build", "Collect who agreed to what", **self.on_forge)

    def read_approval(self) -> str:
        """Build the site with the records, and give the approval line on the page of the topic."""
        built = run_generator(self.workspace.folder, LATER, SCM_PULL_REQUESTS=str(self.records))
        assert built.returncode == 0, built.stdout
        page = BuiltSite(self.workspace.folder / "site").parse("proposals/2026-cool-schools/index.html")
        assert TITLE in "".join(page.find(".//h1").itertext())
        return " ".join("".join(page.find(".//div[@class='scm-approval']").itertext()).split())

    def audit(self) -> StepRan:
        handed = self.workspace.temp / "records"
        handed.mkdir(exist_ok=True)
        (handed / "pull-requests.json").write_bytes(self.records.read_bytes())
        return self.workspace.run(
            "publish.yml", "audit", "Audit the main branch", SINCE="2026-05-20T14:00:00Z"
        )


@pytest.fixture
def story(example_history: Path, tmp_path: Path) -> Iterator[Story]:
    """Give the example register on a forge that remembers its pull requests; its code owners are up to date."""
    forge = ForgeWithPulls()
    upstream = make_upstream(example_history, tmp_path / "groups.git")
    records = json.loads((upstream.folder / RECORDS).read_text(encoding="utf-8"))
    forge.pulls += [recall(record) for record in records["merged"]]
    with serve(forge):
        yield Story(upstream, forge, tmp_path)


def recall(record: dict[str, Any]) -> FakePull:
    """Give a merged pull request as the forge has it."""
    return FakePull(
        number=record["number"],
        author=record["authors"][0],
        sha=record["head"],
        writers=[record["authors"]] * record["commits"],
        merged_by=record["merged_by"],
        merged_at=record["merged_at"],
        merge_commit=record["merge_commit"],
        reviews=[FakeReview(account=one["account"], commit=one["commit"]) for one in record["reviews"]],
    )


def propose(story: Story) -> dict[str, str | None]:
    """Give a change that proposes a topic."""
    head, _, rest = (story.upstream.folder / TEMPLATE).read_text(encoding="utf-8").partition("decision:\n")
    text = head + rest[rest.index("---\n") :]
    text = text.replace("Shared data for shared bicycles", TITLE).replace("example-streets", "example-nils")
    return {TOPIC: text}


def find_state(audit: StepRan) -> str:
    """Give what the audit says of the pull request."""
    (line,) = [line for line in audit.log.splitlines() if f"pull request {NUMBER};" in line]
    return line.partition(": ")[2].partition(";")[0]


@pytest.mark.slow("each step of it is tried by day")
def test_a_proposal_goes_from_branch_to_comment_to_merge_to_site(story: Story) -> None:
    change, pull = story.open("example-nils", propose(story))
    assert change.workspace.run("check.yml", "review", "Review the change").code == 0

    event = change.workspace.temp / "event.json"
    told = {
        "id": 1,
        "event": "pull_request",
        "head_sha": pull.sha,
        "head_branch": pull.branch,
        "head_repository": {"full_name": pull.repository, "owner": {"login": "example-nils"}},
    }
    event.write_text(json.dumps({"workflow_run": told, "repository": {"default_branch": "main"}}))
    later = Workspace(change.trusted, {"github.token": TOKEN})
    (later.temp / "review").mkdir(parents=True)
    handed = change.workspace.temp / "review/review.json"
    (later.temp / "review/review.json").write_bytes(handed.read_bytes())
    commented = later.run(
        "comment.yml",
        "comment",
        "Keep the comment up to date",
        GITHUB_EVENT_PATH=str(event),
        **story.on_forge,
    )
    assert (commented.code, commented.log) == (0, f"Pull request {NUMBER}: wrote the comment.\n")
    (comment,) = story.forge.said
    assert TITLE in comment["body"]
    assert "Advisory Board" in comment["body"]
    assert "example-astrid" in comment["body"]

    story.merge(pull, "example-astrid", ("example-bruno",))
    published = story.publish()
    collected = published.collect()
    assert collected.code == 0, collected.log
    (record,) = [one for one in read_pull_requests(published.records).merged if one.number == NUMBER]
    assert (record.merged_by, record.authors) == ("example-astrid", ("example-nils",))
    line = published.read_approval()
    assert line.startswith("Approved: ")
    assert "Astrid Example" in line
    assert f"pull request {NUMBER}" in line

    # The register's own story has changes that nobody agreed to, so the audit is red; this one is not among them.
    audited = published.audit()
    assert audited.code == 1
    assert find_state(audited) == "approved"
    assert "What came with" in audited.summary


@pytest.mark.slow(
    "the whole way of a forged approval; tests/approval/test_audit.py always tells it from an honest one"
)
def test_a_forged_approval_is_named_as_such(story: Story) -> None:
    # Mallory writes in the name of a board member, names herself one in a trailer, and merges it herself.
    change = propose(story)
    _, pull = story.open("mallory", change)
    story.upstream.git("switch", "--quiet", "patch-1")
    story.upstream.change(
        DAY, {TOPIC: f"{change[TOPIC]}\nMore.\n"}, who="example-bruno", subject="Reviewed-by: example-clio"
    )
    pull.sha = story.upstream.git("rev-parse", "patch-1")
    pull.writers = [["mallory"], ["example-bruno"]]
    story.upstream.git("switch", "--quiet", "main")
    story.merge(pull, "mallory", ("example-bruno", "mallory"))
    published = story.publish()
    assert published.collect().code == 0
    assert published.read_approval().startswith("Not approved: ")
    audited = published.audit()
    assert audited.code == 1
    assert find_state(audited) == "not approved"
    assert "who wrote it agreed to it themselves, which does not count" in audited.log


@pytest.mark.slow(
    "the whole way of a change that was agreed to and is wrong; the review itself is always asked"
)
def test_the_audit_reviews_once_more_what_was_merged_last(story: Story) -> None:
    guide = "content/groups/warm-homes/outcomes/street-guide/outcome.md"
    text = (story.upstream.folder / guide).read_text(encoding="utf-8")
    title = next(line for line in text.splitlines() if line.startswith("title: "))
    _, pull = story.open("example-ines", {guide: text.replace(title, "title: Another guide")})
    story.merge(pull, "example-alma", ("example-alma",))
    published = story.publish()
    published.collect()
    audited = published.audit()
    assert audited.code == 1
    assert find_state(audited) == "approved", "everybody agreed who must, and it is wrong all the same"
    commit = story.upstream.git("rev-parse", "main")
    assert f"What came with {commit[:12]}: ended with 1" in audited.log
    assert "would change without a word to readers" in audited.summary


def test_stale_code_owners_are_told(story: Story) -> None:
    _, pull = story.open("example-mara", {".github/CODEOWNERS": "* @mallory\n"})
    story.merge(pull, "example-mara", ("example-boris",))
    published = story.publish()
    published.collect()
    audited = published.audit()
    assert audited.code == 1
    assert "Whom the forge asks to agree: ended with 1" in audited.log
    assert "Run: make owners" in audited.summary


def test_without_the_records_the_audit_says_so(story: Story) -> None:
    story.open("example-nils", propose(story))
    published = story.publish()
    ran = published.workspace.run("publish.yml", "audit", "Audit the main branch")
    assert ran.code == 2
    assert "No such file" in ran.log
