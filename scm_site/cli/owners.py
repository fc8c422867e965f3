"""`scm owners`: who is asked to agree to which file, as the forge reads it."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from scm_site.cli.answer import FINDINGS, Answer, CannotRunError
from scm_site.cli.options import add_day, find_day
from scm_site.cli.writing import write_whole

STALE = """\
.github/CODEOWNERS:1: the file does not say what content/approvals.yml, the rosters and the groups say
    Run: make owners
"""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--write", action="store_true", help="write .github/CODEOWNERS (default: print it)")
    what.add_argument("--check", action="store_true", help="say whether .github/CODEOWNERS is up to date")
    add_day(parser, "people are in office")


def run(arguments: Namespace) -> Answer:
    """Print, write or check the code owners of the register below `--root`."""
    from scm_site.approval.offices import find_offices
    from scm_site.pipeline import check
    from scm_site.review.code_owners import CODE_OWNERS, is_up_to_date, render_code_owners

    offices = find_offices(check(arguments.root).register)
    if offices.approvals is None:
        raise CannotRunError("content/approvals.yml has errors: see scm check")
    path: Path = arguments.root / CODE_OWNERS
    if arguments.check:
        text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
        fine = is_up_to_date(text, offices)
        return Answer(text="The code owners are up to date.\n") if fine else Answer(text=STALE, code=FINDINGS)
    text = render_code_owners(offices, find_day(arguments))
    if not arguments.write:
        return Answer(text=text)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, text)
    return Answer(text=f"Wrote {CODE_OWNERS}.\n")
