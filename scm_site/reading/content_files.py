"""Which files there are under `content/`, and which of them cannot be part of the register."""

import os
import stat
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from scm_site.findings import Finding, Place
from scm_site.reading import file_rules
from scm_site.reading.former_layout import find_former_slot
from scm_site.reading.layout import (
    HELP_FILES,
    SLOTS,
    Slot,
    SlotMatch,
    Syntax,
    find_slot,
    leads_to_records,
)
from scm_site.reading.portable_names import LONGEST_PATH, find_leftover, find_portability_fault, fold_name
from scm_site.reading.quoting import show_text
from scm_site.reading.strays import explain_folder, explain_stray, find_refused_attachment

LARGEST_RECORD = 256 * 1024
LARGEST_ATTACHMENT = 10 * 1024 * 1024
#: The files of one outcome together, and all files of the register (places for websites commonly stop at 1 GB).
LARGEST_OUTCOME = 50 * 1024 * 1024
LARGEST_REGISTER = 900 * 1000 * 1000
#: Of how many files a process keeps what it made of them: two revisions of a register have most files in common, and so
#: have two looks at it while somebody writes. A larger register is read anew each time.
MOST_KEPT = 2048
#: Files and folders under `content/`: some five times as many as the largest register that is measured (bench/).
MOST_ENTRIES = 100_000


class NoContentError(Exception):
    """There is no content to read; the message is one plain line."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FoundFile:
    """A file in its right place: its path from the root, where it is on this computer, what it holds."""

    path: str
    location: Path
    slot: SlotMatch
    size: int


@dataclass(kw_only=True, slots=True)
class FoundFiles:
    """What there is to read, what is in its right place but cannot be read, and what is wrong.

    `unread` are the folders, or what stands in their place, of which nobody knows what should be in them.
    """

    files: list[FoundFile] = field(default_factory=list)
    broken: list[tuple[str, SlotMatch]] = field(default_factory=list)
    missing: list[Slot] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def find_files(root: Path) -> FoundFiles:
    """Look at every file and folder under `content/`, in the order of their names, without following links.

    Raises NoContentError when there is no such folder.
    """
    content = root / "content"
    if content.is_symlink() or not content.is_dir():
        raise NoContentError(f"there is no folder `content` in {root}")
    found = FoundFiles()
    folders = [(content, "content", False)]
    count = 0
    while folders:
        location, path, reported = folders.pop()
        entries = _list_entries(location, path, found)
        count += len(entries)
        if count > MOST_ENTRIES:
            finding = file_rules.too_many_files(Place(path="content"), MOST_ENTRIES)
            return FoundFiles(findings=[finding], unread=["content"])
        folders.extend(reversed(_look_into(entries, path, found, reported=reported)))
    _find_missing(found)
    return found


def _list_entries(location: Path, path: str, found: FoundFiles) -> list[os.DirEntry[str]]:
    """Give what is in a folder, by name; of one that cannot be read, its finding alone is left."""
    try:
        entries = sorted(os.scandir(location), key=lambda entry: entry.name)
        return [entry for entry in entries if _is_there(entry)]
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        found.findings.append(file_rules.unreadable_file(Place(path=show_text(path)), path, reason))
        found.unread.append(path)
        return []


def _is_there(entry: os.DirEntry[str]) -> bool:
    """Ask about an entry, which keeps the answer; False when it was deleted meanwhile. Raises OSError."""
    try:
        entry.stat(follow_symlinks=False)
    except FileNotFoundError:
        return False
    return True


def _look_into(
    entries: list[os.DirEntry[str]], path: str, found: FoundFiles, *, reported: bool
) -> list[tuple[Path, str, bool]]:
    """Take in the files of one folder, and give the folders in it."""
    clashes = dict(_find_clashes(entries))
    folders = []
    for entry in entries:
        entry_path = f"{path}/{entry.name}"
        finding = _find_name_finding(entry, entry_path, clashes)
        if finding:
            found.findings.append(finding)
        if entry.is_symlink():
            _leave_unread(entry_path, found)
        if entry.is_symlink() or find_leftover(entry.name):
            continue
        if entry.is_dir(follow_symlinks=False):
            folders.append((Path(entry.path), entry_path, reported or finding is not None))
        else:
            _take_file(entry, entry_path, found, reported=reported or finding is not None)
    return folders


def _leave_unread(path: str, found: FoundFiles) -> None:
    """Remember what stands in the place of a record, or of a folder of records, and is neither."""
    if slot := find_slot(path):
        found.broken.append((path, slot))
    elif leads_to_records(path):
        found.unread.append(path)


def _find_clashes(entries: list[os.DirEntry[str]]) -> Iterator[tuple[str, str]]:
    """Give each name that is the same as another one on some computers, with that other one."""
    same: defaultdict[str, list[str]] = defaultdict(list)
    for entry in entries:
        same[fold_name(entry.name)].append(entry.name)
    for names in same.values():
        if len(names) > 1:
            for name in names:
                yield name, next(other for other in names if other != name)


def _find_name_finding(entry: os.DirEntry[str], path: str, clashes: dict[str, str]) -> Finding | None:
    """Say what is wrong with a file or folder that is to be seen from outside."""
    place, name = Place(path=show_text(path)), entry.name
    if entry.is_symlink():
        return file_rules.symbolic_link(place, name)
    if origin := find_leftover(name):
        return file_rules.leftover_file(place, name, origin)
    if reason := find_portability_fault(name):
        return file_rules.unportable_name(place, name, reason)
    if other := clashes.get(name):
        return file_rules.clashing_names(place, name, other)
    if len(path) > LONGEST_PATH:
        return file_rules.long_path(place, len(path), LONGEST_PATH)
    return _find_folder_finding(entry, path)


def _find_folder_finding(entry: os.DirEntry[str], path: str) -> Finding | None:
    """Say what is wrong with the name of a folder once, not for each file in it."""
    stray = explain_folder(path) if entry.is_dir(follow_symlinks=False) else None
    return file_rules.wrong_name(Place(path=show_text(path)), stray.reason, stray.fix) if stray else None


def _take_file(entry: os.DirEntry[str], path: str, found: FoundFiles, *, reported: bool) -> None:
    slot = find_slot(path) or find_former_slot(path)
    if slot is None:
        if path not in HELP_FILES and not reported:
            found.findings.append(_make_stray_finding(path, entry.name))
        if refused := find_refused_attachment(path):
            found.broken.append((path, refused))
        else:
            _leave_unread(path, found)
        return
    status = entry.stat(follow_symlinks=False)
    if finding := _find_content_finding(status, path, entry.name, slot):
        found.findings.append(finding)
        found.broken.append((path, slot))
        return
    found.files.append(FoundFile(path=path, location=Path(entry.path), slot=slot, size=status.st_size))


def _find_content_finding(status: os.stat_result, path: str, name: str, slot: SlotMatch) -> Finding | None:
    if not stat.S_ISREG(status.st_mode):
        return file_rules.unreadable_file(Place(path=path), name, "it is not an ordinary file")
    is_attachment = slot.slot.syntax == Syntax.ATTACHMENT
    limit = LARGEST_ATTACHMENT if is_attachment else LARGEST_RECORD
    if status.st_size > limit:
        sort = "a file beside an outcome" if is_attachment else "a record"
        return file_rules.large_file(Place(path=path), status.st_size, limit, sort)
    return None


def _make_stray_finding(path: str, name: str) -> Finding:
    stray = explain_stray(path)
    place = Place(path=show_text(path))
    if stray.wrong_type:
        return file_rules.wrong_type(place, name, stray.reason)
    rule = file_rules.wrong_name if stray.wrong_name else file_rules.stray_file
    return rule(place, stray.reason, stray.fix)


def _find_missing(found: FoundFiles) -> None:
    there = {file.path for file in found.files} | {path for path, _ in found.broken}
    there |= {finding.place.path for finding in found.findings}
    for slot in SLOTS:
        if slot.required and slot.pattern not in there and "content" not in found.unread:
            finding = file_rules.missing_file(Place(path=slot.pattern), slot.pattern, slot.kind)
            found.findings.append(finding)
            found.missing.append(slot)
