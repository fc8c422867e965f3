"""The catalogue as Turtle (RDF 1.1 Turtle): prefixes first, then one block for each thing."""

from collections.abc import Iterable

from scm_site.data.catalogue.graph import Literal, Node, Ref, Value
from scm_site.data.catalogue.vocabulary import PREFIXES

_ESCAPES = {
    **{number: f"\\u{number:04X}" for number in (*range(0x20), 0x7F)},
    ord("\\"): "\\\\",
    ord('"'): '\\"',
    ord("\n"): "\\n",
    ord("\r"): "\\r",
    ord("\t"): "\\t",
}


def render_turtle(nodes: Iterable[Node]) -> str:
    """Give things as a Turtle document."""
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    return prefixes + "".join(f"\n<{node.iri}>{write_facts(node, 1)} .\n" for node in nodes)


def write_facts(node: Node, depth: int) -> str:
    """Give what is said of a thing, a line for each fact."""
    between = f" ;\n{'  ' * depth}"
    facts = [f"a {', '.join(node.types)}"]
    facts += [
        f"{name} {', '.join(write_value(value, depth) for value in values)}" for name, values in node.facts
    ]
    return f"\n{'  ' * depth}{between.join(facts)}"


def write_value(value: Value, depth: int) -> str:
    """Give the value of a fact."""
    if isinstance(value, Node):
        return f"[{write_facts(value, depth + 1)} ]"
    return f"<{value.iri}>" if isinstance(value, Ref) else write_literal(value)


def write_literal(value: Literal) -> str:
    """Give a text between quotation marks, with its language or type."""
    mark = f"@{value.language}" if value.language else f"^^{value.type}" if value.type else ""
    return f'"{value.text.translate(_ESCAPES)}"{mark}'
