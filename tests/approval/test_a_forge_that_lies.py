"""Records that a forge forged: each lie is found, or what it says is told as “only the forge says so”.

One history of ten changes, in which the rules are weakened and put back, a topic comes with one agreement too few, a
commit is pushed, and one of the board has a commit in what they agree to. Then its records are forged, one lie at a
time. The audit and a second one, which shares nothing with it, have to come to the same.
"""

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from scm_site.approval.audit import Audit
from scm_site.approval.pull_requests import make_pull_requests
from scm_site.approval.states import AuditState
from scm_site.demo.played_forge import Forge
from scm_site.demo.repository import Repository
from scm_site.pipeline import audit
from scm_site.reports.audit_text import ONLY_THE_FORGE, render_audit_text
from tests.approval.second_audit import find_problems
from tests.approval.test_audit import BOARD, make_topic, read
from tests.built_sites import EXAMPLE

RULES = "content/approvals.yml"
WEAKER = read(RULES).replace("        approvals: 2\n", "        approvals: 1\n", 1)
Records = dict[str, Any]
Lie = Callable[[Records], None]


def topic(name: str) -> str:
    return f"content/proposals/2025-{name}.md"


def day(number: int) -> str:
    return f"2026-05-{number:02}T10:00:00Z"


@pytest.fixture(scope="module")
def forge(tmp_path_factory: pytest.TempPathFactory) -> Forge:
    """Ten changes, a few days apart."""
    repository = Repository(tmp_path_factory.mktemp("lies") / "register")
    files = {path: path.read_bytes() for path in sorted(EXAMPLE.rglob("*")) if path.is_file()}
    named = {path.relative_to(EXAMPLE.parent).as_posix(): content for path, content in files.items()}
    repository.change("2026-01-01T12:00:00Z", named)
    forge = Forge(repository=repository)
    story: list[tuple[dict[str, str | None], str, list[str]]] = [
        ({topic("a"): make_topic()}, "example-astrid", ["example-bruno"]),  # 1
        ({BOARD: read(BOARD) + "# More\n"}, "example-mara", []),  # 2
        ({topic("b"): make_topic()}, "example-bruno", ["example-clio"]),  # 3
        ({RULES: WEAKER}, "example-mara", []),  # 4
        ({topic("c"): make_topic()}, "example-astrid", []),  # 5: one is enough now
        ({RULES: read(RULES)}, "example-mara", []),  # 6
        ({topic("d"): make_topic()}, "example-astrid", []),  # 7: not approved
        ({"README.md": "Hello\n"}, "example-mara", []),  # 8
    ]
    for number, (changes, by, agreed) in enumerate(story):
        forge.merge(
            forge.open("example-nils", day(2 * number + 1), changes),
            day(2 * number + 2),
            by=by,
            agreed=agreed,
        )
    pull = forge.open("example-nils", day(18), {topic("e"): make_topic()})  # 9
    forge.add(pull, day(18), {topic("e"): make_topic() + "\nMore.\n"}, who="example-bruno")
    forge.merge(pull, day(19), by="example-astrid", agreed=["example-bruno"])
    forge.repository.change(day(22), {"README.md": "Pushed\n"}, who="example-nils")
    return forge


def find(records: Records, number: int) -> Any:
    return next(one for one in records["merged"] if one["number"] == number)


def agree(records: Records, number: int, account: str) -> None:
    one = find(records, number)
    one["reviews"] = [*one["reviews"], {"account": account, "at": one["merged_at"], "commit": one["head"]}]


def put(number: int, /, **fields: Any) -> Lie:
    return lambda records: find(records, number).update(fields)


def swap(one: int, other: int, name: str) -> Lie:
    def lie(records: Records) -> None:
        first, second = find(records, one), find(records, other)
        first[name], second[name] = second[name], first[name]

    return lie


def drop(*numbers: int) -> Lie:
    return lambda records: records.update(
        merged=[one for one in records["merged"] if one["number"] not in numbers]
    )


def copy(number: int, /, **fields: Any) -> Lie:
    """One more pull request that became the same commit."""
    return lambda records: records["merged"].append({**find(records, number), **fields})


def reverse_agreements(records: Records) -> None:
    for one in records["merged"]:
        one["reviews"].reverse()


def of_review(number: int, **fields: Any) -> Lie:
    return lambda records: [review.update(fields) for review in find(records, number)["reviews"]].clear()


def move_agreement(*, rewritten: bool) -> Lie:
    def lie(records: Records) -> None:
        (review,) = find(records, 1)["reviews"]
        find(records, 1)["reviews"] = []
        commit = find(records, 7)["head"] if rewritten else review["commit"]
        find(records, 7)["reviews"] = [{**review, "commit": commit, "at": find(records, 7)["merged_at"]}]

    return lie


def invent(head: str) -> Lie:
    """A pull request that became the commit that was pushed: with that commit as its last one, or with another one."""

    def lie(records: Records) -> None:
        pushed = records["head"]
        own = {
            "number": 50,
            "merge_commit": pushed,
            "head": pushed if head == "own" else find(records, 8)["head"],
        }
        records["merged"].append({**find(records, 8), **own, "merged_at": day(22), "commits": 1})

    return lie


def end_at(number: int, *, whole: bool) -> Lie:
    """Records that end earlier; `whole`: those that came later are dropped."""

    def lie(records: Records) -> None:
        records["head"] = find(records, number)["merge_commit"]
        if whole:
            drop(*range(number + 1, 10))(records)

    return lie


FOUND: dict[str, Lie] = {
    "agreement dropped": put(1, reviews=[]),
    "agreement to an earlier version": of_review(1, commit="a" * 40),
    "agreement after the merge": of_review(1, at=day(28)),
    "agreement moved to another change": move_agreement(rewritten=False),
    "agreement moved and rewritten": move_agreement(rewritten=True),
    "another one merged it": put(1, merged_by="mallory"),
    "merged as the commit of another one": swap(1, 3, "merge_commit"),
    "last commits swapped": swap(1, 3, "head"),
    "a last commit that is none": put(1, head="c" * 40),
    "numbers swapped": swap(1, 3, "number"),
    "another number": put(1, number=77),
    "one number twice": put(3, number=1),
    "record dropped": drop(1),
    "record of what nobody agreed to dropped": drop(7),
    "merged long before": put(3, merged_at="2025-11-01T10:00:00Z"),
    "merged long after": put(1, merged_at=day(25)),
    "a commit that is not there": put(8, merge_commit="f" * 40),
    "one more that is not there": copy(1, number=60, merge_commit="e" * 40),
    "the rules weakened without the maintainer": put(4, merged_by="example-astrid"),
    "the rules put back by nobody": drop(6),
    "the maintainer wrote the weaker rules": put(4, authors=["example-nils", "example-mara"]),
    "a pull request for what was pushed, with the branch of another one": invent("other"),
    "records that end before what they tell": end_at(3, whole=False),
    "records that end before the rules are weakened": end_at(3, whole=True),
    "records that end nowhere": lambda records: records.update(head="d" * 40),
}
ONLY_FORGE: dict[str, Lie] = {
    "agreement invented": lambda records: agree(records, 7, "example-clio"),
    "agreement invented where one is enough": lambda records: agree(records, 5, "example-clio"),
    "agreements reversed": reverse_agreements,
    "records reversed": lambda records: records["merged"].reverse(),
    "another one opened it": put(1, opener="mallory", authors=["mallory"]),
    "merged by who agreed, agreed by who merged": lambda records: find(records, 1).update(
        merged_by="example-bruno",
        reviews=[{**find(records, 1)["reviews"][0], "account": "example-astrid"}],
    ),
    "merged a day later": put(1, merged_at=day(3)),
    "another number of commits": put(1, commits=5),
    "who wrote it left out": put(9, authors=["example-nils"]),
    "a second one of a stranger": copy(1, number=80, opener="mallory", authors=["mallory"], reviews=[]),
    "a pull request for what was pushed": invent("own"),
}


def list_faults(found: Audit) -> set[str]:
    """Give what has to be explained, or is not known."""
    faults = {
        f"{one.commit.id} {one.state}"
        for one in found.changes
        if one.state not in (AuditState.APPROVED, AuditState.BEFORE_RULES)
    }
    return faults | {f"#{one.number} lost" for one in found.lost} | {found.gap} - {""}


def look(forge: Forge, lie: Lie | None) -> tuple[Audit, set[str], set[str]]:
    records = deepcopy(forge.make_records("2026-06-01T00:00:00Z"))
    if lie is not None:
        lie(records)
    root: Path = forge.repository.folder
    found = audit(root, make_pull_requests(records)).audit
    return found, list_faults(found), find_problems(root, records)


@pytest.fixture(scope="module")
def honest(forge: Forge) -> tuple[set[str], set[str]]:
    """What both audits say of the records as they are."""
    return look(forge, None)[1:]


def list_lies(lies: dict[str, Lie]) -> list[Any]:
    """Give every lie; some by day, all by night."""
    night = pytest.mark.slow("one lie after another; a few of each kind are always tried")
    return [pytest.param(name, marks=() if place % 6 == 0 else night) for place, name in enumerate(lies)]


def test_there_are_thirty_lies_and_what_is_true_is_told_by_both(honest: tuple[set[str], set[str]]) -> None:
    assert len(FOUND) + len(ONLY_FORGE) >= 30
    assert [len(told) for told in honest] == [3, 3]


@pytest.mark.parametrize("lie", list_lies(FOUND))
def test_a_lie_that_contradicts_git_or_itself_is_found(
    forge: Forge, honest: tuple[set[str], set[str]], lie: str
) -> None:
    true_faults, true_problems = honest
    _, faults, problems = look(forge, FOUND[lie])
    assert faults - true_faults
    assert problems - true_problems


@pytest.mark.parametrize("lie", list_lies(ONLY_FORGE))
def test_what_only_the_forge_says_is_told_so(
    forge: Forge, honest: tuple[set[str], set[str]], lie: str
) -> None:
    true_faults, true_problems = honest
    found, faults, problems = look(forge, ONLY_FORGE[lie])
    assert not faults - true_faults
    assert not problems - true_problems
    lines = [line for line in render_audit_text(found).splitlines() if ": approved;" in line]
    assert len(lines) == sum(one.state is AuditState.APPROVED for one in found.changes)
    assert all(ONLY_THE_FORGE in line for line in lines)
    if "merged by who agreed" in lie:
        assert any("git names example-astrid as who merged it" in line for line in lines)
