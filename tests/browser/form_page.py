"""A form in the browser: open it, fill it in as a person does, and take what it makes."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Locator, Page

from scm_site.pipeline import CheckResult, check
from tests.browser.pages_in_browser import LOOKS, Look, OpenPage, open_page
from tests.register_cases import EXAMPLE

#: What the form would write as it stands, faults and all, and what it says about it.
JUDGE = "async () => (await import(document.querySelector('script[type=module][src*=forms]').src)).judge()"


@contextmanager
def open_form(
    browser: Browser, address: str, look: Look = LOOKS[1], *, fresh: bool = False
) -> Iterator[OpenPage]:
    """Open a form and wait until it can be used; `fresh` as for `open_page`."""
    with open_page(browser, address, look, fresh=fresh) as opened:
        wait_for_form(opened.page)
        yield opened


def wait_for_form(page: Page) -> None:
    """Wait until the script of a form has begun."""
    page.wait_for_selector("form[data-ready]")


def fill_form(page: Page, answers: dict[str, Any]) -> None:
    """Fill in the fields of a form, each by its name; what is folded away is opened first."""
    folds = page.locator("details.scm-form__more:not([open]) > summary")
    while folds.count():
        folds.first.click()
    fill_group(page.locator("[data-form-fields]"), answers)


def fill_group(around: Locator, answers: dict[str, Any]) -> None:
    """Fill in the fields of a group."""
    for name, value in answers.items():
        fill_field(around.locator(f"[data-shape][data-name='{name}']").first, value)


def fill_field(field: Locator, value: Any) -> None:
    """Fill in one field, whatever it holds."""
    shape = field.get_attribute("data-shape")
    if shape in ("held", "made"):
        return  # nobody fills it in
    if shape == "group":
        fill_group(field, value)
    elif shape == "list":
        fill_list(field, value)
    elif shape == "many":
        for box in field.locator("input").all():
            box.set_checked(box.get_attribute("value") in value)
    elif shape == "answer":
        field.get_by_label("Yes" if value else "No", exact=True).check()
    elif field.locator("select").count():
        field.locator("select").select_option(value)
    else:
        field.locator("input, textarea").fill(str(value))


def fill_list(field: Locator, values: list[Any]) -> None:
    """Fill in the items of a list; items that are there already are used first."""
    items = field.locator(":scope > [data-part=items] > li")
    while items.count() < len(values):
        field.locator(":scope > [data-add]").click()
    for number, value in enumerate(values):
        fill_field(items.nth(number).locator(":scope > [data-shape]"), value)


@dataclass(frozen=True, kw_only=True)
class MadeFile:
    """The file that a form made."""

    path: str
    text: str


def press_check(page: Page) -> None:
    """Press the button, and wait until the answers are judged."""
    page.get_by_role("button", name="Check my answers").click()
    page.wait_for_selector("form[data-judged]")


def take_file(page: Page) -> MadeFile:
    """Press the button, and give the file that is then shown; fails with what the form says instead."""
    press_check(page)
    said = page.locator("[data-form-problems] li").all_inner_texts()
    assert page.locator("[data-form-done]").is_visible(), said
    text = page.locator("[data-form-text]").text_content() or ""
    return MadeFile(path=page.locator("[data-form-path]").inner_text(), text=text)


def judge(page: Page) -> dict[str, Any]:
    """Give what the form would write as it stands, and the sentences that it says about it."""
    judged: dict[str, Any] = page.evaluate(JUDGE)
    return judged


def check_with(folder: Path, path: str, text: str) -> CheckResult:
    """Check a copy of the example register with a file laid into it."""
    if not folder.exists():
        shutil.copytree(EXAMPLE / "content", folder / "content")
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    before = target.read_bytes() if target.exists() else None
    target.write_bytes(text.encode("utf-8"))
    try:
        return check(folder)
    finally:
        target.unlink() if before is None else target.write_bytes(before)
