"""`scm clean`: a copy of a file without what is not allowed beside an outcome, and without who made it."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from scm_site.cli.answer import FINDINGS, FINE, Answer, CannotRunError


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument(
        "file", metavar="FILE", type=Path, help="a document, a picture, a table or an archive"
    )
    parser.add_argument(
        "--output",
        metavar="COPY",
        type=Path,
        help="where to write the copy (default: FILE with -clean in its name)",
    )


def run(arguments: Namespace) -> Answer:
    """Write the copy, and say what it is without and what is left; raises CannotRunError where it cannot be made."""
    from scm_site.reading.attached.cleaning import clean_file
    from scm_site.reading.attached.faults import BrokenError

    file: Path = arguments.file
    copy: Path = arguments.output or file.with_stem(f"{file.stem}-clean")
    if arguments.output is None and copy.exists():
        raise CannotRunError(f"{copy} is there already; name another copy with --output")
    try:
        cleaned = clean_file(file.name, file.read_bytes())
    except BrokenError as reason:
        raise CannotRunError(f"{file} cannot be opened: {reason}") from None
    copy.write_bytes(cleaned.content)
    without = [f"- {words}" for words in cleaned.without] or ["- nothing: there was nothing to take out"]
    left = ["What is left, a person has to take out:", *(f"- {words}" for words in cleaned.left)]
    lines = [f"{copy} is a copy of {file} without:", *without, *(left if cleaned.left else ())]
    return Answer(text="\n".join(lines) + "\n", code=FINDINGS if cleaned.left else FINE)
