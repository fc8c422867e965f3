"""What each thing elsewhere is that the catalogue names: its kind, and what it is called."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from scm_site.data.catalogue.graph import Node, Ref, make_node, make_ref, walk_facts
from scm_site.data.catalogue.vocabulary import AUTHORITY, LABELS, SCHEMES, make_english

#: What a thing is that stands in such a fact (the ranges of DCAT-AP 3).
KINDS = {
    "adms:status": ("skos:Concept",),
    "dcat:landingPage": ("foaf:Document",),
    "dcat:mediaType": ("dct:MediaType",),
    "dcat:theme": ("skos:Concept",),
    "dcat:themeTaxonomy": ("skos:ConceptScheme",),
    "dcatap:availability": ("skos:Concept",),
    "dct:accessRights": ("dct:RightsStatement", "skos:Concept"),
    "dct:accrualPeriodicity": ("dct:Frequency", "skos:Concept"),
    "dct:conformsTo": ("dct:Standard",),
    "dct:format": ("dct:MediaTypeOrExtent", "skos:Concept"),
    "dct:language": ("dct:LinguisticSystem", "skos:Concept"),
    "dct:license": ("dct:LicenseDocument", "skos:Concept"),
    "foaf:homepage": ("foaf:Document",),
    "foaf:page": ("foaf:Document",),
    "spdx:algorithm": ("spdx:ChecksumAlgorithm",),
}


def describe_things(nodes: Iterable[Node]) -> Iterator[Node]:
    """Give each thing elsewhere that is named in facts, with its kind; entries of the EU's lists also with a label."""
    kinds: dict[str, dict[str, None]] = defaultdict(dict)
    for name, value in walk_facts(nodes):
        if isinstance(value, Ref) and name in KINDS:
            kinds[value.iri] |= dict.fromkeys(KINDS[name])
    schemes = {find_scheme(iri) for iri in kinds} - {""}
    for scheme in schemes:
        kinds[f"{AUTHORITY}{scheme}"] |= dict.fromkeys(["skos:ConceptScheme"])
    return (describe(iri, kinds[iri]) for iri in sorted(kinds))


def find_scheme(iri: str) -> str:
    """Give the EU's list of which a thing is an entry, or ""."""
    scheme, _, code = iri.removeprefix(AUTHORITY).partition("/")
    return scheme if iri.startswith(AUTHORITY) and code else ""


def describe(iri: str, kinds: Iterable[str]) -> Node:
    """Give a thing with its kinds."""
    scheme, name = find_scheme(iri), iri.removeprefix(AUTHORITY)
    if not scheme:
        title = make_english(SCHEMES[name]) if name in SCHEMES else None
        return make_node(kinds, [("dct:title", title)], iri)
    label = make_english(LABELS.get(name, name.partition("/")[2]))
    return make_node(
        kinds, [("skos:prefLabel", label), ("skos:inScheme", make_ref(f"{AUTHORITY}{scheme}"))], iri
    )
