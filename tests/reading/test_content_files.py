"""The walk through `content/`: what is read, and what is said about the rest."""

import os
import shutil
import socket
from pathlib import Path

import pytest

from scm_site.findings import Finding
from scm_site.reading import NoContentError, read_content
from scm_site.reading.content_files import LARGEST_ATTACHMENT, LARGEST_RECORD

#: Rules that have no folder in `tests/cases/`, and why; they are tested here.
NOT_PORTABLE = {
    "F004": "Windows checks out symbolic links as ordinary files",
    "F005": "Windows and macOS cannot check out both files",
    "F006": "Windows cannot check out such names",
    "F007": "Windows cannot check out such long paths",
    "F008": "a large file does not belong in our own history",
    "F026": "a hundred thousand files do not belong in our own history",
    "F024": "900 MB do not belong in our own history; tests/reading/test_attached_files.py",
    "O014": "50 MB do not belong in our own history; tests/checks/test_outcome_files.py",
    "F010": "git does not keep permissions or special files",
    "S009": "no content makes the validators disagree; tests/records/test_schemas.py does it with a schema",
}

REQUIRED = ("settings", "themes", "countries", "board", "secretariat", "approvals")
GROUP = "content/groups/warm-homes"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in REQUIRED:
        write(tmp_path, f"content/{name}.yml")
    write(tmp_path, f"{GROUP}/launch.md", "---\ntitle: Warm homes\n---\n")
    return tmp_path


def write(root: Path, path: str, text: str = "a: 1\n") -> Path:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def read(root: Path) -> tuple[Finding, ...]:
    return read_content(root).findings


def list_findings(root: Path) -> list[tuple[str, str]]:
    return [(finding.rule, finding.place.path) for finding in read(root)]


def test_a_sound_register_has_no_findings(root: Path) -> None:
    for folder in ("", "events/", "groups/", "proposals/"):
        write(root, f"content/{folder}README.md", "Help")
    (root / "content/proposals/empty").mkdir()
    reading = read_content(root)
    assert reading.findings == ()
    assert reading.broken == ()
    assert [file.path for file in reading.files] == sorted(
        [*(f"content/{name}.yml" for name in REQUIRED), f"{GROUP}/launch.md"]
    )


def test_attachments_are_listed(root: Path) -> None:
    file = write(root, f"{GROUP}/outcomes/guide/report.pdf", "x")
    file.write_bytes(b"\xff\x00" * 5)
    (attachment,) = read_content(root).attachments
    assert (attachment.path, attachment.group, attachment.outcome, attachment.size) == (
        f"{GROUP}/outcomes/guide/report.pdf",
        "warm-homes",
        "guide",
        10,
    )


def test_no_content_folder_is_an_error_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(NoContentError) as caught:
        read_content(tmp_path)
    assert "no folder `content`" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_link_as_content_folder_is_not_followed(root: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "content").symlink_to(root / "content")
    with pytest.raises(NoContentError):
        read_content(other)


STRAYS = {
    "wrong-folder": (
        f"{GROUP}/meeting/2026-01-01-a/meeting.md",
        "F001",
        f"`{GROUP}/meetings/2026-01-01-a/meeting.md`?",
    ),
    "capital-folder": (
        f"{GROUP}/Meetings/2026-01-01-a/meeting.md",
        "F001",
        f"`{GROUP}/meetings/2026-01-01-a/meeting.md`",
    ),
    "no-folder": (f"{GROUP}/2026-01-01-a.md", "F001", "has places for `launch.md`, `page.md`, `work-programme.md`"),
    "nowhere": ("content/notes/old/thing.docx", "F001", "`content/` has places for `settings.yml`"),
    "wrong-top-folder": ("content/event/2026-01-01-a.yml", "F001", "`content/events/2026-01-01-a.yml`"),
    "too-deep": ("content/events/2026/2026-01-01-a.yml", "F001", "names like `2026-03-12-kick-off.yml`"),
    "yaml-for-yml": ("content/events/2026-01-01-a.yaml", "F002", "`content/events/2026-01-01-a.yml`"),
    "settings-yaml": ("content/Themes.yaml", "F002", "`content/themes.yml`"),
    "capital-file": ("content/groups/cold-homes/Launch.md", "F002", "/cold-homes/launch.md`"),
    "near-file": ("content/groups/cold-homes/workprogramme.md", "F002", "/cold-homes/work-programme.md`"),
    "bad-day": ("content/events/2026-13-01-forum.yml", "F002", "`content/events/2026-03-12-kick-off.yml`"),
    "no-date": ("content/events/forum.yml", "F002", "`content/events/2026-03-12-kick-off.yml`"),
    "underscores": ("content/events/2026_01_01_a_b.yml", "F002", "`content/events/2026-01-01-a-b.yml`"),
    "capitals": ("content/events/2026-01-01-Forum.yml", "F002", "`content/events/2026-01-01-forum.yml`"),
    "no-year": ("content/proposals/heat.md", "F002", "`content/proposals/2026-heat-pumps.md`"),
    "month-of-13": (f"{GROUP}/status-updates/2026-13.yml", "F002", "/2026-05.yml`"),
    "language": (f"{GROUP}/outcomes/guide/outcome.FR.md", "F002", "/outcomes/guide/outcome.fr.md`"),
    "attachment-name": (f"{GROUP}/outcomes/guide/Final Réport.PDF", "F002", "/guide/final-report.pdf`"),
    "attachment-type": (f"{GROUP}/outcomes/guide/page.html", "F003", "Save it as one of `.pdf`"),
    "attachment-without-type": (f"{GROUP}/outcomes/guide/report", "F003", "Save it as one of `.pdf`"),
    "macro-document": (f"{GROUP}/outcomes/guide/a.docm", "F003", "Save it as one of `.pdf`"),
    "macos": ("content/.DS_Store", "F011", "Delete the file."),
    "hidden": ("content/groups/.gitkeep", "F011", "Delete the file."),
    "backup": (f"{GROUP}/launch.md~", "F011", "Delete the file."),
    "office-lock": (f"{GROUP}/outcomes/guide/~$report.docx", "F011", "Delete the file."),
}  # fmt: skip


@pytest.mark.parametrize(("path", "rule", "fix"), STRAYS.values(), ids=STRAYS)
def test_a_stray_is_found_and_told_where_to_go(root: Path, path: str, rule: str, fix: str) -> None:
    write(root, path)
    (finding,) = read(root)
    assert (finding.rule, finding.place.path) == (rule, path)
    assert fix in finding.fix


FAULTS = {
    "2026-13-01-forum.yml": "`2026-13-01` is not a day in the calendar",
    "forum.yml": "it does not start with a date",
    "2026-03-12.yml": "a hyphen and a short name must follow `2026-03-12`",
    "2026-03-12-Forum.yml": "it has capital letters",
    "2026-03-12-été.yml": "it has the character `é`",
    "2026-03-12-a--b.yml": "two hyphens in a row",
    f"2026-03-12-{'a' * 90}.yml": "it has 90 characters, and 80 is the most",
    "2026-03-12-forum.txt": "does not end in `.yml`",
}


@pytest.mark.parametrize(("name", "reason"), FAULTS.items())
def test_a_wrong_name_is_explained(root: Path, name: str, reason: str) -> None:
    write(root, f"content/events/{name}")
    (finding,) = read(root)
    assert finding.rule == "F002"
    assert reason in finding.message


def test_a_folder_with_a_wrong_name_is_one_finding(root: Path) -> None:
    for name in ("launch.md", "meetings/2026-01-01-a/meeting.md", "outcomes/Guide/outcome.md", "x.txt"):
        write(root, f"content/groups/Cold Homes/{name}")
        write(root, f"{GROUP}/outcomes/First_Guide/{name}")
    findings = read(root)
    assert [(finding.rule, finding.place.path) for finding in findings] == [
        ("F002", "content/groups/Cold Homes"),
        ("F002", "content/groups/Cold Homes/outcomes/Guide"),
        ("F002", f"{GROUP}/outcomes/First_Guide"),
    ]
    assert findings[0].fix == "Rename the folder to `content/groups/cold-homes/`."


def test_what_is_not_there_is_not_counted(root: Path) -> None:
    there = read_content(root).count_files()
    (root / "content/board.yml").unlink()
    write(root, f"{GROUP}/outcomes/guide/page.html")
    assert read_content(root).count_files() == there - 1


def test_a_hidden_folder_is_one_finding(root: Path) -> None:
    write(root, "content/.git/config")
    write(root, "content/.git/HEAD")
    assert list_findings(root) == [("F011", "content/.git")]


def test_links_are_found_and_not_followed(root: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    write(outside, "2026-03-12-secret.yml")
    (root / "content/events").symlink_to(outside)
    (root / "content/proposals").mkdir()
    (root / "content/proposals/2026-heat.md").symlink_to(outside / "2026-03-12-secret.yml")
    (root / "content/proposals/2026-gone.md").symlink_to(outside / "nothing")
    (root / "content/board.yml").unlink()
    (root / "content/board.yml").symlink_to(root / "content/themes.yml")
    (root / "content/loop").symlink_to(root / "content")
    assert list_findings(root) == [
        ("F004", "content/board.yml"),
        ("F004", "content/events"),
        ("F004", "content/loop"),
        ("F004", "content/proposals/2026-gone.md"),
        ("F004", "content/proposals/2026-heat.md"),
    ]


def needs_case(root: Path) -> None:
    (root / "CASE").touch()
    if (root / "case").exists():
        pytest.skip("this file system does not tell capitals apart")


def test_names_that_differ_only_in_capitals_clash(root: Path) -> None:
    needs_case(root)
    write(root, f"{GROUP}/Launch.md")
    clash, other = read(root)
    assert (clash.rule, clash.place.path) == ("F005", f"{GROUP}/Launch.md")
    assert (other.rule, other.place.path) == ("F005", f"{GROUP}/launch.md")
    assert clash.message == "`Launch.md` and `launch.md` are the same name on some computers"
    assert [file.path for file in read_content(root).files if file.kind == "launch"] == [f"{GROUP}/launch.md"]


def test_folders_that_differ_only_in_capitals_clash(root: Path) -> None:
    needs_case(root)
    write(root, "content/Groups/warm-homes/launch.md")
    assert list_findings(root) == [("F005", "content/Groups"), ("F005", "content/groups")]


def test_names_that_differ_only_in_the_form_of_an_accent_clash(root: Path) -> None:
    write(root, f"{GROUP}/outcomes/guide/caf\u00e9.pdf")
    write(root, f"{GROUP}/outcomes/guide/cafe\u0301.pdf")
    if len(list((root / f"{GROUP}/outcomes/guide").iterdir())) < 2:
        pytest.skip("this file system does not tell forms of accents apart")
    assert [rule for rule, _ in list_findings(root)] == ["F005", "F005"]


UNPORTABLE = {
    "device": ("content/groups/con", "is the name of a device"),
    "device-with-suffix": (f"{GROUP}/outcomes/guide/nul.tar.txt", "is the name of a device"),
    "device-with-number": (f"{GROUP}/outcomes/COM1", "is the name of a device"),
    "dot-at-end": ("content/events/a.", "it ends in a dot"),
    "space-at-end": ("content/events/a.yml ", "it ends in a space"),
    "colon": ("content/events/2026-03-12-a:b.yml", "it holds `:`"),
    "backslash": ("content/events\\a.yml", "it holds `\\`"),
    "line-break": ("content/events/a\nb.yml", "hidden character U+000A"),
    "bidi": ("content/events/a\u202eb.yml", "hidden character U+202E"),
}


@pytest.mark.parametrize(("path", "reason"), UNPORTABLE.values(), ids=UNPORTABLE)
@pytest.mark.skipif(os.name == "nt", reason="Windows cannot hold these names")
def test_names_that_not_every_computer_can_hold(root: Path, path: str, reason: str) -> None:
    is_folder = "." not in Path(path).name
    write(root, f"{path}/launch.md" if is_folder else path, "---\na: 1\n---\n")
    (finding,) = read(root)
    assert finding.rule == "F006"
    assert reason in finding.message
    assert finding.place.path.isprintable()


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot hold these names")
def test_a_name_that_is_not_utf_8(root: Path) -> None:
    try:
        Path(os.fsdecode(bytes(root / "content") + b"/caf\xe9.yml")).touch()
    except OSError:
        pytest.skip("this file system holds only names in UTF-8")
    (finding,) = read(root)
    assert finding.rule == "F006"
    assert finding.message.encode("utf-8")
    assert finding.place.path == "content/cafU+DCE9.yml"


def test_a_record_in_a_folder_with_a_device_name_is_still_read(root: Path) -> None:
    write(root, "content/groups/con/launch.md", "no front matter\n")
    assert list_findings(root) == [("F006", "content/groups/con"), ("Y014", "content/groups/con/launch.md")]


def test_a_path_can_be_too_long(root: Path) -> None:
    path = f"content/groups/{'a' * 80}/outcomes/{'b' * 80}/{'c' * 20}.txt"
    write(root, path)
    (finding,) = read(root)
    assert (finding.rule, finding.place.path) == ("F007", path)
    assert finding.message == f"the path has {len(path)} characters, and 200 is the most"


@pytest.mark.parametrize(
    ("path", "limit"),
    [("content/events/2026-01-01-a.yml", LARGEST_RECORD), (f"{GROUP}/outcomes/a/b.txt", LARGEST_ATTACHMENT)],
)
def test_a_file_can_be_too_large(root: Path, path: str, limit: int) -> None:
    file = write(root, path, "")
    file.write_bytes(b"#" * (limit + 1))
    reading = read_content(root)
    (finding,) = reading.findings
    assert (finding.rule, finding.place.path) == ("F008", path)
    assert f"{limit + 1:,} bytes, and {limit:,} bytes is the most" in finding.message
    assert [broken.path for broken in reading.broken] == [path]
    file.write_bytes(b"#" * (limit - 5) + b"\na: 1")
    assert read(root) == ()


def test_a_missing_file_counts_as_broken(root: Path) -> None:
    (root / "content/board.yml").unlink()
    (root / "content/themes.yml").rename(root / "content/themes.yaml")
    reading = read_content(root)
    assert [(finding.rule, finding.place.path) for finding in reading.findings] == [
        ("F009", "content/board.yml"),
        ("F002", "content/themes.yaml"),
        ("F009", "content/themes.yml"),
    ]
    assert "`content/board.yml` is missing" in reading.findings[0].message
    assert reading.findings[0].fix == "Create it: `scm new board` writes one to fill in."
    assert [broken.path for broken in reading.broken] == ["content/board.yml", "content/themes.yml"]


def copy_for(user_folder: Path, root: Path, closed: dict[str, int]) -> None:
    """Copy a register for an ordinary user, with other permissions for some of its files and folders."""
    user = os.geteuid()
    if os.getuid() == 0:
        os.seteuid(0)
    shutil.copytree(root / "content", user_folder / "content")
    for path, mode in closed.items():
        (user_folder / path).chmod(mode)
    if os.getuid() == 0:
        os.seteuid(user)


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
@pytest.mark.parametrize("mode", [0o000, 0o600], ids=["no list of its files", "none of its files"])
def test_a_file_and_a_folder_without_permission(root: Path, as_ordinary_user: Path, mode: int) -> None:
    copy_for(as_ordinary_user, root, {"content/board.yml": 0, GROUP: mode})
    findings = read(as_ordinary_user)
    assert [(finding.rule, finding.place.path) for finding in findings] == [
        ("F010", "content/board.yml"),
        ("F010", GROUP),
    ]
    assert findings[0].message == "`board.yml` cannot be read: Permission denied"


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
@pytest.mark.parametrize("mode", [0o000, 0o600], ids=["no list of its files", "none of its files"])
def test_content_without_permission_is_one_finding(root: Path, as_ordinary_user: Path, mode: int) -> None:
    copy_for(as_ordinary_user, root, {"content": mode})
    assert list_findings(as_ordinary_user) == [("F010", "content")]


def test_very_many_files_are_not_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(root, "content/events/2026-01-01-a.yml", "no record\n")
    there = len(list((root / "content").rglob("*")))
    monkeypatch.setattr("scm_site.reading.content_files.MOST_ENTRIES", there - 1)
    reading = read_content(root)
    assert [(finding.rule, finding.place.path) for finding in reading.findings] == [("F026", "content")]
    assert (reading.files, reading.unread) == ((), ("content",))
    monkeypatch.setattr("scm_site.reading.content_files.MOST_ENTRIES", there)
    assert "F026" not in {rule for rule, _ in list_findings(root)}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_what_is_not_an_ordinary_file_is_not_opened(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "content/events").mkdir()
    os.mkfifo(root / "content/events/2026-01-01-pipe.yml")
    monkeypatch.chdir(root / "content/events")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("2026-01-01-socket.yml")
    assert list_findings(root) == [
        ("F010", "content/events/2026-01-01-pipe.yml"),
        ("F010", "content/events/2026-01-01-socket.yml"),
    ]


def test_very_deep_folders_end_in_a_finding(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root / "content")
    for _ in range(60):
        Path("a" * 100).mkdir()
        os.chdir("a" * 100)
    assert "F007" in {rule for rule, _ in list_findings(root)}
