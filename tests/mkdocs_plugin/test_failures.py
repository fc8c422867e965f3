"""What stops a build is told in one line, by MkDocs and by ProperDocs, and the last site stays as it was."""

import gzip
import os
import shutil
from datetime import date, datetime
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from scm_site.cli.export import WRITTEN_PAGES, read_written_pages
from scm_site.mkdocs_plugin.failures import refuse_unreadable
from scm_site.mkdocs_plugin.site_page import write_update
from scm_site.pages.frame.page import Page, Site
from tests.mkdocs_plugin.sample_register import build_site, make_register, run_generator
from tests.output.faults import read_tree

PAGES = Path("docs/pages")

EACH_GENERATOR = pytest.mark.parametrize(
    "generator",
    ["mkdocs", pytest.param("properdocs", marks=pytest.mark.slow("asks the fork of MkDocs as well"))],
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a register whose site was built; what a test changes there, it takes back."""
    folder = make_register(tmp_path_factory.mktemp("built") / "register")
    build_site(folder)
    (folder / "site/.htaccess").write_text("mine", encoding="utf-8")
    return folder


def fail_to_build(folder: Path, *arguments: str, generator: str = "mkdocs", **variables: str) -> list[str]:
    """Build in vain; give what was said, after making sure that nothing has changed."""
    before = read_tree(folder / "site")
    done = run_generator(folder, "build", *arguments, generator=generator, **variables)
    assert done.returncode == 1, done.stdout
    assert "Traceback" not in done.stdout
    assert read_tree(folder / "site") == before
    assert not list(folder.glob(".site.next-*"))
    return done.stdout.splitlines()


@EACH_GENERATOR
def test_files_that_cannot_be_read_are_listed_all_at_once(built: Path, generator: str) -> None:
    pages = built / PAGES
    (pages / "latin.md").write_bytes(b"# Caf\n\nCaf\xe9\n")
    (pages / "gone.md").symlink_to("nowhere.md")
    (pages / "loop.png").symlink_to("loop.png")
    os.mkfifo(pages / "pipe.md")
    (pages / os.fsdecode(b"caf\xe9.md")).write_text("# Caf", encoding="utf-8")
    folder = pages / os.fsdecode(b"d\xe9p\xf4t")
    folder.mkdir()
    (folder / "page.md").write_text("# Page", encoding="utf-8")
    try:
        told = fail_to_build(built, "--quiet", generator=generator)
    finally:
        for name in ("latin.md", "gone.md", "loop.png", "pipe.md", os.fsdecode(b"caf\xe9.md")):
            (pages / name).unlink()
        shutil.rmtree(folder)
    nothing = "there is no file to read (a link to nowhere, or something else than a file)"
    assert sorted(line.removeprefix("Error: ") for line in told[-6:]) == [
        f"{PAGES}/caf\\udce9.md: the name of the file is not UTF-8 text; give it another one",
        f"{PAGES}/d\\udce9p\\udcf4t/page.md: the name of the file is not UTF-8 text; give it another one",
        f"{PAGES}/gone.md: {nothing}",
        f"{PAGES}/latin.md:3: is not UTF-8 text; save the file as UTF-8",
        f"{PAGES}/loop.png: {nothing}",
        f"{PAGES}/pipe.md: {nothing}",
    ]


@EACH_GENERATOR
def test_a_strict_build_with_warnings_is_not_published(built: Path, generator: str) -> None:
    page = built / PAGES / "more.md"
    page.write_text("# More\n\n[Nowhere](nowhere.md)\n", encoding="utf-8")
    try:
        told = fail_to_build(built, "--strict", generator=generator)
    finally:
        page.unlink()
    assert any("nowhere.md" in line for line in told)


@pytest.mark.parametrize("wrong", ["soon", "", "1e9", "99999999999999999999"])
def test_a_wrong_time_of_the_source_is_one_line(built: Path, wrong: str) -> None:
    assert fail_to_build(built, "--quiet", SOURCE_DATE_EPOCH=wrong)[-1] == (
        f"Error: SOURCE_DATE_EPOCH is `{wrong}`; it must be a number of seconds since 1970, such as 1764000000"
    )


def test_a_fault_of_the_program_is_one_line_that_says_how_to_see_more(built: Path) -> None:
    settings = built / "mkdocs.yml"
    before = settings.read_bytes()
    (built / "hooks.py").write_text("def on_env(env, config, files):\n    return 1 / 0\n", encoding="utf-8")
    settings.write_bytes(before + b"\nhooks:\n  - hooks.py\n")
    try:
        told = fail_to_build(built, "--quiet")
    finally:
        settings.write_bytes(before)
    assert told[-1] == (
        f"Error: ZeroDivisionError: division by zero; {built / 'site'} stays as it was; "
        "`mkdocs build --verbose` tells where in the program"
    )


def test_a_place_that_cannot_be_written_is_one_line(built: Path) -> None:
    place = built / "mkdocs.yml/site"
    told = fail_to_build(built, "--quiet", "--site-dir", str(place))
    assert told[-1].startswith(f"Error: {place.parent}: ")
    assert told[-1].endswith(f"; {place} was not made")


@pytest.mark.parametrize("place", ["content", "content/site", "schemas", ".git"])
def test_a_site_does_not_take_the_place_of_what_it_is_made_from(built: Path, place: str) -> None:
    told = fail_to_build(built, "--quiet", "--site-dir", place)
    assert told[-1] == (
        f"Error: a site in {built / place} would replace `{place.partition('/')[0]}`, which it is made from; "
        "name another folder"
    )


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_a_folder_that_cannot_be_listed_is_no_empty_one(as_ordinary_user: Path) -> None:
    """Its pages would be missing from the site, and from an export, without a word."""
    pages = as_ordinary_user / WRITTEN_PAGES
    (pages / "guides").mkdir(parents=True)
    (pages / "guides").chmod(0)
    config = MkDocsConfig(config_file_path=str(as_ordinary_user / "mkdocs.yml"))
    config.docs_dir = str(pages)
    with pytest.raises(PluginError, match=f"^{WRITTEN_PAGES}/guides: Permission denied$"):
        refuse_unreadable(Files([]), config)
    with pytest.raises(PermissionError):
        read_written_pages(as_ordinary_user)


def test_what_mkdocs_neither_reads_nor_wrote_is_left_alone(built: Path) -> None:
    (built / PAGES / ".draft.md").write_bytes(b"\xe9")
    build_site(built)
    assert (built / "site/.htaccess").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_any_day_of_the_calendar_builds(built: Path, day: str) -> None:
    site = build_site(built, SCM_AS_OF=day)
    assert gzip.decompress(site["sitemap.xml.gz"]) == site["sitemap.xml"]
    assert f'<time datetime="{day}">'.encode() in site["index.html"]


@pytest.mark.parametrize(
    ("day", "stated"), [(date.min, "1970-01-01"), (date(2024, 2, 29), "2024-02-29"), (date.max, "2106-02-07")]
)
def test_the_date_of_a_page_fits_the_head_of_a_gzip_file(day: date, stated: str) -> None:
    page = Page(address="", title="A title", html="", record="content/a.md", changed=day)
    assert write_update(page, Site(name="A name", pages=(page,), as_of=day)) == stated
    gzip.compress(b"", mtime=int(datetime.fromisoformat(f"{stated}T00:00:00+00:00").timestamp()))
