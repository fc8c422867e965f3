"""Every document of public data keeps the form that its schema promises, and every field is explained."""

import json

import pytest
from jsonschema import Draft202012Validator

from scm_site.data.open_data.datasets import DATASETS, Dataset
from tests.built_sites import EXAMPLE_DAY
from tests.data.open_data.public_data import SITE, read_json, walk_objects

NEW = [
    dataset for dataset in DATASETS if dataset.name in ("outcomes", "groups", "proposals", "events", "themes")
]
HEAD = ["version", "as_of", "commit", "gap", "generated_at"]

Files = dict[str, bytes]


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


@pytest.mark.parametrize("dataset", NEW, ids=name_of)
def test_a_larger_register_and_the_real_one_fit_the_schema(
    larger_files: Files, real_files: Files, dataset: Dataset
) -> None:
    assert find_faults(larger_files, dataset.name) == []
    assert len(read_json(larger_files, "outcomes")["outcomes"]) > 60
    assert find_faults(real_files, dataset.name) == []
    assert read_json(real_files, "groups")["gap"] == "the git history was left out"


@pytest.mark.parametrize("dataset", DATASETS, ids=name_of)
def test_another_form_does_not_fit(files: Files, dataset: Dataset) -> None:
    changes: list[dict[str, object]] = [{"version": 2}, {"more": 1}, {"generated_at": "today"}]
    assert all(find_faults(files, dataset.name, **change) for change in changes)
    rows = read_json(files, dataset.name)[dataset.rows]
    assert len(find_faults(files, dataset.name, **{dataset.rows: [{**rows[0], "more": 1}]})) == 1


@pytest.mark.parametrize("dataset", NEW, ids=name_of)
def test_every_document_begins_with_what_it_rests_on(files: Files, dataset: Dataset) -> None:
    document = read_json(files, dataset.name)
    assert list(document) == [*HEAD, dataset.name]
    assert (document["version"], document["as_of"], document["gap"]) == (1, EXAMPLE_DAY, "")
    assert len(document["commit"]) == 40


@pytest.mark.parametrize("dataset", DATASETS, ids=name_of)
def test_every_field_is_explained_and_none_is_left_open(files: Files, dataset: Dataset) -> None:
    schema = read_json(files, f"{dataset.name}.schema")
    assert schema["$id"] == f"{SITE}api/v1/{dataset.name}.schema.json"
    for part in walk_objects(schema):
        assert part["additionalProperties"] is False
        assert part["required"] == list(part["properties"])
        assert all(len(field["description"]) >= 10 for field in part["properties"].values())


@pytest.mark.parametrize("dataset", NEW, ids=name_of)
def test_the_fields_stand_in_the_order_of_the_schema(files: Files, dataset: Dataset) -> None:
    fields = list(
        read_json(files, f"{dataset.name}.schema")["properties"][dataset.name]["items"]["properties"]
    )
    assert all(list(row) == fields for row in read_json(files, dataset.name)[dataset.name])


def test_every_document_is_plain_json(files: Files) -> None:
    for name, content in files.items():
        if name.endswith("json"):
            json.loads(content.decode("utf-8"), parse_constant=pytest.fail)
