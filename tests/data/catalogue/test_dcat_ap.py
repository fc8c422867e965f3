"""The catalogue keeps to DCAT-AP 3, as the official shapes judge it (tests/data/dcat_ap/README.md)."""

from pathlib import Path

import pytest
from rdflib import DCTERMS, RDF, SH, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from tests.data.open_data.public_data import SITE

pytestmark = pytest.mark.slow("the official shapes of DCAT-AP, by pyshacl")

DCAT = Namespace("http://www.w3.org/ns/dcat#")
SHAPES = Path(__file__).parents[1] / "dcat_ap"
PROFILE, LISTS, RECOMMENDED = "dcat-ap-SHACL.ttl", "mdr-vocabularies.shape.ttl", "shapes_recommended.ttl"

#: The shapes ask for `https://spdx.org/rdf/terms`. SPDX itself, and the examples of DCAT-AP 3, say `http://`.
WRONG_IN_THE_SHAPES = URIRef("http://spdx.org/rdf/terms#algorithm")

#: The EU's list of corporate bodies has no entry for whoever publishes a register.
NOT_IN_THE_LIST = DCTERMS.publisher

#: What DCAT-AP recommends and the register does not know, or says in words only.
LEFT_OUT = {DCTERMS.spatial, DCTERMS.temporal, DCTERMS.type}


def judge(graph: Graph, shapes: str) -> list[tuple[Node | None, Node | None]]:
    """Give what the shapes find: which fact, of which thing."""
    from pyshacl import validate  # only `make test-all` installs it

    shapes_graph = Graph().parse(SHAPES / shapes, format="turtle")
    _, report, _ = validate(graph, shacl_graph=shapes_graph)
    assert isinstance(report, Graph)
    results = [
        found
        for one in report.subjects(RDF.type, SH.ValidationReport)
        for found in report.objects(one, SH.result)
    ]
    return [(report.value(one, SH.resultPath), report.value(one, SH.focusNode)) for one in results]


def test_the_catalogue_keeps_to_the_profile(graph: Graph) -> None:
    assert judge(graph, PROFILE) == []


def test_it_uses_the_lists_of_the_eu(graph: Graph) -> None:
    paths = {path for path, _ in judge(graph, LISTS)}
    assert paths <= {WRONG_IN_THE_SHAPES, NOT_IN_THE_LIST}


def test_it_tells_what_is_recommended(graph: Graph) -> None:
    assert {path for path, _ in judge(graph, RECOMMENDED)} <= LEFT_OUT


def test_the_real_register_keeps_to_the_profile(real_graph: Graph) -> None:
    assert judge(real_graph, PROFILE) == []


@pytest.mark.parametrize(
    ("thing", "fact"),
    [
        ("catalogue", DCTERMS.title),
        ("catalogue", DCTERMS.publisher),
        ("outcomes", DCTERMS.description),
        ("outcomes-json", DCAT.accessURL),
    ],
)
def test_the_shapes_really_judge(graph: Graph, thing: str, fact: URIRef) -> None:
    changed = Graph() + graph
    changed.remove((URIRef(f"{SITE}data/#{thing}"), fact, None))
    assert (fact, URIRef(f"{SITE}data/#{thing}")) in judge(changed, PROFILE)


def test_the_lists_really_judge(graph: Graph) -> None:
    changed, groups = Graph() + graph, URIRef(f"{SITE}data/#groups")
    changed.set((groups, DCTERMS.accrualPeriodicity, URIRef("https://example.org/now-and-then")))
    assert (DCTERMS.accrualPeriodicity, groups) in judge(changed, LISTS)
    changed.set((URIRef(f"{SITE}data/#groups-csv"), DCAT.byteSize, Literal("many")))
    assert (DCAT.byteSize, URIRef(f"{SITE}data/#groups-csv")) in judge(changed, PROFILE)
