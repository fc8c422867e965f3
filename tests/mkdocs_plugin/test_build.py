"""The sample site, built for real: strict, the same each time, by MkDocs and by ProperDocs."""

import gzip
import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import html5lib
import pytest

from tests.mkdocs_plugin.sample_register import build_site, make_register, run_generator
from tests.mkdocs_plugin.sample_site import HOSTILE

GROUP = "groups/deep-retrofitting/index.html"
POLICY = "Content-Security-Policy"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return build_site(make_register(tmp_path_factory.mktemp("one")))


def read_page(content: bytes) -> Any:
    return html5lib.parse(content, transport_encoding="utf-8", namespaceHTMLElements=False)


def list_pages(built: dict[str, bytes]) -> list[str]:
    return [name for name in built if name.endswith(".html")]


def test_every_page_and_file_is_there(built: dict[str, bytes]) -> None:
    assert {"index.html", "groups/index.html", GROUP, "how-it-works/index.html", "404.html"} <= set(built)
    assert built["data/groups.json"] == b"{}\n"


def test_only_what_the_site_needs_is_taken_from_material(built: dict[str, bytes]) -> None:
    ours = ("assets/forms/", "assets/json-schema/", "assets/markdown-it/")
    found = (name for name in built if name.startswith("assets/") and not name.startswith(ours))
    assert sorted(found) == [
        "assets/material.css",
        "assets/scm-approval.css",
        "assets/scm-archive.css",
        "assets/scm-archive.js",
        "assets/scm-compliance.css",
        "assets/scm-components.css",
        "assets/scm-filter.css",
        "assets/scm-fold.js",
        "assets/scm-form.css",
        "assets/scm-icon.svg",
        "assets/scm-print.css",
        "assets/scm-search-worker.js",
        "assets/scm-search.js",
        "assets/scm.css",
        "assets/scm.js",
        "assets/search-worker.js",
    ]


def test_the_same_content_gives_the_same_bytes(built: dict[str, bytes], tmp_path: Path) -> None:
    again = build_site(
        make_register(tmp_path / "another" / "folder"), PYTHONHASHSEED="7", TZ="Asia/Tokyo", LC_ALL="C.UTF-8"
    )
    assert again == built


@pytest.mark.slow("builds once more, with the fork of MkDocs")
def test_properdocs_builds_the_same_site(built: dict[str, bytes], tmp_path: Path) -> None:
    other = build_site(make_register(tmp_path / "site"), "properdocs")
    assert sorted(other) == sorted(built)
    assert [name for name in built if other[name] != built[name]] == []


def test_every_page_starts_with_the_policy_and_has_no_inline_script(built: dict[str, bytes]) -> None:
    for name in list_pages(built):
        page = read_page(built[name])
        first = page.find("head")[0]
        assert first.get("http-equiv") == POLICY, name
        assert "unsafe" not in first.get("content"), name
        assert [script.text for script in page.iter("script") if script.text] == [], name
        assert [tag for tag in page.iter() if any(key.startswith("on") for key in tag.attrib)] == [], name
        assert [tag.tag for tag in page.iter() if tag.get("style") or tag.tag == "style"] == [], name


def test_nothing_is_loaded_from_elsewhere(built: dict[str, bytes]) -> None:
    for name in list_pages(built):
        loaded = [
            tag.get("src") or tag.get("href")
            for tag in read_page(built[name]).iter()
            if tag.tag in ("script", "img", "iframe", "source")
            or (tag.tag == "link" and tag.get("rel") != "canonical")
        ]
        assert [address for address in loaded if re.match(r"[a-z]+:|//", address)] == [], name
    for name in (name for name in built if name.endswith((".css", ".js"))):
        assert not re.search(rb"(url\(|import|src=)\s*[\"']?(https?:)?//", built[name]), name


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_hostile_text_stays_text(built: dict[str, bytes], number: int) -> None:
    page = read_page(built[f"hostile-{number}/index.html"])
    text = HOSTILE[number]
    assert page.find("head/title").text == f"{text} – {text} – Focus and Discussion groups"
    assert page.find("head/meta[@name='description']").get("content") == text
    crumbs = page.find(".//nav[@aria-label='Breadcrumb']")
    assert ["".join(item.itertext()).strip() for item in crumbs.iter("li")] == ["Home", text, text]
    contents = page.find(".//nav[@aria-label='On this page']")
    assert "".join(next(contents.iter("a")).itertext()) == text
    assert sorted(tag.get("src") for tag in page.iter("script")) == [
        "../assets/scm-fold.js",
        "../assets/scm-search.js",
        "../assets/scm.js",
    ]
    assert list(page.iter("img")) == []


def test_hostile_text_is_escaped_in_the_search_index(built: dict[str, bytes]) -> None:
    index = json.loads(built["search/search_index.json"])
    for entry in index["docs"]:
        assert not re.search(r"<(script|img)", entry["title"] + entry["text"]), entry


def test_contributors_text_does_not_become_metadata(built: dict[str, bytes]) -> None:
    assert read_page(built["hostile-0/index.html"]).get("lang") == "fr"
    shell = read_page(built["hostile-0/index.html"]).find(".//header")
    assert shell.get("lang") == "en"
    assert read_page(built["hostile-1/index.html"]).get("lang") == "en"


def test_hand_written_pages_are_pages_like_the_others(built: dict[str, bytes]) -> None:
    page = read_page(built["how-it-works/index.html"])
    assert page.find("head/title").text == "How it works & why – Focus and Discussion groups"
    links = [tag.get("href") for tag in page.find(".//article").iter("a")]
    assert links == ["../groups/deep-retrofitting/#facts", "../groups/"]


def test_the_way_home_stands_on_every_page_but_the_home_page(built: dict[str, bytes]) -> None:
    crumbs = ".//nav[@aria-label='Breadcrumb']//li"
    words = ["".join(item.itertext()).strip() for item in read_page(built[GROUP]).findall(crumbs)]
    assert words == ["Home", "Groups", "Deep retrofitting"]
    assert read_page(built["index.html"]).findall(crumbs) == []


def test_a_record_has_its_edit_link_and_its_date(built: dict[str, bytes]) -> None:
    edit = read_page(built[GROUP]).find(".//a[@rel='edit']")
    assert edit.get("href") == (
        "https://forge.example/scm/register/edit/main/content/groups/deep-retrofitting/launch.md"
    )
    assert b"Last changed on" in built[GROUP]
    assert read_page(built["groups/index.html"]).find(".//a[@rel='edit']") is None


def test_the_sitemap_has_dates_of_the_content(built: dict[str, bytes]) -> None:
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    listed = {
        entry.findtext(f"{space}loc", "").strip(): entry.findtext(f"{space}lastmod")
        for entry in ElementTree.fromstring(built["sitemap.xml"])  # noqa: S314 - it is our own
    }
    home = "https://register.example/groups/"
    assert listed[f"{home}groups/deep-retrofitting/"] == "2026-05-01"
    assert listed[f"{home}how-it-works/"] == "2026-11-22"
    assert gzip.decompress(built["sitemap.xml.gz"]) == built["sitemap.xml"]


def test_the_page_for_what_is_not_there_links_from_any_depth(built: dict[str, bytes]) -> None:
    page = read_page(built["404.html"])
    addresses = [tag.get("href") for tag in page.iter("a")] + [tag.get("src") for tag in page.iter("script")]
    assert [at for at in addresses if not at.startswith(("/groups/", "#", "https://"))] == []


def test_two_files_at_one_address_stop_the_build(tmp_path: Path) -> None:
    folder = make_register(tmp_path / "site")
    (folder / "docs" / "pages" / "groups.md").write_text("# Groups\n", encoding="utf-8")
    done = run_generator(folder, "build")
    assert done.returncode == 1
    assert "two files of the site have the address `groups/index.html`" in done.stdout
    assert "Traceback" not in done.stdout


@pytest.mark.parametrize(
    "generator",
    [
        "mkdocs",
        pytest.param("properdocs", marks=pytest.mark.slow("builds once more, with the fork of MkDocs")),
    ],
)
def test_errors_in_the_content_stop_the_build_and_leave_the_old_site(tmp_path: Path, generator: str) -> None:
    folder = make_register(tmp_path / "site")
    before = build_site(folder, generator)
    (folder / "content" / "findings.txt").write_text("warning error", encoding="utf-8")
    done = run_generator(folder, "build", generator=generator)
    assert done.returncode == 1
    assert "content/a.md:3: X001 the sample is wrong" in done.stdout
    assert "https://register.example/groups/" in done.stdout
    assert "Traceback" not in done.stdout
    assert (folder / "site" / "index.html").read_bytes() == before["index.html"]


def test_warnings_in_the_content_are_told_and_do_not_stop_a_strict_build(tmp_path: Path) -> None:
    folder = make_register(tmp_path / "site")
    (folder / "content" / "findings.txt").write_text("warning", encoding="utf-8")
    done = run_generator(folder, "build", "--strict")
    assert done.returncode == 0
    assert "content/a.md:3: X001 the sample is wrong" in done.stdout


@pytest.mark.parametrize(
    ("option", "variable", "day"),
    [("2025-03-01", "2026-11-22", "2025-03-01"), ("", "2024-02-29", "2024-02-29")],
    ids=["option", "variable"],
)
def test_the_day_of_the_build_can_be_set(tmp_path: Path, option: str, variable: str, day: str) -> None:
    folder = make_register(tmp_path / "site")
    set_day(folder, option)
    assert f'<time datetime="{day}">'.encode() in build_site(folder, SCM_AS_OF=variable)["index.html"]


@pytest.mark.parametrize("wrong", ["22.11.2026", "20261122", "2026-02-30"])
def test_a_wrong_day_is_said_in_one_sentence(tmp_path: Path, wrong: str) -> None:
    folder = make_register(tmp_path / "site")
    done = run_generator(folder, "build", SCM_AS_OF=wrong)
    assert done.returncode == 1
    assert f"SCM_AS_OF is `{wrong}`; it must be a day, such as 2026-11-22" in done.stdout
    set_day(folder, f'"{wrong}"')
    done = run_generator(folder, "build")
    assert done.returncode == 1
    assert "write it such as 2026-11-22" in done.stdout
    assert "Traceback" not in done.stdout


def set_day(folder: Path, day: str) -> None:
    settings = folder / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    if day:
        settings.write_text(text.replace("  scm:\n", f"  scm:\n    as_of: {day}\n"), encoding="utf-8")
