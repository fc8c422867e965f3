"""What is said about files that cannot be part of the register: their places, their names, their sizes."""

from scm_site.findings import Severity
from scm_site.reading.name_forms import ATTACHMENT_SUFFIXES
from scm_site.reading.quoting import quote_path, quote_value
from scm_site.rule import finding_rule


@finding_rule("F001", "A file is where no record is kept", in_form="never: the form writes the file")
def stray_file(reason: str, fix: str) -> tuple[str, str]:
    """Every kind of record has its own folder, and the folder says what the record is.

    A file anywhere else would never be read: its author would think that it is in the register when it
    is not.

    Fix: Move the file into the folder for its kind of record, or delete it.
    """
    return reason, fix


@finding_rule("F002", "A file's name has the wrong form", in_form="never: the form writes the file")
def wrong_name(reason: str, fix: str) -> tuple[str, str]:
    """The name of a file or folder is the permanent id of its record, and part of its address on the
    site.

    So names have fixed forms: small letters without accents, digits and hyphens, with a date in front
    where the record belongs to a day.

    Fix: Rename the file or folder to the form that the message shows.
    """
    return reason, fix


@finding_rule("F003", "A file is of a type that is not accepted", in_form="never: the form writes the file")
def wrong_type(name: str, types: str) -> tuple[str, str]:
    """Files beside an outcome are offered to the public for download.

    Only types that every reader can open and that cannot run a program in the reader's browser are
    accepted.

    Fix: Save the file as one of the accepted types, for example PDF, or delete it.
    """
    accepted = ", ".join(f"`{suffix}`" for suffix in ATTACHMENT_SUFFIXES)
    return (
        f"{quote_value(name)} cannot be published beside an outcome: {types} are not accepted",
        f"Save it as one of {accepted}, or delete it.",
    )


@finding_rule("F004", "A link stands in place of a file or folder", in_form="never: the form writes the file")
def symbolic_link(name: str) -> str:
    """A symbolic link can point anywhere on the computer that builds the site, and would publish what
    is there.

    Fix: Delete the link and put the file or folder itself in its place.
    """
    return f"{quote_value(name)} is a symbolic link, not a file or folder of its own"


@finding_rule("F005", "Two names are the same on some computers", in_form="never: the form writes the file")
def clashing_names(name: str, other: str) -> str:
    """Windows and macOS do not tell apart names that differ only in capitals or in how an accent is
    stored.

    On such a computer one of the two files would replace the other without a word.

    Fix: Rename or delete one of the two.
    """
    return f"{quote_value(name)} and {quote_value(other)} are the same name on some computers"


@finding_rule("F006", "A name cannot be used on every computer", in_form="never: the form writes the file")
def unportable_name(name: str, reason: str) -> str:
    """Some names cannot exist on Windows, others break programs on the way.

    One such name stops everybody on that system from getting a copy of the register at all.

    Fix: Rename it with small letters, digits and hyphens.
    """
    return f"{quote_value(name)} is a name that not every computer can hold: {reason}"


@finding_rule("F007", "A path is too long", in_form="never: the form writes the file")
def long_path(length: int, limit: int) -> str:
    """Windows cannot hold very long paths, and the path of the whole register is put in front of this
    one.

    Fix: Give the file or its folder a shorter name.
    """
    return f"the path has {length} characters, and {limit} is the most"


@finding_rule("F008", "A file is too large", in_form="never: the form writes the file")
def large_file(size: int, limit: int, sort: str) -> str:
    """A record is a page or two of text; a file beside an outcome is something a reader can download on
    the move.

    Whatever is once in the register stays in its history for ever, so large files are stopped at the
    door.

    Fix: Make the file smaller (shorter text, compressed pictures), or publish it elsewhere and give its
    address.
    """
    return f"the file has {_show_size(size)}, and {_show_size(limit)} is the most for {sort}"


@finding_rule("F009", "A file that the register needs is missing", in_form="never: the form writes the file")
def missing_file(path: str, kind: str) -> tuple[str, str]:
    """The settings, the code lists and the two rosters are what all other records are checked against.

    Fix: Create the missing file.
    """
    return f"the file {quote_path(path)} is missing", f"Create it: `scm new {kind}` writes one to fill in."


@finding_rule("F010", "A file cannot be read", in_form="never: the form writes the file")
def unreadable_file(name: str, reason: str) -> str:
    """What cannot be read cannot be checked, so it counts as wrong.

    Fix: Make sure that it is an ordinary file that you may open, or delete it.
    """
    return f"{quote_value(name)} cannot be read: {reason}"


@finding_rule("F011", "A program left a file behind", in_form="never: the form writes the file")
def leftover_file(name: str, origin: str) -> str:
    """Editors and operating systems leave hidden files and backup copies in folders.

    They are not records, and an old copy can hold what its author meant to delete.

    Fix: Delete the file. To keep such files out for good, add their names to `.gitignore`.
    """
    return f"{quote_value(name)} is not a record: {origin}"


@finding_rule("F026", "There are too many files", in_form="never: the form writes the file")
def too_many_files(limit: int) -> str:
    """A register of a thousand groups has some twenty thousand files. Far more of them than that are a slip, such as
    a folder that was unpacked in the wrong place, and reading them would take minutes.

    So nothing is read at all, and this is the only finding.

    Fix: Take out what does not belong under `content/`.
    """
    return f"there are more than {limit:,} files and folders under `content/`, so none of them was read"


@finding_rule(
    "F028",
    "The register is in the shape of the release before",
    severity=Severity.WARNING,
    in_form="never: the form writes the file",
)
def former_shape(count: int) -> str:
    """The program reads the files of the release before, too: it moves them in memory, each time, before it looks at
    anything. So a new release of the program turns nothing red. The release after this one will not read them any more.

    Fix: Run `scm migrate --dry-run`, then `scm migrate`, and propose what it changes in a pull request of its own.
    """
    files = "1 file is" if count == 1 else f"{count:,} files are"
    return f"{files} in the shape of the release before"


@finding_rule(
    "F029", "A file of the release before cannot be moved", in_form="never: the form writes the file"
)
def not_moved(reason: str) -> str:
    """The program moves files in the shape of the release before to that of today, and this one says something that
    has no place there, or does not even fit the shape of the release before.

    Fix: Mend the file so that the release before finds nothing wrong with it, and what the message names can be told.
    """
    return f"it cannot be moved to the shape of today: {reason}"


def _show_size(size: int) -> str:
    return f"{size:,} bytes"
