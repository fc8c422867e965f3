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
from scm_site.pages.frame.exported_files import export_site
from scm_site.pipeline import build
from tests.built_sites import EXAMPLE_DAY, TESTS
from tests.quiet_output import quieten_files

EXPECTED = TESTS / "expected_site"

#: Folders of the site that depend on the code alone.
OF_CODE = ("rules", "fields", "templates", "clauses", "duties", "schemas")
FORM = re.compile(r"(file/[a-z-]+|propose/form)/index\.md")


def export_example(root: Path, folder: Path) -> None:
    """Write the site of the first groups, whose repository is at `root`, to a folder."""
    records = read_pull_requests(root / RECORDS)
    built = build(root, as_of=date.fromisoformat(EXAMPLE_DAY), records=records)
    assert built.site is not None, built.findings
    export_site(built.site, folder)


def read_files(folder: Path) -> dict[str, bytes]:
    """Give every file of a folder by its path."""
    found = {path.relative_to(folder): path for path in sorted(folder.rglob("*")) if path.is_file()}
    return {name.as_posix(): path.read_bytes() for name, path in found.items()}


def is_of_register(name: str) -> bool:
    """Tell whether a file of the site depends on the register."""
    return name.partition("/")[0] not in OF_CODE and not FORM.fullmatch(name)


def make_quiet_site(root: Path, site: Path) -> dict[str, bytes]:
    """Give what the expected site must hold: the files of an exported site that depend on its register."""
    files = quieten_files(read_files(site), root)
    return {name: content for name, content in files.items() if is_of_register(name)}


def write_expected_site(root: Path, folder: Path) -> None:
    """Accept what the code gives now for the first groups below `root`; `folder` is an empty one to work in."""
    export_example(root, folder / "site")
    files = make_quiet_site(root, folder / "site")
    shutil.rmtree(EXPECTED, ignore_errors=True)
    for name, content in files.items():
        path = EXPECTED / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
