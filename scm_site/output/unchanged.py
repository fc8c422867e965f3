"""What is carried over from the last content of a folder: files that are still the same, and hidden ones of others."""

import os
import shutil
import stat
from contextlib import suppress
from pathlib import Path


def keep_unchanged(last: Path, made: Path, spare: Path) -> None:
    """Put the last file in the place of each new one that is the same, so that who copies the folder sees what changed.

    The last file is linked, never opened for writing; where it cannot be linked, the new one takes its time.
    `spare` is a free path on the same file system. Raises OSError.
    """
    for new in made.rglob("*"):
        old = last / new.relative_to(made)
        if is_same(old, new):
            try:
                os.link(old, spare)
            except OSError:
                shutil.copystat(old, new)
            else:
                spare.replace(new)


def is_same(old: Path, new: Path) -> bool:
    """Tell whether both are files with the same bytes and rights; what cannot be read is not the same."""
    try:
        one, other = old.lstat(), new.lstat()
        return (
            stat.S_ISREG(one.st_mode)
            and (one.st_mode, one.st_size) == (other.st_mode, other.st_size)
            and old.read_bytes() == new.read_bytes()
        )
    except OSError:
        return False


def keep_hidden(last: Path, made: Path) -> None:
    """Carry over what is hidden at the top, such as `.git` or `.htaccess`: MkDocs never made it, and leaves it alone.

    Raises OSError.
    """
    for old in last.glob(".*") if last.is_dir() else ():
        new = made / old.name
        if new.exists():
            continue
        if old.is_dir() and not old.is_symlink():
            shutil.copytree(old, new, symlinks=True, copy_function=link_or_copy)
        else:
            link_or_copy(old, new)


def link_or_copy(old: str | Path, new: str | Path) -> None:
    """Give a file or a symbolic link a second name, or copy it where there are no such names; raises OSError."""
    try:
        os.link(old, new)
    except OSError:
        shutil.copy2(old, new, follow_symlinks=False)


def take_rights(place: Path, made: Path) -> None:
    """Give a new folder the owner and the rights of the one whose place it takes; raises OSError."""
    known = place.stat()
    with suppress(OSError):  # only the superuser gives folders away
        os.chown(made, known.st_uid, known.st_gid)
    shutil.copystat(place, made)
