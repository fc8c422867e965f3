"""A published outcome that has files of data, as a dataset of its own (DCAT-AP 3, Dataset)."""

from collections.abc import Iterator
from hashlib import sha256

from scm_site.data.archive.archive import ArchivedOutcome
from scm_site.data.archive.files import ArchivedFile
from scm_site.data.catalogue.catalogue_node import PUBLISHER, find_contact, name_thing, write_day
from scm_site.data.catalogue.distributions import Download, make_distribution
from scm_site.data.catalogue.graph import Literal, Node, make_node, make_ref
from scm_site.data.catalogue.vocabulary import make_english, make_entry, make_language
from scm_site.data.open_data.source import Source
from scm_site.reading.media_types import MEDIA_TYPES

#: The files that hold data and not a text or a picture.
DATA_TYPES = tuple(MEDIA_TYPES[end] for end in (".csv", ".xlsx", ".ods", ".zip"))
SUBJECTS = ("REGI", "ENVI")


def list_data_files(one: ArchivedOutcome) -> list[ArchivedFile]:
    """Give the files of an outcome that hold data."""
    return [file for file in one.files if file.type in DATA_TYPES]


def name_outcome(one: ArchivedOutcome) -> str:
    """Give the address of an outcome's data as a thing; it stays when the outcome is renamed."""
    folder = one.short_folder if one.outcome.identifier else one.folder
    return f"{one.site}{folder}#data"


def make_outcome_nodes(one: ArchivedOutcome, source: Source) -> Iterator[Node]:
    """Give an outcome as a dataset, and its files of data; nothing where it has none."""
    downloads = [make_download(file, one) for file in list_data_files(one)]
    if not downloads:
        return
    outcome, iri = one.outcome, name_outcome(one)
    yield make_node(
        ["dcat:Dataset"],
        [
            ("dct:title", (write_words(each.record.title, each.code) for each in one.languages)),
            ("dct:description", (write_words(each.record.summary, each.code) for each in one.languages)),
            ("dcat:keyword", map(make_english, one.themes)),
            ("dcat:theme", (make_entry("data-theme", code) for code in SUBJECTS)),
            ("dcat:contactPoint", find_contact(source)),
            ("dct:publisher", make_ref(name_thing(source, PUBLISHER))),
            ("dct:creator", map(make_organisation, one.organisations)),
            ("dct:accessRights", make_entry("access-right", "PUBLIC")),
            ("dct:language", make_language(outcome.language)),
            ("dct:identifier", Literal(text=outcome.identifier or iri)),
            ("dct:issued", write_day(one.published)),
            ("dct:modified", write_day(one.issued)),
            ("dcat:version", Literal(text=outcome.version)),
            ("dcat:landingPage", make_ref(one.address)),
            ("dcat:distribution", (make_ref(download.iri) for download in downloads)),
        ],
        iri,
    )
    yield from map(make_distribution, downloads)


def write_words(text: str, language: str) -> Literal:
    """Give a text in the language that it is in."""
    return Literal(text=text, language=language)


def make_organisation(name: str) -> Node:
    """Give an organisation that made an outcome; people are named on its page only."""
    return make_node(["foaf:Agent"], [("foaf:name", Literal(text=name))])


def make_download(file: ArchivedFile, one: ArchivedOutcome) -> Download:
    """Give a file of an outcome; one that is elsewhere is named by its address."""
    address = one.find_file(file)
    name = file.name or sha256(address.encode()).hexdigest()[:12]
    return Download(
        iri=f"{name_outcome(one)}-{name}",
        title=write_words(file.title, file.language or one.outcome.language),
        description=make_english(
            f"{file.type.name if file.type else 'File'} of the outcome {one.outcome.title}"
        ),
        address=address,
        media_type=file.type.id if file.type else "",
        licence=one.outcome.licence,
        language=file.language or one.outcome.language,
        size=file.size,
        sha256=file.sha256,
        modified=write_day(one.issued),
    )
