"""Tell whether a change touches anything outside of `content/`: only then do the tests have anything to say about it.

    BASE=... python .github/scripts/find_code_changes.py

Run in a checkout of the change, merged. BASE is the commit before it (default: the first parent of the merge). Says
`code=true` or `code=false` to the workflow; when in doubt, `true`, so that every test runs.
"""

import os
import subprocess
import sys
from pathlib import Path

from runner import tell

CONTENT = "content/"


def list_paths(base: str) -> list[str]:
    """Give every path that the change touches, a rename as two; [] when git cannot tell."""
    options = ("--name-only", "--no-renames", "--ignore-submodules=none", "-z")
    command = ["git", "diff", *options, "--end-of-options", base, "HEAD", "--"]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    return [path for path in done.stdout.split("\0") if path] if done.returncode == 0 else []


def main() -> int:
    """Tell it to people and to the workflow."""
    paths = list_paths(os.environ.get("BASE") or "HEAD^1")
    code = [path for path in paths if not path.startswith(CONTENT)]
    if paths and not code:
        tell(f"All {len(paths)} files of this change are below content/: the job Review checks them.")
    else:
        tell(
            f"The change touches more than content/, so every test runs: {', '.join(code[:5]) or 'not known'}"
        )
    answer = "code=false" if paths and not code else "code=true"
    output = os.environ.get("GITHUB_OUTPUT", "")
    if output:
        with Path(output).open("a", encoding="utf-8") as file:
            file.write(f"{answer}\n")
    else:
        tell(answer)
    return 0


if __name__ == "__main__":
    sys.exit(main())
