"""What holds after acts. Each story says what was founded, which acts came, and what holds on a day, known on a day."""

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from scm_site.records.acts.holding import holds
from scm_site.records.acts.parts import Founding
from tests.records.acts.stories import UNTOLD, show, tell

LINE = re.compile(r"on (\S+)(?: known (\S+))?: (.+)")
STORIES = {
    title.strip(): text
    for title, _, text in (
        part.partition("\n")
        for part in (Path(__file__).parent / "stories.txt").read_text(encoding="utf-8").split("\n== ")[1:]
    )
}


@pytest.mark.parametrize("title", STORIES)
def test_what_holds(title: str) -> None:
    lines = STORIES[title].strip().splitlines()
    told = tell("\n".join(line for line in lines if not line.startswith(("on ", "#"))))
    asked = [found for line in lines if (found := LINE.fullmatch(line))]
    assert asked
    for day, known, expected in (one.groups() for one in asked):
        held = told.hold(day, known or "2099-01-01")
        shown = show(held)
        idle = {f"{one.act.name} idle" for one in held.idle}
        for claim in expected.split(", "):
            if claim == "none idle":
                assert not [one for one in held.idle if one.is_fault], held.idle
            elif claim.endswith(" idle"):
                assert claim in idle, held.idle
            elif claim.startswith("no "):
                assert claim[3:] not in shown
            else:
                name, _, value = claim.rpartition(" ")
                assert shown.get(name) == value, (day, known, claim, held.idle)


def test_a_long_chain_of_takings_back_is_followed() -> None:
    days = [date(2026, 3, 12) + timedelta(days=number) for number in range(400)]
    lines = [f"{one} takes-back {other}.takes-back" for other, one in pairwise(days[1:])]
    first = ["2026-03-12 amends end 2026-07-15 -> 2027-01-15", "2026-03-13 takes-back 2026-03-12.amends"]
    held = tell("\n".join(["founded: end 2026-07-15", *first, *lines])).hold()
    assert held.record.group.end == date(2026, 7, 15)


def test_a_correction_gives_nothing_before_the_act_works_that_it_corrects() -> None:
    told = tell("""
        founded: end 2026-07-15
        2026-03-12 amends end 2026-07-15 -> 2027-01-15
        2026-04-01 corrects of 2026-03-12.amends; end 2027-01-15 -> 2027-01-31
    """)
    assert told.hold("2026-03-11").find_giver("end") is None
    assert told.hold("2026-03-12").find_giver("end") is not None


def test_a_final_outcome_that_nobody_knows_is_not_moved() -> None:
    told = tell("""
        founded: end 2026-07-15, final 2026-06-15
        2026-03-12 replans final 2026-06-15 -> 2026-12-15
    """)
    unknown = replace(told.programme, final_outcome=UNTOLD)
    held = holds(Founding(group=told.group, work_programme=unknown), told.acts)
    assert [one.why for one in held.idle] == [
        "the work programme does not tell its final outcome; it is filled in there first"
    ]
