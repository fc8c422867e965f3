"""Whatever a text or an address holds, both ways to write the catalogue give it to readers unchanged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import DCTERMS, Graph
from rdflib import Literal as ReadLiteral
from rdflib import URIRef as ReadRef
from rdflib.compare import isomorphic

from scm_site.data.catalogue.graph import Literal, Node, make_node, make_ref
from scm_site.data.catalogue.json_ld import render_json_ld
from scm_site.data.catalogue.turtle import render_turtle

THING = "https://example.org/#thing"
AWKWARD = [
    "Quotes \"double\", 'single' and \\ backslashes \\n",
    "Two\nlines\r\nand\ttabs",
    "Ελληνικά, български, ß, emoji 🚲 and \u2028",
    "Looks like @en, ^^xsd:string, <https://example.org> . and [ ]",
    "\x01 and \x7f",
    "",
]


def make_thing(text: str) -> list[Node]:
    inside = make_node(["foaf:Agent"], [("foaf:name", Literal(text=text))])
    return [
        make_node(
            ["dcat:Dataset"],
            [("dct:title", Literal(text=text, language="fr")), ("dct:creator", inside)],
            THING,
        )
    ]


def read_both(nodes: list[Node]) -> Graph:
    """Give what both files say; fails when they do not say the same."""
    turtle = Graph().parse(data=render_turtle(nodes), format="turtle")
    assert isomorphic(turtle, Graph().parse(data=render_json_ld(nodes), format="json-ld"))
    return turtle


@pytest.mark.parametrize("text", AWKWARD)
def test_an_awkward_text_comes_back(text: str) -> None:
    assert read_both(make_thing(text)).value(ReadRef(THING), DCTERMS.title) == ReadLiteral(text, lang="fr")


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_text_comes_back(text: str) -> None:
    assert read_both(make_thing(text)).value(ReadRef(THING), DCTERMS.title) == ReadLiteral(text, lang="fr")


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("https://example.org/<x>", "https://example.org/%3Cx%3E"),
        ("https://example.org/größe", "https://example.org/größe"),
        ("https://example.org/%C3%BC?a=1&b=2#c", "https://example.org/%C3%BC?a=1&b=2#c"),
    ],
)
def test_an_address_cannot_break_out(address: str, written: str) -> None:
    nodes = [make_node(["dcat:Dataset"], [("dct:relation", make_ref(address))], THING)]
    assert read_both(nodes).value(ReadRef(THING), DCTERMS.relation) == ReadRef(written)


def test_what_is_not_there_is_left_out_and_a_value_stands_once() -> None:
    node = make_node(["dcat:Dataset"], [("a", None), ("b", []), ("c", [make_ref("x"), make_ref("x")])])
    assert node.facts == (("c", (make_ref("x"),)),)
