"""Make a site of three pages, an export and an example again and again, each time with another fault.

Run as `python -m tests.output.fault_runs FOLDER`, in one process; prints a line for each job, and what went wrong.
"""

import contextlib
import io
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path

from scm_site import pipeline
from scm_site.output import exchange
from scm_site.output.leftovers import clean_up
from scm_site.output.next_folder import make_anew
from scm_site.pages.frame.exported_files import write_file
from tests.mkdocs_plugin import run_generator
from tests.mkdocs_plugin.sample_register import make_register
from tests.output.faults import CHANGES, STARTS, Faults, met, read_tree

#: Leaves out the files of the theme: each would be written and linked like all others.
HOOKS = """\
def on_files(files, config):
    for file in list(files):
        if file.dest_uri.startswith("assets/"):
            files.remove(file)
    return files
"""
DAYS = ("2024-09-01", "2024-09-05")

#: Makes the first or the second content, and gives how the program ended.
Make = Callable[[int], int]


def build_three_pages(root: Path, **arguments: object) -> run_generator.Build:
    """Stand in for the pipeline."""
    built = run_generator.build(root, **arguments)  # type: ignore[arg-type] # as it is called
    assert built.site is not None
    return replace(built, site=replace(built.site, pages=built.site.pages[:3]))


def prepare(root: Path) -> None:
    """Lay out the site of three pages, and a hand-written one that leads to them."""
    make_register(root)
    (root / "hooks.py").write_text(HOOKS, encoding="utf-8")
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("\nhooks:\n  - hooks.py\n")
    vars(pipeline)["build"] = build_three_pages


def build(_: int) -> int:
    """Run `mkdocs build`."""
    from mkdocs.__main__ import cli
    from mkdocs.commands import build

    build.log.filters.clear()  # it says each sentence once in a process
    try:
        cli(["build", "--strict"], prog_name="mkdocs")
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 1
    return 0


def export(_: int) -> int:
    """Run `scm export`."""
    return run_scm("export", "export", "--no-history", "--replace", "--as-of", "2026-11-22")


def demo(which: int) -> int:
    """Run `scm demo`."""
    return run_scm("demo", "demo", "--replace", "--no-serve", "--as-of", DAYS[which])


def run_scm(*arguments: str) -> int:
    """Run `scm` in this process."""
    from scm_site.cli.main import main

    return main(arguments)


def try_every_fault(make: Make, place: Path, events: frozenset[str] = CHANGES | STARTS) -> None:
    """Make it with the first, the second … change failing, until nothing is left to fail."""
    whole = []
    for which in (0, 1):
        told, code = run(make, which)
        assert code == 0, told
        whole.append(read_tree(place))
    assert whole[0] != whole[1]
    now = 1
    for number in count(1):
        faults = Faults(at=number, kept=place, events=events)
        told, code = run(make, 1 - now, faults)
        expected = now if code else 1 - now
        complain(make, faults, told, code, there=read_tree(place) == whole[expected])
        if not faults.hit:
            break
        now = expected
    print(make.__name__, number - 1, len(list(place.parent.glob(f".{place.name}.*"))))


def try_every_kill(place: Path) -> None:
    """Let a process be killed at the first, the second … change; what is there must be whole, and so the next one."""
    make_three_files(place, 0)
    for number in count(1):
        child = os.fork()
        if not child:
            with met(Faults(at=number, kill=True)):
                make_three_files(place, number)
            os._exit(0)
        _, ended = os.waitpid(child, 0)
        if not place.exists() and exchange.find_renameat2() is None:
            clean_up(place)  # killed between the two renames
        there = read_tree(place)
        if set(there) != {"one", "two/two", "two/same"} or there["one"] != there["two/two"]:
            print(f"kill {number}: {there}")
        if not ended:
            break
    print("kill", number - 1, len(list(place.parent.glob(f".{place.name}.*"))))


def make_three_files(place: Path, number: int) -> None:
    """Write two files with other words than before, and one with the same."""
    with make_anew(place) as made:
        write_file(made / "one", b"%d" % number)
        write_file(made / "two/two", b"%d" % number)
        write_file(made / "two/same", b"same")


def run(make: Make, which: int, faults: Faults | None = None) -> tuple[str, int]:
    """Give what was said, and how it ended; 99 for an exception that a reader would see as a traceback."""
    Path("content/name.txt").write_text(f"The name {which}", encoding="utf-8")
    told = io.StringIO()
    with contextlib.redirect_stdout(told), contextlib.redirect_stderr(told):
        try:
            with met(faults or Faults()):
                code = make(which)
        except BaseException as problem:  # noqa: BLE001
            return f"{told.getvalue()}\n{problem!r}", 99
    return told.getvalue(), code


def complain(make: Make, faults: Faults, told: str, code: int, *, there: bool) -> None:
    """Print what went wrong, if anything did."""
    reasons = {
        "a traceback": code == 99 or "Traceback" in told,
        "not whole": not there,
        "written in place": bool(faults.opened),
        "no reason given": bool(code) and "stays as it was" not in told,
    }
    for reason in (reason for reason, is_so in reasons.items() if is_so):
        print(f"{make.__name__} {faults.at} {faults.hit}: {reason}: {told!r} {faults.opened}")


def main(folder: Path) -> None:
    """Try all jobs, the second one also where folders cannot be exchanged."""
    prepare(folder)
    os.chdir(folder)
    sys.dont_write_bytecode = True
    try_every_fault(demo, folder / "demo", STARTS)
    try_every_fault(build, folder / "site")
    try_every_fault(export, folder / "export")
    try_every_kill(folder / "kill")
    exchange.find_renameat2 = lambda: None
    try_every_fault(export, folder / "export")
    try_every_kill(folder / "kill")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
