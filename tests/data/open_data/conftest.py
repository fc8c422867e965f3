"""Public data of the example register, of a made-up one that is larger, and of the real one without history."""

import shutil
from pathlib import Path

import pytest

from bench.synthetic_register import AS_OF, write_register
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
def larger_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    root = tmp_path_factory.mktemp("larger")
    write_register(root, 24)
    return make_files(make_source(root, AS_OF.isoformat()))


@pytest.fixture(scope="package")
def real_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    root = tmp_path_factory.mktemp("real")
    shutil.copytree(REAL, root / "content")
    return make_files(make_source(root, REAL_DAY))
