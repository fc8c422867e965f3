"""Relations may be several, and both sides know of them; one that goes round in a circle is found, however long."""

import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from scm_site.compliance.arrivals import Arrivals
from scm_site.compliance.board import make_board
from scm_site.findings import Finding
from scm_site.pages.frame.site_content import SiteContent
from scm_site.pages.group.group_pages import list_forerunners, list_named
from scm_site.pipeline import check
from scm_site.reading.git_history import History
from tests.checks.first_registers import copy_groups
from tests.first_groups import GROUPS

DAY = date(2026, 5, 20)
MEETING = "2026-04-23-together"
END = """---
how: by agreement
decided_by:
  - chair
  - co-chair
end: 2026-05-19
goes_on_in: [{names}]
---

All members agreed to go on with others, who ask the same question in other towns.
"""
MINUTES = """---
attended:
  people: 9
---

All groups showed what they had found in their towns, and what they will do otherwise from now on.
"""
PLAN = """---
title: What we all found
date: 2026-04-23
mode: online
groups: [{names}]
---
"""

Relations = dict[str, list[str]]

some_groups = st.lists(st.sampled_from(GROUPS), unique=True, max_size=3)
by_number = pytest.mark.parametrize(
    "number",
    [5, pytest.param(40, marks=pytest.mark.slow("40 registers at random, of which 5 are always tried"))],
)


def find_circles(goes_on: Relations) -> list[tuple[str, str]]:
    """Give each relation that leads back to where it begins, however many steps it takes."""
    reach = {(one, other) for one, others in goes_on.items() for other in others}
    for via in GROUPS:
        reach |= {(one, end) for one, first in reach for second, end in reach if first == second == via}
    return [(one, to) for one, others in goes_on.items() for to in others if one == to or (to, one) in reach]


def make_site_content(root: Path) -> tuple[SiteContent, tuple[Finding, ...]]:
    """Give what pages are made of, and what was found."""
    checked = check(root)
    arrivals = Arrivals(history=History(), schemas=checked.schemas)
    board = make_board(checked.register, arrivals, DAY)
    content = SiteContent(
        register=checked.register,
        schemas=checked.schemas,
        as_of=DAY,
        arrivals=arrivals,
        read_file=lambda path: (root / path).read_bytes(),
        board=board,
    )
    return content, checked.findings


def write_ends(root: Path, goes_on: Relations) -> None:
    """Let groups end, and go on in others."""
    for group, others in goes_on.items():
        for old in (root / f"content/groups/{group}/acts").glob("*.ends.md"):
            old.unlink()
        acts = root / f"content/groups/{group}/acts"
        acts.mkdir(exist_ok=True)
        (acts / "2026-05-18.ends.md").write_text(END.format(names=", ".join(others)), encoding="utf-8")


@by_number
def test_groups_go_on_in_several_and_come_from_several(number: int) -> None:
    @settings(max_examples=number, deadline=None, derandomize=True, phases=[Phase.generate])
    @given(st.dictionaries(st.sampled_from(GROUPS), some_groups.filter(bool)))
    def look(goes_on: Relations) -> None:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            copy_groups(root)
            (root / "content/groups/quiet-streets/acts/2026-01-09.ends.md").unlink()
            write_ends(root, goes_on)
            content, findings = make_site_content(root)
        found = [finding.message for finding in findings if finding.rule == "X006"]
        assert len(found) == len(find_circles(goes_on)), found
        for group in GROUPS:
            dossier = content.register.find_dossier(group)
            named = dossier.ended.goes_on_in if dossier.ended else ()
            assert [one.id for one in list_named(named, content)] == goes_on.get(group, [])
            assert {*list_forerunners(dossier, content)} == {one for one in goes_on if group in goes_on[one]}

    look()


@by_number
def test_a_meeting_of_several_groups_is_a_meeting_of_each(number: int) -> None:
    @settings(max_examples=number, deadline=None, derandomize=True, phases=[Phase.generate])
    @given(st.sampled_from(GROUPS), some_groups.filter(bool))
    def look(host: str, others: list[str]) -> None:
        together = {host, *others}
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            copy_groups(root)
            plan = root / f"content/groups/{host}/meetings/{MEETING}/meeting.md"
            plan.parent.mkdir(parents=True)
            plan.write_text(PLAN.format(names=", ".join(others)), encoding="utf-8")
            (plan.parent / "2026-04-27.minutes.md").write_text(MINUTES, encoding="utf-8")
            content, _ = make_site_content(root)
        standings = content.board.standings
        minutes = [one for one in standings if (one.duty.id, one.owed.period) == ("minutes", MEETING)]
        asked = {one.of.id for one in minutes}
        assert all(one.owed.proofs for one in minutes)
        for dossier in content.register.dossiers:
            group = dossier.group
            assert [one.id for one in dossier.meetings].count(MEETING) == (group.id in together)
            assert (group.id in asked) == (group.id in together and group.is_focus)

    look()
