"""Printing that can fail: output that nobody reads, that is closed, or that goes to a full disk."""

import io
import os
import sys
from pathlib import Path
from typing import TextIO

from scm_site.cli.answer import CannotRunError
from scm_site.reports.terminal_line import make_terminal_line


def prepare_streams() -> None:
    """Let output to a terminal that cannot show a character show its code instead.

    Raises CannotRunError when standard output is closed: then the answer would go nowhere.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    if sys.stdout is None:
        raise CannotRunError("standard output is closed: there is nowhere to print the answer")
    fill_closed_places()


def fill_closed_places() -> None:
    """Let no file that is opened later take the number of a closed stream: git would write its complaints into it."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)


def print_out(text: str) -> None:
    """Print an answer; when the reader has left (as in `scm check | head`), stop without a word.

    Raises OSError when it cannot be written, as on a full disk.
    """
    try:
        write_all(sys.stdout, text)
    except BrokenPipeError:
        return
    except OSError as reason:
        raise OSError(reason.errno, reason.strerror, "standard output") from None


def complain(text: str) -> None:
    """Print on one line why a command could not run; where that cannot be written either, its code has to tell."""
    if sys.stderr is None:
        return
    try:
        write_all(sys.stderr, f"{make_terminal_line(text)}\n")
    except OSError:
        return


def write_all(stream: TextIO, text: str) -> None:
    """Write and flush; what could not be written is dropped, or Python would try again at its very end."""
    try:
        stream.write(text)
        stream.flush()
    except OSError:
        with Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), stream.fileno())
        raise
