"""A dataset of the API, as the catalogue tells of it (DCAT-AP 3, Dataset)."""

from collections.abc import Iterator, Mapping
from hashlib import sha256

from scm_site.data.catalogue.catalogue_node import (
    PUBLISHER,
    find_contact,
    name_thing,
    write_day,
    write_moment,
)
from scm_site.data.catalogue.distributions import Download, make_distribution
from scm_site.data.catalogue.graph import Literal, Node, make_node, make_ref
from scm_site.data.catalogue.vocabulary import make_english, make_entry, make_language
from scm_site.data.open_data.changes import CHANGES
from scm_site.data.open_data.datasets import Dataset
from scm_site.data.open_data.index import DATA_PAGE, LICENCE
from scm_site.data.open_data.source import Source

AS_DOCUMENT = "One JSON document: what it rests on, then every row with all its fields."
AS_TABLE = (
    "The same as a table with one line for each row; a list stands in one cell, with `; ` between its items."
)


def make_dataset_nodes(dataset: Dataset, source: Source, files: Mapping[str, bytes]) -> Iterator[Node]:
    """Give a dataset and its files; `files` has the bytes of each by its path on the site."""
    downloads = list(list_downloads(dataset, source, files))
    iri = name_thing(source, dataset.name)
    yield make_node(
        ["dcat:Dataset"],
        [
            ("dct:title", make_english(dataset.title)),
            ("dct:description", make_english(describe(dataset))),
            ("dcat:keyword", map(make_english, dataset.keywords)),
            ("dcat:theme", (make_entry("data-theme", code) for code in dataset.subjects)),
            ("dcat:contactPoint", find_contact(source)),
            ("dct:publisher", make_ref(name_thing(source, PUBLISHER))),
            ("dct:accrualPeriodicity", make_entry("frequency", "DAILY")),
            ("dct:accessRights", make_entry("access-right", "PUBLIC")),
            ("dct:language", make_language("en")),
            ("dct:identifier", Literal(text=iri)),
            ("dct:issued", find_issued(dataset)),
            ("dct:modified", write_moment(source.generated_at)),
            ("dcat:version", Literal(text=str(dataset.version))),
            ("dcat:landingPage", make_ref(f"{source.site}{dataset.page}")),
            ("foaf:page", make_ref(f"{source.site}{DATA_PAGE}")),
            ("dct:conformsTo", make_ref(f"{source.site}{dataset.schema_path}")),
            ("dcat:distribution", (make_ref(download.iri) for download in downloads)),
        ],
        iri,
    )
    yield from map(make_distribution, downloads)


def describe(dataset: Dataset) -> str:
    """Say what is in a dataset, and what a row is."""
    return f"{dataset.description} Each row is {dataset.row}."


def find_issued(dataset: Dataset) -> Literal | None:
    """Give the day on which a dataset was there first."""
    days = [change.on for change in CHANGES if change.is_new and dataset.name in change.datasets]
    return write_day(min(days)) if days else None


def list_downloads(dataset: Dataset, source: Source, files: Mapping[str, bytes]) -> Iterator[Download]:
    """Give the files of a dataset: the document, and the table where there is one."""
    schema = f"{source.site}{dataset.schema_path}"
    forms = [("json", dataset.json_path, "application/json", AS_DOCUMENT, schema)]
    forms += [("csv", dataset.csv_path, "text/csv", AS_TABLE, "")] if dataset.csv_path else []
    for name, path, media_type, words, form in forms:
        yield Download(
            iri=name_thing(source, f"{dataset.name}-{name}"),
            title=make_english(f"{dataset.title} ({name.upper()})"),
            description=make_english(words),
            address=f"{source.site}{path}",
            media_type=media_type,
            licence=LICENCE,
            language="en",
            size=len(files[path]),
            sha256=sha256(files[path]).hexdigest(),
            modified=write_moment(source.generated_at),
            schema=form,
        )
