"""What a form says about answers that do not fit is what `scm check` says about the file that they make."""

from typing import Any

import pytest
from playwright.sync_api import Browser

from scm_site.filing.forms.form_kinds import FORM_OF_KIND
from scm_site.filing.forms.form_schema import make_form_schema
from scm_site.reading import SLOT_OF_KIND
from tests.browser.form_answers import LANGUAGES, Pen
from tests.browser.form_faults import find_sentences, list_faults
from tests.browser.form_filings import FILINGS, mark_others
from tests.browser.form_page import open_form
from tests.records.broken_fields import SCHEMAS

pytestmark = pytest.mark.browser

#: What the form's own modules say about many answers, and the file that each of them makes.
JUDGE_ALL = """async (all) => {
  const folder = document.querySelector("script[type=module][src*=forms]").src.replace(/[^/]*$/u, "");
  const [{ findProblems }, { writeFile }, { form }] = await Promise.all(
    ["check.js", "yaml.js", "page.js"].map((name) => import(folder + name)));
  return all.map((data) => {
    const text = writeFile(data, form.isMarkdown);
    return [text, findProblems(data, form, text).map(({ message }) => message)];
  });
}"""


@pytest.mark.parametrize("name", mark_others(FILINGS))
def test_a_form_says_the_same_sentences(browser: Browser, example_home: str, name: str) -> None:
    filing, pen = FILINGS[name], Pen(words=LANGUAGES["en"], typed=False)
    answers = filing.answer(pen)
    schema = make_form_schema(FORM_OF_KIND[name], SCHEMAS)
    faults = [("nothing wrong", answers), *(fault for fault in list_faults(schema, answers) if fault[1])]
    with open_form(browser, example_home + filing.address) as opened:
        judged = opened.page.evaluate(JUDGE_ALL, [fill_body(name, wrong) for _, wrong in faults])
    path = filing.path.format(slug=pen.words.slug)
    differences = []
    for (what, _), (text, said) in zip(faults, judged, strict=True):
        in_form = set(said)
        in_check = find_sentences(path, text)
        more = (
            in_form - in_check if "lost" not in what else set()
        )  # a file with lost letters is not looked at further
        differences += [f"{what}: only the form says: {message}" for message in sorted(more)]
        differences += [f"{what}: only the check says: {message}" for message in sorted(in_check - in_form)]
    assert not differences, "\n" + "\n".join(differences)
    assert len(faults) > len(answers)


def fill_body(kind: str, data: dict[str, Any]) -> dict[str, Any]:
    """Give the data as a form gathers it: a file in Markdown always has a text, be it empty."""
    return {"text": "", **data} if SLOT_OF_KIND[kind].pattern.endswith(".md") else data
