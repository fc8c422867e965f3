"""A name that is withheld is withheld in every file: each name field holds a name of its own, then none is left.

The first commit of the register names everybody; the second withholds every name by the means that the page on removing
names tells of. So the history still has them all, and nothing that is made from it may give one away.
"""

import re
import shutil
from collections.abc import Sequence
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from scm_site.approval.pull_requests import read_pull_requests
from scm_site.demo.play import RECORDS
from scm_site.demo.repository import Repository
from scm_site.pipeline import build
from tests.built_sites import EXAMPLE, EXAMPLE_DAY, has_git
from tests.data.open_data.public_data import make_files, make_source

#: Records in which somebody can be named.
PLACES = (
    "board.yml",
    "secretariat.yml",
    "proposals/*.md",
    "groups/*/launch.md",
    "groups/*/outcomes/*/outcome.md",
)
NAME_FIELD = re.compile(r"^( *(?:- )?)name: \S.*$", re.MULTILINE)
ACCOUNT = re.compile(r"^ +account: .*\n", re.MULTILINE)
UNIQUE = "Unheardof"


def list_records(folder: Path) -> list[Path]:
    return sorted(path for place in PLACES for path in (folder / "content").glob(place))


def name_everybody(folder: Path, names: Sequence[str] = (UNIQUE,)) -> int:
    """Give every name field a name of its own, one of `names` with a number, and count them."""
    numbers = count(1)
    for path in list_records(folder):
        text = path.read_text(encoding="utf-8")
        named = NAME_FIELD.sub(lambda found: f"{found[1]}name: {make_name(names, next(numbers))}", text)
        path.write_text(named, encoding="utf-8")
    return next(numbers) - 1


def make_name(names: Sequence[str], number: int) -> str:
    """Give a name of its own."""
    return f"{names[number % len(names)]}{number:03} Example"


def withhold_everybody(folder: Path) -> None:
    """Withhold every name: in a list of authors the entry's name goes, elsewhere something stands in its place."""
    for path in list_records(folder):
        text = path.read_text(encoding="utf-8")
        if path.name == "outcome.md":
            text = re.sub(r"^( *- )name: \S.*\n +", r"\1", text, flags=re.MULTILINE)
        else:
            text = ACCOUNT.sub("", NAME_FIELD.sub(r"\1name_withheld: true", text))
        path.write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("withheld") / "register"
    repository = Repository(folder)
    shutil.copytree(EXAMPLE, folder / "content")
    assert name_everybody(folder) > 20
    repository.change("2025-01-02T12:00:00Z", {}, subject=f"{UNIQUE} everything")
    return folder


def make_everything(folder: Path) -> dict[str, bytes]:
    """Give every file of public data, every page and every other file of the site."""
    files = make_files(make_source(folder, EXAMPLE_DAY))
    records = read_pull_requests(folder / RECORDS) if (folder / RECORDS).exists() else None
    site = build(
        folder, as_of=date.fromisoformat(EXAMPLE_DAY), records=records, with_history=has_git(folder)
    ).site
    assert site is not None
    pages = {f"{page.address}index.html": page.html.encode() for page in site.pages}
    heads = {f"{page.address}#head": repr(page.head).encode() for page in site.pages}
    return {**files, **{asset.path: asset.content for asset in site.assets}, **pages, **heads}


def find_named(files: dict[str, bytes]) -> list[str]:
    return [name for name, content in files.items() if UNIQUE.casefold().encode() in content.lower()]


def test_names_are_given_where_they_may_be_and_nowhere_once_they_are_withheld(register: Path) -> None:
    before = find_named(make_everything(register))
    named = ("api/v1/groups.json", "api/v1/groups.csv", "api/v1/outcomes.json", "api/v1/outcomes.csv")
    assert set(named) <= set(before)
    withhold_everybody(register)
    Repository(register).change("2025-01-03T12:00:00Z", {}, subject="Names are withheld")
    after = make_everything(register)
    assert find_named(after) == []
    assert b"name withheld" in after["api/v1/groups.json"]


@pytest.mark.parametrize("name", ["events", "themes", "proposals", "index", "openapi"])
def test_these_never_name_anybody(register: Path, name: str) -> None:
    assert f"api/v1/{name}.json" not in find_named(make_files(make_source(register, EXAMPLE_DAY)))
