"""Each table says the same as its JSON document, line by line, and nothing in it runs."""

import csv
import io
import shutil
from pathlib import Path
from typing import Any

import pytest

from scm_site.data.csv_table import BETWEEN, make_harmless
from scm_site.data.open_data.datasets import DATASETS, Dataset
from tests.built_sites import EXAMPLE, EXAMPLE_DAY
from tests.data.open_data.public_data import make_files, make_source, read_json, read_table

TABLES = [dataset for dataset in DATASETS if dataset.has_table]
#: What a change needed stands in one cell; test_approvals.py reads it.
IN_ONE_CELL = "needs"
Files = dict[str, bytes]


def spell(value: Any) -> str:
    """Write a value as its cell should have it, in the test's own words."""
    if value is None:
        return ""
    if value is True or value is False:
        return "yes" if value else "no"
    return BETWEEN.join(spell(item) for item in value) if isinstance(value, list) else str(value)


def spread(row: dict[str, Any]) -> dict[str, str]:
    """Spread a row over its cells: a field inside another is called by both names."""
    cells = {}
    for name, value in row.items():
        if name == IN_ONE_CELL:
            continue
        inner = value if isinstance(value, list) else [value]
        if inner and isinstance(inner[0], dict):
            for key in inner[0]:
                cells[f"{name}_{key}"] = spell([one[key] for one in inner])
        else:
            cells[name] = spell(value)
    return cells


def name_of(dataset: Dataset) -> str:
    return dataset.name


@pytest.mark.parametrize("dataset", TABLES, ids=name_of)
def test_a_table_says_the_same_as_the_document(files: Files, larger_files: Files, dataset: Dataset) -> None:
    for some in (files, larger_files):
        lines, rows = read_table(some, dataset.name), read_json(some, dataset.name)[dataset.rows]
        assert len(lines) == len(rows)
        for line, row in zip(lines, rows, strict=True):
            told = spread(row)
            assert {column: line.get(column, "") for column in told} == told
            assert all(line[column] == "" for column in line.keys() - {*told, IN_ONE_CELL})


@pytest.mark.parametrize("dataset", TABLES, ids=name_of)
def test_a_table_keeps_to_the_standard(files: Files, dataset: Dataset) -> None:
    content = files[dataset.csv_path]
    assert content.endswith(b"\r\n")
    records = list(csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True))
    assert len({len(record) for record in records}) == 1


def test_the_columns_of_outcomes_begin_with_what_names_them(files: Files) -> None:
    assert files["api/v1/outcomes.csv"].startswith(b"identifier,id,")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_no_cell_starts_a_formula(start: str) -> None:
    assert make_harmless(f"{start}1+1") == f"'{start}1+1"
    assert make_harmless(f'x, "{start}"') == f'x, "{start}"'


def test_a_title_that_is_a_formula_is_text(tmp_path: Path) -> None:
    formula = '=HYPERLINK("https://evil.example")'
    shutil.copytree(EXAMPLE, tmp_path / "content")
    record = tmp_path / "content/events/2025-06-12-forum.yml"
    text = record.read_text(encoding="utf-8")
    title = next(line for line in text.splitlines() if line.startswith("title:"))
    record.write_text(text.replace(title, f"title: '{formula}'"), encoding="utf-8")
    files = make_files(make_source(tmp_path, EXAMPLE_DAY))
    (line,) = [line for line in read_table(files, "events") if line["id"] == "2025-06-12-forum"]
    assert line["title"] == f"'{formula}"
    cells = [cell for table in TABLES for row in read_table(files, table.name) for cell in row.values()]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))] == []
