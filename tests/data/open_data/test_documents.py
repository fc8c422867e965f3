"""Every document of public data keeps the form that its schema promises, and every field is explained."""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

import pytest
from jsonschema import Draft202012Validator

from scm_site.data.fields import Data, Day, Text, means
from scm_site.data.open_data.changes import find_new, list_new_fields
from scm_site.data.open_data.datasets import APPROVALS, DATASETS, GROUPS, WAITING, Dataset
from scm_site.data.open_data.field_list import list_fields
from tests.built_sites import EXAMPLE_DAY
from tests.data.open_data.public_data import SITE, read_json, walk_objects

#: The waiting pull requests are known to a forge only.
WITHOUT_FORGE = [dataset for dataset in DATASETS if dataset is not WAITING]
WITH_PLAIN_HEAD = [dataset for dataset in WITHOUT_FORGE if dataset is not APPROVALS]
HEAD = ["version", "as_of", "commit", "gap", "generated_at"]

Files = dict[str, bytes]


class Inner(Data, frozen=True, kw_only=True):
    """A part of a row."""

    day: Annotated[Day | None, means("A day.", since=date(2027, 1, 2))]


class Row(Data, frozen=True, kw_only=True):
    """A row that has a field which was not there on the first day."""

    old: Annotated[Text, means("There from the first day.")]
    new: Annotated[tuple[Inner, ...], means("Parts.", since=date(2026, 12, 1))]


class Later(Data, frozen=True, kw_only=True):
    """A document of such rows."""

    rows: Annotated[tuple[Row, ...], means("Every row.")]


def name_of(dataset: Dataset) -> str:
    return dataset.name


def find_faults(files: Files, name: str, **change: object) -> list[str]:
    schema = read_json(files, f"{name}.schema")
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    document = {**read_json(files, name), **change}
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(document)]


@pytest.mark.parametrize("dataset", DATASETS, ids=name_of)
def test_the_example_fits_the_schema(files: Files, dataset: Dataset) -> None:
    assert find_faults(files, dataset.name) == []
    assert read_json(files, dataset.name)[dataset.rows]


@pytest.mark.parametrize("dataset", WITHOUT_FORGE, ids=name_of)
def test_a_larger_register_and_the_real_one_fit_the_schema(
    larger_files: Files, real_files: Files, dataset: Dataset
) -> None:
    assert find_faults(larger_files, dataset.name) == []
    assert len(read_json(larger_files, "outcomes")["outcomes"]) > 60
    assert find_faults(real_files, dataset.name) == []
    assert read_json(real_files, "groups")["gap"] == "the git history was left out"


@pytest.mark.parametrize("dataset", DATASETS, ids=name_of)
def test_another_form_does_not_fit(files: Files, dataset: Dataset) -> None:
    changes: list[dict[str, object]] = [{"version": 3}, {"more": 1}, {"generated_at": "today"}]
    assert all(find_faults(files, dataset.name, **change) for change in changes)
    rows = read_json(files, dataset.name)[dataset.rows]
    assert len(find_faults(files, dataset.name, **{dataset.rows: [{**rows[0], "more": 1}]})) == 1


@pytest.mark.parametrize("dataset", WITH_PLAIN_HEAD, ids=name_of)
def test_every_document_begins_with_what_it_rests_on(files: Files, dataset: Dataset) -> None:
    document = read_json(files, dataset.name)
    assert list(document) == [*HEAD, dataset.rows]
    assert (document["version"], document["as_of"], document["gap"]) == (dataset.version, EXAMPLE_DAY, "")
    assert len(document["commit"]) == 40


@pytest.mark.parametrize("dataset", DATASETS, ids=name_of)
def test_every_field_is_explained_and_none_is_left_open(files: Files, dataset: Dataset) -> None:
    schema = read_json(files, f"{dataset.name}.schema")
    assert schema["$id"] == f"{SITE}{dataset.schema_path}"
    for part in walk_objects(schema):
        assert part["additionalProperties"] is False
        assert part["required"] == list(part["properties"])
        assert all(len(field["description"]) >= 10 for field in part["properties"].values())


@pytest.mark.parametrize("dataset", DATASETS, ids=name_of)
def test_the_fields_stand_in_the_order_of_the_schema(files: Files, dataset: Dataset) -> None:
    schema = read_json(files, f"{dataset.name}.schema")
    row = schema["properties"][dataset.rows]["items"]["$ref"].removeprefix("#/$defs/")
    fields = list(schema["$defs"][row]["properties"])
    assert all(list(one) == fields for one in read_json(files, dataset.name)[dataset.rows])


def read_promised() -> list[str]:
    """Give a line for each field that a version began with, or that a release has added."""
    files = sorted(Path(__file__).parent.glob("version_*.txt"))
    return [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def test_what_each_version_promised_is_still_there() -> None:
    gone = set(read_promised()) - {line for dataset in DATASETS for line in tell_fields(dataset)}
    assert not gone, f"within a version no field goes or holds something else: {sorted(gone)}"


def test_every_field_that_came_later_says_since_when() -> None:
    first = {line.partition(":")[0] for line in read_promised()}
    told = {f"{dataset.name} {name}" for dataset in DATASETS for name, _ in find_new(dataset.row_type)}
    later = {
        f"{dataset.name} {one.name}" for dataset in DATASETS for one in list_fields(dataset.row_type)
    } - first
    hint = "in scm_site/data/open_data/, say on which day the field comes: means(…, since=date(2026, 12, 1))"
    assert sorted(later - told) == [], hint


def test_a_field_that_comes_later_is_among_the_changes() -> None:
    dataset = replace(GROUPS, document=Later, rows="rows")
    told = [(change.on.isoformat(), change.datasets, change.what) for change in list_new_fields([dataset])]
    assert told == [
        ("2026-12-01", ("groups",), "New: the field `new`."),
        ("2027-01-02", ("groups",), "New: the field `new.day`."),
    ]


def tell_fields(dataset: Dataset) -> list[str]:
    """Give a line for each field; to a list of texts that it can hold, others may be added."""
    told = (f"{dataset.name} {field.name}: {field.holds}" for field in list_fields(dataset.row_type))
    return [re.sub("one of: .*?(?=, or null|$)", "text", line) for line in told]


def test_every_document_is_plain_json(files: Files) -> None:
    for name, content in files.items():
        if name.endswith("json"):
            json.loads(content.decode("utf-8"), parse_constant=pytest.fail)
