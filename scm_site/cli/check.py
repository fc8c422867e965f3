"""`scm check`: all rules on the whole register, and the findings of the files that were asked for."""

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from scm_site.cli.outcome import FINDINGS, FINE, CannotRunError, Outcome
from scm_site.findings import Finding, Severity
from scm_site.reports import RENDERERS


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
        "--base",
        metavar="REV",
        help="a revision to compare with: errors in files that the change since then did not touch are warnings",
    )


def run(arguments: Namespace) -> Outcome:
    """Check the register below `--root`."""
    from scm_site.pipeline import check

    root: Path = arguments.root
    wanted = [find_path(root, path) for path in arguments.paths]
    result = check(root)
    findings = [finding for finding in result.findings if is_wanted(finding, wanted)]
    if arguments.base is not None:
        findings = [*soften(findings, find_touched(root, arguments.base))]
    text = RENDERERS[arguments.format](findings, result.address, result.files)
    failed = any(finding.severity == Severity.ERROR for finding in findings)
    return Outcome(text=text, code=FINDINGS if failed else FINE)


def find_touched(root: Path, base: str) -> frozenset[str]:
    """Give the files that the change since a revision touches."""
    from scm_site.reading.git_history import UnknownRevisionError, read_changed_files

    try:
        return read_changed_files(root, base)
    except UnknownRevisionError as reason:
        raise CannotRunError(str(reason)) from None


def soften(findings: Sequence[Finding], touched: frozenset[str]) -> Iterator[Finding]:
    """Turn errors in files that a change did not touch into warnings: they are not its author's to mend."""
    for finding in findings:
        is_own = finding.place.path in touched
        yield finding if is_own else replace(finding, severity=Severity.WARNING)


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
