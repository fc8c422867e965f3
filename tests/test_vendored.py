"""Code of others that lies here is what they published, byte for byte."""

import hashlib
import re
from pathlib import Path

import pytest

ASSETS = Path(__file__).parent.parent / "scm_site/mkdocs_plugin/theme/assets"
LISTED = re.compile(r"^\| `([^`]+)` \| `([0-9a-f]{64})` \|$", re.MULTILINE)


@pytest.mark.parametrize("name", ["json-schema", "markdown-it"])
def test_what_the_forms_use_is_as_it_was_published(name: str) -> None:
    folder = ASSETS / name
    listed = dict(LISTED.findall((folder / "README.md").read_text(encoding="utf-8")))
    there = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.js")}
    assert there
    assert there == listed
