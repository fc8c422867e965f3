"""The two registers of the repository as built sites, once for all tests."""

import pytest

from tests.built_sites import EXAMPLE, EXAMPLE_DAY, REAL, REAL_DAY, BuiltSite, build_site, make_project


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    return build_site(make_project(tmp_path_factory.mktemp("example") / "register", EXAMPLE), EXAMPLE_DAY)


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    return build_site(make_project(tmp_path_factory.mktemp("real") / "register", REAL), REAL_DAY)
