"""Public data of a register in a folder, as the site makes it; and what reads it back."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from scm_site.approval.pull_requests import read_pull_requests
from scm_site.data.archive.archive import make_archive
from scm_site.data.catalogue.catalogue_files import make_catalogue_files
from scm_site.data.log import make_log
from scm_site.data.open_data.datasets import DATASETS
from scm_site.data.open_data.open_data_files import make_open_data_files
from scm_site.data.open_data.source import Source
from scm_site.demo.play import RECORDS
from scm_site.pipeline import assess, audit_line
from tests.built_sites import has_git

SITE = "https://groups.smart-cities.example/"


def make_source(root: Path, day: str, *, with_records: bool = True) -> Source:
    """Give what public data is made from, with the forge's records where they are and wanted."""
    as_of = date.fromisoformat(day)
    assessed = assess(root, as_of=as_of, with_history=has_git(root))
    assert assessed.board is not None, assessed.checked.findings
    register, arrivals = assessed.checked.register, assessed.arrivals
    has_records = with_records and (root / RECORDS).exists()
    records = read_pull_requests(root / RECORDS) if has_records else None
    audit = audit_line(root, arrivals.history, assessed.checked, records)
    return Source(
        register=register,
        archive=make_archive(register, arrivals, as_of),
        history=arrivals.history,
        board=assessed.board,
        audit=audit,
        log=make_log(register, arrivals, audit, as_of),
        records=records,
    )


def make_files(source: Source) -> dict[str, bytes]:
    """Give every file of public data, the catalogue included."""
    files = dict(make_open_data_files(source))
    return {**files, **dict(make_catalogue_files(source, files))}


def find_place(name: str) -> str:
    """Give the path of a dataset or of another document, or of a dataset's schema, without its ending."""
    found = next((one.json_path for one in DATASETS if one.name == name.removesuffix(".schema")), "")
    return found.replace(".json", name[name.find(".") :] if "." in name else "") or f"api/v1/{name}"


def read_json(files: dict[str, bytes], name: str) -> Any:
    """Give a JSON document by its name."""
    return json.loads(files[f"{find_place(name)}.json"])


def read_table(files: dict[str, bytes], name: str) -> list[dict[str, str]]:
    """Give the lines of a table by its name."""
    text = files[f"{find_place(name)}.csv"].decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def walk_objects(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Give every part of a schema that describes an object: the document, then what is in it."""
    yield schema
    yield from schema["$defs"].values()
