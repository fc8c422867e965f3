"""The folders beside a place in which its next content is made: in use while locked, else left by somebody killed."""

import os
import shutil
import sys
import tempfile
from glob import escape
from pathlib import Path

if sys.platform != "win32":
    import fcntl

#: Tries to get a folder of our own; another one would have to take each for a leftover in the same microsecond.
TRIES = 10


def make_work_folder(place: Path) -> tuple[Path, int | None]:
    """Make a folder beside a place, locked for as long as this process lives; None where nothing can be locked.

    Raises OSError.
    """
    for _ in range(TRIES):
        work = Path(tempfile.mkdtemp(prefix=name_start(place), dir=place.parent))
        try:
            lock = take_lock(work)
        except (BlockingIOError, FileNotFoundError):
            continue  # somebody who cleans up took it for a leftover
        except OSError:
            return work, None
        if work.exists():
            return work, lock
        os.close(lock)
    raise OSError(f"{place}: others clean up beside it all the time")


def clean_up(place: Path) -> None:
    """Remove what was left beside a place by who was killed; if that was between two renames, put the last one back.

    Raises OSError when that cannot be put back. Folders in use stay, and where nothing can be locked, all of them do.
    """
    for work in place.parent.glob(f"{escape(name_start(place))}*"):
        try:
            lock = take_lock(work)
        except OSError:
            continue
        try:
            drop(work, place)
        finally:
            os.close(lock)


def drop(work: Path, place: Path) -> None:
    """Remove such a folder, as far as that can be done; what stood at the place before goes back if nothing does now.

    Raises OSError, with nothing removed, when it cannot go back.
    """
    if (work / "last").is_dir() and not place.exists():
        (work / "last").rename(place)
    shutil.rmtree(work, ignore_errors=True)


def name_start(place: Path) -> str:
    """Give how the names of such folders begin."""
    return f".{place.name}.next-"


def take_lock(folder: Path) -> int:
    """Lock a folder and give what to close; the lock goes with the process.

    Raises BlockingIOError when another process has it, and OSError where the system or the file system has no locks.
    """
    if sys.platform == "win32":
        raise OSError("folders have no locks here")
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor
