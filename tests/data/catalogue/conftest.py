"""The catalogue of both registers, as somebody else's reader understands it."""

import pytest
from rdflib import Graph


@pytest.fixture(scope="package")
def graph(files: dict[str, bytes]) -> Graph:
    return read_catalogue(files)


@pytest.fixture(scope="package")
def real_graph(real_files: dict[str, bytes]) -> Graph:
    return read_catalogue(real_files)


def read_catalogue(files: dict[str, bytes]) -> Graph:
    """Read the catalogue among the files of public data."""
    return Graph().parse(data=files["api/v1/catalogue.ttl"], format="turtle")
