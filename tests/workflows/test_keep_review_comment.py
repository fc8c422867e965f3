"""The comment with the review: the real script after a run of the check, against a forge on this machine."""

import json
import re
from typing import Any

import pytest

from tests.workflows.conftest import COMMIT, MARKER, Checked
from tests.workflows.forge_pulls import FakePull, make_commit
from tests.workflows.forge_server import REPOSITORY

pytestmark = pytest.mark.broad


def test_the_first_check_of_a_forks_pull_request_gets_a_comment(checked: Checked, rewrite: str) -> None:
    checked.leave(rewrite)
    assert checked.run().lines == ["Pull request 12: wrote the comment."]
    assert checked.body.startswith(f"{MARKER}## ")
    assert "would change without a word to readers" in checked.body
    assert "Another guide" in checked.body
    assert "Secretariat" in checked.body
    assert f"about commit {COMMIT}" in checked.body
    assert f"https://github.com/{REPOSITORY}/actions/runs/4711" in checked.body
    assert "Mind:" not in checked.body
    assert checked.forge.writes == [("POST", "/issues/12/comments")]


def test_links_lead_where_the_main_branchs_own_settings_say(checked: Checked, rewrite: str) -> None:
    document = json.loads(rewrite)
    document["findings"][0]["help"] = "https://evil.example/rules/B001/"
    checked.leave(json.dumps(document))
    checked.run()
    found = set(re.findall(r"https://[^/>)\s]+", checked.body))
    assert "https://evil.example" not in found
    assert "https://example.org" not in found
    assert found <= {"https://groups.smart-cities.example", "https://github.com"}


def test_files_are_mended_in_the_branch_of_the_change(checked: Checked, rewrite: str) -> None:
    """On the main branch a new file is not there, and what is put right there is not put right in the change."""
    checked.leave(rewrite)
    checked.run()
    head = checked.event["workflow_run"]
    (edited,) = re.findall(r"https://github\.com/(\S+)/content/[^>]*>", checked.body)
    assert edited == f"{head['head_repository']['full_name']}/edit/{head['head_branch']}"


def test_the_same_review_is_not_written_again_and_another_one_in_its_place(
    checked: Checked, rewrite: str
) -> None:
    checked.leave(rewrite)
    checked.run()
    checked.forge.said[0]["body"] = checked.body.strip().replace("\n", "\r\n")  # as a forge may give it back
    assert checked.run().lines == ["Pull request 12: the comment is as it should be."]
    assert checked.forge.writes == []
    checked.leave(rewrite.replace("Another guide", "A third guide"))
    assert checked.run().lines == ["Pull request 12: changed the comment."]
    assert checked.forge.writes == [("PATCH", "/issues/comments/900")]
    assert "A third guide" in checked.body


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
    checked: Checked, rewrite: str, body: str, author: str
) -> None:
    checked.forge.say(12, body, author)
    checked.leave(rewrite)
    assert checked.run().lines == ["Pull request 12: wrote the comment."]
    assert [comment["body"] == body for comment in checked.forge.said] == [True, False]


def test_our_comment_is_found_on_a_later_page(checked: Checked, rewrite: str) -> None:
    for number in range(230):
        checked.forge.say(12, f"Noise {number}", "mallory")
    checked.leave(rewrite)
    checked.run()
    assert checked.run().lines == ["Pull request 12: the comment is as it should be."]


def test_a_check_of_an_older_commit_says_nothing(checked: Checked, rewrite: str) -> None:
    checked.leave(rewrite)
    checked.event["workflow_run"]["head_sha"] = make_commit(6)
    (line,) = checked.run().lines
    assert line == f"Nothing to do for the check of {make_commit(6)}: its branch has a newer commit."
    assert checked.forge.said == []


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
    checked: Checked, rewrite: str, other: dict[str, Any]
) -> None:
    checked.leave(rewrite)
    checked.forge.pulls[:] = [FakePull(number=12, sha=COMMIT, **other)]
    # What the run says itself does not count; for a fork the forge leaves it empty.
    checked.event["workflow_run"]["pull_requests"] = [{"number": 12}]
    (line,) = checked.run().lines
    assert line.endswith("there is no open pull request of its branch.")
    assert checked.forge.said == []


def test_of_two_pull_requests_of_one_branch_the_one_to_the_main_branch_is_meant(
    checked: Checked, rewrite: str
) -> None:
    checked.leave(rewrite)
    checked.forge.pulls.insert(0, FakePull(number=3, sha=COMMIT, base="drafts"))
    assert checked.run().lines == ["Pull request 12: wrote the comment."]


def test_where_nothing_tells_two_pull_requests_apart_neither_gets_a_comment(
    checked: Checked, rewrite: str
) -> None:
    checked.leave(rewrite)
    checked.forge.pulls.append(FakePull(number=13, sha=COMMIT))
    (line,) = checked.run().lines
    assert "2 open pull requests have this commit" in line
    assert checked.forge.said == []


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
    checked: Checked, rewrite: str, changes: dict[str, Any]
) -> None:
    checked.leave(rewrite)
    checked.forge.pulls[:] = [FakePull(number=12, sha=COMMIT, **changes)]
    checked.run()
    assert checked.body.startswith(f"{MARKER}**Mind:** this pull request changes more than `content/`.")


@pytest.mark.parametrize("branch", ["$(touch it-ran)", "a&state=closed", "x\n::error::x", "é/ü", "a:b"])
def test_a_branch_may_have_any_name(checked: Checked, rewrite: str, branch: str) -> None:
    checked.leave(rewrite)
    checked.forge.pulls[:] = [FakePull(number=12, sha=COMMIT, branch=branch)]
    checked.event["workflow_run"]["head_branch"] = branch
    assert checked.run().lines == ["Pull request 12: wrote the comment."]


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
def test_other_runs_ask_the_forge_nothing(checked: Checked, changes: dict[str, Any], code: int) -> None:
    checked.event["workflow_run"] |= changes
    (line,) = checked.run(code).lines
    assert line.startswith("Could not keep the comment: " if code else "Nothing to do: ")
    assert checked.forge.requests == []


def test_a_forge_that_fails_is_told_in_one_line(checked: Checked, rewrite: str) -> None:
    checked.leave(rewrite)
    checked.forge.trouble = lambda method, *_: (500, {}) if method == "POST" else None
    assert checked.run(2).lines[-1].startswith("Could not keep the comment: POST /issues/12/comments: 500")
    assert checked.forge.writes == [("POST", "/issues/12/comments")]
    assert checked.forge.said == []
