"""What the free text of the archive page looks into: one folded text for each outcome, fetched when somebody types."""

import json
from collections.abc import Iterator

from scm_site.data.archive.archive import ARCHIVE, Archive, ArchivedOutcome
from scm_site.data.archive.folding import fold

SEARCH_TEXTS = f"{ARCHIVE}texts.json"


def make_search_texts(archive: Archive) -> Iterator[tuple[str, bytes]]:
    """Give the file with the texts of what is published, in the order of the list on the page."""
    texts = [make_search_text(one) for one in archive.published]
    yield SEARCH_TEXTS, (json.dumps(texts, ensure_ascii=False, separators=(",\n", ":")) + "\n").encode()


def make_search_text(one: ArchivedOutcome) -> str:
    """Give what an outcome is found by: its words in every language, who made it, and its numbers."""
    outcome = one.outcome
    words = [part for language in one.languages for part in (language.record.title, language.record.summary)]
    people = [author.name for author in outcome.authors if author.name]
    named = (one.dossier.group.title, outcome.format, outcome.identifier, outcome.doi)
    return fold(" ".join([*words, *people, *one.organisations, *one.themes, *one.countries, *named]))
