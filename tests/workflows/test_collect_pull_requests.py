"""The records of pull requests: the real script against a forge on this machine."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from scm_site.approval.pull_requests import PullRequests, read_pull_requests
from tests.workflows.forge_pulls import HEAD, FakePull, FakeReview, ForgeWithPulls, make_commit
from tests.workflows.forge_server import serve
from tests.workflows.scripts import Ran, run_with_forge

pytestmark = pytest.mark.broad

SCRIPT = "collect_pull_requests.py"


@pytest.fixture
def forge() -> Iterator[ForgeWithPulls]:
    made = ForgeWithPulls()
    with serve(made):
        yield made


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "made" / "pull-requests.json"


def collect(forge: ForgeWithPulls, target: Path, **variables: str) -> PullRequests:
    ran = run_with_forge(forge, SCRIPT, target, **variables)
    assert ran.code == 0, ran.said
    assert [path.name for path in target.parent.iterdir()] == [target.name]
    return read_pull_requests(target)


def fail(forge: ForgeWithPulls, target: Path, **variables: str) -> Ran:
    """Run the script where it cannot do it: one line says why, and what was there before stays."""
    target.parent.mkdir(exist_ok=True)
    target.write_text("the last good one", encoding="utf-8")
    ran = run_with_forge(forge, SCRIPT, target, **variables)
    assert ran.code == 2, ran.said
    assert len(ran.lines) == 1
    assert ran.lines[0].startswith("Could not collect the pull requests: ")
    assert target.read_text(encoding="utf-8") == "the last good one"
    assert [path.name for path in target.parent.iterdir()] == [target.name]
    return ran


def merge(number: int, **more: Any) -> FakePull:
    return FakePull(number=number, merged_by="astrid", merge_commit=make_commit(1000 + number), **more)


def test_a_repository_without_pull_requests(forge: ForgeWithPulls, target: Path) -> None:
    found = collect(forge, target)
    assert (found.head, found.merged, found.waiting) == (HEAD, (), ())


def test_a_merged_pull_request_with_all_that_proves_its_approval(forge: ForgeWithPulls, target: Path) -> None:
    forge.pulls.append(
        merge(
            7,
            author="nils",
            writers=[["nils", "ines"], ["", "nils"], ["oda"]],
            reviews=[
                FakeReview(account="bruno", commit=make_commit(7)),
                FakeReview(account="clio", commit=make_commit(6)),
                FakeReview(account="dmitri", commit=make_commit(7), state="CHANGES_REQUESTED"),
                FakeReview(account="emil", commit=make_commit(7), state="DISMISSED"),
                FakeReview(account="", commit=make_commit(7)),
                FakeReview(account="fay"),
            ],
        )
    )
    (found,) = collect(forge, target).merged
    assert (found.number, found.head, found.merge_commit) == (7, make_commit(7), make_commit(1007))
    assert (found.authors, found.commits, found.merged_by) == (("ines", "nils", "oda"), 3, "astrid")
    assert found.merged_at.isoformat() == "2026-03-12T10:00:00+00:00"
    assert [(one.account, one.commit) for one in found.reviews] == [
        ("bruno", make_commit(7)),
        ("clio", make_commit(6)),
    ]


def test_an_open_pull_request_counts_agreement_to_its_last_commit_only(
    forge: ForgeWithPulls, target: Path
) -> None:
    forge.pulls.append(
        FakePull(
            number=3,
            title="::error::x ##[error] <b> " + "y" * 1000,
            is_draft=True,
            files=["content/proposals/2026-a.md", "x" * 1500],
            reviews=[
                FakeReview(account="bruno", commit=make_commit(3)),
                FakeReview(account="clio", commit=make_commit(2)),
            ],
        )
    )
    (found,) = collect(forge, target).waiting
    assert (found.number, found.author, found.is_draft) == (3, "nils", True)
    assert found.title.startswith("::error::x ##[error] <b> y")
    assert found.paths == ("content/proposals/2026-a.md", "x" * 1000)
    assert [one.account for one in found.reviews] == ["bruno"]


def test_only_pull_requests_to_the_main_branch_count(forge: ForgeWithPulls, target: Path) -> None:
    forge.pulls += [merge(1, base="drafts"), FakePull(number=2, base="drafts")]
    found = collect(forge, target)
    assert (found.merged, found.waiting) == ((), ())


def test_every_page_is_read_of_every_list(forge: ForgeWithPulls, target: Path) -> None:
    forge.pulls += [merge(number) for number in range(1, 124)]
    forge.pulls.append(
        merge(
            200,
            writers=[[f"writer-{place}"] for place in range(230)]
            + [[f"many-{place}" for place in range(130)]],
            reviews=[FakeReview(account=f"fan-{place}", commit=make_commit(200)) for place in range(250)],
        )
    )
    forge.pulls += [FakePull(number=number) for number in range(300, 360)]
    forge.pulls.append(FakePull(number=400, files=[f"content/{place}.md" for place in range(260)]))
    found = collect(forge, target)
    assert [pull.number for pull in found.merged] == [*range(1, 124), 200]
    largest = found.merged[-1]
    assert (len(largest.authors), largest.commits, len(largest.reviews)) == (361, 231, 250)
    assert [pull.number for pull in found.waiting] == [*range(300, 360), 400]
    assert len(found.waiting[-1].paths) == 260
    assert forge.graphql.asked.count("Merged") == 3
    assert forge.graphql.asked.count("Open") == 3


def test_a_bot_is_no_person_of_the_same_name(forge: ForgeWithPulls, target: Path) -> None:
    forge.pulls.append(
        merge(
            1,
            author="astrid",
            kind="Bot",
            writers=[[""]],
            reviews=[FakeReview(account="astrid", kind="Bot", commit=make_commit(1))],
        )
    )
    (found,) = collect(forge, target).merged
    assert found.authors == ("astrid[bot]",)
    assert [one.account for one in found.reviews] == ["astrid[bot]"]


def test_what_strangers_make_too_long_is_cut_and_never_stops_the_site(
    forge: ForgeWithPulls, target: Path
) -> None:
    forge.pulls.append(
        merge(
            1,
            author="zoe",
            writers=[[f"a-{place}" for place in range(90)] + ["zoe"] for place in range(7)]
            + [[f"b-{group}-{place}" for place in range(90)] for group in range(7)],
            reviews=[FakeReview(account="zoe", commit=make_commit(1))],
        )
    )
    forge.pulls.append(FakePull(number=2, files=[f"content/{place}" for place in range(3500)]))
    ran = run_with_forge(forge, SCRIPT, target)
    assert ran.code == 0, ran.said
    found = read_pull_requests(target)
    assert len(found.merged[0].authors) == 500
    assert "zoe" in found.merged[0].authors, "who agreed to what they wrote cannot hide behind others"
    assert len(found.waiting[0].paths) == 3000
    assert ran.lines[:2] == [
        "#1: 721 accounts wrote it; 500 of them are kept.",
        "#2: it changes 3500 files; 3000 of them are kept.",
    ]


def test_where_the_forge_does_not_list_every_commit_no_agreement_counts(
    forge: ForgeWithPulls, target: Path
) -> None:
    forge.pulls.append(
        merge(
            1,
            writers=[["nils"]] * 300,
            listed=250,
            reviews=[FakeReview(account="bruno", commit=make_commit(1))],
        )
    )
    ran = run_with_forge(forge, SCRIPT, target)
    assert ran.lines[0] == "#1: the forge lists 250 of 300 commits, so no agreement counts."
    assert read_pull_requests(target).merged[0].reviews == ()


def test_a_merge_without_a_commit_is_left_out_and_named(forge: ForgeWithPulls, target: Path) -> None:
    forge.pulls.append(FakePull(number=5, merged_by="astrid"))
    ran = run_with_forge(forge, SCRIPT, target)
    assert ran.lines[0].startswith("#5: left out, ")
    assert read_pull_requests(target).merged == ()


@pytest.mark.parametrize("login", ["-odd-", "name with space", "x" * 200, "<script>"])
def test_an_account_in_an_odd_form_is_nobody(forge: ForgeWithPulls, target: Path, login: str) -> None:
    forge.pulls.append(FakePull(number=1, author=login))
    assert collect(forge, target).waiting[0].author == ""


def test_a_main_branch_that_goes_on_is_asked_about_again(forge: ForgeWithPulls, target: Path) -> None:
    heads = iter([make_commit(1), make_commit(2), make_commit(2)])
    forge.graphql.trouble = lambda name: (
        {"data": {"repository": {"ref": {"target": {"oid": next(heads)}}}}} if name == "Branch" else None
    )
    assert collect(forge, target).head == make_commit(2)
    assert forge.graphql.asked.count("Merged") == 2


def test_a_main_branch_that_never_rests_is_told(forge: ForgeWithPulls, target: Path) -> None:
    heads = iter(make_commit(number) for number in range(9))
    forge.graphql.trouble = lambda name: (
        {"data": {"repository": {"ref": {"target": {"oid": next(heads)}}}}} if name == "Branch" else None
    )
    assert "the main branch went on 3 times while we asked" in fail(forge, target).said


@pytest.mark.parametrize(
    "trouble", [(502, {}), (503, {}), (429, {"Retry-After": "0"}), (403, {"Retry-After": "0"})]
)
def test_what_passes_is_waited_for(
    forge: ForgeWithPulls, target: Path, trouble: tuple[int, dict[str, str]]
) -> None:
    left = [trouble, trouble]
    forge.trouble = lambda *_: left.pop() if left else None
    collect(forge, target)


def test_an_error_in_an_answer_is_asked_again_and_half_an_answer_is_none(
    forge: ForgeWithPulls, target: Path
) -> None:
    forge.pulls.append(merge(1))
    limited = {
        "errors": [{"type": "RATE_LIMITED", "message": "API rate limit exceeded"}],
        "data": {"repository": {"pullRequests": {"nodes": [], "pageInfo": {"hasNextPage": False}}}},
    }
    left = [limited, limited]
    forge.graphql.trouble = lambda name: left.pop() if left and name == "Merged" else None
    assert len(collect(forge, target).merged) == 1


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (
            {"errors": [{"message": "Something\n::error::went ##[error] wrong"}]},
            "GraphQL: Something ::error::went",
        ),
        ({"data": None}, "the answer has no data"),
        ({"data": {"repository": None}}, "the forge has no repository example/groups"),
        ({"data": {"repository": {}}}, "in a form that we do not know"),
        ({"data": {"repository": {"ref": None}}}, "no branch main"),
        (
            {"data": {"repository": {"ref": {"target": {"oid": "not a commit"}}}}},
            "head is not as the schema says",
        ),
    ],
)
def test_what_goes_wrong_is_told_in_one_line(
    forge: ForgeWithPulls, target: Path, answer: dict[str, Any], told: str
) -> None:
    forge.graphql.trouble = lambda name: answer if name == "Branch" else None
    assert told in fail(forge, target).said


@pytest.mark.parametrize("status", [401, 403, 404, 502])
def test_a_forge_that_refuses_leaves_no_half_file(forge: ForgeWithPulls, target: Path, status: int) -> None:
    forge.pulls.append(merge(1))
    forge.trouble = lambda _, path, data: (
        (status, {}) if path == "/graphql" and "query Open" in data["query"] else None
    )
    assert f" {status} " in fail(forge, target).said


def test_the_forge_may_not_keep_us_waiting_for_long(forge: ForgeWithPulls, target: Path) -> None:
    forge.trouble = lambda *_: (429, {"Retry-After": "3600"})
    assert "429" in fail(forge, target).said
    assert len(forge.requests) == 1


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("GITHUB_TOKEN", ""),
        ("GITHUB_REPOSITORY", "../../user"),
        ("GITHUB_GRAPHQL_URL", "http://forge.example/graphql"),
    ],
)
def test_it_does_not_begin_with_settings_that_are_missing_or_unsafe(
    forge: ForgeWithPulls, target: Path, name: str, value: str
) -> None:
    assert name in fail(forge, target, **{name: value}).said
    assert forge.requests == []
