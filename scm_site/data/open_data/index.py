"""The list of what there is: each dataset with the addresses of its files, and the files that describe the data."""

from collections.abc import Mapping

from scm_site.data.open_data.datasets import Dataset
from scm_site.data.open_data.head import make_head
from scm_site.data.open_data.source import Source
from scm_site.data.schema_file import FOLDER, read_schema

#: The page about the data, for people.
DATA_PAGE = "data/"
LICENCE = "CC-BY-4.0"
LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/"

INDEX = f"{FOLDER}/index.json"
OPENAPI = f"{FOLDER}/openapi.json"
CHANGES = f"{FOLDER}/changes.json"
CATALOGUE_JSON_LD = f"{FOLDER}/catalogue.jsonld"
CATALOGUE_TURTLE = f"{FOLDER}/catalogue.ttl"
CATALOGUES = {CATALOGUE_JSON_LD: "application/ld+json", CATALOGUE_TURTLE: "text/turtle"}


def make_index(source: Source) -> Mapping[str, object]:
    """Give the list of datasets as plain data."""
    site = source.site
    return {
        **make_head(source.history, source.as_of),
        "licence": LICENCE,
        "licence_address": LICENCE_ADDRESS,
        "page": f"{site}{DATA_PAGE}",
        "openapi": f"{site}{OPENAPI}",
        "changes": f"{site}{CHANGES}",
        "catalogues": [f"{site}{path}" for path in CATALOGUES],
        "datasets": [make_entry(dataset, site) for dataset in source.datasets],
    }


def make_entry(dataset: Dataset, site: str) -> Mapping[str, object]:
    """Give a dataset with the addresses of its files."""
    return {
        "name": dataset.name,
        "title": dataset.title,
        "description": read_schema(dataset.schema)["description"],
        "row": dataset.row,
        "json": f"{site}{dataset.json_path}",
        "csv": f"{site}{dataset.csv_path}" if dataset.csv_path else None,
        "schema": f"{site}{dataset.schema_path}",
        "page": f"{site}{dataset.page}",
    }
