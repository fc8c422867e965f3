"""What holds of a group or a record, as text and as YAML: the act beside each value."""

from collections.abc import Iterator

from scm_site.data.held import HeldDocument, ValueData
from scm_site.days import write_day
from scm_site.scaffold.yaml_text import make_yaml_text

AS_FILED = "as first filed"


def render_held(document: HeldDocument) -> str:
    """Give what holds as text for a terminal."""
    known = f", as known on {write_day(document.known)}" if document.known != document.on else ""
    lines = [f"{document.record or document.group} on {write_day(document.on)}{known}:"]
    width = max((len(one.name) for one in document.values), default=0)
    lines += [line for one in document.values for line in list_lines(one, width)]
    lines += [f"  {one.act} does nothing: {one.why}." for one in document.idle]
    return "\n".join(lines) + "\n"


def list_lines(one: ValueData, width: int) -> Iterator[str]:
    """Give one value with the act that gave it on the line below."""
    yield f"  {one.name.ljust(width)}  {one.value or 'nothing'}"
    if one.act:
        was = f", instead of {one.was}" if one.was else ""
        yield f"  {''.ljust(width)}  by {one.act}{was}"


def render_held_yaml(document: HeldDocument) -> str:
    """Give what holds as YAML, with the act behind each value as a remark."""
    lines = [f"# {document.record or document.group} on {document.on}, as known on {document.known}"]
    lines += [
        f"{one.name}: {make_yaml_text(one.value) if one.value else 'null'}  # {one.act or AS_FILED}"
        for one in document.values
    ]
    lines += [f"# {one.act} does nothing: {one.why}" for one in document.idle]
    return "\n".join(lines) + "\n"
