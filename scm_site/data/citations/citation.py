"""What is told of an outcome when it is cited, as plain text; each way of writing it starts from here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from scm_site.data.archive.archive import ArchivedOutcome
from scm_site.data.citations.bare_line import make_bare_line
from scm_site.records.outcome import Author
from scm_site.records.proposal import Format
from scm_site.records.register import Register


@dataclass(frozen=True, kw_only=True, slots=True)
class CitedAuthor:
    """Who made an outcome: an organisation, or a person of it who agreed to be named."""

    organisation: str
    name: str = ""  # of the person, as the person writes it; "" for an organisation

    @property
    def shown(self) -> str:
        """The name under which the author is cited."""
        return self.name or self.organisation


@dataclass(frozen=True, kw_only=True, slots=True)
class Citation:
    """What is told of an outcome when it is cited. Every text is on one line."""

    id: str  # the identifier in small letters, or group and id as they were first
    title: str
    summary: str
    format: Format
    authors: tuple[CitedAuthor, ...]
    group: str
    publisher: str
    published: date  # the first day on which it was public
    issued: date  # the day of the version that is cited
    version: str
    language: str
    themes: tuple[str, ...]
    address: str  # the whole address to cite, which stays
    identifier: str = ""
    doi: str = ""
    licence: str = ""


def make_citation(one: ArchivedOutcome, register: Register) -> Citation:
    """Make the citation of an outcome, in the language of its original and of its newest version.

    Raises NotAvailableError where the settings are broken: they say who publishes.
    """
    outcome, line = one.outcome, make_bare_line
    return Citation(
        id=make_id(one),
        title=line(outcome.title),
        summary=line(outcome.summary),
        format=outcome.format,
        authors=list_authors(outcome.authors),
        group=line(one.dossier.group.title),
        publisher=find_publisher(register),
        published=one.published,
        issued=one.issued,
        version=outcome.version,
        language=outcome.language,
        themes=tuple(map(line, one.themes)),
        address=find_address_to_cite(one),
        identifier=outcome.identifier,
        doi=outcome.doi,
        licence=outcome.licence,
    )


def make_id(one: ArchivedOutcome) -> str:
    """Give the key under which programs keep a citation: small letters, digits and hyphens; a rename keeps it."""
    return one.outcome.identifier.lower() or one.first_name.replace("/", "-")


def list_authors(authors: Iterable[Author]) -> tuple[CitedAuthor, ...]:
    """Give the authors of a record, each once: of a person who is not named, only the organisation is there."""
    line = make_bare_line
    cited = (CitedAuthor(name=line(one.name), organisation=line(one.organisation)) for one in authors)
    return tuple(dict.fromkeys(cited))


def find_publisher(register: Register) -> str:
    """Give who answers for the site, else its name."""
    site = register.settings.site
    return make_bare_line(site.managed_by) or make_bare_line(site.name)


def find_address_to_cite(one: ArchivedOutcome) -> str:
    """Give the lasting address; an outcome that has no number yet (rule O010) is cited by its page."""
    return one.lasting_address if one.outcome.doi or one.outcome.identifier else one.address
