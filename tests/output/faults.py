"""Let the n-th thing that a program does to its files, or the n-th program that it starts, fail or be its end."""

import errno
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

#: What Python tells of before it does it; opening a file counts when it is opened to write.
CHANGES = frozenset(
    {
        *("open", "os.mkdir", "os.rename", "os.link", "os.symlink", "os.remove", "os.rmdir", "shutil.rmtree"),
        *("os.chmod", "os.chown", "os.utime", "os.setxattr", "os.truncate"),
    }
)
STARTS = frozenset({"subprocess.Popen", "os.fork", "os.posix_spawn"})
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


@dataclass
class Faults:
    """Which of the coming changes fails, and what was seen of them."""

    at: int = 0  # 0: none
    events: frozenset[str] = CHANGES | STARTS
    kill: bool = False
    seen: int = 0
    hit: str = ""
    kept: Path | None = None  # where no file may be opened to write
    opened: tuple[str, ...] = ()  # those that were

    def meet(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Count a change; raise OSError, or kill this process, when it is the one."""
        if event == "open":
            if not arguments[2] & WRITING:
                return
            self.watch(str(arguments[0]))
        if event not in self.events:
            return
        self.seen += 1
        if self.seen == self.at:
            self.hit = event
            if self.kill:
                os.kill(os.getpid(), signal.SIGKILL)
            code = errno.EAGAIN if event in STARTS else errno.ENOSPC
            raise OSError(code, os.strerror(code))

    def watch(self, path: str) -> None:
        """Note a file of the last content that is opened to write."""
        if self.kept and Path(path).is_relative_to(self.kept) and not path.startswith("/dev"):
            self.opened += (path,)


active: list[Faults] = []
sys.addaudithook(lambda event, arguments: active[-1].meet(event, arguments) if active else None)


@contextmanager
def met(faults: Faults) -> Iterator[Faults]:
    """Let faults happen while the block runs."""
    active.append(faults)
    try:
        yield faults
    finally:
        active.pop()


def read_tree(folder: Path) -> dict[str, bytes]:
    """Give every file below a folder, but what git keeps for itself (it holds times)."""
    found = (path for path in folder.rglob("*") if path.is_file() and ".git" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
