"""Names of links, groups of boxes and other elements on every page: what is heard tells as much as what is seen."""

import pytest
from html5lib import parse

from tests.built_sites import BuiltSite
from tests.pages.names import find_ambiguous_links, find_bare_links, find_loose_choices, find_misnamed

REDIRECT = b'http-equiv="refresh"'


@pytest.fixture(scope="module", params=["example", "real"])
def site(request: pytest.FixtureRequest) -> BuiltSite:
    built = request.getfixturevalue(f"{request.param}_site")
    assert isinstance(built, BuiltSite)
    return built


def test_every_name_is_one_that_is_heard_and_tells_something(site: BuiltSite) -> None:
    faults = []
    for name in site.page_names:
        if REDIRECT in site.files[name]:
            continue
        page = site.parse(name)
        found = find_misnamed(page) + find_bare_links(page) + find_loose_choices(page)
        found += find_ambiguous_links(page, name.removesuffix("index.html"))
        faults += [f"{name}: {fault}" for fault in found]
    assert faults == []


FAULTY = """<!doctype html><main><span aria-label="8 outcomes">8</span> <pre aria-labelledby="x">y</pre>
<a href="a">More</a> <a href="a">Minutes</a> <a href="b">Minutes</a> <a href="b" aria-label="Minutes of May">Minutes</a>
<input type="checkbox" name="one"><input type="checkbox" name="two">
<fieldset><legend>Theme</legend><input type="checkbox" name="three"></fieldset></main>"""


def test_each_kind_of_fault_is_found() -> None:
    page = parse(FAULTY, namespaceHTMLElements=False)
    assert find_misnamed(page) == ["span: 8 outcomes", "pre: None"]
    assert find_bare_links(page) == ["“More”"]
    assert find_ambiguous_links(page, "") == ["“Minutes”: https://site.invalid/a, https://site.invalid/b"]
    assert find_loose_choices(page) == ["one", "two"]
