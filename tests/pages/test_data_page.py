"""The page about the data names every dataset, explains every field, and is where the catalogue says things are."""

import re
from datetime import date
from pathlib import Path

import pytest

from scm_site.approval.pull_requests import read_pull_requests
from scm_site.data.open_data.changes import CHANGES
from scm_site.data.open_data.datasets import DATASETS
from scm_site.demo.play import RECORDS
from scm_site.pages.frame.page import Page
from scm_site.pages.frame.site_content import SiteContent
from scm_site.pages.reference.data_page import make_data_page
from scm_site.pipeline import assess, audit_line
from tests.built_sites import EXAMPLE_DAY
from tests.data.open_data.public_data import make_files, make_source, read_json, walk_objects


@pytest.fixture(scope="module")
def page(example_history: Path) -> Page:
    assessed = assess(example_history, as_of=date.fromisoformat(EXAMPLE_DAY))
    assert assessed.board is not None
    records = read_pull_requests(example_history / RECORDS)
    content = SiteContent(
        register=assessed.checked.register,
        schemas=assessed.checked.schemas,
        as_of=assessed.board.as_of,
        arrivals=assessed.arrivals,
        read_file=lambda path: (example_history / path).read_bytes(),
        board=assessed.board,
        audit=audit_line(example_history, assessed.arrivals.history, assessed.checked, records),
        records=records,
    )
    return make_data_page(content)


@pytest.fixture(scope="module")
def files(example_history: Path) -> dict[str, bytes]:
    return make_files(make_source(example_history, EXAMPLE_DAY))


def test_every_file_is_linked(page: Page, files: dict[str, bytes]) -> None:
    linked = set(re.findall(r'href="\.\./(api/v[12]/[^"]+)"', page.html))
    assert linked == set(files)


def test_the_numbers_of_rows_are_those_of_the_documents(page: Page, files: dict[str, bytes]) -> None:
    numbers = [int(number) for number in re.findall(r'data-label="Rows">(\d+)<', page.html)]
    assert numbers == [len(read_json(files, dataset.name)[dataset.rows]) for dataset in DATASETS]


def test_every_field_is_explained(page: Page, files: dict[str, bytes]) -> None:
    for dataset in DATASETS:
        _, *parts = walk_objects(read_json(files, f"{dataset.name}.schema"))
        for part in parts:
            for name in part["properties"]:
                assert re.search(rf"<code>([a-z_]+\.)*{name}</code>", page.html), f"{dataset.name}: {name}"


def test_what_the_catalogue_names_is_on_the_page(page: Page, files: dict[str, bytes]) -> None:
    anchors = set(re.findall(r' id="([^"]+)"', page.html))
    named = set(re.findall(r"/data/#([A-Za-z-]+)>", files["api/v1/catalogue.ttl"].decode()))
    assert named <= anchors


def test_every_change_is_told(page: Page) -> None:
    assert page.html.count('<tr><td data-label=""><time') == len(CHANGES)
