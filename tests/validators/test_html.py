"""Every page of the example site and of the real one, by the Nu HTML checker."""

from pathlib import Path

import pytest

from tests.built_sites import BuiltSite
from tests.validators.nu_checker import check_pages

pytestmark = pytest.mark.slow("the Nu HTML checker, which brings a Java runtime of its own")

#: Each has one fault, and so shows that the checker looks.
FAULTY = {
    "attribute.html": "<main bogus='1'></main>",
    "nesting.html": "<main><span><p>A paragraph</p></span></main>",
    "twice.html": "<main><p id='a'></p><p id='a'></p></main>",
    "role.html": "<main><div role='table' aria-sorted='yes'></div></main>",
    "link.html": "<main><a href='http://[a b'>A link</a></main>",
}


@pytest.mark.parametrize("name", ["example_site", "real_site"])
def test_every_page_is_html(name: str, request: pytest.FixtureRequest) -> None:
    site: BuiltSite = request.getfixturevalue(name)
    assert site.page_names
    assert [str(complaint) for complaint in check_pages(site.folder)] == []


def test_a_fault_is_found(tmp_path: Path) -> None:
    for name, faulty in FAULTY.items():
        (tmp_path / name).write_text(
            f'<!doctype html><html lang="en"><head><title>A</title></head><body>{faulty}</body></html>',
            encoding="utf-8",
        )
    assert {complaint.file for complaint in check_pages(tmp_path)} == set(FAULTY)
