"""The registers that `make bench` measures are right, complete and always the same. Speed itself is not tested."""

from collections import Counter
from pathlib import Path

import pytest

from bench.synthetic_pull_requests import RECORDS, write_merged_register
from bench.synthetic_register import (
    MOST_GROUPS,
    RECORDS_OF_A_GROUP,
    SyntheticGroup,
    make_register,
    write_register,
)
from scm_site.approval.pull_requests import read_pull_requests
from scm_site.pipeline import audit, check

GROUPS = 10
FULL_GROUP = {
    "launch": 1,
    "page": 1,
    "work-programme": 1,
    "meeting": 12,
    "agenda": 12,
    "minutes": 12,
    "status-update": 9,
    "board-brief": 3,
    "outcome": 4,
    "controlled": 4,
    "published": 4,
    "replaces": 1,
}


def test_a_made_up_register_has_no_findings_and_full_groups(tmp_path: Path) -> None:
    count = write_register(tmp_path, GROUPS)
    result = check(tmp_path)
    assert result.findings == ()
    records = list(result.register.find_records())
    assert len(records) == count == result.files
    for dossier in result.register.dossiers:
        filed = Counter(record.file.kind for record in records if record.file.group == dossier.group.id)
        assert filed == FULL_GROUP
    assert len(result.register.dossiers) == len(result.register.proposals) == GROUPS
    assert sum(FULL_GROUP.values()) + 1 == RECORDS_OF_A_GROUP


def test_the_same_size_gives_the_same_register() -> None:
    assert list(make_register(3)) == list(make_register(3))


def test_no_two_records_are_the_same() -> None:
    texts = [text for path, text in make_register(GROUPS) if not path.endswith(".controlled.yml")]
    assert len(set(texts)) == len(texts)


def test_every_group_has_a_name_of_its_own() -> None:
    assert len({SyntheticGroup(number).id for number in range(MOST_GROUPS)}) == MOST_GROUPS
    with pytest.raises(ValueError, match="at most"):
        next(make_register(MOST_GROUPS + 1))


def test_a_made_up_main_line_is_approved_throughout(tmp_path: Path) -> None:
    files = write_merged_register(tmp_path, groups=2, merges=150)
    found = audit(tmp_path, read_pull_requests(tmp_path / RECORDS)).audit
    assert len(list((tmp_path / "content").rglob("*.*"))) == files
    assert (len(found.changes), found.lost) == (151, ())
    assert {change.landing.how for change in found.changes} == {"merge", "import"}
