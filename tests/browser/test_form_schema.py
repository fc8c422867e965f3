"""The browser's validator and the register's own agree on what fits, for data made at random from the schemas."""

import pytest
from playwright.sync_api import Browser

from scm_site.filing.forms.form_kinds import FORM_OF_KIND
from scm_site.filing.forms.form_schema import make_form_schema
from tests.browser.form_filings import mark_others
from tests.browser.form_instances import make_instances
from tests.browser.form_page import open_form
from tests.records.broken_fields import SCHEMAS

pytestmark = pytest.mark.browser

#: So many answers at random for each form; the longer list begins with the shorter one.
NUMBERS = (
    80,
    pytest.param(
        400, marks=pytest.mark.slow("400 answers at random for each form, of which 80 are always tried")
    ),
)
VALIDATE = """async (all) => {
  const folder = document.querySelector("script[type=module][src*=forms]").src.replace(/[^/]*$/u, "");
  const [{ validate }, { form }] = await Promise.all(
    ["../json-schema/validate.js", "page.js"].map((name) => import(folder + name)));
  return all.map((data) => validate(data, form.schema, "2020-12", undefined, true).valid);
}"""


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("kind", mark_others(FORM_OF_KIND))
def test_both_validators_agree(browser: Browser, example_home: str, kind: str, number: int) -> None:
    form = FORM_OF_KIND[kind]
    instances = make_instances(make_form_schema(form, SCHEMAS), number)
    with open_form(browser, example_home + form.address) as opened:
        judged = opened.page.evaluate(VALIDATE, instances)
    ours = [SCHEMAS.is_valid(kind, instance) for instance in instances]
    explained = [not SCHEMAS.explain(kind, instance) for instance in instances]
    differences = [
        instance
        for instance, *answers in zip(instances, judged, ours, explained, strict=True)
        if len(set(answers)) > 1
    ]
    assert differences == []
    assert number // 40 < sum(ours) < number - number // 40, "some must fit, and some must not"
