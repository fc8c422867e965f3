"""What the site says of a decision of the board follows from how it voted."""

import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from scm_site.pipeline import build
from scm_site.records.proposal import Decision, Votes
from tests.built_sites import EXAMPLE, EXAMPLE_DAY

TOPIC, GROUP = "2024-warm-homes", "warm-homes"


@pytest.mark.parametrize(
    ("votes", "result", "told"),
    [
        ((2, 1), "agreed", "The Advisory Board agreed"),
        ((1, 3), "not agreed", "The Advisory Board did not agree"),
        ((2, 2), "rule not recorded", "The Advisory Board voted"),
    ],
)
def test_pages_and_data_say_what_the_votes_say(
    tmp_path: Path, votes: tuple[int, int], result: str, told: str
) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "content")
    write_votes(tmp_path / f"content/proposals/{TOPIC}.md", *votes)
    site = build(tmp_path, as_of=date.fromisoformat(EXAMPLE_DAY), with_history=False).site
    assert site is not None
    pages = {page.address: page.html for page in site.pages}
    for address in (f"proposals/{TOPIC}/", f"groups/{GROUP}/"):
        assert told in pages[address]
        assert ("Board agreed" in pages[address]) == (result == "agreed")
    row = next(part for part in pages["proposals/"].split("<tr>") if TOPIC in part)
    assert f">{result.capitalize()}</span>" in row
    (data,) = [asset.content for asset in site.assets if asset.path.endswith("v1/proposals.json")]
    (topic,) = [one for one in json.loads(data)["proposals"] if one["id"] == TOPIC]
    assert topic["decision"]["result"] == result


@pytest.mark.parametrize(
    ("votes", "result"), [((1, 0), "agreed"), ((0, 1), "not agreed"), ((0, 0), "rule not recorded")]
)
def test_who_abstains_or_stands_aside_counts_on_neither_side(votes: tuple[int, int], result: str) -> None:
    counted = Votes(for_=votes[0], against=votes[1], abstained=9, recused=9)
    assert Decision(on=date(2026, 3, 19), remarks=(), votes=counted).result == result


def write_votes(path: Path, for_: int, against: int) -> None:
    """Write how the board voted; the rest abstained or stood aside."""
    text = path.read_text(encoding="utf-8")
    votes = f"    for: {for_}\n    against: {against}\n    abstained: 0\n    recused: 0\n"
    changed = re.sub(r"    for: .*\n    against: .*\n    abstained: .*\n    recused: .*\n", votes, text)
    assert changed != text
    path.write_text(changed, encoding="utf-8")
