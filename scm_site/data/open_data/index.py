"""The list of what there is: each dataset with the addresses of its files, and the files that describe the data."""

from typing import Annotated

from scm_site.data.fields import Data, Uri, means
from scm_site.data.open_data.datasets import Dataset, list_datasets
from scm_site.data.open_data.head import FOLDER, Head
from scm_site.data.open_data.source import Source

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


class DatasetEntry(Data, frozen=True, kw_only=True):
    """One dataset, with the addresses of its files."""

    name: Annotated[str, means("Its name in addresses.")]
    title: Annotated[str, means("Its title.")]
    description: Annotated[str, means("What is in it.")]
    row: Annotated[str, means("What one row is.")]
    json: Annotated[Uri, means("The address of the JSON document.")]
    csv: Annotated[Uri | None, means("The address of the table, or null.")]
    schema: Annotated[Uri, means("The address of the schema.")]
    page: Annotated[Uri, means("The page that tells the same to people.")]


class IndexDocument(Head, frozen=True, kw_only=True):
    """Every dataset with the addresses of its files."""

    licence: Annotated[str, means("How the data may be used (SPDX).")]
    licence_address: Annotated[Uri, means("The text of the licence.")]
    page: Annotated[Uri, means("The page about the data.")]
    openapi: Annotated[Uri, means("The description in OpenAPI.")]
    changes: Annotated[Uri, means("The list of changes.")]
    catalogues: Annotated[tuple[str, ...], means("The addresses of the catalogue in DCAT-AP.")]
    datasets: Annotated[tuple[DatasetEntry, ...], means("The datasets.")]


def make_index(source: Source) -> IndexDocument:
    """Give the list of datasets."""
    site = source.site
    return IndexDocument(
        **source.head,
        licence=LICENCE,
        licence_address=LICENCE_ADDRESS,
        page=f"{site}{DATA_PAGE}",
        openapi=f"{site}{OPENAPI}",
        changes=f"{site}{CHANGES}",
        catalogues=tuple(f"{site}{path}" for path in CATALOGUES),
        datasets=tuple(make_entry(dataset, site) for dataset in list_datasets(source)),
    )


def make_entry(dataset: Dataset, site: str) -> DatasetEntry:
    """Give a dataset with the addresses of its files."""
    return DatasetEntry(
        name=dataset.name,
        title=dataset.title,
        description=dataset.description,
        row=dataset.row,
        json=f"{site}{dataset.json_path}",
        csv=f"{site}{dataset.csv_path}" if dataset.csv_path else None,
        schema=f"{site}{dataset.schema_path}",
        page=f"{site}{dataset.page}",
    )
