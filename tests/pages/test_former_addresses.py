"""Links to a record from before it was renamed: whatever was renamed with it or since, they lead to it."""

import re
from pathlib import Path

from tests.pages.example_sites import change, copy_example, list_paths, make_changed_site, read_page

BOARD = "events/2025-09-18-board-meeting.yml"


def rename_warm_homes(root: Path) -> None:
    """Rename the group `warm-homes` to `cosy-homes`, as its co-chair would."""
    groups = root / "content" / "groups"
    (groups / "warm-homes").rename(groups / "cosy-homes")
    record = groups / "cosy-homes" / "launch.md"
    start, text = record.read_text(encoding="utf-8").split("\n---\n", 1)
    record.write_text(f"{start}\nformer_ids:\n  - warm-homes\n---\n{text}", encoding="utf-8")
    for path in (root / "content").rglob("*.*"):
        said = path.read_bytes()
        named = said.replace(b"supersedes: warm-homes/", b"supersedes: cosy-homes/")
        path.write_bytes(named.replace(b"groups/warm-homes/", b"groups/cosy-homes/"))


def test_a_child_keeps_its_former_address_below_the_former_id_of_its_group(tmp_path: Path) -> None:
    root = copy_example(tmp_path)
    before = {path for path in list_paths(make_changed_site(root)) if path.startswith("groups/warm-homes/")}
    rename_warm_homes(root)
    after = list_paths(make_changed_site(root))
    pages = {f"{path}index.html" for path in before if path.endswith("/")}
    files = {path for path in before if path.endswith((".html", ".ics"))}
    assert (pages | files) - after == set()
    assert "groups/warm-homes/outcomes/street-handbook/fr/index.html" in after
    assert "groups/cosy-homes/meetings/2025-10-09-trials/index.html" in after


def test_a_redirect_leads_to_the_present_address_of_group_and_child(tmp_path: Path) -> None:
    root = copy_example(tmp_path)
    rename_warm_homes(root)
    old = "groups/warm-homes/outcomes/street-handbook/index.html"
    html = next(asset.content for asset in make_changed_site(root).assets if asset.path == old).decode()
    assert "../../../cosy-homes/outcomes/street-guide/" in html


def test_what_has_no_page_of_its_own_keeps_its_former_anchors(tmp_path: Path) -> None:
    html = read_page(make_changed_site(copy_example(tmp_path)), "groups/warm-homes/")
    assert html.count('<span id="waiver-2025-08-01-holidays"></span>') == 1


def move_board_meeting(root: Path, former: str) -> None:
    """Give the board meeting of September 2025 another former id."""
    change(root, BOARD, "  - 2025-09-11-board-meeting", f"  - {former}")


def test_an_event_that_moved_to_another_year_is_told_where_it_stood(tmp_path: Path) -> None:
    root = copy_example(tmp_path)
    move_board_meeting(root, "2024-12-11-board-meeting")
    site = make_changed_site(root)
    old = read_page(site, "calendar/2024/")
    moved = re.search(r'<li id="2024-12-11-board-meeting"><a href="([^"]*)">', old)
    assert moved
    assert moved[1] == "../2025/#2025-09-18-board-meeting"
    assert "2024-12-11-board-meeting" not in read_page(site, "calendar/2025/")


def test_the_page_of_a_year_is_there_even_if_everything_moved_away_from_it(tmp_path: Path) -> None:
    root = copy_example(tmp_path)
    move_board_meeting(root, "2022-12-11-board-meeting")
    site = make_changed_site(root)
    assert 'id="2022-12-11-board-meeting"' in read_page(site, "calendar/2022/")
    assert 'href="2022/"' in read_page(site, "calendar/")


def test_an_event_that_moved_within_its_year_has_both_anchors(tmp_path: Path) -> None:
    html = read_page(make_changed_site(copy_example(tmp_path)), "calendar/2025/")
    assert '<span id="2025-09-11-board-meeting"></span>' in html
    assert "Moved to another year" not in html
