"""The catalogue as JSON-LD 1.1: prefixes first, then every thing in one list."""

import json
from collections.abc import Iterable, Mapping

from scm_site.data.catalogue.graph import Literal, Node, Ref, Value
from scm_site.data.catalogue.vocabulary import PREFIXES


def render_json_ld(nodes: Iterable[Node]) -> str:
    """Give things as a JSON-LD document."""
    document = {"@context": PREFIXES, "@graph": [write_node(node) for node in nodes]}
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def write_node(node: Node) -> Mapping[str, object]:
    """Give a thing as an object."""
    name = {"@id": node.iri} if node.iri else {}
    facts = {name: [write_value(value) for value in values] for name, values in node.facts}
    return {**name, "@type": list(node.types), **facts}


def write_value(value: Value) -> Mapping[str, object]:
    """Give the value of a fact as an object."""
    if isinstance(value, Node):
        return write_node(value)
    if isinstance(value, Ref):
        return {"@id": value.iri}
    return write_literal(value)


def write_literal(value: Literal) -> Mapping[str, object]:
    """Give a text with its language or type."""
    language = {"@language": value.language} if value.language else {}
    kind = {"@type": value.type} if value.type else {}
    return {"@value": value.text, **language, **kind}
