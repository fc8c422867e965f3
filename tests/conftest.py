"""The two registers of the repository as built sites, and the example with its history, once for all processes."""

from pathlib import Path

import pytest

from tests.built_sites import (
    EXAMPLE_DAY,
    REAL,
    REAL_DAY,
    BuiltSite,
    build_site_once,
    make_demo_once,
    make_demo_project,
    make_example_project,
    make_project,
)
from tests.first_groups import make_history_once


@pytest.fixture(scope="session")
def example_site() -> BuiltSite:
    """The site of the first groups of the worked example; its register is the folder above."""
    return build_site_once("example-site", make_example_project, EXAMPLE_DAY)


@pytest.fixture(scope="session")
def demo_site() -> BuiltSite:
    """The site of the whole worked example."""
    return build_site_once("demo-site", make_demo_project, EXAMPLE_DAY)


@pytest.fixture(scope="session")
def real_site() -> BuiltSite:
    """The site of the real register."""
    return build_site_once("real-site", lambda folder: make_project(folder, REAL), REAL_DAY)


@pytest.fixture(scope="session")
def example_history() -> Path:
    """The first groups of the worked example as a git repository; tests read it, and change a copy."""
    return make_history_once()


@pytest.fixture(scope="session")
def demo_history() -> Path:
    """The whole worked example as a git repository; tests only read it."""
    return make_demo_once()
