"""Tell how the main branch was approved, what came with its newest changes, and whether the code owners are up to date.

    python .github/scripts/audit_main.py PULL_REQUESTS

Run in a checkout of the main branch, with its virtual environment. PULL_REQUESTS is the file that
collect_pull_requests.py wrote. What was merged since SINCE (default: two days ago, as this runs every day) is reviewed
once more as it landed: two pull requests may each have been fine alone, and not together. Ends with 0 when all is well,
1 when something has to be explained, mended or refreshed, 2 when it could not tell.
"""

import html
import json
import os
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

from runner import run_python, tell, tell_output, write_summary

TIMEOUT = 900
A_DAY = 24 * 60 * 60
TELL_MORE = "\nWhat this means and what to do: docs/approval.md\n"


def list_newest(pull_requests: str) -> list[str]:
    """Give the newest commits of the main line, the oldest of them first.

    A commit came when the forge merged it, else on its own day, but not before the commit on which it stands, so that
    an old day in the newest commit hides nothing.
    """
    since = int(run_git("rev-parse", f"--since={os.environ.get('SINCE') or '2 days ago'}").partition("=")[2])
    line = run_git(
        "log", "--first-parent", "--min-parents=1", "--reverse", "--format=%H %ct", "HEAD"
    ).splitlines()
    merged, came, newest = read_merged(Path(pull_requests)), 0, list[str]()
    for commit, seconds in map(str.split, line):
        told = merged.get(commit, int(seconds))
        came = max(came, told) if told <= time.time() + A_DAY else came
        newest += [commit] if came >= since else []
    return newest


def run_git(*words: str) -> str:
    """Give what git prints; raises OSError or CalledProcessError where it cannot."""
    done = subprocess.run(["git", "--no-replace-objects", *words], capture_output=True, text=True, check=True)  # noqa: S607
    return done.stdout.strip()


def read_merged(pull_requests: Path) -> dict[str, int]:
    """Give when the forge merged each commit, in seconds; {} where its records cannot be read, as the audit tells."""
    try:
        merged = json.loads(pull_requests.read_bytes())["merged"]
        return {
            one["merge_commit"]: int(datetime.fromisoformat(one["merged_at"]).timestamp()) for one in merged
        }
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def ask(title: str, *arguments: str) -> int:
    """Run one command of the program, show what it says, and give how it ended."""
    try:
        done = run_python("-m", "scm_site", *arguments, timeout=TIMEOUT)
    except subprocess.TimeoutExpired:
        return show(title, f"It took more than {TIMEOUT} seconds.\n", 2)
    return show(title, done.stdout + done.stderr, done.returncode)


def show(title: str, told: str, code: int) -> int:
    """Show what a command said in the log and on the page of the run."""
    tell(f"{title}: {'fine' if code == 0 else f'ended with {code}'}")
    tell_output(told)
    more = TELL_MORE if code else ""
    write_summary(f"## {title}\n\n<pre>{html.escape(told, quote=False)}</pre>\n{more}")
    return code


def main(pull_requests: str) -> int:
    """Ask every question, also when the first answer is bad."""
    try:
        newest = list_newest(pull_requests)
    except OSError as error:
        return show("What was merged last", f"git could not tell: {error}\n", 2)
    except subprocess.CalledProcessError as error:
        return show("What was merged last", f"git could not tell: {error.stderr or error}\n", 2)
    return max(
        ask("How the main branch was approved", "audit", f"--pull-requests={pull_requests}"),
        ask("Whom the forge asks to agree", "owners", "--check"),
        *(ask(f"What came with {commit[:12]}", "review", f"{commit}^1", commit) for commit in newest),
    )


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
