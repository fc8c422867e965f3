"""Citations as CSL-JSON: what programs that lay out citations read (Citation Style Language 1.0.2, csl-data.json)."""

import json
from collections.abc import Iterable
from typing import Any

from scm_site.data.citations.citation import Citation
from scm_site.data.citations.kinds import KINDS


def write_csl_json(citations: Iterable[Citation]) -> str:
    """Give citations, in their order, as one JSON list."""
    items = [make_item(citation) for citation in citations]
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def make_item(citation: Citation) -> dict[str, Any]:
    """Make one item; what is not known is left out.

    Names are not taken apart: which part of a name is the family's, the register does not know.
    """
    kind = KINDS[citation.format]
    item: dict[str, Any] = {
        "id": citation.id,
        "type": kind.csl,
        "title": citation.title,
        "author": [{"literal": author.shown} for author in citation.authors],
        "issued": {"date-parts": [[citation.issued.year, citation.issued.month, citation.issued.day]]},
        "collection-title": citation.group,
        "publisher": citation.publisher,
        "genre": kind.name,
        "number": citation.identifier,
        "version": citation.version,
        "language": citation.language,
        "abstract": citation.summary,
        "keyword": ", ".join(citation.themes),
        "DOI": citation.doi,
        "URL": citation.address,
    }
    return {name: value for name, value in item.items() if value}
