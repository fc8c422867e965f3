"""Files are opened by a process of their own, since a file can be made so that reading it never ends.

The process starts with the first file that has to be opened, takes one after the other, and is replaced after one that
went beyond a limit (worker_process.py). What could not be looked into to its end is not accepted.
"""

import hashlib
import json
import os
import subprocess
import sys
import threading
from functools import cache

from scm_site.reading.attached import file_kinds as kinds
from scm_site.reading.attached.faults import Inspected
from scm_site.reading.attached.file_kinds import FileKind
from scm_site.reading.attached.pdf_words import find_pdf_words

#: Of a processor, for one file: a PDF of 300 pages takes a tenth of it, a book of 1,000 a third.
MOST_SECONDS = 10.0
MOST_MEMORY = 1024**3

#: Answers that are kept: `make serve` and the two sides of a review ask about the same bytes again.
MOST_KEPT = 10_000
answered: dict[bytes, bytes] = {}

_ENDLESS = "it has so many parts that it cannot be checked to its end"
_NOT_STARTED = "no process could be started here to look into it, so that it has to be checked elsewhere"
_CODE = "from scm_site.reading.attached.worker_process import answer_questions as run; run({}, {})"


def ask_worker(kind: FileKind, content: bytes) -> tuple[FileKind, Inspected]:
    """Give what a file is that begins as one of a kind, and what is wrong in it."""
    digest = hashlib.sha256(content).digest()
    answer = answered.get(digest) or find_worker(os.getpid(), threading.get_ident()).ask(content)
    if isinstance(answer, bytes):
        _keep(digest, answer)
        number, found = json.loads(answer)
        return kinds.PACKED_KINDS[number] if number is not None else kind, Inspected(**found)
    words = find_pdf_words(content) if kind is kinds.PDF else ()
    kind = kinds.BROKEN_ZIP if kind is kinds.ZIP else kind
    return kind, Inspected(broken=answer, dangers=words)


def _keep(digest: bytes, answer: bytes) -> None:
    """Keep an answer; the oldest go when there are many."""
    answered[digest] = answer
    while len(answered) > MOST_KEPT:
        answered.pop(next(iter(answered)), None)


class Worker:
    """The process; whatever happens to it while it reads a file, the file is to blame."""

    running: "subprocess.Popen[bytes] | None" = None

    def ask(self, content: bytes) -> str | bytes:
        """Give what is wrong with a file in JSON, or why that cannot be told."""
        try:
            process = self.running if self.running and self.running.poll() is None else _start()
        except OSError:
            return _NOT_STARTED
        self.running = None
        answer = _ask(process, content)
        if not answer.endswith(b"\n"):
            process.kill()
            process.wait()
            return _ENDLESS
        self.running = process
        return answer


@cache
def find_worker(*_owner: int) -> Worker:
    """Give the process of a program and thread; two must never read each other's answers."""
    return Worker()


def _start() -> "subprocess.Popen[bytes]":
    """Start a process that is ready; raises OSError when it does not start."""
    process = subprocess.Popen(  # noqa: S603 (this same Python, without the current folder, which may be anybody's)
        [sys.executable or "", "-P", "-c", _CODE.format(MOST_SECONDS, MOST_MEMORY)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    if process.stdout is None or process.stdout.readline() != b"\n":
        raise ChildProcessError
    return process


def _ask(process: "subprocess.Popen[bytes]", content: bytes) -> bytes:
    """Give the line that the process answers; it has no end when the process came to its own."""
    if process.stdin is None or process.stdout is None:
        return b""
    try:
        process.stdin.write(b"%d\n%b" % (len(content), content))
        process.stdin.flush()
    except OSError:
        return b""
    return process.stdout.readline()
