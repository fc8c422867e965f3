"""A finished folder takes its place in one step, where the system has one."""

import ctypes
import errno
import os
import sys
from pathlib import Path

#: From <fcntl.h> and <linux/fs.h>: paths are meant from the current folder; both are there, and change places.
AT_FDCWD, RENAME_EXCHANGE = -100, 2

#: What Linux answers where it is too old, where the file system has no such step, and where a sandbox forbids it.
HAS_NO_EXCHANGE = (errno.ENOSYS, errno.EINVAL, errno.EPERM)


def put_in_place(made: Path, place: Path, aside: Path) -> None:
    """Give a folder its place; what stood there is then at `made`, or at `aside` where two steps were needed.

    Raises OSError, with `place` as it was.
    """
    try:
        made.rename(place)  # nothing stands there, or an empty folder
    except OSError as reason:
        if reason.errno not in (errno.ENOTEMPTY, errno.EEXIST):
            raise
        replace(made, place, aside)


def replace(made: Path, place: Path, aside: Path) -> None:
    """Let a folder take the place of another; raises OSError."""
    try:
        exchange(made, place)
    except OSError as reason:
        if reason.errno not in HAS_NO_EXCHANGE:
            raise
        rename_twice(made, place, aside)


def exchange(one: Path, other: Path) -> None:
    """Let two folders change places, so that at no moment either is missing; raises OSError."""
    rename = find_renameat2()
    if rename is None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    sys.audit("os.rename", str(one), str(other), -1, -1)  # as Python tells of its own renames
    if rename(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) != 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code), str(other))


def find_renameat2() -> "ctypes._NamedFuncPointer | None":
    """Give the call of Linux that `os` has no name for, or None on other systems."""
    if sys.platform != "linux":
        return None
    found: ctypes._NamedFuncPointer | None = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    return found


def rename_twice(made: Path, place: Path, aside: Path) -> None:
    """Do the same in two steps; between them, for some microseconds, nothing stands at `place`.

    Who is killed just then leaves the earlier folder at `aside`; `clean_up` of leftovers.py puts it back.
    """
    place.rename(aside)
    try:
        made.rename(place)
    except OSError:
        aside.rename(place)
        raise
