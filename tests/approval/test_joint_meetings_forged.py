"""Records that a forge forged of the meetings of several groups: the audit and the second one come to the same."""

import pytest

from scm_site.demo.played_forge import Forge
from scm_site.demo.repository import Repository
from tests.approval.test_a_forge_that_lies import Lie, look, put
from tests.approval.test_joint_meetings import AGENDA, AGENDA_AGAIN, ALONE, HOST, OTHER, PLAN, TOGETHER, bring
from tests.built_sites import EXAMPLE

#: The changes, by the numbers of their pull requests, and who agreed to each.
STORY: dict[int, tuple[dict[str, str], tuple[str, ...]]] = {
    1: ({PLAN: TOGETHER}, (HOST, OTHER)),
    2: (AGENDA, (HOST, OTHER)),
    3: ({PLAN: ALONE}, (HOST, OTHER)),
    4: ({AGENDA_AGAIN: "items:\n  - The fourth street\n"}, (HOST,)),
    5: ({PLAN: TOGETHER}, (HOST, OTHER)),
    6: ({PLAN: ALONE, **AGENDA}, (HOST, OTHER)),
}
LIES: dict[str, Lie] = {
    "the host alone plans a meeting of both": put(1, reviews=[]),
    "the host alone gives the agenda of both": put(2, reviews=[]),
    "a group left out without its co-chair": put(3, reviews=[]),
    "a group that comes in without its co-chair": put(5, reviews=[]),
    "a group left out in the change that it would have to agree to": put(6, reviews=[]),
    "merged by the other alone": put(1, merged_by=OTHER),
}


@pytest.fixture(scope="module")
def forge(tmp_path_factory: pytest.TempPathFactory) -> Forge:
    """Six changes of one meeting, a day apart, to each of which everybody agreed who must."""
    repository = Repository(tmp_path_factory.mktemp("joint") / "register")
    files = (path for path in sorted(EXAMPLE.rglob("*")) if path.is_file())
    named = {path.relative_to(EXAMPLE.parent).as_posix(): path.read_bytes() for path in files}
    repository.change("2026-01-01T12:00:00Z", named)
    forge = Forge(repository=repository)
    for number, (changes, agreed) in STORY.items():
        bring(forge, f"2026-05-{number:02}T10:00:00Z", changes, *agreed)
    return forge


def test_both_find_nothing_where_nobody_lies(forge: Forge) -> None:
    assert look(forge, None)[1:] == (set(), set())


@pytest.mark.parametrize("lie", LIES)
def test_both_find_what_is_missing(forge: Forge, lie: str) -> None:
    _, faults, problems = look(forge, LIES[lie])
    assert len(faults) == 1
    assert len(problems) == 1
