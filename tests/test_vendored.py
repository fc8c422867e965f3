"""Code of others that lies here is what they published, byte for byte."""

import hashlib
import re
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "scm_site/mkdocs_plugin/theme/assets/json-schema"
LISTED = re.compile(r"^\| `([^`]+)` \| `([0-9a-f]{64})` \|$", re.MULTILINE)


def test_the_validator_of_the_forms_is_as_it_was_published() -> None:
    listed = dict(LISTED.findall((FOLDER / "README.md").read_text(encoding="utf-8")))
    there = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in FOLDER.glob("*.js")}
    assert there == listed
