"""The list of rules: each explained, each in its place, each rule of the Terms of Reference served."""

import inspect
import re
from pathlib import Path
from typing import Any

import pytest

import scm_site
from scm_site import checks
from scm_site.checks.register_rule import rule as register_rule
from scm_site.declared import list_by_id
from scm_site.rule import InForm, Rule, finding_rule
from scm_site.rules import REGISTER_RULES, RULES
from scm_site.terms.clauses import CLAUSES
from scm_site.texts.markdown import render_markdown
from tests.records.broken_fields import SCHEMAS
from tests.records.test_schemas import walk

each_rule = pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
NO_FORM: InForm = "never: its records have no form"
DECLARATION = re.compile(r"^@(?:finding_)?rule\(\s*\"([A-Z][0-9]{3})\"", re.MULTILINE)


def test_the_list_holds_the_rules_of_every_stage() -> None:
    assert {rule_id[0] for rule_id in RULES} == set("ABCDEFGMNOPQRSTUVWXY")


@each_rule
def test_a_rule_is_explained(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z][0-9]{3}", rule.id)
    assert not rule.title.endswith(".")
    assert rule.explanation
    assert rule.explanation.endswith((".", ":"))
    assert rule.fix.endswith(".")
    assert set(rule.clauses) <= {clause.id for clause in CLAUSES}
    for word in ("property", "string", "object", "array", "invalid", "illegal"):
        assert not re.search(rf"\b{word}\b", f"{rule.title} {rule.explanation} {rule.fix}", re.IGNORECASE)


@each_rule
def test_the_page_of_a_rule_shows_all_that_it_says(rule: Rule) -> None:
    assert render_markdown(f"{rule.explanation}\n\n{rule.fix}").refusals == ()


def test_ids_are_grouped_by_what_the_package_says() -> None:
    said = set(re.findall(r"\b([A-Z])\b(?= [a-z])", inspect.cleandoc(checks.__doc__ or "")))
    assert said >= {declared.rule.id[0] for declared in REGISTER_RULES}


def test_every_rule_that_is_declared_is_in_the_list() -> None:
    package = Path(scm_site.__file__).parent
    declared = {
        rule_id: path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        for rule_id in DECLARATION.findall(path.read_text(encoding="utf-8"))
    }
    lost = {path for rule_id, path in declared.items() if rule_id not in RULES}
    assert not lost, f"give these modules their line in scm_site/rules.py: {lost}"
    assert sorted(declared) == sorted(RULES)


def words(name: str) -> str:
    """Say it.

    Fix: Mend it.
    """
    return name


def test_an_id_is_used_once() -> None:
    one, other = (finding_rule("Z001", title, in_form=NO_FORM)(words) for title in ("One", "Other"))
    with pytest.raises(ValueError, match="declared more than once: Z001"):
        list_by_id((one.rule, other.rule))


@pytest.mark.parametrize("declare", [finding_rule, register_rule])
def test_a_rule_says_what_the_forms_make_of_it_and_how_to_mend_it(declare: Any) -> None:
    def looks(record: Rule) -> None:
        """Look at it.

        Fix: Mend it.
        """

    with pytest.raises(
        ValueError, match=r"rule Z001 does not say what the forms make of it; add .*`form_fix=`"
    ):
        declare("Z001", "One")(looks)
    looks.__doc__ = "Look at it."
    with pytest.raises(ValueError, match="does not end with a `Fix:`"):
        declare("Z001", "One", in_form=NO_FORM)(looks)


def test_every_clause_that_is_a_rule_is_served() -> None:
    """By a rule that names it, or by a field that a schema demands in a certain shape."""
    served = {clause for rule in RULES.values() for clause in rule.clauses}
    for document in SCHEMAS.documents.values():
        served |= {clause for _, schema in walk(document) for clause in schema.get("x-clauses", ())}
    assert {clause.id for clause in CLAUSES if "rule" in clause.treatments} <= served
