"""Put faults into a copy of the program, one at a time, and tell whether the named tests find them: `make faults`.

What shows that a test may go, or that a slow one may wait for the night: another one finds the same fault, in the same
tier or a faster one. `faults.toml` lists the faults. Only the test that is named for a fault is run.
"""

import importlib
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from argparse import ArgumentParser
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from importlib.util import cache_from_source
from multiprocessing import get_context
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]

#: What the program and its tests load, so that it is loaded once and not for each fault.
LIBRARIES = (
    "cattrs",
    "git",
    "html5lib",
    "hypothesis",
    "icalendar",
    "jinja2",
    "jsonschema",
    "markdown_it",
    "mkdocs.config",
    "nh3",
)

#: How pytest ends: all passed, some failed.
PASSED, FAILED = 0, 1


@dataclass(frozen=True)
class Verdict:
    """Whether a fault was found, and what failed then, or why it was not."""

    is_found: bool
    said: str


@dataclass(frozen=True, kw_only=True)
class Fault:
    """Something wrong in one line of the program, the test that finds it, and the smallest tier that has the test."""

    file: str
    old: str
    new: str
    test: str
    tier: str

    @property
    def name(self) -> str:
        """The file, and the line as it becomes."""
        return f"{self.file}: {self.new.strip()[:70] or self.old.strip()[:70] + ' (gone)'}"


def read_faults() -> tuple[Fault, ...]:
    """Give every fault of the list."""
    told = tomllib.loads((HERE / "faults.toml").read_text(encoding="utf-8"))
    return tuple(Fault(**one) for one in told["fault"])


def copy_program(program: Path, folder: Path, *paths: str) -> None:
    """Copy a checkout without what git takes no notice of; `paths`, as git takes them, say which files."""
    words = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *paths]
    listed = subprocess.run(words, cwd=program, capture_output=True, check=True).stdout.decode()
    for name in filter(None, listed.split("\0")):
        if (program / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(program / name, folder / name)


def run_tests(copy: Path, tests: Sequence[str], options: Sequence[str]) -> tuple[int, str]:
    """Run tests in a copy until one fails, in a process of its own; give how pytest ends, and what it finds wrong."""
    return run_in_copy(copy, lambda: pytest.main(["-qx", "-p", "no:cacheprovider", *options, *tests]))


def run_in_copy(copy: Path, call: Callable[[], int]) -> tuple[int, str]:
    """Call something in a copy, in a process of its own; give how it ends, and its lines on what is wrong."""
    with tempfile.TemporaryDirectory() as made_once, tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        child = os.fork()  # with the libraries loaded, and nothing of the program
        if child == 0:
            os.dup2(said.fileno(), 1)
            os.dup2(said.fileno(), 2)
            os.environ |= {"PYTHONPATH": str(copy), "SCM_MADE_ONCE": made_once}
            os.chdir(copy)
            sys.path.insert(0, str(copy))
            os._exit(call())
        _, status = os.waitpid(child, 0)
        said.seek(0)
        lines = [line for line in said if line.startswith(("FAILED", "ERROR", "E  "))]
    return os.waitstatus_to_exitcode(status), "".join(lines or ["it says nothing"]).strip()


def find_last_line(text: str) -> str:
    """Give the last line of a text."""
    return text.splitlines()[-1]


def find_failed(told: str) -> str:
    """Give the name of the test that failed, from the lines of `run_tests`."""
    ends = (line.partition(" ")[2] for line in told.splitlines() if line.startswith(("FAILED", "ERROR")))
    return next(ends, find_last_line(told)).partition(" - ")[0]


def tell_stale(fault: Fault, program: Path) -> str:
    """Say what a fault names and a program does not have, its line or its test; empty where both are there."""
    path = program / fault.file
    count = path.read_text(encoding="utf-8").count(fault.old) if path.exists() else 0
    if count != 1:
        return f"its line is there {count} times; write the fault anew"
    return "" if has_test(fault.test, program) else f"there is no {fault.test}; name another test"


def has_test(test: str, program: Path) -> bool:
    """Tell whether a test, `FILE::FUNCTION` or `FILE::FUNCTION[CASE]`, is there as far as its file tells."""
    name, _, function = test.partition("[")[0].partition("::")
    path = program / name
    return path.is_file() and f"def {function}(" in path.read_text(encoding="utf-8")


def judge(fault: Fault, copy: Path) -> Verdict:
    """Put a fault into a copy, run its test, and take it out again."""
    path = copy / fault.file
    whole = path.read_text(encoding="utf-8")
    rewrite(path, whole.replace(fault.old, fault.new))
    try:
        code, told = run_tests(copy, [fault.test], [f"--tier={fault.tier}"])
    finally:
        rewrite(path, whole)
    if code == FAILED:
        return Verdict(True, f"found by {find_failed(told)}")
    return Verdict(False, "NOT FOUND" if code == PASSED else f"cannot be tried: {find_last_line(told)}")


def rewrite(path: Path, text: str) -> None:
    """Write a file anew. Python would take one of the same second and size for the one that it compiled before."""
    path.write_text(text, encoding="utf-8")
    Path(cache_from_source(str(path))).unlink(missing_ok=True)


def judge_all(faults: Sequence[Fault]) -> Iterator[tuple[Fault, Verdict]]:
    """Give what is said of each fault. First their tests must pass without one: what always fails finds nothing."""
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name)
        copy_program(ROOT, copy)
        stale = {fault: told for fault in faults if (told := tell_stale(fault, copy))}
        failing = tell_failing({fault.test for fault in faults if fault not in stale}, copy)
        for fault in faults:
            wrong = stale.get(fault) or failing
            yield fault, Verdict(False, wrong) if wrong else judge(fault, copy)


def tell_failing(tests: Collection[str], copy: Path) -> str:
    """Say that a test fails, or cannot be run, although nothing was put in; empty where all of them pass."""
    code, told = run_tests(copy, sorted(tests), []) if tests else (PASSED, "")
    return "" if code == PASSED else f"fails without a fault: {find_failed(told)}"


def take_part(number: int, parts: int, only: Sequence[str]) -> list[str]:
    """Judge every so-manieth fault, and say of each what is so; give the lines on those that were not found."""
    asked = [one for one in read_faults() if not only or any(part in one.file for part in only)]
    missed = []
    for fault, verdict in judge_all(asked[number::parts]):
        line = f"{fault.tier:5} {fault.name}\n      {verdict.said}"
        print(line, flush=True)
        missed += [] if verdict.is_found else [line]
    return missed


def main(arguments: Sequence[str]) -> int:
    """Judge the faults on all cores; ends with 0 if each of them is found."""
    parser = ArgumentParser(
        description="Put faults into a copy of the program and run the tests that find them."
    )
    parser.add_argument("only", nargs="*", help="a part of a file's path: only faults in such files")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="faults at the same time")
    told = parser.parse_args(arguments)
    for library in LIBRARIES:
        importlib.import_module(library)
    parts = [(number, told.jobs, told.only) for number in range(told.jobs)]
    with ProcessPoolExecutor(told.jobs, mp_context=get_context("fork")) as pool:
        missed = [line for lines in pool.map(take_part, *zip(*parts, strict=True)) for line in lines]
    print(*["", f"{len(missed)} WERE NOT FOUND", *missed] if missed else ["each fault was found"], sep="\n")
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
