"""Build the site as it would be after a change, with the program, the theme and the pages of the main branch.

    python .github/scripts/build_change.py SUBMISSION SITE

Run in a checkout of the main branch, with its virtual environment. SUBMISSION is a checkout of the change; of it only
`content/` and the history are read. Ends with 0 also when the content has errors, because then the review says so:
this only says why there is no site. Ends with 1 when the site could not be built for another reason.
"""

import subprocess
import sys
from pathlib import Path

from runner import run_python, tell, tell_output, write_summary

TIMEOUT = 900
#: What the plugin says when errors are in the way: scm_site/mkdocs_plugin/plugin.py
HAS_ERRORS = "the content has errors"
BUILT = """\
### The site after this change

It is attached to this run as `site`. To look at it: download and unpack it, then run `python3 -m http.server` in that
folder and open `http://localhost:8000`.
"""
NO_SITE = """\
### There is no site of this change

{reason}
"""
ERRORS = "The content has errors, and no site is made from such content. They stand in the review above."
BROKEN = "It could not be built, and not because of errors in the content. The log of this step says more."


def main(submission: str, site: str) -> int:
    """Build the site of the change in a folder."""
    try:
        done = build(Path(submission).resolve(), Path(site).resolve())
    except subprocess.TimeoutExpired:
        tell(f"The site was not ready after {TIMEOUT} seconds.")
        write_summary(NO_SITE.format(reason=BROKEN))
        return 1
    tell_output(done.stdout)
    if done.returncode == 0:
        write_summary(BUILT)
        return 0
    has_errors = HAS_ERRORS in done.stdout
    write_summary(NO_SITE.format(reason=ERRORS if has_errors else BROKEN))
    return 0 if has_errors else 1


def build(submission: Path, site: Path) -> subprocess.CompletedProcess[str]:
    """Run MkDocs in this checkout."""
    return run_python(
        *("-m", "mkdocs", "build", "--strict", "--site-dir", str(site)),
        timeout=TIMEOUT,
        stderr=subprocess.STDOUT,
        SCM_ROOT=str(submission),
        NO_MKDOCS_2_WARNING="1",
    )


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
