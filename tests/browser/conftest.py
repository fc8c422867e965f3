"""A browser for the tests of this folder. Under CI, no browser is a failure, not a skip."""

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import find_chromium
from tests.browser.pages_in_browser import (
    LEFT_LOOKS,
    LOOKS_OF_EACH_PAGE,
    Look,
    serve_folder,
    start_browser,
)
from tests.built_sites import BuiltSite


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, once for all tests."""
    program = find_chromium()
    if program is None and os.environ.get("CI"):
        pytest.fail("no Chromium was found, and under CI the browser tests must run")
    if program is None:
        pytest.skip("no Chromium was found; `make test` installs one")
    with sync_playwright() as playwright:
        started = start_browser(playwright, program)
        yield started
        started.close()


#: Two looks show both schemes and both widths; the other two are the same in another order.
OTHER_LOOKS = pytest.mark.slow("the other two looks of a page that is looked at in two on every pull request")


@pytest.fixture(
    params=[*LOOKS_OF_EACH_PAGE, *(pytest.param(look, marks=OTHER_LOOKS) for look in LEFT_LOOKS)], ids=str
)
def look(request: pytest.FixtureRequest) -> Look:
    """Light and dark, phone and desktop, one after the other."""
    chosen = request.param
    assert isinstance(chosen, Look)
    return chosen


@pytest.fixture(
    params=[LOOKS_OF_EACH_PAGE, pytest.param(LEFT_LOOKS, marks=OTHER_LOOKS)], ids=["looks", "other-looks"]
)
def looks(request: pytest.FixtureRequest) -> tuple[Look, ...]:
    """Two of the looks at once, for tests that keep a page open."""
    return tuple(request.param)


@pytest.fixture(scope="session")
def example_home(example_site: BuiltSite) -> Iterator[str]:
    """The address of the example register's home page."""
    with serve_folder(example_site.folder) as address:
        yield address


@pytest.fixture(scope="session")
def demo_home(demo_site: BuiltSite) -> Iterator[str]:
    """The address of the whole worked example's home page."""
    with serve_folder(demo_site.folder) as address:
        yield address


@pytest.fixture(scope="session")
def real_home(real_site: BuiltSite) -> Iterator[str]:
    """The address of the real register's home page."""
    with serve_folder(real_site.folder) as address:
        yield address
