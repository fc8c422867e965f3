"""Tell which files of the worked example's whole site differ from those of another revision: `make compare-site`.

Each revision's own program tells its own story and exports its site; then commits and checksums get names on both sides
(`quiet_output.py`), so that what is left is what the change does. The working tree is the one side, as it is.
"""

import difflib
import os
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from scm_site.demo.play import DEMO_DAY, RECORDS  # noqa: E402
from tests.expected_site_writer import read_files  # noqa: E402
from tests.quiet_output import quieten_files  # noqa: E402

#: Lines that are shown of one file, unless everything is asked for.
SHOWN = 8
#: What is shown of one such line.
WIDTH = 160


@contextmanager
def check_out(revision: str, folder: Path) -> Iterator[Path]:
    """Give a working tree of another revision, and take it away afterwards."""
    tree = folder / "tree"
    subprocess.run(["git", "worktree", "add", "--quiet", "--detach", tree, revision], cwd=ROOT, check=True)
    try:
        yield tree
    finally:
        subprocess.run(["git", "worktree", "remove", "--force", tree], cwd=ROOT, check=True)


def make_site(program: Path, folder: Path) -> dict[str, bytes]:
    """Give the site that the program in a working tree makes of its example, with names for commits."""
    register, site = folder / "register", folder / "site"
    day = ("--as-of", str(DEMO_DAY))
    run(program, "demo", str(register), "--no-serve", *day)
    run(
        program,
        "--root",
        str(register),
        "export",
        str(site),
        *day,
        "--pull-requests",
        str(register / RECORDS),
    )
    return quieten_files(read_files(site), register)


def run(program: Path, *arguments: str) -> None:
    """Run a command of the program in a working tree; raises SystemExit with what it said when it fails."""
    done = subprocess.run(
        [sys.executable, "-m", "scm_site", *arguments],
        env={**os.environ, "PYTHONPATH": str(program)},
        cwd=program,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"in {program}, `scm {' '.join(arguments)}` failed:\n{done.stdout}{done.stderr}")


def compare(old: Mapping[str, bytes], new: Mapping[str, bytes], shown: int | None) -> Iterator[str]:
    """Tell of each file that is not the same what is new and gone in it, then how many there are."""
    names = sorted(name for name in {*old, *new} if old.get(name) != new.get(name))
    for name in names:
        yield tell_file(name, old.get(name), new.get(name), shown)
    yield f"{len(names)} of {len(new)} files differ"


def tell_file(name: str, old: bytes | None, new: bytes | None, shown: int | None) -> str:
    """Tell how one file differs: the lines that go and come, or that it is new, gone or no text."""
    if old is None or new is None:
        return f"{name}: {'new' if old is None else 'gone'}"
    try:
        before, after = old.decode().splitlines(), new.decode().splitlines()
    except UnicodeDecodeError:
        return f"{name}: {len(old)} bytes, now {len(new)}"
    diff = list(difflib.unified_diff(before, after, n=0, lineterm=""))[2:]  # without the names
    lines = [line for line in diff if not line.startswith("@@")]
    counts = Counter(line[0] for line in lines)
    more = [] if shown is None or len(lines) <= shown else [f"… and {len(lines) - shown} lines more"]
    told = [line if shown is None else line[:WIDTH] for line in lines[:shown]]
    return "\n  ".join([f"{name}: +{counts['+']} -{counts['-']}", *told, *more])


def main(arguments: Sequence[str]) -> None:
    """Make both sites and print how they differ; raises SystemExit when one of them cannot be made."""
    parser = ArgumentParser(description="Compare the example's site with that of another revision.")
    parser.add_argument("revision", nargs="?", default="HEAD", help="what to compare with (default: HEAD)")
    parser.add_argument("--all", action="store_true", help="show every line that differs, whole")
    told = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "old").mkdir()
        (folder / "new").mkdir()
        with check_out(told.revision, folder) as tree:
            old = make_site(tree, folder / "old")
        new = make_site(ROOT, folder / "new")
    print("\n".join(compare(old, new, None if told.all else SHOWN)))


if __name__ == "__main__":
    main(sys.argv[1:])
