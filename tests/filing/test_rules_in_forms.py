"""A rule that a form says has a function in the browser, a sentence, and an answer that breaks it."""

import re
from pathlib import Path

from scm_site.rule_sentences import RULE_SENTENCES
from scm_site.rules import RULES
from tests.browser.form_rule_faults import RULE_FAULTS

ROOT = Path(__file__).parents[2]
FUNCTIONS = "scm_site/mkdocs_plugin/theme/assets/forms/rules"
SAID = {rule.id for rule in RULES.values() if rule.form_fix is not None}


def list_missing(there: set[str], hint: str) -> list[str]:
    """Give a line for each rule that is missing somewhere, with what to write there."""
    return [f"{rule}: {hint}" for rule in sorted(SAID - there)]


def test_every_rule_that_a_form_says_has_its_places() -> None:
    texts = "".join(file.read_text(encoding="utf-8") for file in (ROOT / FUNCTIONS).glob("*.js"))
    functions = set(re.findall(r"^export (?:const|function) ([A-Z]\d{3})\b", texts, re.MULTILINE))
    sentences = {name.split()[0] for name in RULE_SENTENCES}
    broken = {fault.rule for fault in RULE_FAULTS}
    missing = [
        *list_missing(functions, f"export a function of this name from a file of {FUNCTIONS}/"),
        *list_missing(sentences, "word it in scm_site/rule_sentences.py, and use `say` in the rule"),
        *list_missing(broken, "break it with a `fault` in tests/browser/form_rule_faults.py"),
    ]
    assert not missing, "\n".join(missing)
    assert (functions | broken) - SAID == set(), "these are said by forms, but their rule has no `form_fix`"
