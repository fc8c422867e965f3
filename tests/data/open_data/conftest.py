"""Public data of a made-up register that is larger than the example."""

import pytest

from bench.synthetic_register import AS_OF, write_register
from tests.data.open_data.public_data import make_files, make_source


@pytest.fixture(scope="package")
def larger_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    root = tmp_path_factory.mktemp("larger")
    write_register(root, 24)
    return make_files(make_source(root, AS_OF.isoformat()))
