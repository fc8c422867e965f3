"""Accounts have days: one that is renamed, or goes to somebody else, changes nothing about who agreed before."""

import json
from typing import Any

import pytest

from scm_site.approval.approvers import find_approvers
from scm_site.approval.states import AuditState
from scm_site.demo.played_forge import Forge
from scm_site.pipeline import check
from tests.approval.test_audit import (
    BOARD,
    DAY,
    LAST,
    LATER,
    TOPIC,
    find_newest,
    forge,
    make_audit,
    make_topic,
    read,
)
from tests.built_sites import EXAMPLE

__all__ = ["forge"]  # the fixture

PROGRAMME = "content/groups/warm-homes/work-programme.md"
ENTRY = "    account: example-bruno\n    from: 2024-09-01\n"
ENDED = "    account: example-bruno\n    from: 2024-09-01\n    to: 2026-05-05\n"
AGAIN = (
    "  - id: {}\n    name: {} Example\n    organisation: Example\n    account: {}\n"
    "    from: 2026-05-06\n    consent: 2024-08-27\n"
)


def agree(forge: Forge) -> None:
    """A topic that Astrid merged and Bruno agreed to."""
    pull = forge.open("example-nils", DAY, {TOPIC: make_topic()})
    forge.merge(pull, LATER, by="example-astrid", agreed=["example-bruno"])


def change_board(forge: Forge, *edits: tuple[str, str]) -> None:
    """What the maintainer agreed to afterwards."""
    text = read(BOARD)
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    forge.merge(forge.open("example-nils", LAST, {BOARD: text}), LAST, by="example-mara")


def rename(forge: Forge, old: str, new: str) -> None:
    """Let the forge call an account by another name from now on, also in what it tells of the past."""
    forge.merged[:] = json.loads(json.dumps(forge.merged).replace(f'"{old}"', f'"{new}"'))


def find_topic(forge: Forge) -> Any:
    return next(
        one for one in make_audit(forge).changes if [change.path for change in one.changes] == [TOPIC]
    )


def list_names(forge: Forge) -> set[str]:
    """Give who agreed to the topic, by name, as pages tell it."""
    register = check(forge.repository.folder).register
    found = find_topic(forge)
    return {one.words for one in find_approvers(register).list_agreed(found.verdicts[0], found)}


def test_an_account_that_the_forge_renamed_is_that_of_the_same_person(forge: Forge) -> None:
    agree(forge)
    rename(forge, "example-bruno", "bruno-renamed")
    assert find_topic(forge).state == AuditState.NOT_APPROVED
    change_board(forge, (ENTRY, ENDED), ("note:", AGAIN.format("bruno", "Bruno", "Bruno-Renamed") + "note:"))
    assert find_topic(forge).state == AuditState.APPROVED
    assert list_names(forge) == {"Astrid Example (Advisory Board)", "Bruno Example (Advisory Board)"}


def test_who_wrote_it_under_a_later_name_does_not_agree_to_it(forge: Forge) -> None:
    pull = forge.open("example-bruno", DAY, {TOPIC: make_topic()})
    forge.merge(pull, LATER, by="example-astrid", agreed=["example-bruno"])
    rename(forge, "example-bruno", "bruno-renamed")
    change_board(forge, (ENTRY, ENDED), ("note:", AGAIN.format("bruno", "Bruno", "bruno-renamed") + "note:"))
    assert find_topic(forge).state == AuditState.NOT_APPROVED


def test_an_account_that_goes_to_somebody_else_names_who_had_it_then(forge: Forge) -> None:
    agree(forge)
    new = AGAIN.format("zoe", "Zoe", "example-bruno")
    change_board(forge, (ENTRY, ENDED), ("note:", new + "note:"))
    assert list_names(forge) == {"Astrid Example (Advisory Board)", "Bruno Example (Advisory Board)"}


@pytest.mark.parametrize("keeps", [True, False])
def test_an_account_that_was_overwritten_names_nobody_else(forge: Forge, *, keeps: bool) -> None:
    """Bruno's account taken out, and given to Zoe as if she had had it all along: a push past the rules."""
    agree(forge)
    new = AGAIN.format("zoe", "Zoe", "example-bruno").replace("2026-05-06", "2024-09-01")
    change_board(forge, (ENTRY, ENTRY if keeps else ENTRY.partition("\n")[2]), ("note:", new + "note:"))
    assert not any("Zoe" in name for name in list_names(forge))
    assert find_topic(forge).state == AuditState.APPROVED


def test_a_chair_whose_account_was_renamed_goes_on_to_have_agreed(forge: Forge) -> None:
    """A group's record has one account of each member: what it said then tells whose the new name is."""
    pull = forge.open("example-nils", DAY, {PROGRAMME: read(PROGRAMME) + "\nMore.\n"})
    forge.merge(pull, LATER, by="example-ines", agreed=["example-alma"])
    rename(forge, "example-ines", "ines-renamed")
    (path,) = [
        path
        for path in EXAMPLE.glob("groups/warm-homes/**/*")
        if path.is_file() and b"example-ines" in path.read_bytes()
    ]
    name = path.relative_to(EXAMPLE.parent).as_posix()
    forge.merge(
        forge.open("example-nils", LAST, {name: read(name).replace("example-ines", "ines-renamed")}),
        LAST,
        by="example-boris",
    )
    found = next(
        one for one in make_audit(forge).changes if [change.path for change in one.changes] == [PROGRAMME]
    )
    assert found.state == AuditState.APPROVED


def test_a_stranger_does_not_agree_by_a_later_entry_of_the_same_name(forge: Forge) -> None:
    """Somebody who was in no office then, and has one now, did not agree as its holder."""
    pull = forge.open("example-nils", DAY, {TOPIC: make_topic()})
    forge.merge(pull, LATER, by="zoe", agreed=["example-bruno"])
    change_board(forge, ("note:", AGAIN.format("zoe", "Zoe", "zoe") + "note:"))
    assert find_topic(forge).state == AuditState.NOT_APPROVED
    assert find_newest(forge).state == AuditState.APPROVED
