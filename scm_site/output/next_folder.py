"""The next content of a folder: made beside it, and put in its place when all of it is there.

Who is killed on the way leaves the last content as it was, and a hidden folder beside it that the next one removes.
"""

import logging
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from scm_site.output.exchange import put_in_place
from scm_site.output.leftovers import clean_up, drop, make_work_folder, name_start
from scm_site.output.unchanged import keep_unchanged, take_rights

log = logging.getLogger(__name__)


class NotMadeError(OSError):
    """A folder could not be made anew; the text is one plain line, and tells that it stays as it was."""


@dataclass(frozen=True, kw_only=True, slots=True)
class NextFolder:
    """The next content of `place`, in the making: `path` is where to write it."""

    place: Path
    work: Path
    lock: int | None

    @property
    def path(self) -> Path:
        """The folder in which the next content is made."""
        return self.work / "next"

    def finish(self) -> None:
        """Link what did not change, and take the place. Raises OSError, with the place as it was."""
        keep_unchanged(self.place, self.path, self.work / "same")
        put_in_place(self.path, self.place, self.work / "last")

    def remove(self) -> None:
        """Remove what is beside the place: what was not finished, else what stood there before."""
        with suppress(OSError):
            drop(self.work, self.place)
        if self.work.exists():
            log.warning("%s could not be removed; nothing needs it any more", self.work)
        if self.lock is not None:
            os.close(self.lock)


def start_next(folder: Path) -> NextFolder:
    """Begin the next content of a folder, which need not be there yet. Raises NotMadeError."""
    place = Path(os.path.realpath(folder))
    try:
        refuse_place(place)
        place.parent.mkdir(parents=True, exist_ok=True)
        clean_up(place)
        work, lock = make_work_folder(place)
        begun = NextFolder(place=place, work=work, lock=lock)
        make_empty(begun)
    except OSError as reason:
        raise tell_reason(reason, place) from reason
    return begun


def make_empty(begun: NextFolder) -> None:
    """Make the folder to write to, with the rights of the one whose place it takes; raises OSError."""
    try:
        begun.path.mkdir()
        if begun.place.is_dir():
            take_rights(begun.place, begun.path)
    except OSError:
        begun.remove()
        raise


def refuse_place(place: Path) -> None:
    """Raise NotMadeError for what another folder cannot take the place of."""
    if place.exists() and not place.is_dir():
        raise NotMadeError(f"{place} is not a folder")
    if place.is_mount():
        raise NotMadeError(
            f"{place} is where a file system begins, so it cannot be replaced; name a folder in it"
        )
    if Path.cwd().is_relative_to(place):
        raise NotMadeError(f"{place} is replaced as a whole, and you are in it; run this from another folder")


@contextmanager
def make_anew(folder: Path) -> Iterator[Path]:
    """Give where to write the next content of a folder, which takes its place when the block ends well.

    Raises NotMadeError; whatever is raised in the block leaves the folder as it was.
    """
    begun = start_next(folder)
    try:
        yield begun.path
        begun.finish()
    except OSError as reason:
        raise tell_reason(reason, begun.place) from reason
    finally:
        begun.remove()


def tell_reason(reason: OSError, place: Path) -> OSError:
    """Give an error that says in one line what failed, where, and how the folder is; words of ours stay as they are."""
    if isinstance(reason, shutil.Error):  # many in one: of each from where, to where, and why
        _, where, why = reason.args[0][0]
    elif reason.strerror is None:
        return reason
    else:
        where, why = reason.filename2 or reason.filename or place, reason.strerror
    state = "stays as it was" if place.exists() else "was not made"
    return NotMadeError(f"{name_place(str(where), place)}: {why}; {place} {state}")


def name_place(path: str, place: Path) -> str:
    """Give the path that a reader knows: what is made beside the place is meant for the place."""
    beside = str(place.parent / name_start(place))
    if not path.startswith(beside):
        return path
    below = path.removeprefix(beside).partition(f"{os.sep}next")[2]
    return f"{place}{below}" if below else f"beside {place}"
