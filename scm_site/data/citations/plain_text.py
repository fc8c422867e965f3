"""A citation as people write it, to be copied from the page."""

from scm_site.data.citations.citation import Citation
from scm_site.data.citations.kinds import KINDS

#: What already ends a sentence; in Greek, `;` ends a question.
SENTENCE_ENDS = (".", "!", "?", "…", ";")


def write_plain_text(citation: Citation) -> str:
    """Give one line: authors, year, title, version, format, group and publisher, identifier, address to cite."""
    authors = "; ".join(author.shown for author in citation.authors)
    head = f"{authors} ({citation.issued.year}): {citation.title}"
    parts = (
        head,
        f"Version {citation.version}",
        KINDS[citation.format].name,
        f"{citation.group}, {citation.publisher}",
        citation.identifier,
    )
    return " ".join([*(end_sentence(part) for part in parts if part), citation.address])


def end_sentence(text: str) -> str:
    """Give a text with a full stop, unless it ends a sentence already."""
    return text if text.endswith(SENTENCE_ENDS) else f"{text}."
