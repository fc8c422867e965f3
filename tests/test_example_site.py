"""The whole site of the first groups, compared with the files of tests/expected_site; commits and checksums by name."""

import difflib
import hashlib
import json
import re
from pathlib import Path

import pytest

from scm_site.demo.repository import Repository
from scm_site.pages.frame.former_pages import FORMER_KINDS
from scm_site.reading import KINDS
from scm_site.rules import RULES
from tests.expected_site_writer import EXPECTED, OF_CODE, export_example, make_quiet_site, read_files
from tests.made_once import make_once

BLESS = "If the new site is right, accept it with: make bless PATHS=tests/expected_site"
#: What is told of one file that differs.
LINES = 12


@pytest.fixture(scope="module")
def exported(example_history: Path) -> Path:
    return make_once("exported", lambda folder: export_example(example_history, folder))


@pytest.fixture(scope="module")
def made(example_history: Path, exported: Path) -> dict[str, bytes]:
    return make_quiet_site(example_history, exported)


def test_the_site_is_as_expected(made: dict[str, bytes]) -> None:
    wanted = read_files(EXPECTED)
    names = sorted(name for name in {*made, *wanted} if made.get(name) != wanted.get(name))
    told = [tell_difference(name, wanted.get(name, b""), made.get(name, b"")) for name in names]
    assert not told, "\n".join([*told, BLESS])


def tell_difference(name: str, wanted: bytes, made: bytes) -> str:
    """Give the first lines in which a file is not as it must be."""
    before, after = (side.decode("utf-8", "backslashreplace").splitlines() for side in (wanted, made))
    lines = difflib.unified_diff(before, after, name, name, n=0, lineterm="")
    return "\n".join(list(lines)[:LINES])


def test_the_commits_and_checksums_of_the_site_are_real(exported: Path, example_history: Path) -> None:
    """Expected files name them, so that one record with other contents changes no other line; here they are whole."""
    commits = Repository(example_history).git("log", "--first-parent", "--format=%H").split()
    told = json.loads((exported / "api/v1/approvals.json").read_text(encoding="utf-8"))
    assert told["commit"] == commits[0]
    assert [change["commit"] for change in told["changes"]] == commits
    log = (exported / "groups/warm-homes/log/index.md").read_text(encoding="utf-8")
    anchors = re.findall('id="change-([^"]+)"', log)
    assert anchors
    assert {len(anchor) for anchor in anchors} == {12}
    assert set(anchors) <= {commit[:12] for commit in commits}
    catalogue = (exported / "api/v1/catalogue.ttl").read_text(encoding="utf-8")
    groups = (exported / "api/v1/groups.csv").read_bytes()
    assert hashlib.sha256(groups).hexdigest() in catalogue
    assert f'dcat:byteSize "{len(groups)}"' in catalogue


def test_no_expected_file_names_a_commit_by_its_digits(example_history: Path) -> None:
    commits = Repository(example_history).git("log", "--all", "--format=%H").split()
    starts = re.compile("|".join(commit[:7] for commit in commits).encode())
    assert [name for name, content in read_files(EXPECTED).items() if starts.search(content)] == []


def test_a_page_is_written_so_that_another_generator_can_publish_it(made: dict[str, bytes]) -> None:
    for name in (name for name in made if name.endswith(".md")):
        text = made[name].decode()
        assert text.startswith('---\ntitle: "'), name
        assert "\r" not in text, name
        assert "Last changed" not in text, name


def test_the_pages_that_tell_of_the_code_are_there(exported: Path) -> None:
    for folder, names in {"rules": list(RULES), "fields": list(KINDS), "templates": list(KINDS)}.items():
        pages = {path.parent.name for path in (exported / folder).glob("*/index.md")}
        assert pages == set(names), folder
    for folder in OF_CODE[:-1]:
        assert (exported / folder / "index.md").is_file()
    schemas = {path.name for path in (exported / "schemas").iterdir()}
    former = {f"{kind.name}.schema.json" for kind in FORMER_KINDS}
    assert schemas - former == {f"{kind}.schema.json" for kind in (*KINDS, "shared")}
