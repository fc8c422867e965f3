"""`scm review`: what a change does, before it is merged."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from scm_site.cli.answer import FINDINGS, FINE, Answer
from scm_site.cli.options import add_day, find_day, find_until, require_history
from scm_site.cli.writing import write_whole

if TYPE_CHECKING:
    from scm_site.pipeline import Reviewed

FORMATS = ("text", "json", "markdown", "github")


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument(
        "base", metavar="BASE", help="the revision into which the change is to be merged, such as main"
    )
    parser.add_argument(
        "head", metavar="HEAD", nargs="?", default="HEAD", help="the change (default: what is checked out)"
    )
    parser.add_argument(
        "--author",
        metavar="ACCOUNT",
        type=read_account,
        default="",
        help="who opened the pull request: they do not count as agreeing",
    )
    add_day(parser, "duties are worked out")
    parser.add_argument("--format", choices=FORMATS, default="text", help="how to print it")
    parser.add_argument(
        "--save",
        metavar="FORMAT=FILE",
        type=read_saving,
        action="append",
        default=[],
        help="write it to a file in another format, too, such as json=review.json",
    )


def read_saving(text: str) -> tuple[str, Path]:
    """Read a format and a file, as `json=review.json`."""
    form, sign, path = text.partition("=")
    if form not in FORMATS or not sign or not path:
        raise ArgumentTypeError(f"write a format ({', '.join(FORMATS)}), =, and a file")
    return form, Path(path)


def read_account(text: str) -> str:
    """Read an account of a forge."""
    if len(text) > 100 or not text.isprintable():
        raise ArgumentTypeError("this is no account of a forge")
    return text.removeprefix("@")


def run(arguments: Namespace) -> Answer:
    """Review a change in the repository below `--root`; 1 where something must be mended."""
    from scm_site.pipeline import review

    with require_history():
        reviewed = review(
            arguments.root,
            arguments.base,
            arguments.head,
            as_of=find_day(arguments),
            author=arguments.author,
            until=find_until(arguments),
        )
    for form, path in arguments.save:
        write_whole(path, render(reviewed, form))
    code = FINDINGS if reviewed.review.has_errors else FINE
    return Answer(text=render(reviewed, arguments.format), code=code)


def render(reviewed: "Reviewed", form: str) -> str:
    """Give a review in one of the formats."""
    from scm_site.reports import render_github
    from scm_site.reports.review_document import make_review_document, render_review_json
    from scm_site.reports.review_markdown import ReviewPlaces, render_review_markdown
    from scm_site.reports.review_text import render_review_text

    review = reviewed.review
    if form == "github":
        return render_github(review.findings, reviewed.address, review.transition.head.files)
    document = make_review_document(review, reviewed.address)
    if form == "json":
        return render_review_json(document)
    if form == "text":
        return render_review_text(document)
    return render_review_markdown(document, ReviewPlaces(site=reviewed.address))
