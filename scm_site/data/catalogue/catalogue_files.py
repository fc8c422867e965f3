"""The catalogue as files: the same things as JSON-LD and as Turtle."""

from collections.abc import Iterator, Mapping

from scm_site.data.catalogue.catalogue_node import make_catalogue, make_people
from scm_site.data.catalogue.dataset_nodes import make_dataset_nodes
from scm_site.data.catalogue.descriptions import describe_things
from scm_site.data.catalogue.graph import Node
from scm_site.data.catalogue.json_ld import render_json_ld
from scm_site.data.catalogue.outcome_nodes import make_outcome_nodes
from scm_site.data.catalogue.turtle import render_turtle
from scm_site.data.open_data.datasets import list_datasets
from scm_site.data.open_data.index import CATALOGUE_JSON_LD, CATALOGUE_TURTLE
from scm_site.data.open_data.source import Source


def make_catalogue_files(source: Source, files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Give both files, each with its path below the site's root.

    `files` are those of public data by their paths, so that the catalogue tells their sizes and checksums.
    """
    nodes = list_nodes(source, files)
    yield CATALOGUE_JSON_LD, render_json_ld(nodes).encode()
    yield CATALOGUE_TURTLE, render_turtle(nodes).encode()


def list_nodes(source: Source, files: Mapping[str, bytes]) -> list[Node]:
    """Give everything that the catalogue tells of, the catalogue first."""
    listed = [
        node for dataset in list_datasets(source) for node in make_dataset_nodes(dataset, source, files)
    ]
    listed += [node for one in source.archive.published for node in make_outcome_nodes(one, source)]
    datasets = [node.iri for node in listed if "dcat:Dataset" in node.types]
    told = [make_catalogue(source, datasets), *make_people(source), *listed]
    return [*told, *describe_things(told)]
