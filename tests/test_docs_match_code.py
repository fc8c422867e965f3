"""What is said and what is done, held against each other both ways: clauses, rules, settings, commands, decisions."""

import json
import re
from argparse import _SubParsersAction
from pathlib import Path
from typing import Any

import pytest
import yaml

from scm_site.cli.main import make_parser
from scm_site.locations import find_schemas
from scm_site.pages.reference.reference_pages import list_fields
from scm_site.reading import KINDS
from scm_site.records.schemas import load_schemas
from scm_site.rules import RULES
from scm_site.terms.clauses import CLAUSES, Clause
from tests.built_sites import EXAMPLE, REAL, ROOT, BuiltSite
from tests.test_layers import LAYERS

SCHEMAS = load_schemas(find_schemas())
#: Every field, as `kind.field`, with the clauses that it answers.
FIELDS = {
    f"{kind}.{shown.path}": shown.schema.get("x-clauses", ())
    for kind in KINDS
    for shown in list_fields(SCHEMAS, SCHEMAS.documents[kind], "", 0)
}

#: How each clause has to be treated: the reading of the Terms of Reference that the register was asked to keep.
ASKED = {
    "rule": "D1 D2 D3 G1 M1 M2 M3 M4 a f h p q x ab L1 L2 L3 L4 L5 af ag ah T3 T4 T5 T6 T7 T8 T9 A1 "
    "C1 C2 C3 C4 C5 C6",
    "duty": "G2 G3 M5 a c v f g n o y ab L2 L3 L5 af ag ah I1 I2 T1 T3 T4 T5 T7 T8",
    "page": "b w d e i j k r s t z aa ac ad f g l m q x u ae T2 C5",
}
#: Duties whose evidence has a shape that a machine checks, too.
CHECKED_TOO = "G2 G3 M5 c g n o y I1 I2"

#: A Focus group of the example register that has everything.
FULL_GROUP = "groups/warm-homes/index.html"
#: Documents that name commands.
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")


def read_text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def has_treatment(treatment: str) -> list[Clause]:
    return [clause for clause in CLAUSES if treatment in clause.treatments]


def name_clause(clause: Clause) -> str:
    return clause.id


def test_every_clause_is_treated_as_asked() -> None:
    expected: dict[str, set[str]] = {}
    for treatment, ids in (*ASKED.items(), ("rule", CHECKED_TOO)):
        for clause_id in ids.split():
            expected.setdefault(clause_id, set()).add(treatment)
    assert {clause.id: set(clause.treatments) for clause in CLAUSES} == expected


def test_no_clause_stands_twice() -> None:
    ids = [clause.id for clause in CLAUSES]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("clause", has_treatment("rule"), ids=name_clause)
def test_a_clause_that_is_a_rule_is_checked(clause: Clause) -> None:
    rules = [rule.id for rule in RULES.values() if clause.id in rule.clauses]
    assert rules or [field for field, clauses in FIELDS.items() if clause.id in clauses]


@pytest.mark.parametrize("clause", has_treatment("duty"), ids=name_clause)
def test_a_duty_finds_its_evidence_in_records(clause: Clause) -> None:
    assert clause.evidence
    assert [field for field in clause.evidence if field not in FIELDS] == []


def test_only_duties_have_evidence_and_only_what_is_stated_has_a_page() -> None:
    assert [c.id for c in CLAUSES if bool(c.evidence) != ("duty" in c.treatments)] == []
    assert [c.id for c in CLAUSES if bool(c.page) != ("page" in c.treatments)] == []


@pytest.mark.parametrize("clause", has_treatment("page"), ids=name_clause)
def test_what_people_judge_is_stated_where_they_see_it(example_site: BuiltSite, clause: Clause) -> None:
    is_page = clause.page.endswith("/")
    page = example_site.parse(f"{clause.page}index.html" if is_page else FULL_GROUP)
    assert is_page or page.find(f".//*[@id='{clause.page}']") is not None
    stated = [element for element in page.iter() if clause.id in element.get("data-clause", "").split()]
    assert len(stated) == 1
    if not is_page and stated[0].tag == "p":  # a heading marks a section that does what the clause asks
        words = "".join(stated[0].itertext())
        assert clause.text in words
        assert clause.responsible.lower() in words.lower()


@pytest.mark.parametrize("group", ["small-giants", "deep-retrofitting"])
def test_the_real_groups_state_the_same(real_site: BuiltSite, group: str) -> None:
    page = real_site.parse(f"groups/{group}/index.html")
    stated = {name for element in page.iter() for name in element.get("data-clause", "").split()}
    assert stated == {clause.id for clause in has_treatment("page") if not clause.page.endswith("/")}


def test_a_discussion_group_owes_nothing_by_the_terms_of_focus_groups(example_site: BuiltSite) -> None:
    page = example_site.parse("groups/repair-cafes/index.html")
    assert [tag for tag in ("p", "li") for element in page.iter(tag) if element.get("data-clause")] == []


def test_rules_and_schemas_name_only_clauses_that_exist() -> None:
    known = {clause.id for clause in CLAUSES}
    assert {rule.id: rule.clauses for rule in RULES.values() if not set(rule.clauses) <= known} == {}
    named = {
        clause_id
        for path in find_schemas().glob("*.json")
        for clause_id in find_clause_ids(json.loads(path.read_text(encoding="utf-8")))
    }
    assert named <= known


def find_clause_ids(value: Any) -> set[str]:
    """Give every clause that a schema or a part of it names."""
    if isinstance(value, list):
        return {found for part in value for found in find_clause_ids(part)}
    if not isinstance(value, dict):
        return set()
    return set(value.get("x-clauses", ())) | {
        found for part in value.values() for found in find_clause_ids(part)
    }


def test_the_clause_page_has_a_row_for_each(example_site: BuiltSite) -> None:
    rows = [row for row in example_site.parse("clauses/index.html").iter("tr") if row.get("id")]
    assert [row.get("id") for row in rows] == [f"clause-{clause.id}" for clause in CLAUSES]
    for row, clause in zip(rows, CLAUSES, strict=True):
        words = " ".join("".join(row.itertext()).split())
        assert clause.text in words
        assert ", ".join(clause.treatments) in words
        assert "".join(list(row)[-1].itertext()).strip(), f"{clause.id} is met nowhere"


def test_every_rule_has_a_page_and_stands_in_the_list(example_site: BuiltSite) -> None:
    pages = (name for name in example_site.page_names if re.fullmatch("rules/[^/]+/index.html", name))
    rules = {name for name in pages if b'http-equiv="refresh"' not in example_site.files[name]}
    assert rules == {f"rules/{rule}/index.html" for rule in RULES}
    listed = {link.get("href") for link in example_site.parse("rules/index.html").find(".//main").iter("a")}
    assert {f"{rule}/" for rule in RULES} <= listed


def test_every_number_of_days_is_explained_and_set() -> None:
    days = SCHEMAS.flatten(SCHEMAS.documents["settings"]["properties"]["days"])
    for content in (REAL, EXAMPLE):
        stated = yaml.safe_load((content / "settings.yml").read_text(encoding="utf-8"))["days"]
        assert stated.keys() == days["properties"].keys()
    for name, part in days["properties"].items():
        field = SCHEMAS.flatten(part)
        assert field["title"], name
        assert len(field["description"]) > 20, name


def test_the_real_settings_say_beside_each_number_what_it_is() -> None:
    block = read_text("content/settings.yml").partition("\ndays:\n")[2]
    assert [line for line in block.splitlines() if line.strip() and " # " not in line] == []


def list_targets() -> set[str]:
    """Give the commands of the Makefile that `make help` shows."""
    return set(re.findall(r"^([a-z-]+):[^\n]*## ", read_text("Makefile"), re.MULTILINE))


def list_subcommands() -> set[str]:
    """Give the commands of the program."""
    actions = make_parser()._actions
    return {name for action in actions if isinstance(action, _SubParsersAction) for name in action.choices}


def test_every_make_command_is_in_the_documents() -> None:
    told = read_text("README.md") + read_text("CONTRIBUTING.md")
    mentioned = set(re.findall(r"\bmake ([a-z-]+)\b", told))
    assert list_targets() - mentioned - {"clean"} == set()


def test_every_make_command_in_the_documents_exists() -> None:
    declared = set(re.findall(r"^([a-z-]+):", read_text("Makefile"), re.MULTILINE))
    for name in DOCUMENTS:
        commands = re.findall(r"(?:`|^    )make ([a-z-]+)", read_text(name), re.MULTILINE)
        assert set(commands) - declared == set(), name


def test_every_subcommand_is_in_the_documents_and_the_other_way_round() -> None:
    told = read_text("README.md") + read_text("CONTRIBUTING.md")
    mentioned = set(re.findall(r"`scm ([a-z]+)\b", told))
    assert mentioned == list_subcommands()


def test_every_decision_is_in_the_list_of_decisions() -> None:
    folder = ROOT / "docs" / "decisions"
    index = (folder / "README.md").read_text(encoding="utf-8")
    pages = {path.name for path in folder.glob("[0-9]*.md")}
    assert set(re.findall(r"\]\(([0-9][^)#]*\.md)\)", index)) == pages
    assert sorted(path[:4] for path in pages) == [f"{number:04}" for number in range(1, len(pages) + 1)]


def list_map() -> list[str]:
    """Give every path in the README's map, in its order: a line may show several, inner ones are of `scm_site/`."""
    block = read_text("README.md").partition("## The map\n\n")[2].partition("\n\n")[0]
    lines = re.findall(r"^ {4}(  )?((?:\S+ {2,})+)", block, re.MULTILINE)
    return [f"{inner and 'scm_site/'}{name}" for inner, names in lines for name in names.split()]


def test_the_map_shows_every_room_and_no_other() -> None:
    assert {path for path in list_map() if not (ROOT / path).exists()} == set()
    rooms = {f"scm_site/{path.parent.name}/" for path in (ROOT / "scm_site").glob("*/__init__.py")}
    assert rooms - set(list_map()) == set(), "show these in the map of README.md"


def test_the_map_shows_the_stages_in_the_order_of_the_layers() -> None:
    inner = [path.removeprefix("scm_site/") for path in list_map() if path.startswith("scm_site/")]
    stages = [name.removesuffix("/").removesuffix(".py") for name in inner if name.rfind("/", 0, -1) < 0]
    assert tuple(filter(None, stages)) == LAYERS, "write them in the order of LAYERS in tests/test_layers.py"


@pytest.mark.parametrize(
    "path", sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]), ids=lambda path: path.name
)
def test_documents_link_to_files_that_exist(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    linked = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", text)
    pages = ROOT / "docs" / "pages" in path.parents  # their links are checked by the strict build
    assert [name for name in linked if not pages and not (path.parent / name).exists()] == []
