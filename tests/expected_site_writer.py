"""The site that the example register must give, as files beside the tests.

Left out are the pages that tell of the code and of nothing in the register (rules, fields, templates, clauses,
schemas, forms): their texts stand in the code already, and each new rule would change them. `test_links.py` and
`test_docs_match_code.py` look at those.
"""

import re
import shutil
from datetime import date
from pathlib import Path

from scm_site.approval.pull_requests import read_pull_requests
from scm_site.demo.play import RECORDS
from scm_site.pages.export import export_site
from scm_site.pipeline import build
from tests.built_sites import EXAMPLE_DAY, TESTS
from tests.first_groups import make_first_history

EXPECTED = TESTS / "expected_site"

#: Folders of the site that depend on the code alone.
OF_CODE = ("rules", "fields", "templates", "clauses", "duties", "schemas")
FORM = re.compile(r"(file/[a-z-]+|propose/form)/index\.md")


def export_example(folder: Path) -> Path:
    """Write the site of the example register with its history; give the folder it is in."""
    root = make_first_history(folder / "register").folder
    records = read_pull_requests(root / RECORDS)
    built = build(root, as_of=date.fromisoformat(EXAMPLE_DAY), records=records)
    assert built.site is not None, built.findings
    export_site(built.site, folder / "site")
    return folder / "site"


def read_files(folder: Path) -> dict[str, bytes]:
    """Give every file of a folder that depends on the register, by its path."""
    found = {path.relative_to(folder): path for path in sorted(folder.rglob("*")) if path.is_file()}
    return {
        name.as_posix(): path.read_bytes()
        for name, path in found.items()
        if name.parts[0] not in OF_CODE and not FORM.fullmatch(name.as_posix())
    }


def write_expected_site(folder: Path) -> None:
    """Accept what the code gives now; `folder` is an empty one to work in."""
    files = read_files(export_example(folder))
    shutil.rmtree(EXPECTED, ignore_errors=True)
    for name, content in files.items():
        path = EXPECTED / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
