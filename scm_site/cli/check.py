"""`scm check`: all rules on the whole register, and the findings of the files that were asked for."""

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from scm_site.brought import raise_brought
from scm_site.cli.answer import FINDINGS, FINE, Answer, CannotRunError
from scm_site.findings import Finding, Severity
from scm_site.reports import MOST_SHOWN, RENDERERS


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument(
        "paths",
        metavar="PATH",
        nargs="*",
        help="show only the findings in this file or folder; the whole register is read all the same",
    )
    parser.add_argument("--format", choices=list(RENDERERS), default="text", help="how to print the findings")
    parser.add_argument(
        "--all",
        action="store_true",
        help=f"print all findings also where people read them, and not the first {MOST_SHOWN} (text, github)",
    )
    parser.add_argument(
        "--base",
        metavar="REV",
        help="compare with a revision: errors that it had too, in files that the change leaves alone, are warnings; "
        "warnings of some rules are errors where the change brings them",
    )


def run(arguments: Namespace) -> Answer:
    """Check the register below `--root`."""
    from scm_site.pipeline import check

    root: Path = arguments.root
    wanted = [find_path(root, path) for path in arguments.paths]
    result = check(root)
    told = result.findings if arguments.base is None else judge_change(root, arguments.base, result.findings)
    findings = [finding for finding in told if is_wanted(finding, wanted)]
    most = None if arguments.all else MOST_SHOWN
    text = RENDERERS[arguments.format](findings, result.address, result.files, most)
    failed = any(finding.severity == Severity.ERROR for finding in findings)
    return Answer(text=text, code=FINDINGS if failed else FINE)


def judge_change(root: Path, base: str, findings: Sequence[Finding]) -> Iterator[Finding]:
    """Give findings as severe as they are for a change since `base`.

    Errors that its author need not mend become warnings: they were there before it, in files that it does not touch. An
    error that the change causes in another file stays one. Warnings become errors where a rule is stricter with what a
    change brings.
    """
    from scm_site.reading.git_commands import GitError
    from scm_site.reading.revisions import read_start
    from scm_site.rules import RULES

    try:
        start = read_start(root, base)
        before = find_earlier(root, start.commit)
    except GitError as reason:
        raise CannotRunError(str(reason)) from None
    names = {finding.name for finding in before}
    for finding in raise_brought(findings, before, RULES):
        is_old = finding.name in names and finding.place.path not in start.touched
        yield replace(finding, severity=Severity.WARNING) if is_old else finding


def find_earlier(root: Path, commit: str) -> tuple[Finding, ...]:
    """Give the findings that the content of a commit has, by today's rules."""
    from scm_site.pipeline import read_revision

    revision = read_revision(root, commit)
    return revision.findings if revision else ()


def find_path(root: Path, typed: str) -> str:
    """Give a path from the root, with `/`; it is typed as seen from the current folder, or from the root."""
    if not typed or "\0" in typed:
        raise CannotRunError(f"there is no file or folder {typed}")
    path = next((path for path in (Path(typed), root / typed) if os.path.lexists(path)), None)
    if path is None:
        raise CannotRunError(f"there is no file or folder {typed}")
    for at, base in ((path.absolute(), root.absolute()), (path.resolve(), root.resolve())):
        below, above = Path(os.path.normpath(at)), Path(os.path.normpath(base))
        if below.is_relative_to(above):
            return below.relative_to(above).as_posix()
    raise CannotRunError(f"{typed} is outside of {root}")


def is_wanted(finding: Finding, wanted: Sequence[str]) -> bool:
    """Tell whether a finding is in one of the paths, or no paths were given."""
    path = finding.place.path
    return not wanted or any(below in (".", path) or path.startswith(f"{below}/") for below in wanted)
