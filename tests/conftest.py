"""The two registers of the repository as built sites, and the example with its history, once for all tests."""

from pathlib import Path

import pytest

from scm_site.demo.play import make_history
from tests.built_sites import (
    EXAMPLE_DAY,
    REAL,
    REAL_DAY,
    BuiltSite,
    build_site,
    make_example_project,
    make_project,
)


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    return build_site(make_example_project(tmp_path_factory.mktemp("example") / "register"), EXAMPLE_DAY)


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    return build_site(make_project(tmp_path_factory.mktemp("real") / "register", REAL), REAL_DAY)


@pytest.fixture(scope="session")
def example_history(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example register as a git repository; tests read it, and change a copy."""
    return make_history(tmp_path_factory.mktemp("history") / "register").folder
