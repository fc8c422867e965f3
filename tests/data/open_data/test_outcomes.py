"""Outcomes as data: everything in the archive, in its order, and of a withdrawn one only what is left of it."""

from typing import Any
from urllib.parse import urlsplit

import pytest

from scm_site.data.open_data.source import Source
from tests.data.open_data.public_data import SITE, read_json, read_table

Files = dict[str, bytes]


def find(files: Files, name: str) -> dict[str, Any]:
    (found,) = [one for one in read_json(files, "outcomes")["outcomes"] if one["id"] == name]
    return dict(found)


def test_they_stand_in_the_order_of_the_archive(files: Files, source: Source) -> None:
    archive = source.archive
    names = [one.name for one in (*archive.published, *archive.withdrawn)]
    assert [one["id"] for one in read_json(files, "outcomes")["outcomes"]] == names
    assert [line["id"] for line in read_table(files, "outcomes")] == names
    states = [one["state"] for one in read_json(files, "outcomes")["outcomes"]]
    assert states == ["published"] * len(archive.published) + ["withdrawn"] * len(archive.withdrawn)


def test_what_is_not_public_is_not_there(files: Files) -> None:
    assert b"owner-seminar" not in b"".join(files[f"api/v1/outcomes.{end}"] for end in ("json", "csv"))


def test_a_published_one_is_told_whole(files: Files) -> None:
    told = find(files, "warm-homes/street-guide")
    folder = f"{SITE}groups/warm-homes/outcomes/street-guide/"
    assert told["identifier"] == "SCM-2025-002"
    assert told["former_ids"] == ["warm-homes/street-handbook"]
    assert (told["group"], told["format"], told["final"]) == ("warm-homes", "report", False)
    assert (told["published"], told["quality_controlled_on"]) == ("2025-06-02", "2025-05-27")
    assert told["authors"][:2] == [
        {"name": "Greta Example", "organisation": "City of Northharbour"},
        {"name": None, "organisation": "Town of Stonevale"},
    ]
    assert told["languages"][0] == {
        "code": "en",
        "title": told["title"],
        "address": folder,
        "lags_behind": False,
    }
    french = next(one for one in told["languages"] if one["code"] == "fr")
    assert french["address"] == f"{folder}fr/"
    assert told["supersedes"] == "warm-homes/heat-map-tool"
    assert told["presented_at"] == ["2025-06-12-forum"]
    assert (told["page"], told["cite_as"]) == (folder, f"https://doi.org/{told['doi']}")


def test_a_file_has_its_whole_address_type_size_and_checksum(files: Files) -> None:
    told = find(files, "warm-homes/street-guide")
    (table,) = [file for file in told["files"] if file["media_type"] == "text/csv"]
    assert table["address"] == f"{told['page']}street-costs.csv"
    assert table["size"] > 100
    assert len(table["sha256"]) == 64
    everywhere = [file for one in read_json(files, "outcomes")["outcomes"] for file in one["files"]]
    assert all(urlsplit(file["address"]).netloc for file in everywhere)


def test_a_withdrawn_one_keeps_what_names_it_and_nothing_else(files: Files) -> None:
    told = find(files, "warm-homes/heat-map-tool")
    kept = {name: value for name, value in told.items() if value not in (None, [])}
    assert kept == {
        "identifier": "SCM-2025-001",
        "id": "warm-homes/heat-map-tool",
        "state": "withdrawn",
        "group": "warm-homes",
        "title": "Map of heat losses in old districts",
        "delivered": "2025-03-31",
        "quality_controlled_on": "2025-04-16",
        "published": "2025-04-22",
        "withdrawn_on": "2025-06-02",
        "withdrawn_reason": told["withdrawn_reason"],
        "superseded_by": "warm-homes/street-guide",
        "page": f"{SITE}groups/warm-homes/outcomes/heat-map-tool/",
        "cite_as": f"{SITE}outcomes/SCM-2025-001/",
    }


@pytest.mark.parametrize("field", ["page", "cite_as", "id"])
def test_names_and_addresses_are_given_once(larger_files: Files, field: str) -> None:
    values = [one[field] for one in read_json(larger_files, "outcomes")["outcomes"]]
    assert len(set(values)) == len(values)
