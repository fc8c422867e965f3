"""The public data described for programs (OpenAPI 3.1): every file below `api/` is a path that answers GET.

The description holds the schemas itself, so that generators of code need nothing but this one file.
"""

from collections.abc import Iterator, Mapping

from scm_site.data.fields import Data
from scm_site.data.json_schema import make_schemas
from scm_site.data.open_data.changes import ChangesDocument
from scm_site.data.open_data.datasets import Dataset, list_datasets
from scm_site.data.open_data.head import VERSION
from scm_site.data.open_data.index import (
    CATALOGUES,
    CHANGES,
    DATA_PAGE,
    INDEX,
    LICENCE,
    OPENAPI,
    IndexDocument,
)
from scm_site.data.open_data.source import Source

OBJECT: Mapping[str, object] = {"type": "object"}
TEXT: Mapping[str, object] = {"type": "string"}
#: Where the description keeps its schemas.
SCHEMAS = "#/components/schemas/"

Operation = Mapping[str, object]


def make_openapi(source: Source) -> Mapping[str, object]:
    """Give the description of every file, with the schema of every document."""
    settings, datasets = source.register.settings.site, tuple(list_datasets(source))
    documents: list[type[Data]] = [
        *(dataset.document for dataset in datasets),
        IndexDocument,
        ChangesDocument,
    ]
    contact = {"name": settings.managed_by or settings.name, "url": source.site}
    return {
        "openapi": "3.1.1",
        "info": {
            "title": f"Open data: {settings.name}",
            "version": f"{VERSION}",
            "summary": "The register's public data as files to read.",
            "description": "There is no key, no limit and nothing to send: each path is a file that answers GET."
            " Within a version fields may be added; none is taken away, renamed or given another meaning.",
            "contact": {**contact, **({"email": settings.contact} if settings.contact else {})},
            "license": {"name": "Creative Commons Attribution 4.0", "identifier": LICENCE},
        },
        "security": [],  # said outright, so that nobody looks for a key
        "servers": [{"url": source.site.rstrip("/"), "description": "The site"}],
        "externalDocs": {"url": f"{source.site}{DATA_PAGE}", "description": "The same for people"},
        "tags": [
            *({"name": one.name, "description": f"Each row is {one.row}."} for one in datasets),
            {"name": "description", "description": "What describes the data."},
        ],
        "paths": {f"/{path}": {"get": operation} for path, operation in list_operations(source)},
        "components": {"schemas": make_schemas(documents, SCHEMAS)},
    }


def list_operations(source: Source) -> Iterator[tuple[str, Operation]]:
    """Give what each file answers, with its path below the site's root."""
    for dataset in list_datasets(source):
        yield from list_dataset_operations(dataset)
    about = "description"
    index, changes = refer_to(IndexDocument), refer_to(ChangesDocument)
    yield INDEX, make_operation("index", "Every dataset with the addresses of its files", about, index)
    yield CHANGES, make_operation("changes", "What changed in the data", about, changes)
    yield OPENAPI, make_operation("openapi", "This description", about, OBJECT)
    for path, media_type in CATALOGUES.items():
        name = path.rpartition(".")[2]
        summary = "The catalogue in DCAT-AP"
        schema = OBJECT if media_type.endswith("json") else TEXT
        yield path, make_operation(f"catalogue-{name}", summary, about, schema, media_type)


def refer_to(document: type[Data]) -> Mapping[str, object]:
    """Give a reference to the schema of a document."""
    return {"$ref": f"{SCHEMAS}{document.__name__}"}


def list_dataset_operations(dataset: Dataset) -> Iterator[tuple[str, Operation]]:
    """Give what the files of a dataset answer: the document, the table, the schema."""
    name, title = dataset.name, dataset.title
    for path, operation in describe_files(dataset, name, title):
        yield path, {**operation, "deprecated": True} if dataset.is_superseded else operation


def describe_files(dataset: Dataset, name: str, title: str) -> Iterator[tuple[str, Operation]]:
    """Give what each file of a dataset answers, by its path."""
    yield dataset.json_path, make_operation(name, f"{title} as JSON", name, refer_to(dataset.document))
    if dataset.csv_path:
        yield dataset.csv_path, make_operation(f"{name}-csv", f"{title} as a table", name, TEXT, "text/csv")
    summary = f"What the fields of {name} mean (JSON Schema 2020-12)"
    yield dataset.schema_path, make_operation(f"{name}-schema", summary, name, OBJECT)


def make_operation(
    name: str, summary: str, tag: str, schema: Mapping[str, object], media_type: str = "application/json"
) -> Operation:
    """Give what a file answers: of which type, and in which form."""
    content = {media_type: {"schema": schema}}
    return {
        "operationId": name,
        "summary": summary,
        "tags": [tag],
        "responses": {"200": {"description": "The file.", "content": content}},
    }
