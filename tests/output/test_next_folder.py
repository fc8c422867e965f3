"""What takes the place of a folder, and what the folder keeps."""

import os
import stat
from pathlib import Path

import pytest

from scm_site.output.next_folder import NotMadeError, make_anew, start_next


def fill(folder: Path, **files: str) -> Path:
    """Make a folder anew with some files."""
    with make_anew(folder) as made:
        for name, text in files.items():
            (made / name).write_text(text, encoding="utf-8")
    return folder


def age(path: Path) -> tuple[int, int]:
    """Give a file another time than now, and what tells it from others."""
    os.utime(path, (1_000_000_000, 1_000_000_000))
    return path.stat().st_ino, path.stat().st_mtime_ns


def test_unchanged_files_are_the_same_ones_and_changed_ones_are_new(tmp_path: Path) -> None:
    site = fill(tmp_path / "site", same="one", changed="two", gone="three")
    before = {name: age(site / name) for name in ("same", "changed")}
    fill(site, same="one", changed="TWO", new="four")
    after = {name: (site / name).stat() for name in before}
    assert sorted(path.name for path in site.iterdir()) == ["changed", "new", "same"]
    assert (after["same"].st_ino, after["same"].st_mtime_ns) == before["same"]
    assert after["same"].st_nlink == 1
    assert after["changed"].st_mtime_ns != before["changed"][1]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_where_there_are_no_links_unchanged_files_keep_their_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = fill(tmp_path / "site", same="one")
    inode, time = age(site / "same")
    monkeypatch.setattr(os, "link", refuse)
    fill(site, same="one")
    assert (site / "same").stat().st_mtime_ns == time
    assert (site / "same").stat().st_ino != inode


def refuse(old: Path, new: Path) -> None:
    raise PermissionError(1, "Operation not permitted", str(old), None, str(new))


def test_a_file_with_other_rights_is_not_the_same(tmp_path: Path) -> None:
    site = fill(tmp_path / "site", same="one")
    usual = (site / "same").stat().st_mode
    (site / "same").chmod(0o604)
    fill(site, same="one")
    assert (site / "same").stat().st_mode == usual


def test_a_link_to_the_folder_stays_and_so_do_its_rights(tmp_path: Path) -> None:
    real = fill(tmp_path / "elsewhere", one="1")
    real.chmod(0o2775)
    (tmp_path / "site").symlink_to(real)
    fill(tmp_path / "site", one="2")
    assert (tmp_path / "site").readlink() == real
    assert (real / "one").read_text(encoding="utf-8") == "2"
    assert stat.S_IMODE(real.stat().st_mode) == 0o2775


def test_what_is_in_use_stays_and_what_was_left_goes(tmp_path: Path) -> None:
    site = fill(tmp_path / "site", one="1")
    (tmp_path / ".site.next-left/next").mkdir(parents=True)
    first, second = start_next(site), start_next(site)
    assert len(list(tmp_path.glob(".site.next-*"))) == 2
    for begun, words in ((second, "second"), (first, "first")):
        (begun.path / "one").write_text(words, encoding="utf-8")
        begun.finish()
        begun.remove()
        assert (site / "one").read_text(encoding="utf-8") == words
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_places_that_cannot_be_replaced_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    inside = tmp_path / "here/below"
    inside.mkdir(parents=True)
    monkeypatch.chdir(inside)
    for place, words in (
        (tmp_path / "file", "is not a folder"),
        (tmp_path / "file/site", "was not made"),
        (Path("/"), "is where a file system begins"),
        (Path(), "you are in it"),
        (tmp_path / "here", "you are in it"),
    ):
        with pytest.raises(NotMadeError, match=words):
            start_next(place)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "here"]


def test_an_interruption_leaves_the_folder(tmp_path: Path) -> None:
    site = fill(tmp_path / "site", one="1")
    with pytest.raises(KeyboardInterrupt):
        interrupt(site)
    assert (site / "one").read_text(encoding="utf-8") == "1"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def interrupt(site: Path) -> None:
    with make_anew(site) as made:
        (made / "one").write_text("2", encoding="utf-8")
        raise KeyboardInterrupt
