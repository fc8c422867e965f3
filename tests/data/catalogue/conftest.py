"""The catalogue of the example register, as it is written and as somebody else's reader understands it."""

import shutil
from pathlib import Path

import pytest
from rdflib import Graph

from scm_site.data.open_data.source import Source
from tests.built_sites import EXAMPLE_DAY, REAL, REAL_DAY
from tests.data.open_data.public_data import make_files, make_source


@pytest.fixture(scope="package")
def source(example_history: Path) -> Source:
    return make_source(example_history, EXAMPLE_DAY)


@pytest.fixture(scope="package")
def files(source: Source) -> dict[str, bytes]:
    return make_files(source)


@pytest.fixture(scope="package")
def graph(files: dict[str, bytes]) -> Graph:
    return Graph().parse(data=files["api/v1/catalogue.ttl"], format="turtle")


@pytest.fixture(scope="package")
def real_graph(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    root = tmp_path_factory.mktemp("real")
    shutil.copytree(REAL, root / "content")
    files = make_files(make_source(root, REAL_DAY))
    return Graph().parse(data=files["api/v1/catalogue.ttl"], format="turtle")
