"""What the catalogue tells: every dataset with its files, and each outcome that has data."""

from hashlib import sha256

from rdflib import DCTERMS, RDF, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic

from scm_site.data.archive.archive import ArchivedOutcome
from scm_site.data.catalogue import vocabulary
from scm_site.data.open_data.datasets import DATASETS
from scm_site.data.open_data.source import Source
from tests.data.open_data.public_data import SITE
from tests.records.broken_fields import LANGUAGES

Files = dict[str, bytes]
DCAT = Namespace("http://www.w3.org/ns/dcat#")
CHECKSUM = URIRef("http://spdx.org/rdf/terms#checksum")
CHECKSUM_VALUE = URIRef("http://spdx.org/rdf/terms#checksumValue")
DATA_ENDS = (".csv", ".xlsx", ".ods", ".zip")


def has_data(one: ArchivedOutcome) -> bool:
    return any((file.name or file.address).endswith(DATA_ENDS) for file in one.files)


def test_both_files_say_the_same(files: Files, graph: Graph) -> None:
    json_ld = Graph().parse(data=files["api/v1/catalogue.jsonld"], format="json-ld")
    assert len(graph) > 500
    assert isomorphic(graph, json_ld)


def test_every_dataset_is_in_it(graph: Graph) -> None:
    catalogue = URIRef(f"{SITE}data/#catalogue")
    listed = set(graph.objects(catalogue, DCAT.dataset))
    assert {URIRef(f"{SITE}data/#{dataset.name}") for dataset in DATASETS} <= listed
    assert listed == set(graph.subjects(RDF.type, DCAT.Dataset))


def test_each_outcome_with_data_is_a_dataset(graph: Graph, source: Source) -> None:
    expected = {
        URIRef(f"{SITE}outcomes/{one.outcome.identifier}/#data")
        for one in source.archive.published
        if has_data(one)
    }
    found = {one for one in graph.subjects(RDF.type, DCAT.Dataset) if "/outcomes/" in str(one)}
    assert found == expected
    assert len(found) > 2


def test_nothing_of_a_withdrawn_outcome_is_in_it(files: Files, source: Source) -> None:
    assert source.archive.withdrawn
    for one in source.archive.withdrawn:
        assert one.outcome.identifier.encode() + b"/" not in files["api/v1/catalogue.ttl"]


def test_sizes_and_checksums_are_those_of_the_files(files: Files, graph: Graph) -> None:
    checked = 0
    for distribution in graph.subjects(RDF.type, DCAT.Distribution):
        path = str(graph.value(distribution, DCAT.downloadURL)).removeprefix(SITE)
        if path not in files:
            continue
        size, checksum = graph.value(distribution, DCAT.byteSize), graph.value(distribution, CHECKSUM)
        assert isinstance(size, Literal)
        assert size.toPython() == len(files[path])
        assert str(graph.value(checksum, CHECKSUM_VALUE)) == sha256(files[path]).hexdigest()
        checked += 1
    assert checked == 2 * len(DATASETS) - 1


def test_titles_are_in_the_language_that_they_are_in(graph: Graph, source: Source) -> None:
    guide = URIRef(f"{SITE}outcomes/SCM-2025-002/#data")
    languages = {
        title.language for title in graph.objects(guide, DCTERMS.title) if isinstance(title, Literal)
    }
    (one,) = [one for one in source.archive.published if one.outcome.identifier == "SCM-2025-002"]
    assert languages == {language.code for language in one.languages}


def test_a_renamed_outcome_keeps_its_name_in_the_catalogue(graph: Graph) -> None:
    names = {str(one) for one in graph.subjects(RDF.type, DCAT.Distribution)}
    assert f"{SITE}outcomes/SCM-2025-002/#data-street-costs.csv" in names


def test_every_language_of_a_record_has_its_code_in_the_list_of_the_eu() -> None:
    assert vocabulary.LANGUAGES.keys() == set(LANGUAGES), "add it to scm_site/data/catalogue/vocabulary.py"
