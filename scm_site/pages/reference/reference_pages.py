"""Pages that explain the register itself: rules, fields, clauses."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from scm_site.compliance.duties import DUTIES
from scm_site.pages.frame.former_pages import FORMER_KINDS, list_former_fields
from scm_site.pages.frame.page import Asset, Page
from scm_site.pages.frame.rendering import render_page
from scm_site.pages.frame.sections import CLAUSE_LIST, FIELD_LIST, RULE_LIST
from scm_site.pages.frame.site_content import SiteContent
from scm_site.reading import KINDS, SLOT_OF_KIND, Syntax
from scm_site.records.schemas import Schema, Schemas, name_file
from scm_site.rule import Rule
from scm_site.rules import RULES
from scm_site.terms.clauses import CLAUSES
from scm_site.texts.markdown import render_markdown

SUBJECTS: Mapping[str, str] = {
    "F": "Files and characters",
    "Y": "YAML",
    "S": "Fields and their shape",
    "T": "Texts",
    "R": "References between records",
    "D": "Dates and names of files",
    "N": "Names and private data",
    "Q": "Reconstructed records",
    "C": "Themes, countries, rosters, approvals and settings",
    "E": "Events",
    "P": "Proposals",
    "G": "Groups and members",
    "W": "Work programmes",
    "M": "Meetings",
    "U": "Status updates and briefs",
    "O": "Outcomes",
    "A": "Acts",
    "V": "Waivers and pauses",
    "X": "How groups end",
    "B": "What a change may do",
}


#: The headings under which clauses are stated, by what `Clause.page` calls the place.
SECTIONS: Mapping[str, str] = {
    "joining": "How to join",
    "working-together": "Working together",
    "board-remarks": "What the board said",
    "milestones": "Milestones",
    "stories": "Stories",
    "outcomes": "Outcomes",
    "life-line": "What happened",
    "templates/": "Templates",
    "proposals/": "Proposals",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownField:
    """A field as the reference lists it: its name with those around it, how deep it stands, what its schema says."""

    name: str
    path: str
    depth: int
    schema: Schema
    is_needed: bool
    kind_of_content: str
    may_be_unknown: bool
    example: str


def make_rule_pages() -> Iterator[Page]:
    """Make the list of rules and a page for each, from its docstring."""
    subjects = [
        (title, [rule for rule in RULES.values() if rule.id.startswith(letter)])
        for letter, title in SUBJECTS.items()
    ]
    yield render_page(
        "rules.html",
        RULE_LIST.address,
        RULE_LIST.text,
        description="What is checked before a change is accepted, and why.",
        subjects=[(title, sorted(rules, key=lambda rule: rule.id)) for title, rules in subjects if rules],
        searchable=False,
    )
    for rule in RULES.values():
        yield make_rule_page(rule)


def make_rule_page(rule: Rule) -> Page:
    """Make the page of a rule: why it is there, how to mend a finding, which clauses it checks."""
    return render_page(
        "rule.html",
        f"{RULE_LIST.address}{rule.id}/",
        f"{rule.id}: {rule.title}",
        description=f"How to mend a finding of the rule {rule.id}.",
        crumbs=(RULE_LIST,),
        rule=rule,
        explanation=render_markdown(rule.explanation).html,
        fix=render_markdown(rule.fix).html,
        clauses=[clause for clause in CLAUSES if clause.id in rule.clauses],
        searchable=False,
    )


def make_field_pages(content: SiteContent) -> Iterator[Page]:
    """Make the reference of all fields: a list of kinds of record, and a page for each kind."""
    schemas = content.schemas
    kinds = [(kind, schemas.documents[kind], SLOT_OF_KIND[kind]) for kind in KINDS]
    yield render_page(
        "fields.html",
        FIELD_LIST.address,
        FIELD_LIST.text,
        description="Every kind of record and every field that it can have.",
        kinds=kinds,
        searchable=False,
    )
    for kind, document, slot in kinds:
        yield render_page(
            "field-kind.html",
            f"{FIELD_LIST.address}{kind}/",
            f"Fields: {document['title']}",
            description=document["description"],
            crumbs=(FIELD_LIST,),
            kind=kind,
            document=document,
            is_markdown=slot.syntax == Syntax.MARKDOWN,
            fields=list(list_fields(schemas, document, "", 0)),
            former=list_former_fields(kind),
            titles={name: one["title"] for name, one, _ in kinds},
            searchable=False,
        )


def list_fields(schemas: Schemas, schema: Schema, path: str, depth: int) -> Iterator[ShownField]:
    """Give every field of a schema, those inside another right after it."""
    needed = schema.get("required", ())
    for name, part in schema.get("properties", {}).items():
        flat = schemas.flatten(part)
        shapes = [schemas.flatten(choice) for choice in flat.get("anyOf", (flat,))]
        may_be_unknown = any("unknown" in shape.get("properties", ()) for shape in shapes)
        known = [shape for shape in shapes if "unknown" not in shape.get("properties", ())] or shapes
        shape = known[0]
        inner = schemas.flatten(shape["items"]) if isinstance(shape.get("items"), dict) else shape
        here = f"{path}.{name}" if path else name
        yield ShownField(
            name=name,
            path=here,
            depth=depth,
            schema={**shape, **flat},
            is_needed=name in needed,
            kind_of_content=" or ".join(describe_content(schemas, one) for one in known),
            may_be_unknown=may_be_unknown,
            example=show_example(flat.get("examples", [None])[0]),
        )
        yield from list_fields(schemas, inner, here, depth + 1)


def show_example(example: object) -> str:
    """Write an example as it is typed in a file; nothing for lists and fields, which the template shows."""
    if isinstance(example, bool):
        return str(example).lower()
    return str(example) if isinstance(example, (str, int, float)) and "\n" not in str(example) else ""


def describe_content(schemas: Schemas, shape: Schema) -> str:
    """Say in words what a field holds."""
    if "enum" in shape:
        return "one of: " + ", ".join(str(choice) for choice in shape["enum"])
    if shape.get("format") == "date":
        return "a date"
    if shape.get("type") == "array":
        items: Any = schemas.flatten(shape["items"])
        inner = "fields" if items.get("type") == "object" else describe_content(schemas, items)
        return f"a list, each item {inner}"
    names = {
        "integer": "a whole number",
        "number": "a number",
        "boolean": "true or false",
        "object": "fields",
    }
    return names.get(str(shape.get("type")), "text")


def make_clause_page(content: SiteContent) -> Page:
    """Make the page that lists every clause, how it is treated and where it is met."""
    fields = find_fields_by_clause(content.schemas)
    return render_page(
        "clauses.html",
        CLAUSE_LIST.address,
        CLAUSE_LIST.text,
        description="Every clause of the Terms of Reference, and how this register answers it.",
        rows=[
            {
                "clause": clause,
                "rules": [rule for rule in RULES.values() if clause.id in rule.clauses],
                "fields": fields.get(clause.id, []),
                "duties": [duty for duty in DUTIES.values() if clause.id in duty.clauses],
            }
            for clause in CLAUSES
        ],
        sections=SECTIONS,
        titles={kind: content.schemas.documents[kind]["title"] for kind in KINDS},
    )


def find_fields_by_clause(schemas: Schemas) -> dict[str, list[tuple[str, str]]]:
    """Give, for each clause, the kind and the path of every field that answers it."""
    found: dict[str, list[tuple[str, str]]] = {}
    for kind in KINDS:
        for shown in list_fields(schemas, schemas.documents[kind], "", 0):
            for clause_id in dict.fromkeys(shown.schema.get("x-clauses", ())):
                found.setdefault(clause_id, []).append((kind, shown.path))
    return found


def make_schema_files(schemas: Schemas, site: str) -> Iterator[Asset]:
    """Give every schema of what people write as a file that says its own address; that of a kind that went leads on."""
    led = {
        former.name: {
            "$schema": schemas.documents[former.successor]["$schema"],
            "title": f"Moved to {name_file(former.successor)}",
            "deprecated": True,
            "$ref": name_file(former.successor),
        }
        for former in FORMER_KINDS
    }
    written = {kind: schemas.documents[kind] for kind in (*KINDS, "shared")}
    for kind, document in {**written, **led}.items():
        path = f"schemas/{name_file(kind)}"
        named = {"$schema": document["$schema"], "$id": f"{site.rstrip('/')}/{path}", **document}
        yield Asset(path=path, content=(json.dumps(named, indent=2, ensure_ascii=False) + "\n").encode())
