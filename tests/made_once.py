"""What is costly to make and is only read: made once for all processes of a run of the tests, and of `make bless`."""

import atexit
import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

#: Names the folder that the processes of a run share; the first of them makes it, and takes it away in the end.
VARIABLE = "SCM_MADE_ONCE"


def find_shared_folder() -> Path:
    """Give the folder that this process shares with those that it starts and with the one that started it."""
    if VARIABLE not in os.environ:
        os.environ[VARIABLE] = tempfile.mkdtemp(prefix="made-once-")
        atexit.register(remove_folder, Path(os.environ[VARIABLE]), os.getpid())
    return Path(os.environ[VARIABLE])


def remove_folder(folder: Path, owner: int) -> None:
    """Take the shared folder away, if this is the process that made it and not a copy of it."""
    if os.getpid() == owner:
        shutil.rmtree(folder, ignore_errors=True)


def make_once(name: str, make: Callable[[Path], object]) -> Path:
    """Give the folder that `make` fills; it gets a path that is not there yet. Nobody may change what is in it."""
    folder, made = find_shared_folder() / name, find_shared_folder() / f"{name}.made"
    with (find_shared_folder() / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # until the file is closed
        if not made.exists():
            shutil.rmtree(folder, ignore_errors=True)  # of somebody who failed
            make(folder)
            made.touch()
    return folder
