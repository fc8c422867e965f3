"""What a form says of a rule is what `scm check` says of the file in the register; and no rule is forgotten."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from scm_site.rules import RULES
from tests.browser.form_answers import LANGUAGES, Pen
from tests.browser.form_filings import FILINGS, mark_others
from tests.browser.form_page import check_with, open_form
from tests.browser.form_rule_faults import RULE_FAULTS, RuleFault
from tests.browser.test_form_sentences import fill_body

pytestmark = pytest.mark.browser

#: The files that many answers make, and all that the form says of each: rule or none, sentence, and how grave it is.
JUDGE_FILES = """async (all) => {
  const folder = document.querySelector("script[type=module][src*=forms]").src.replace(/[^/]*$/u, "");
  const [{ findProblems }, { findBreaches, prepareRules }, { makeFileOf }, { form }] = await Promise.all(
    ["check.js", "rules.js", "file.js", "page.js"].map((name) => import(folder + name)));
  const judged = [];
  for (const data of all) {
    const file = makeFileOf(data);
    await prepareRules(data);
    judged.push([file.path, file.text, [...findProblems(data, form, file.text), ...findBreaches(file)]]);
  }
  return judged;
}"""
#: A guess at what was meant is only made where the names of all records are known.
GUESS = re.compile(r"; did you mean `[^`]*`\?$")
BY_FUNCTIONS = {rule.id for rule in RULES.values() if rule.form_fix is not None}
BY_SCHEMA = {rule.id for rule in RULES.values() if rule.in_form == "said with its schema"}


def sort_faults() -> list[Any]:
    """Give each form with each group for which it is filled in; all but one form of each sort are left to the night."""
    keys = sorted({(one.form, one.group) for one in RULE_FAULTS})
    forms = mark_others(form for form, _ in keys)
    return [pytest.param(*key, marks=form.marks) for key, form in zip(keys, forms, strict=True)]


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the example register, into which one file after the other is laid."""
    return tmp_path_factory.mktemp("rules") / "register"


def list_first() -> list[RuleFault]:
    """Give of each rule its first fault in each form."""
    return [*{(one.form, one.rule): one for one in reversed(RULE_FAULTS)}.values()]


@pytest.mark.parametrize(
    "faults",
    [
        pytest.param(list_first(), id="first"),
        pytest.param(
            RULE_FAULTS, id="all", marks=pytest.mark.slow("more ways to break a rule than the first")
        ),
    ],
)
@pytest.mark.parametrize(("form", "group"), sort_faults())
def test_form_and_check_say_the_same_of_a_rule(
    browser: Browser, example_home: str, register: Path, form: str, group: str, faults: Sequence[RuleFault]
) -> None:
    filing, pen = FILINGS[form], Pen(words=LANGUAGES["en"], typed=False)
    faults = [one for one in faults if (one.form, one.group) == (form, group)]
    answers = [fill_body(form, one.break_answers(filing.more | filing.answer(pen))) for one in faults]
    with open_form(browser, example_home + filing.address.replace("warm-homes", group)) as opened:
        judged = opened.page.evaluate(JUDGE_FILES, answers)
        assert opened.complaints == []
    differences = []
    for one, (path, text, problems) in zip(faults, judged, strict=True):
        differences += compare(one, path, text, problems, register)
    assert not differences, "\n" + "\n".join(differences)


def compare(
    one: RuleFault, path: str, text: str, problems: list[dict[str, Any]], register: Path
) -> list[str]:
    """Give what only one of the two says, and a fault that was not found at all."""
    findings = [
        finding
        for finding in check_with(register, path, text).findings
        if finding.place.path == path and finding.rule in BY_FUNCTIONS | BY_SCHEMA
    ]
    in_check = {GUESS.sub("", finding.message) for finding in findings}
    in_form = {problem["message"] for problem in problems}
    found = {problem.get("rule") for problem in problems} & {finding.rule for finding in findings}
    return [
        *(f"{one.rule} {one.changes}: only the form says: {said}" for said in sorted(in_form - in_check)),
        *(f"{one.rule} {one.changes}: only the check says: {said}" for said in sorted(in_check - in_form)),
        *([] if one.rule in found else [f"{one.rule} {one.changes}: was not found"]),
    ]
