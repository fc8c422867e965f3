"""The public data described for programs (OpenAPI 3.1): every file below `api/v1/` is a path that answers GET."""

from collections.abc import Iterator, Mapping

from scm_site.data.open_data.datasets import Dataset
from scm_site.data.open_data.head import VERSION
from scm_site.data.open_data.index import (
    CATALOGUES,
    CHANGES,
    DATA_PAGE,
    INDEX,
    LICENCE,
    OPENAPI,
)
from scm_site.data.open_data.openapi_documents import CHANGES_SCHEMA, INDEX_SCHEMA
from scm_site.data.open_data.source import Source

OBJECT: Mapping[str, object] = {"type": "object"}
TEXT: Mapping[str, object] = {"type": "string"}

Operation = Mapping[str, object]


def make_openapi(source: Source) -> Mapping[str, object]:
    """Give the description of every file; the schemas are named by their addresses."""
    settings = source.register.settings.site
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
        "servers": [{"url": source.site.rstrip("/"), "description": "The site"}],
        "externalDocs": {"url": f"{source.site}{DATA_PAGE}", "description": "The same for people"},
        "tags": [
            *({"name": one.name, "description": f"Each row is {one.row}."} for one in source.datasets),
            {"name": "description", "description": "What describes the data."},
        ],
        "paths": {f"/{path}": {"get": operation} for path, operation in list_operations(source)},
    }


def list_operations(source: Source) -> Iterator[tuple[str, Operation]]:
    """Give what each file answers, with its path below the site's root."""
    for dataset in source.datasets:
        yield from list_dataset_operations(dataset)
    about = "description"
    yield INDEX, make_operation("index", "Every dataset with the addresses of its files", about, INDEX_SCHEMA)
    yield CHANGES, make_operation("changes", "What changed in the data", about, CHANGES_SCHEMA)
    yield OPENAPI, make_operation("openapi", "This description", about, OBJECT)
    for path, media_type in CATALOGUES.items():
        name = path.rpartition(".")[2]
        summary = "The catalogue in DCAT-AP"
        schema = OBJECT if media_type.endswith("json") else TEXT
        yield path, make_operation(f"catalogue-{name}", summary, about, schema, media_type)


def list_dataset_operations(dataset: Dataset) -> Iterator[tuple[str, Operation]]:
    """Give what the files of a dataset answer: the document, the table, the schema."""
    name, title = dataset.name, dataset.title
    form = {
        "$ref": dataset.schema_path.rpartition("/")[2]
    }  # beside the description, wherever it was copied to
    yield dataset.json_path, make_operation(name, f"{title} as JSON", name, form)
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
