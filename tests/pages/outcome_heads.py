"""What the head of a page tells, as a program reads it: from the parsed page, not from our own data."""

import json
from dataclasses import dataclass
from typing import Any

from tests.built_sites import BuiltSite


@dataclass(frozen=True, kw_only=True)
class Told:
    """Meta elements as names and contents, links as relation and attributes, and the description in JSON-LD."""

    tags: list[tuple[str, str]]
    links: list[dict[str, str]]
    json_ld: Any

    def contents(self, name: str) -> list[str]:
        """Give the contents of the meta elements with a name."""
        return [content for found, content in self.tags if found == name]

    def to(self, rel: str) -> list[str]:
        """Give the addresses of the links with a relation."""
        return [link["href"] for link in self.links if link["rel"] == rel]


def read_head(site: BuiltSite, address: str) -> Told:
    """Read the head of the page at an address."""
    head = site.parse(f"{address}index.html").find("head")
    metas = [(one.get("name"), one.get("content")) for one in head.findall("meta") if one.get("name")]
    scripts = [one.text for one in head.findall("script") if one.get("type") == "application/ld+json"]
    return Told(
        tags=metas,
        links=[dict(one.attrib) for one in head.findall("link")],
        json_ld=json.loads(scripts[0]) if scripts else None,
    )
