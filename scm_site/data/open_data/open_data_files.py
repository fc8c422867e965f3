"""All files of public data but the catalogue, which tells of them."""

import json
from collections.abc import Iterator, Mapping

from scm_site.data.json_document import render_json
from scm_site.data.open_data.changes import make_changes
from scm_site.data.open_data.datasets import list_datasets
from scm_site.data.open_data.index import CHANGES, INDEX, OPENAPI, make_index
from scm_site.data.open_data.openapi import make_openapi
from scm_site.data.open_data.source import Source


def make_open_data_files(source: Source) -> Iterator[tuple[str, bytes]]:
    """Give every file, each with its path below the site's root."""
    return ((path, text.encode()) for path, text in render_files(source))


def render_files(source: Source) -> Iterator[tuple[str, str]]:
    """Give every file as text: of each dataset the document, the table and the schema; then what tells of them."""
    for dataset in list_datasets(source):
        yield dataset.json_path, dataset.render(dataset.make_document(source))
        if dataset.has_table:
            yield dataset.csv_path, dataset.render_table(source)
        yield dataset.schema_path, render_description(dataset.make_schema(source.site))
    yield INDEX, render_json(make_index(source))
    yield CHANGES, render_json(make_changes())
    yield OPENAPI, render_description(make_openapi(source))


def render_description(description: Mapping[str, object]) -> str:
    """Give a schema, or the description of all files, as JSON."""
    return json.dumps(description, indent=1, ensure_ascii=False) + "\n"
