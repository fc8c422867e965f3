"""Code of others that lies here is what they published, byte for byte."""

import hashlib
import re
from pathlib import Path

import pytest

SITE = Path(__file__).parent.parent / "scm_site"
ASSETS = "mkdocs_plugin/theme/assets"
LISTED = re.compile(r"^\| `([^`]+)` \| `([0-9a-f]{64})` \|$", re.MULTILINE)


@pytest.mark.parametrize(
    ("name", "files"),
    [
        (f"{ASSETS}/json-schema", "*.js"),
        (f"{ASSETS}/markdown-it", "*.js"),
        ("reading/unicode_security", "*.txt"),
    ],
)
def test_what_others_made_is_as_it_was_published(name: str, files: str) -> None:
    folder = SITE / name
    listed = dict(LISTED.findall((folder / "README.md").read_text(encoding="utf-8")))
    there = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob(files)}
    assert there
    assert there == listed
