"""Nobody is named on a page or in data whom the register of today does not name, and no account ever."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from scm_site.approval.approvers import find_approvers
from scm_site.demo.played_forge import Forge
from scm_site.pages.frame.page import Site
from scm_site.pipeline import check
from scm_site.records.people import Member, Roster
from scm_site.records.register import Register
from tests.built_sites import EXAMPLE
from tests.changed_group import change_group
from tests.pages.approval_sites import (
    BOARD,
    LATER,
    TOPIC,
    land,
    make_forge,
    make_site,
    read_example,
    read_line,
)

BRUNO = """\
  - id: bruno
    name: Bruno Example
    title: Head of technology
    organisation: Example Association of Builders
    account: example-bruno
    from: 2024-09-01
"""


@pytest.fixture
def forge(tmp_path: Path) -> Forge:
    made = make_forge(tmp_path / "register")
    land(made)
    return made


def change_board(forge: Forge, old: str, new: str) -> None:
    """Push another roster of the board."""
    text = read_example(BOARD)
    assert text.count(old) == 1
    forge.repository.change(LATER, {BOARD: text.replace(old, new)}, who="example-mara")


def find_mentions(site: Site, words: str) -> list[str]:
    """Give every page and file that has the words, in any case."""
    pages = {page.address: page.html for page in site.pages}
    files = {file.path: file.content.decode("utf-8", errors="replace") for file in site.assets}
    return [name for name, text in {**pages, **files}.items() if words.lower() in text.lower()]


def test_a_name_that_is_withheld_today_is_withheld_everywhere(forge: Forge) -> None:
    withheld = BRUNO.replace("name: Bruno Example", "name_withheld: true")
    change_board(
        forge, BRUNO, withheld.replace("    account: example-bruno\n", "").replace("id: bruno", "id: seat")
    )
    site = make_site(forge)
    assert "also agreed: a member of the Advisory Board (name withheld)." in read_line(site)
    assert find_mentions(site, "Bruno") == []


def test_one_entry_that_withholds_is_enough() -> None:
    register = check(EXAMPLE.parent).register
    assert find_names(register, "example-alma") == {"Alma Example"}
    roster = register.secretariat
    alma = next(person for person in roster.people if person.id == "alma")
    hidden = replace(alma, name="", name_withheld=True, account="", from_=date(2027, 1, 1))
    changed = replace(roster, people=(*roster.people, hidden))
    assert find_names(put_roster(register, changed), "example-alma") == {""}


def test_an_entry_of_a_group_that_withholds_is_enough() -> None:
    register = check(EXAMPLE.parent).register
    first, *others = register.dossiers
    hidden = Member(id="m99", role="participant", from_=date(2026, 1, 1), person="alma", name_withheld=True)
    group = replace(first.group, members=(*first.group.members, hidden))
    changed = replace(register, dossiers=(change_group(first, group), *others))
    assert find_names(changed, "example-alma") == {""}


def find_names(register: Register, account: str) -> set[str]:
    return {one.name for one in find_approvers(register).named if one.held.account == account}


def put_roster(register: Register, roster: Roster) -> Register:
    return replace(register, singles={**register.singles, "secretariat": roster})


def test_who_left_the_register_is_not_named(forge: Forge) -> None:
    change_board(forge, "    account: example-bruno\n", "")
    assert "also agreed: a member of the Advisory Board (name withheld)." in read_line(make_site(forge))


def test_a_stranger_who_merged_is_not_named(tmp_path: Path) -> None:
    forge = make_forge(tmp_path / "another")
    land(forge, by="mallory-9", agreed=("example-bruno", "example-clio"))
    site = make_site(forge)
    assert "Approved: merged on 4 May 2026 by somebody the register does not name" in read_line(site)
    assert find_mentions(site, "mallory") == []


def test_a_forged_author_is_not_named(tmp_path: Path) -> None:
    """Anybody can type the name and the address of somebody else into a commit."""
    forge = make_forge(tmp_path / "another")
    pull = forge.open("mallory-9", LATER, {TOPIC: read_example(TOPIC)}, who="example-clio")
    forge.merge(pull, LATER, by="mallory-9", agreed=[])
    for site in (make_site(forge), make_site(forge, with_records=False)):
        assert "Clio" not in read_line(site)
        assert find_mentions(site, "mallory") == []
        assert "approvals/" not in {*find_mentions(site, "Nyman"), *find_mentions(site, "Silva")}


def test_no_account_and_no_address_of_a_commit_is_shown(forge: Forge) -> None:
    for site in (make_site(forge), make_site(forge, with_records=False)):
        for account in ("astrid", "bruno", "alma", "boris", "nils", "mara"):
            assert find_mentions(site, f"example-{account}") == []
        noreply = [page.address for page in site.pages if re.search(r"noreply|users\.", page.html)]
        assert noreply == []
