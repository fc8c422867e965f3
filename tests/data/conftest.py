"""The example register with its history, its calendar feeds and its public data; and that of the real register."""

import shutil
from pathlib import Path

import pytest

from scm_site.data.open_data.source import Source
from scm_site.pipeline import Assessed, assess
from tests.built_sites import EXAMPLE_DAY as EXAMPLE_DAY_TEXT
from tests.built_sites import REAL, REAL_DAY
from tests.data.calendar_reader import EXAMPLE_DAY, make_feeds
from tests.data.open_data.public_data import make_files, make_source


@pytest.fixture(scope="package")
def example(example_history: Path) -> Assessed:
    return assess(example_history, as_of=EXAMPLE_DAY)


@pytest.fixture(scope="package")
def feeds(example: Assessed) -> dict[str, bytes]:
    return make_feeds(example)


@pytest.fixture(scope="package")
def source(example_history: Path) -> Source:
    return make_source(example_history, EXAMPLE_DAY_TEXT)


@pytest.fixture(scope="package")
def files(source: Source) -> dict[str, bytes]:
    return make_files(source)


@pytest.fixture(scope="package")
def real_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    root = tmp_path_factory.mktemp("real")
    shutil.copytree(REAL, root / "content")
    return make_files(make_source(root, REAL_DAY))
