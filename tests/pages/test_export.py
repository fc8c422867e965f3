"""`scm export`: all that another generator needs, and nothing that was there is touched."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from scm_site.cli.main import main
from tests.cli.small_register import EVENT, make_register
from tests.register_cases import EXAMPLE

ROOT = Path(__file__).parents[2]
FIRST = "content/events/2026-06-12-forum.yml"


def export(root: Path, folder: Path, *more: str) -> int:
    words = ("export", str(folder), "--no-history", "--as-of", "2026-05-20")
    return main(["--root", str(root), *words, *more])


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export") / "pages"
    assert export(EXAMPLE, folder) == 0
    return folder


def read_index(folder: Path) -> dict[str, Any]:
    index: dict[str, Any] = json.loads((folder / "site.json").read_bytes())
    return index


def test_every_page_and_file_of_the_index_is_there_and_nothing_else(exported: Path) -> None:
    index = read_index(exported)
    named = {page["file"] for page in index["pages"]} | set(index["files"]) | {"site.json"}
    there = {path.relative_to(exported).as_posix() for path in exported.rglob("*") if path.is_file()}
    assert there == named
    assert index["pages"]
    table = "groups/warm-homes/outcomes/street-guide/street-costs.csv"
    assert (exported / table).read_bytes() == (EXAMPLE / "content" / table).read_bytes()


def test_a_page_is_front_matter_and_html(exported: Path) -> None:
    for page in read_index(exported)["pages"]:
        _, fields, html = (exported / page["file"]).read_text(encoding="utf-8").split("---\n", 2)
        assert yaml.safe_load(fields)["title"] == " ".join(page["title"].split())
        assert html.lstrip().startswith("<")


def test_the_index_has_what_every_page_repeats(exported: Path) -> None:
    index = read_index(exported)
    assert index["name"] == "Example register of Focus and Discussion groups"
    assert index["as_of"] == "2026-05-20"
    assert {"text": "Groups", "address": "groups/"} in index["menu"]
    assert {"text": "Accessibility", "address": "accessibility/"} in index["footer"]
    outcome = next(page for page in index["pages"] if page["address"].endswith("/street-guide/"))
    assert [crumb["address"] for crumb in outcome["crumbs"]] == ["outcomes/", "groups/warm-homes/"]
    assert outcome["record"] == "content/groups/warm-homes/outcomes/street-guide/outcome.md"
    assert outcome["headings"]


def test_hand_written_pages_come_along(tmp_path: Path) -> None:
    make_register(tmp_path / "root")
    page = tmp_path / "root/docs/pages/how-it-works.md"
    page.parent.mkdir(parents=True)
    page.write_text("# How it works\n", encoding="utf-8")
    assert export(tmp_path / "root", tmp_path / "out") == 0
    assert (tmp_path / "out/how-it-works.md").read_bytes() == page.read_bytes()


def test_menu_and_footer_lead_to_exported_pages(tmp_path: Path) -> None:
    assert export(ROOT, tmp_path / "out") == 0
    index = read_index(tmp_path / "out")
    for link in [*index["menu"], *index["footer"]]:
        name = tmp_path / "out" / link["address"]
        assert (name / "index.md").is_file() or name.with_suffix(".md").is_file(), link


def test_the_same_register_gives_the_same_bytes(exported: Path, tmp_path: Path) -> None:
    assert export(EXAMPLE, tmp_path / "again") == 0
    for path in exported.rglob("*"):
        if path.is_file():
            assert (tmp_path / "again" / path.relative_to(exported)).read_bytes() == path.read_bytes()


def test_errors_in_the_content_are_told_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_register(tmp_path / "root", {FIRST: EVENT.replace("Brussels", "")})
    assert export(tmp_path / "root", tmp_path / "out") == 1
    assert f"{FIRST}:4: S008" in capsys.readouterr().out
    assert not (tmp_path / "out").exists()


def test_a_folder_that_is_not_empty_stays_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_register(tmp_path / "root")
    mine = tmp_path / "out/site.json"
    mine.parent.mkdir()
    mine.write_text("mine", encoding="utf-8")
    assert export(tmp_path / "root", mine.parent) == 2
    assert "is not empty" in capsys.readouterr().err
    assert export(tmp_path / "root", mine) == 2
    assert "is not a folder" in capsys.readouterr().err
    assert [path.read_text(encoding="utf-8") for path in mine.parent.iterdir()] == ["mine"]


def test_an_earlier_export_is_replaced_when_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root, out = make_register(tmp_path / "root"), tmp_path / "out"
    assert export(root, out, "--replace") == 0
    (out / "gone.md").write_text("of an earlier export", encoding="utf-8")
    time = (out / "site.json").stat().st_mtime_ns
    assert export(root, out) == 2
    assert export(root, out, "--replace") == 0
    assert not (out / "gone.md").exists()
    assert (out / "site.json").stat().st_mtime_ns == time
    (out / "site.json").write_text("[]", encoding="utf-8")
    assert export(root, out, "--replace") == 2
    assert "was not made by this command" in capsys.readouterr().err
    assert (out / "site.json").read_text(encoding="utf-8") == "[]"


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    make_register(tmp_path / "root")
    (tmp_path / "out").mkdir()
    assert export(tmp_path / "root", tmp_path / "out") == 0
    assert (tmp_path / "out/site.json").is_file()


@pytest.mark.parametrize("day", ["yesterday", "20260520", "2026-02-30"])
def test_a_day_has_its_form(tmp_path: Path, capsys: pytest.CaptureFixture[str], day: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--root", str(tmp_path), "export", str(tmp_path / "out"), "--as-of", day])
    assert ended.value.code == 2
    assert "is not a day" in capsys.readouterr().err
