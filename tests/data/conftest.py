"""The example register with its history, and its calendar feeds."""

import pytest

from scm_site.pipeline import Assessed, assess
from tests.data.calendar_reader import EXAMPLE_DAY, make_feeds
from tests.example_history import make_history


@pytest.fixture(scope="package")
def example(tmp_path_factory: pytest.TempPathFactory) -> Assessed:
    root = tmp_path_factory.mktemp("calendars") / "register"
    make_history(root)
    return assess(root, as_of=EXAMPLE_DAY)


@pytest.fixture(scope="package")
def feeds(example: Assessed) -> dict[str, bytes]:
    return make_feeds(example)
