"""What can be corrected: every kind of act is in the table, or has nothing of its own that a correction could name."""

import pytest

from scm_site.records.acts.corrects import RECORDS, name_corrected
from scm_site.records.acts.facts import FACTS
from scm_site.records.acts.kinds import ACT_KINDS
from tests.scaffold.finished_record import SCHEMAS

#: Kinds that set things by fields of their own, and those that say nothing that counts by a day or a word.
BY_FIELDS = {"amends", "replans"}
NOTHING = {"decided", "noted", "settles", "replaces", "corrects", "takes-back"}


def test_every_kind_says_what_of_it_can_be_corrected() -> None:
    assert {*ACT_KINDS, "launch", "meeting"} == {*FACTS, *BY_FIELDS, *NOTHING}


@pytest.mark.parametrize("kind", FACTS)
def test_each_fact_is_a_field_of_its_kind(kind: str) -> None:
    for fact in FACTS[kind].keys() - {"day"}:
        field = tuple(0 if part == "*" else part for part in fact.split("."))
        assert SCHEMAS.find_field(kind, field), fact


@pytest.mark.parametrize("record", RECORDS)
def test_a_record_that_is_corrected_has_words(record: str) -> None:
    assert name_corrected(record).startswith("the ")
