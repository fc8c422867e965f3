"""The past is read as it was written: what schemas ask today changes nothing about who could agree then."""

import json
from pathlib import Path

import pytest

from scm_site.approval.states import AuditState
from scm_site.demo.played_forge import Forge
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

__all__ = ["forge"]  # the fixture

PROGRAMME = "content/groups/warm-homes/work-programme.md"
LAUNCH = "content/groups/warm-homes/launch.md"
RULES = "content/approvals.yml"
FROM = "bruno\n    from: 2024-09-01\n"
SCHEMAS = Path(__file__).parents[2] / "schemas"


def test_a_stricter_schema_makes_no_earlier_roster_unreadable(
    forge: Forge, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for path in SCHEMAS.glob("*.json"):
        schema = json.loads(path.read_text(encoding="utf-8"))
        if path.name == "shared.schema.json":
            person = schema["$defs"]["roster-person"]
            person["properties"]["title"]["pattern"] = "^Seat "
            person["required"].append("title")
        (tmp_path / path.name).write_text(json.dumps(schema), encoding="utf-8")
    forge.merge(
        forge.open("example-nils", DAY, {TOPIC: make_topic()}),
        LATER,
        by="example-astrid",
        agreed=["example-bruno"],
    )
    today = {
        path: read(path).replace("    title: ", "    title: Seat of the ")
        for path in (BOARD, "content/secretariat.yml")
    }
    forge.merge(forge.open("example-nils", LATER, {**today}), LAST, by="example-mara")
    monkeypatch.setattr("scm_site.pipeline.find_schemas", lambda: tmp_path)
    found = make_audit(forge)
    assert [one.state for one in found.changes] == [
        AuditState.APPROVED,
        AuditState.APPROVED,
        AuditState.BEFORE_RULES,
    ]


@pytest.mark.parametrize(
    ("path", "old", "new", "state"),
    [
        (BOARD, "    consent: 2024-08-27\n", "", AuditState.APPROVED),
        (BOARD, "    title: Head of technology\n", "    title: 7\n    shoe: 43\n", AuditState.APPROVED),
        (BOARD, "note:", "remark:", AuditState.APPROVED),
        # what tells who may agree is not guessed
        (BOARD, "bruno\n    from: 2024-09-01\n", "bruno\n", AuditState.NOT_APPROVED),
        (BOARD, "bruno\n    from: 2024-09-01\n", "bruno\n    from: then\n", AuditState.NOT_APPROVED),
        (
            BOARD,
            "bruno\n    from: 2024-09-01\n",
            "bruno\n    from: 2024-09-01\n    to: soon\n",
            AuditState.NOT_APPROVED,
        ),
        (BOARD, "people:", "persons:", AuditState.NOT_APPROVED),
        # rules that cannot be read: those before go on
        (RULES, "approvals: 2", "approvals: none", AuditState.APPROVED),
        (
            RULES,
            "    why: The Advisory Board agrees",
            "    reason: The Advisory Board agrees",
            AuditState.APPROVED,
        ),
    ],
)
def test_only_what_tells_who_may_agree_has_to_be_readable(
    forge: Forge, path: str, old: str, new: str, state: AuditState
) -> None:
    assert old in read(path)
    forge.merge(
        forge.open("example-nils", DAY, {path: read(path).replace(old, new, 1)}), DAY, by="example-mara"
    )
    pull = forge.open("example-nils", DAY, {TOPIC: make_topic()})
    forge.merge(pull, LATER, by="example-astrid", agreed=["example-bruno"])
    assert find_newest(forge).state == state


def test_a_launch_is_read_leniently_too(forge: Forge) -> None:
    text = read(LAUNCH).replace("    consent: 2025-01-10\n", "").replace("\nkind: focus\n", "\n")
    forge.merge(forge.open("example-nils", DAY, {LAUNCH: text}), DAY, by="example-boris")
    pull = forge.open("example-nils", DAY, {PROGRAMME: read(PROGRAMME) + "\nMore.\n"})
    forge.merge(pull, LATER, by="example-ines", agreed=["example-alma"])
    assert find_newest(forge).state == AuditState.APPROVED


@pytest.mark.parametrize(
    ("path", "word", "other"),
    [
        (LAUNCH, "role: co-chair", "role: boss"),
        (RULES, "by: board", "by: all"),
        (RULES, "why:", "when: now\n    why:"),
    ],
)
def test_a_choice_that_there_is_not_ends_no_audit(forge: Forge, path: str, word: str, other: str) -> None:
    text = read(path)
    assert word in text
    forge.merge(forge.open("example-nils", DAY, {path: text.replace(word, other)}), DAY, by="example-mara")
    forge.merge(
        forge.open("example-nils", LATER, {TOPIC: make_topic()}),
        LAST,
        by="example-astrid",
        agreed=["example-bruno"],
    )
    assert find_newest(forge).state == AuditState.APPROVED
