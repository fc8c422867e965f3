"""What describes the data: the list of files, the changes, and OpenAPI as its own validator reads it."""

from typing import Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema_path import SchemaPath
from openapi_spec_validator import OpenAPIV31SpecValidator

from scm_site.data.open_data.changes import CHANGES
from scm_site.data.open_data.datasets import DATASETS
from tests.data.open_data.public_data import SITE, find_place, read_json

Files = dict[str, bytes]


def find_faults(description: Any) -> list[str]:
    """Give what the validator finds; the description refers to nothing but itself, so nothing is fetched."""
    spec = SchemaPath.from_dict(description, base_uri=f"{SITE}api/v1/openapi.json", handlers={})
    return [str(fault) for fault in OpenAPIV31SpecValidator(spec).iter_errors()]


def list_references(part: Any) -> list[str]:
    if isinstance(part, dict):
        own = [part["$ref"]] if "$ref" in part else []
        return own + [found for inner in part.values() for found in list_references(inner)]
    return [found for inner in part for found in list_references(inner)] if isinstance(part, list) else []


def test_the_description_is_valid(files: Files) -> None:
    assert find_faults(read_json(files, "openapi")) == []


def test_the_validator_really_judges(files: Files) -> None:
    description = read_json(files, "openapi")
    del description["info"]["title"]
    assert find_faults(description) != []


def test_every_file_is_a_path_and_every_path_a_file(files: Files) -> None:
    paths = read_json(files, "openapi")["paths"]
    assert {path.removeprefix("/") for path in paths} == set(files)
    assert all(list(operations) == ["get"] for operations in paths.values())


def test_the_description_alone_is_enough(files: Files) -> None:
    """Generators of code refuse a reference that leads out of the file, and offline nobody could follow it."""
    description = read_json(files, "openapi")
    schemas = description["components"]["schemas"]
    assert set(list_references(description)) == {f"#/components/schemas/{name}" for name in schemas}


@pytest.mark.parametrize("name", [*(dataset.name for dataset in DATASETS), "index", "changes"])
def test_every_document_has_the_form_that_the_description_gives(files: Files, name: str) -> None:
    description = read_json(files, "openapi")
    operation = description["paths"][f"/{find_place(name)}.json"]["get"]
    schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
    rooted = {**schema, "components": description["components"]}
    validator = Draft202012Validator(rooted, format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert [error.message for error in validator.iter_errors(read_json(files, name))] == []
    assert not validator.is_valid({**read_json(files, name), "more": 1})


def test_the_list_leads_to_every_dataset(files: Files) -> None:
    listed = read_json(files, "index")["datasets"]
    assert [one["name"] for one in listed] == [dataset.name for dataset in DATASETS]
    addresses = [one[kind] for one in listed for kind in ("json", "csv", "schema") if one[kind]]
    assert {address.removeprefix(SITE) for address in addresses} <= set(files)
    assert len(addresses) == 3 * len(DATASETS) - 1  # what waits is no table


def test_without_the_forges_records_nothing_is_said_of_what_waits(real_files: Files) -> None:
    assert [name for name in real_files if "waiting" in name] == []
    for name in ("index", "openapi"):
        assert b"waiting" not in real_files[f"api/v1/{name}.json"]
    assert {path.removeprefix("/") for path in read_json(real_files, "openapi")["paths"]} == set(real_files)


def test_changes_stand_newest_first_and_tell_when_each_dataset_came() -> None:
    days = [change.on for change in CHANGES]
    assert days == sorted(days, reverse=True)
    came = [name for change in CHANGES if change.is_new for name in change.datasets]
    assert sorted(came) == sorted(dataset.name for dataset in DATASETS)
    for change in CHANGES:
        first = {name: one.on for one in reversed(CHANGES) if one.is_new for name in one.datasets}
        assert all(first[name] <= change.on for name in change.datasets)
