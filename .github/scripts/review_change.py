"""Look at a change with the program of the main branch, and tell it where people look. For people: docs/approval.md

    AUTHOR=... python .github/scripts/review_change.py SUBMISSION REVIEW

Run in a checkout of the main branch, with its virtual environment. SUBMISSION is a checkout of the change, merged; it
is data, and nothing in it is run. Writes the review as JSON to the file REVIEW, as Markdown to the summary of the run,
and prints it as annotations. Ends with 0 when nothing is in the way, 1 when something must be mended, 2 when there
could be no review; then there is no file.
"""

import html
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from runner import run_python, tell, tell_output, write_summary

TIMEOUT = 600
FINE, FINDINGS, COULD_NOT_RUN = 0, 1, 2
NO_REVIEW = """\
## The review could not be made

{reason}

Nobody has checked this change yet, so it cannot be merged. If the reason is in the change itself, please mend it there;
otherwise run the check again, and tell the maintainers if that does not help.
"""


class NoReviewError(Exception):
    """There can be no review; the text says why in one line."""


@dataclass(frozen=True, kw_only=True)
class Reviewer:
    """Asks the program of the main branch about one change; nothing else of our surroundings reaches it."""

    submission: Path
    base: str
    author: str

    def review(self, folder: Path) -> tuple[int, str]:
        """Give how `scm review` ended, and the annotations; raises NoReviewError.

        The same review is then in the folder, as JSON and as Markdown.
        """
        author = [f"--author={self.author}"] if self.author else []
        saved = [f"--save={form}={folder / form}" for form in ("json", "markdown")]
        done = run_program(
            *("-m", "scm_site", "--root", str(self.submission)),
            *("review", "--format", "github", *saved, *author, self.base, "HEAD"),
        )
        if done.returncode not in (FINE, FINDINGS) or not done.stdout:
            tell_output(done.stderr)
            raise NoReviewError(find_last_line(done.stderr) or f"`scm review` ended with {done.returncode}")
        return done.returncode, done.stdout


def run_program(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python in this checkout; raises NoReviewError when it takes too long."""
    try:
        return run_python(*arguments, timeout=TIMEOUT)
    except subprocess.TimeoutExpired:
        raise NoReviewError(f"`scm review` took more than {TIMEOUT} seconds") from None


def find_last_line(told: str) -> str:
    """Give the last line of what a program complained about."""
    lines = told.strip().splitlines()
    return lines[-1].strip() if lines else ""


def find_base() -> str:
    """Give the commit of this checkout: what the change is compared with, and whose program judges it."""
    done = subprocess.run(
        ["git", "rev-parse", "--verify", "HEAD"],  # noqa: S607 (the runner's own git)
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise NoReviewError("the main branch is not checked out here")
    return done.stdout.strip()


def make_review(reviewer: Reviewer, target: Path) -> int:
    """Write the review to its three places, and give how it ended."""
    with TemporaryDirectory() as folder:
        code, annotations = reviewer.review(Path(folder))
        document, summary = (Path(folder, form).read_text(encoding="utf-8") for form in ("json", "markdown"))
    json.loads(document)
    write_summary(summary)
    # These are commands to the runner, so they go out as they are: the program escapes what is a stranger's.
    print(annotations, flush=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(document, encoding="utf-8")
    return code


def main(submission: str, target: str) -> int:
    """Review the change in a folder."""
    try:
        reviewer = Reviewer(
            submission=Path(submission), base=find_base(), author=os.environ.get("AUTHOR", "")
        )
        code = make_review(reviewer, Path(target))
    except (NoReviewError, OSError, ValueError) as error:
        tell(f"The review could not be made: {error}")
        write_summary(
            NO_REVIEW.format(reason=f"<pre>{html.escape(' '.join(str(error).split()), quote=False)}</pre>")
        )
        return COULD_NOT_RUN
    if code == FINDINGS:
        tell("Something must be mended before this change can be merged: it stands above and in the summary.")
    return code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
