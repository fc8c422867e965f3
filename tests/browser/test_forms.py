"""The forms in a browser: what somebody fills in becomes a file that the register reads back as it was typed."""

from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from scm_site.findings import Severity
from scm_site.records.register import Register
from tests.browser.form_answers import LANGUAGES, Pen
from tests.browser.form_filings import FILINGS, mark_others
from tests.browser.form_page import check_with, fill_form, open_form, take_file

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the example register, into which one file after the other is laid."""
    return tmp_path_factory.mktemp("forms") / "register"


def list_filings() -> Iterator[Any]:
    """Give each form in each language; on every pull request one form of each sort is filled in, once."""
    mark = pytest.mark.slow("a form in another language than the one in which it is always filled in")
    for number, (name, form) in enumerate(zip(FILINGS, mark_others(FILINGS), strict=True)):
        for place, language in enumerate(LANGUAGES):
            marks = form.marks if place == number % len(LANGUAGES) else [mark]
            yield pytest.param(name, language, marks=marks)


@pytest.mark.parametrize(("name", "language"), [*list_filings()])
def test_the_register_reads_what_was_typed(
    browser: Browser, example_home: str, register: Path, name: str, language: str
) -> None:
    filing, words = FILINGS[name], LANGUAGES[language]
    typed, wanted = (filing.answer(Pen(words=words, typed=is_typed)) for is_typed in (True, False))
    with open_form(browser, example_home + filing.address) as opened:
        page = opened.page
        fill_form(page, filing.more | typed)
        told = page.locator("[data-form-tells]").all_text_contents()
        made = take_file(page)
        assert page.locator("[data-form-cleaned]").is_visible() == (typed != wanted)
        assert opened.complaints == []
        assert opened.find_foreign_requests() == []
    assert made.path == filing.path.format(slug=words.slug)
    checked = check_with(register, made.path, made.text)
    assert [
        finding.message
        for finding in checked.findings
        if finding.place.path == made.path and finding.severity is Severity.ERROR
    ] == []
    read = next(one.file.data for one in checked.register.find_records() if one.file.path == made.path)
    assert list(find_differences(read, wanted)) == []
    assert [one.split() for one in told] == [
        one.split() for one in tell_in_register(checked.register, made.path)
    ]


def tell_in_register(register: Register, path: str) -> Iterator[str]:
    """Give what the register says that a file does; nothing where it is no act."""
    for dossier in register.dossiers:
        for act, held in dossier.list_held_acts():
            if act.file.path == path:
                yield f"What it does: {held.tell(act)}."


def find_differences(read: Any, wanted: Any, where: str = "") -> Iterator[str]:
    """Give each content that is not as it was typed, line by line; what is there besides is none."""
    if isinstance(wanted, dict):
        for name, inner in wanted.items():
            yield from find_differences(read.get(name), inner, f"{where} {name}")
    elif isinstance(wanted, list):
        for number, inner in enumerate(wanted):
            yield from find_differences(
                read[number] if number < len(read) else None, inner, f"{where} {number}"
            )
    elif isinstance(wanted, str) and isinstance(read, str):
        lines = zip_longest(read.split("\n"), wanted.split("\n"))
        yield from (f"{where}: {is_!a}, typed {was!a}" for is_, was in lines if is_ != was)
    elif read != wanted:
        yield f"{where}: {read!a}, typed {wanted!a}"
