"""Keep one comment with the review on a pull request, up to date in place. For people: docs/approval.md

    GITHUB_TOKEN=... GITHUB_REPOSITORY=owner/name GITHUB_EVENT_PATH=... python keep_review_comment.py REVIEW

Run in a checkout of the main branch, with its virtual environment, after a run of the check has ended. REVIEW is the
file that this run left, if it did. Strangers may have made it, so it is measured, parsed by a schema and rendered here,
with the site's own address. Everything else comes from the forge. Ends with 0 when the comment is as it should
be or none is wanted, 2 when it could not be kept. Running it again is always safe.
"""

import os
import stat
import sys
from dataclasses import replace
from pathlib import Path

from checked_run import SERVER, CheckedRun, find_pull_request, has_only_content, read_event
from forge import Forge, ForgeError
from runner import BOT, CannotGoOnError, make_forge, normalise, read_variable, tell

from scm_site.filing.forge import make_edit_address
from scm_site.pipeline import check, find_site_address
from scm_site.records.register import NotAvailableError
from scm_site.reports.review_document import ReviewError, read_review
from scm_site.reports.review_markdown import ReviewPlaces, render_review_markdown

MARKER = "<!-- scm-review -->"
LARGEST = 1024 * 1024

NOT_PROOF = """\
**Mind:** this pull request changes more than `content/`. Whoever wrote it could also have changed the check, and with
it this review. It says little, then: maintainers read the change itself.

"""
NO_REVIEW = """\
## The review could not be made

Nobody has checked this change yet, so it cannot be merged. [The run of the check](<{address}>) says what went wrong.
"""
TOO_LARGE = """\
## The review is too large for a comment

It is in the summary of [the run of the check](<{address}>).
"""
FOOT = (
    "\n---\nThis comment is about commit {commit} and is kept up to date. "
    "[The run of the check](<{address}>) has the same, and the site as it would be. What all of this means: "
    "docs/approval.md in this repository.\n"
)


class TooLargeError(ReviewError):
    """The file may be a review, but of more than we read."""


def read_file(path: Path) -> str:
    """Give the text of the file that the run left; raises ReviewError when it is none that we would read."""
    try:
        # Neither a link nor a pipe: only a file that was really in the archive.
        told = os.lstat(path)
        if not stat.S_ISREG(told.st_mode):
            raise ReviewError("the review is no ordinary file")
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise TooLargeError(f"the review is larger than {LARGEST} bytes")
        return content.decode("utf-8")
    except FileNotFoundError:
        raise ReviewError("the run left no review") from None
    except (OSError, UnicodeDecodeError) as error:
        raise ReviewError(f"the review cannot be read: {error}") from None


def find_places(root: Path, run: CheckedRun) -> ReviewPlaces:
    """Give the site's address, as the main branch's own settings name it, and where the branch of the change is edited.

    A new file is not on the main branch, and what is mended there would not be mended in the change.
    """
    register = check(root).register
    try:
        kept = register.settings.repository
        edit = make_edit_address(replace(kept, address=f"{SERVER}/{run.repository}", branch=run.branch))
    except NotAvailableError:
        edit = ""
    return ReviewPlaces(site=find_site_address(register), edit=edit)


def make_body(run: CheckedRun, review: Path, *, is_plain: bool) -> str:
    """Give the text of the comment: the marker first, so that nothing in the text can pass for it."""
    try:
        told = render_review_markdown(read_review(read_file(review)), find_places(Path(), run))
    except ReviewError as error:
        tell(f"There is no review to show: {error}")
        words = TOO_LARGE if isinstance(error, TooLargeError) else NO_REVIEW
        told = words.format(address=run.address)
    note = "" if is_plain else NOT_PROOF
    return f"{MARKER}\n{note}{told}{FOOT.format(commit=run.commit, address=run.address)}"


def keep(forge: Forge, number: int, body: str) -> str:
    """Write the comment or change the one that is there, and tell what was done."""
    for comment in forge.list_comments(number):
        if comment.author == BOT and comment.body.startswith(MARKER):
            if normalise(comment.body) == normalise(body):
                return "the comment is as it should be"
            forge.change_comment(comment.number, body)
            return "changed the comment"
    forge.add_comment(number, body)
    return "wrote the comment"


def main(review: str) -> int:
    """Keep the comment of the pull request that the run in the event was about."""
    try:
        run = read_event(Path(read_variable("GITHUB_EVENT_PATH")))
        if run is None:
            tell("Nothing to do: this was no check of a pull request whose branch is still there.")
            return 0
        forge = make_forge()
        found = find_pull_request(forge, run)
        if isinstance(found, str):
            tell(f"Nothing to do for the check of {run.commit}: {found}.")
            return 0
        body = make_body(run, Path(review), is_plain=has_only_content(forge, found))
        tell(f"Pull request {found.number}: {keep(forge, found.number, body)}.")
    except (CannotGoOnError, ForgeError, OSError) as error:
        tell(f"Could not keep the comment: {error}")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
