"""Files that commands write: all of a file or nothing of it, and a new one never through a link."""

import os
from pathlib import Path, PurePosixPath

from scm_site.cli.answer import CannotRunError


def write_new(root: Path, path: str, text: str) -> None:
    """Write a file below `root` that must not be there yet, and the folders that lead to it.

    Raises CannotRunError when it is there, or when something else stands in place of a folder on the way; OSError when
    it cannot be written, and then nothing of it is left.
    """
    refuse_detours(root, path)
    location = root / path
    location.parent.mkdir(parents=True, exist_ok=True)
    if os.path.lexists(location):
        raise CannotRunError(f"{path} is there already; nothing was changed")
    write_whole(location, text)


def refuse_detours(root: Path, path: str) -> None:
    """Raise CannotRunError when a link, which the check would not follow, or a file stands in place of a folder."""
    for folder in reversed(PurePosixPath(path).parents[:-1]):
        on_the_way = root / folder
        if on_the_way.is_symlink() or (on_the_way.exists() and not on_the_way.is_dir()):
            what = "a link" if on_the_way.is_symlink() else "a file"
            raise CannotRunError(f"{folder} is {what}, not a folder of its own; nothing was written")


def write_whole(path: Path, text: str) -> None:
    """Write a file, which stays as it was when that fails: it is written beside its place first.

    What is no ordinary file, such as a pipe, is written to as it is. Raises OSError with the path.
    """
    is_special = path.exists() and not path.is_file()
    target = Path(os.path.realpath(path))
    beside = target if is_special else target.with_name(f".{target.name[:200]}.{os.getpid()}")
    try:
        beside.write_text(text, encoding="utf-8", newline="\n")
        if not is_special:
            beside.replace(target)
    except OSError as reason:
        if not is_special:
            beside.unlink(missing_ok=True)
        raise OSError(reason.errno, reason.strerror, str(path)) from None
