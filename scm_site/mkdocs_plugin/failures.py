"""What stops a build without being a finding, in plain lines."""

import os
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.structure.files import File, Files
from mkdocs.utils import get_build_datetime

from scm_site.output.next_folder import tell_reason
from scm_site.reading.shut_folders import find_shut_folders
from scm_site.reports.terminal_line import make_terminal_line

OURS = __name__.partition(".")[0]


def explain_failure(error: Exception, place: Path) -> MkDocsException:
    """Give what stopped the build of a site into `place` as an error that MkDocs shows without a traceback."""
    if isinstance(error, MkDocsException):
        return error
    if isinstance(error, OSError):
        error = tell_reason(error, place)
    if type(error).__module__.startswith(OURS):
        return PluginError(make_terminal_line(str(error)))
    state = "stays as it was" if place.exists() else "was not made"
    hint = "`mkdocs build --verbose` tells where in the program"
    return PluginError(make_terminal_line(f"{type(error).__name__}: {error}; {place} {state}; {hint}"))


def refuse_unreadable(files: Files, config: MkDocsConfig) -> None:
    """Raise PluginError with each hand-written file and folder that cannot be read; MkDocs would go on without some."""
    shut = [
        f"{make_printable(tell_place(fault.filename, config))}: {fault.strerror}"
        for fault in find_shut_folders(Path(config.docs_dir))
    ]
    written = [file for file in files if file.src_dir == config.docs_dir and file.inclusion.is_included()]
    if faults := shut + [fault for file in written for fault in find_faults(file, config)]:
        raise PluginError("\n".join(faults))


def find_faults(file: File, config: MkDocsConfig) -> Iterator[str]:
    """Give one line when a file cannot be read, or is a page and not UTF-8."""
    path = Path(str(file.abs_src_path))
    told = tell_place(str(path), config)
    name = make_printable(told)
    try:
        if name != told:
            yield f"{name}: the name of the file is not UTF-8 text; give it another one"
        elif not path.is_file():  # reading a pipe would wait for ever
            yield f"{name}: there is no file to read (a link to nowhere, or something else than a file)"
        elif file.is_documentation_page():
            path.read_text(encoding="utf-8")
        else:
            path.open("rb").close()
    except OSError as reason:
        yield f"{name}: {reason.strerror}"
    except UnicodeDecodeError as reason:
        line = reason.object.count(b"\n", 0, reason.start) + 1
        yield f"{name}:{line}: is not UTF-8 text; save the file as UTF-8"


def tell_place(path: str, config: MkDocsConfig) -> str:
    """Give the place of a file or folder, from where mkdocs.yml is."""
    return os.path.relpath(path, Path(config.config_file_path).parent)


def make_printable(name: str) -> str:
    """Give a name as it can be printed; what is not UTF-8 text in it is written by its numbers."""
    return name.encode(errors="backslashreplace").decode()


def refuse_place(place: Path, root: Path) -> None:
    """Raise PluginError where a site would take the place of what it is made from (MkDocs guards `docs`)."""
    taken = Path(os.path.realpath(place))
    for name in ("content", "schemas", ".git"):
        needed = Path(os.path.realpath(root / name))
        if taken.is_relative_to(needed) or needed.is_relative_to(taken):
            raise PluginError(
                f"a site in {place} would replace `{name}`, which it is made from; name another folder"
            )


def refuse_epoch() -> None:
    """Raise PluginError when SOURCE_DATE_EPOCH is not a time; MkDocs would stumble over it when half is written."""
    try:
        get_build_datetime()
    except (ValueError, OverflowError, OSError):
        stated = os.environ.get("SOURCE_DATE_EPOCH", "")
        raise PluginError(
            f"SOURCE_DATE_EPOCH is `{stated}`; it must be a number of seconds since 1970, such as 1764000000"
        ) from None
