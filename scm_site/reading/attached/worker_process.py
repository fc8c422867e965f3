"""What runs in the process that looks into files (worker.py): its limits, its questions and answers."""

import faulthandler
import gc
import json
import logging
import signal
import sys
from contextlib import suppress
from dataclasses import asdict

from scm_site.reading.attached.file_kinds import PACKED_KINDS
from scm_site.reading.attached.opening import look_into

#: Where seconds of the processor cannot be limited (Windows), so many times as many may pass by the clock.
PATIENCE = 6


def answer_questions(seconds: float, memory: int) -> None:
    """Take a size on a line and so many bytes, and say on a line what is wrong with that file, until nothing comes in.

    Ends the process over a file that takes more seconds of the processor, or more bytes of memory.
    """
    logging.disable()
    _limit_memory(memory)
    gc.freeze()
    _say("")
    while size := sys.stdin.buffer.readline():
        content = sys.stdin.buffer.read(int(size))
        _limit_work(seconds)
        kind, found = look_into(content)
        gc.collect()  # what is left of one file must not count for the next one
        _limit_work(0)
        number = PACKED_KINDS.index(kind) if kind in PACKED_KINDS else None
        _say(json.dumps([number, asdict(found)]))


def _say(line: str) -> None:
    sys.stdout.buffer.write(line.encode() + b"\n")
    sys.stdout.flush()


def _limit_memory(size: int) -> None:
    """Limit the memory where the system can (not Windows, not macOS)."""
    with suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_AS, (size, size))


def _limit_work(seconds: float) -> None:
    """Let the system end this process after so many seconds, 0 for no end: nothing else stops what runs in C."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)
    elif seconds:
        faulthandler.dump_traceback_later(PATIENCE * seconds, exit=True)
    else:
        faulthandler.cancel_dump_traceback_later()
