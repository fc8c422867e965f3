"""People agree, not accounts; and whether enough of them did does not hang on the order in which rules stand."""

from itertools import permutations
from typing import Any

import pytest

from scm_site.approval.matching import Place, match
from scm_site.approval.states import AuditState
from scm_site.demo.played_forge import Forge
from tests.approval.test_audit import DAY, LAST, LATER, TOPIC, find_newest, forge, make_topic, read

__all__ = ["forge"]  # the fixture

LAUNCH = "content/groups/warm-homes/launch.md"
AMENDS = "content/groups/warm-homes/acts/2026-03-12-six-more-months.amends.yml"
BOARD, SECRETARIAT, RULES = (f"content/{name}.yml" for name in ("board", "secretariat", "approvals"))


def write(forge: Forge, path: str, old: str, new: str) -> None:
    """Let a file have said something else all along, by a change to which whoever must agreed."""
    text = read(path)
    assert old in text
    forge.repository.git("switch", "--quiet", "main")
    (forge.repository.folder / path).write_text(text.replace(old, new), encoding="utf-8")
    forge.repository.git("add", "--all")
    forge.repository.git("commit", "--quiet", "--amend", "--no-edit", day="2026-01-01T12:00:00Z")


def agree(forge: Forge, path: str, agreed: list[str], *, opener: str = "example-nils") -> Any:
    text = make_topic() if path == TOPIC else read(path) + "# More\n"
    forge.merge(forge.open(opener, DAY, {path: text}), LATER, by="example-nils", agreed=agreed)
    return find_newest(forge)


def test_one_person_with_two_accounts_does_not_speak_for_two_offices(forge: Forge) -> None:
    write(forge, LAUNCH, "    person: alma\n", "    person: alma\n    account: alma-two\n")
    found = agree(forge, AMENDS, ["example-alma", "alma-two"])
    assert found.state == AuditState.NOT_APPROVED


def test_one_person_with_two_accounts_is_not_two_of_the_board(forge: Forge) -> None:
    """Two terms of one id with an account each; and two entries of one name."""
    entry = "    account: example-bruno\n    from: 2024-09-01\n"
    again = (
        "  - id: {}\n    name: Bruno Example\n    organisation: Example\n    account: bruno-two\n"
        "    from: 2024-09-01\n    consent: 2024-08-27\n  - id: clio\n"
    )
    for number, name in enumerate(("bruno", "bruno-again")):
        write(forge, BOARD, "  - id: clio\n", again.format(name))
        assert entry in read(BOARD)
        found = agree(forge, TOPIC, ["example-bruno", "bruno-two"])
        assert (found.state, number) == (AuditState.NOT_APPROVED, number)
        assert "1 of 2 agreed" in found.why
        forge.repository.git("reset", "--quiet", "--hard", "HEAD^")
        forge.merged.clear()


def test_who_wrote_it_does_not_agree_under_another_account(forge: Forge) -> None:
    write(forge, LAUNCH, "    person: alma\n", "    person: alma\n    account: alma-two\n")
    found = agree(forge, AMENDS, ["example-boris", "example-alma"], opener="alma-two")
    assert found.state == AuditState.NOT_APPROVED


@pytest.mark.parametrize("turned", [True, False])
def test_the_order_of_two_lines_decides_nothing(forge: Forge, *, turned: bool) -> None:
    """Ines (chair), Alma (co-chair and Secretariat), Boris (Secretariat): the group and two of the Secretariat."""
    rules = read(RULES)
    start = rules.index("  - changes: [amends, corrects, takes-back]")
    old = rules[start : rules.index("    why:", start)]
    lines = ["      - by: group\n", "      - by: secretariat\n        approvals: 2\n"]
    new = "  - changes: [amends, corrects, takes-back]\n    agree:\n" + "".join(lines[:: -1 if turned else 1])
    write(forge, RULES, old, new)
    found = agree(forge, AMENDS, ["example-ines", "example-alma", "example-boris"])
    assert found.state == AuditState.APPROVED
    assert [sorted(one.agreed) for one in found.verdicts if one.wanted.agreement.by == "group"] == [
        ["example-ines"]
    ]


def make_place(who: str, needed: int, group: str) -> Place:
    """Give a place of a group or of none; `instead in` a group, of somebody else in place of its leader."""
    own = group.removeprefix("instead in ")
    return Place(needed=needed, people=frozenset(who), group=own, is_led=bool(group) and own == group)


def test_people_are_matched_so_that_as_many_places_as_can_be_are_met() -> None:
    cases = [
        ([("ab", 1, ""), ("a", 1, "")], 2),
        ([("abc", 2, ""), ("ab", 1, "")], 2),
        ([("ab", 2, ""), ("a", 1, "")], 1),
        (
            [("ab", 1, ""), ("a", 1, "one"), ("a", 1, "two")],
            3,
        ),  # who leads two groups speaks for each of them
        ([("a", 1, ""), ("a", 1, "one"), ("a", 1, "two")], 2),
        ([("abc", 1, ""), ("ab", 1, "one"), ("bc", 1, "two")], 3),
        ([("", 1, ""), ("a", 1, "")], 1),
        (
            [("a", 1, "one"), ("a", 1, "instead in two")],
            1,
        ),  # who leads a group does not stand in for another one
        ([("a", 1, "instead in one"), ("a", 1, "instead in two")], 2),
        ([("ab", 1, "one"), ("a", 1, "instead in two"), ("c", 1, "two")], 3),
        ([("a", 1, "one"), ("a", 1, "two"), ("ab", 1, "instead in three")], 3),
        (
            [("a", 1, "instead in one"), ("a", 1, "instead in two"), ("abc", 1, "")],
            2,
        ),  # then nobody counts twice
        ([("a", 1, "instead in one"), ("a", 1, "instead in one")], 1),
    ]
    for case, met in cases:
        for ordered in permutations(case):
            places = [make_place(*one) for one in ordered]
            counted = match(places)
            assert sum(len(one) >= place.needed for one, place in zip(counted, places, strict=True)) == met
            assert all(one <= place.people for one, place in zip(counted, places, strict=True))


def test_later_accounts_are_of_no_use_before(forge: Forge) -> None:
    """An account that the roster gets today says nothing of a change of yesterday."""
    forge.merge(
        forge.open("example-nils", DAY, {TOPIC: make_topic()}), DAY, by="bruno-two", agreed=["example-clio"]
    )
    text = read(BOARD).replace("account: example-bruno", "account: bruno-two")
    forge.merge(forge.open("example-nils", LATER, {BOARD: text}), LAST, by="example-mara")
    assert find_newest(forge).state == AuditState.APPROVED
