"""The same commit gives the same bytes, wherever and whenever it is built; without history nothing is guessed."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from scm_site.demo.play import RECORDS
from scm_site.demo.repository import Repository
from tests.built_sites import EXAMPLE, EXAMPLE_DAY, BuiltSite, build_site, make_project

FIRST, SECOND, THIRD = "2026-03-03T23:30:00Z", "2026-04-05T12:00:00Z", "2026-05-06T00:00:00Z"
#: Changed by the second and by the third commit; everything else came with the first.
CHANGED, CHANGED_LAST = "repair-cafes", "quiet-streets"
#: Put first on Python's path, this makes a build believe that another year has come.
LATER = "import time\nnow = time.time\ntime.time = lambda: now() + 40_000_000\n"


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a repository with three commits."""
    folder = tmp_path_factory.mktemp("origin") / "register"
    repository = Repository(folder)
    make_project(folder, EXAMPLE)
    repository.change(FIRST, {})
    for day, group in ((SECOND, CHANGED), (THIRD, CHANGED_LAST)):
        path = f"content/groups/{group}/launch.md"
        text = (folder / path).read_text(encoding="utf-8")
        repository.change(day, {path: text + "\nThe group met at a fair, too.\n"})
    return folder


@pytest.fixture(scope="module")
def built(origin: Path, tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    return build_site(clone(origin, tmp_path_factory.mktemp("one") / "register"), EXAMPLE_DAY)


def clone(origin: Path, folder: Path, *options: str) -> Path:
    command = ["git", "clone", "--quiet", *options, origin.as_uri(), str(folder)]
    subprocess.run(command, check=True, capture_output=True)
    return folder


def list_differences(one: BuiltSite, other: BuiltSite) -> list[str]:
    names = sorted(one.files.keys() | other.files.keys())
    return [name for name in names if one.files.get(name) != other.files.get(name)]


def list_names(site: BuiltSite) -> list[str]:
    """Give every file but the pages of the event log for one month: without history less is known to have happened."""
    return sorted(name for name in site.files if not re.match("log/[0-9]{4}-[0-9]{2}/", name))


def find_dates(site: BuiltSite) -> dict[str, str]:
    """Give the day of the last change that each page states, by the page's address."""
    pattern = r'Last changed on <time datetime="([0-9-]+)">'
    found = {name: re.search(pattern, site.files[name].decode()) for name in site.page_names}
    return {name.removesuffix("index.html"): match[1] for name, match in found.items() if match}


def test_the_site_says_what_git_knows(built: BuiltSite, origin: Path) -> None:
    dates = find_dates(built)
    assert dates["groups/warm-homes/"] == "2026-03-03"
    assert dates[f"groups/{CHANGED}/"] == "2026-04-05"
    assert dates[f"groups/{CHANGED_LAST}/"] == "2026-05-06"
    assert find_sitemap_dates(built, "groups/warm-homes/") == ["2026-03-03"]
    head = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=origin, capture_output=True, text=True, check=True
    ).stdout
    assert f"from commit <code>{head[:10]}</code>".encode() in built.files["index.html"]


def test_another_folder_time_and_environment_give_the_same_bytes(
    example_site: BuiltSite, tmp_path: Path
) -> None:
    """Every file of the site of the example with its history, public data, feeds and calendars among them."""
    project = example_site.folder.parent
    late = tmp_path / "late"
    late.mkdir()
    (late / "sitecustomize.py").write_text(LATER, encoding="utf-8")
    umask = "umask 077; exec git clone --quiet "  # by its path: with the last commits of squashed branches
    folder = tmp_path / "a folder" / "mit Umläuten é"
    subprocess.run(["sh", "-c", umask + '"$1" "$2"', "sh", str(project), str(folder)], check=True)
    for name in ("mkdocs.yml", RECORDS):
        shutil.copy(project / name, folder)
    shutil.copytree(project / "docs", folder / "docs")
    other = build_site(
        folder,
        EXAMPLE_DAY,
        TZ="Pacific/Kiritimati",
        LC_ALL="C",
        LANG="tr_TR.UTF-8",
        PYTHONHASHSEED="4711",
        PYTHONPATH=str(late),
        SOURCE_DATE_EPOCH="1",
    )
    assert list_differences(example_site, other) == []
    assert {
        "sitemap.xml.gz",
        "api/v1/standings.json",
        "calendar/due.ics",
        "feeds/events.atom",
    } <= other.files.keys()


@pytest.mark.slow("builds the whole example once more, with the fork of MkDocs")
def test_properdocs_builds_the_same_site(built: BuiltSite, origin: Path, tmp_path: Path) -> None:
    other = build_site(clone(origin, tmp_path / "register"), EXAMPLE_DAY, "properdocs")
    assert list_differences(built, other) == []


def test_a_shallow_clone_leaves_unknown_dates_out(built: BuiltSite, origin: Path, tmp_path: Path) -> None:
    site = build_site(clone(origin, tmp_path / "register", "--depth=1"), EXAMPLE_DAY)
    assert find_dates(site) == {}
    assert b"from commit <code>" in site.files["index.html"]
    assert find_sitemap_dates(site, "groups/warm-homes/") == []
    assert list_names(site) == list_names(built)


@pytest.mark.slow("builds with a part of the history; with the whole and with none of it is always built")
def test_a_part_of_the_history_gives_a_part_of_the_dates(origin: Path, tmp_path: Path) -> None:
    site = build_site(clone(origin, tmp_path / "register", "--depth=2"), EXAMPLE_DAY)
    assert find_dates(site) == {f"groups/{CHANGED_LAST}/": "2026-05-06"}


def test_an_archive_without_git_builds_and_claims_nothing(
    built: BuiltSite, origin: Path, tmp_path: Path
) -> None:
    archive, folder = tmp_path / "register.zip", tmp_path / "register"
    subprocess.run(["git", "archive", f"--output={archive}", "HEAD"], cwd=origin, check=True)
    shutil.unpack_archive(archive, folder)
    site = build_site(folder, EXAMPLE_DAY)
    assert find_dates(site) == {}
    assert b"from commit" not in site.files["index.html"]
    assert find_sitemap_dates(site, "groups/warm-homes/") == []
    assert list_names(site) == list_names(built)


def find_sitemap_dates(site: BuiltSite, address: str) -> list[str]:
    """Give the date that the sitemap states for a page, if it does."""
    text = site.files["sitemap.xml"].decode()
    entry = next(part for part in text.split("<url>") if f"/{address}</loc>" in part)
    return re.findall(r"<lastmod>(.*?)</lastmod>", entry)
