"""The list of rules: each explained, each in its place, each rule of the Terms of Reference served."""

import inspect
import re
from types import ModuleType

import pytest

import scm_site.pipeline  # noqa: F401  (declares the rules of every stage)
from scm_site import checks
from scm_site.checks.register_rule import REGISTER_RULES
from scm_site.clauses import CLAUSES
from scm_site.review import all_rules
from scm_site.rule import RULES, Rule
from scm_site.texts.markdown import render_markdown
from tests.records.broken_fields import SCHEMAS
from tests.records.test_schemas import walk

each_rule = pytest.mark.parametrize("rule", RULES.values(), ids=RULES)


def test_the_pipeline_knows_the_rules_of_every_stage() -> None:
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


def test_every_module_of_rules_is_loaded() -> None:
    loaded = {name for name, value in vars(checks).items() if isinstance(value, ModuleType)}
    declaring = {declared.check.__module__ for declared in REGISTER_RULES}
    # The pipeline loads those that look at two revisions.
    on_changes = {f"scm_site.review.{name}" for name in all_rules.__all__}
    assert {name for name in declaring if not name.startswith("scm_site.checks.")} == on_changes
    assert loaded >= {name.removeprefix("scm_site.checks.") for name in declaring if ".checks." in name}
    assert {f"{name}" for name in checks.__all__ if name.endswith("_rules") and name != "run_rules"} <= loaded


def test_rules_stand_in_the_order_of_their_ids() -> None:
    numbers: dict[str, list[str]] = {}
    for rule_id in RULES:
        numbers.setdefault(rule_id[0], []).append(rule_id)
    for ids in numbers.values():
        assert len(set(ids)) == len(ids)


def test_every_clause_that_is_a_rule_is_served() -> None:
    """By a rule that names it, or by a field that a schema demands in a certain shape."""
    served = {clause for rule in RULES.values() for clause in rule.clauses}
    for document in SCHEMAS.documents.values():
        served |= {clause for _, schema in walk(document) for clause in schema.get("x-clauses", ())}
    assert {clause.id for clause in CLAUSES if "rule" in clause.treatments} <= served
