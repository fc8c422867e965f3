"""The two registers of the repository as built sites, and the example with its history, once for all tests."""

from pathlib import Path

import pytest

from tests.built_sites import (
    EXAMPLE_DAY,
    REAL,
    REAL_DAY,
    BuiltSite,
    build_site,
    make_demo_once,
    make_demo_project,
    make_example_project,
    make_project,
)
from tests.first_groups import make_first_history


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    return build_site(make_example_project(tmp_path_factory.mktemp("example") / "register"), EXAMPLE_DAY)


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The site of the whole worked example."""
    return build_site(make_demo_project(tmp_path_factory.mktemp("demo") / "register"), EXAMPLE_DAY)


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    return build_site(make_project(tmp_path_factory.mktemp("real") / "register", REAL), REAL_DAY)


@pytest.fixture(scope="session")
def example_history(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first groups of the worked example as a git repository; tests read it, and change a copy."""
    return make_first_history(tmp_path_factory.mktemp("history") / "register").folder


@pytest.fixture(scope="session")
def demo_history() -> Path:
    """The whole worked example as a git repository; tests only read it."""
    return make_demo_once()
