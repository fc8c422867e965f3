"""The numbers of the Terms of Reference: dated, with a source; and texts that say one say what the table says."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from scm_site.compliance.duties import DUTIES
from scm_site.locations import find_schemas
from scm_site.records.settings import Days
from scm_site.rules import RULES
from scm_site.terms import numbers
from scm_site.terms.clauses import CLAUSES
from scm_site.terms.numbers import (
    BOARD_BRIEFS,
    LAST_REPORT,
    LONGEST_NOTICE,
    NO_DATE,
    SHORTEST_MANDATE,
    STATUS_UPDATES,
    Number,
    Value,
)

ROOT = Path(__file__).parents[2]
GUIDES = ROOT / "docs/pages/guides"
NUMBERS = [one for one in vars(numbers).values() if isinstance(one, Number)]
WORDS = {2: "two", 3: "three", 6: "six", 12: "twelve"}
PHRASE = re.compile(r"\b(?:[0-9]+|two|three|six|twelve) (?:calendar )?(?:days|weeks|months)\b")
SETTINGS: Any = json.loads((find_schemas() / "settings.schema.json").read_text(encoding="utf-8"))
LEFT_OPEN = SETTINGS["properties"]["days"]["properties"]


def in_words(number: Number) -> str:
    count, unit = number.value_on(date.max), str(number.unit)
    if unit == "days" and count % 7 == 0:
        count, unit = count // 7, "weeks"
    return f"{WORDS.get(count, count)} {unit}"


def left_open(name: str) -> str:
    return f"{LEFT_OPEN[name]['examples'][0]} days"


#: What the guides say of numbers; captions of pictures tell of one day of the worked example.
SAID_IN_GUIDES = {
    "board.md": {in_words(BOARD_BRIEFS), left_open("board_decision")},
    "chairing.md": {
        in_words(BOARD_BRIEFS),
        in_words(LONGEST_NOTICE),
        *map(left_open, ("work_programme", "kick_off", "agenda", "decision_announced", "next_meeting")),
    },
    "co-chairing.md": {
        in_words(STATUS_UPDATES),
        in_words(BOARD_BRIEFS),
        *map(left_open, ("minutes", "grace")),
    },
    "proposing.md": {left_open("board_decision")},
    "secretariat.md": {*map(left_open, ("quality_control", "next_version", "publication"))},
}


def test_every_number_has_a_clause_a_unit_and_a_source() -> None:
    known = {clause.id for clause in CLAUSES}
    for number in NUMBERS:
        assert set(number.clauses) <= known
        assert number.what
        assert all(value.since for value in number.values)
        assert [bool(value.reference) for value in number.values if value.since == NO_DATE] in ([True], [])


def test_a_number_that_changes_leaves_what_was_before() -> None:
    number = Number(
        what="a notice",
        unit="days",
        clauses=("T8",),
        values=(Value(21, NO_DATE, "a"), Value(30, date(2027, 1, 1), "b"), Value(14, date(2028, 1, 1), "c")),
    )
    days = (date.min, date(2026, 12, 31), date(2027, 1, 1), date(2027, 12, 31), date(2028, 1, 1))
    assert [number.value_on(day) for day in days] == [21, 21, 30, 30, 14]
    dated = Number(what="a", unit="days", clauses=(), values=number.values[1:])
    assert dated.value_on(date.min) == 30


@pytest.mark.parametrize(
    ("number", "texts"),
    [
        (
            SHORTEST_MANDATE,
            [RULES["G002"].title, RULES["P005"].title, RULES["P005"].fix, RULES["P005"].form_fix],
        ),
        (LONGEST_NOTICE, [RULES["X001"].title, RULES["X001"].explanation]),
        (LAST_REPORT, [RULES["U006"].explanation]),
        (STATUS_UPDATES, [DUTIES["status-update"].due.replace("calendar ", "")]),
        (
            BOARD_BRIEFS,
            [DUTIES["board-brief"].due.replace("calendar ", ""), DUTIES["board-brief"].explanation],
        ),
    ],
)
def test_rules_duties_and_clauses_say_the_number(number: Number, texts: list[str]) -> None:
    own = [] if number is LAST_REPORT else [one.text for one in CLAUSES if one.id in number.clauses]
    assert [text for text in (*texts, *own) if in_words(number) not in text.lower().replace("\n", " ")] == []


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("schemas/launch.schema.json", f"at least {in_words(SHORTEST_MANDATE)} after the launch"),
        ("scm_site/checks/group_rules.py", f"less than {in_words(SHORTEST_MANDATE)} after the launch"),
        ("scm_site/checks/group_rules.py", f"at least {in_words(SHORTEST_MANDATE)} after the launch"),
        (
            "schemas/ends.schema.json",
            f"at most {LONGEST_NOTICE.value_on(date.max)} days after the message",
        ),
        (
            "scm_site/pages/templates/partials/compliance/mandates.html",
            f"{LONGEST_NOTICE.value_on(date.max)} days after the notice",
        ),
        ("schemas/status-update.schema.json", f"every {in_words(STATUS_UPDATES)}"),
        ("scm_site/pages/templates/group.html", f"every {in_words(STATUS_UPDATES)}"),
        ("scm_site/pages/templates/group.html", f"every {in_words(BOARD_BRIEFS)}"),
        ("schemas/board-brief.schema.json", f"every {in_words(BOARD_BRIEFS)}"),
    ],
)
def test_schemas_and_pages_say_the_number(path: str, said: str) -> None:
    assert said in (ROOT / path).read_text(encoding="utf-8")


@pytest.mark.parametrize("guide", [path.name for path in sorted(GUIDES.glob("*.md"))])
def test_guides_say_no_other_number(guide: str) -> None:
    text = re.sub(r"!\[[^]]*\]", "", (GUIDES / guide).read_text(encoding="utf-8"))
    assert set(PHRASE.findall(text)) == SAID_IN_GUIDES.get(guide, set())


def test_what_is_left_open_is_listed_once() -> None:
    """The schema lists it: what it counts, its clause, and the value to begin with, which the register has."""
    content = (ROOT / "content/settings.yml").read_text(encoding="utf-8")
    begun = {name: int(days) for name, days in re.findall(r"^  (\w+): ([0-9]+) #", content, re.MULTILINE)}
    assert {name: one["examples"] for name, one in LEFT_OPEN.items()} == {
        name: [days] for name, days in begun.items()
    }
    assert list(LEFT_OPEN) == list(Days.__dataclass_fields__)
    known = {clause.id for clause in CLAUSES}
    assert all(one["x-clauses"] and set(one["x-clauses"]) <= known for one in LEFT_OPEN.values())
