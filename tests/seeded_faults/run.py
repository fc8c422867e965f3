"""Put faults into a copy of the program, one at a time, and tell which of them the named tests find: `make faults`.

What shows that a test may go, or that a slow one may wait for the night: another one finds the same fault, in the same
tier or a faster one. `faults.toml` lists the faults. Only the tests that are named for a fault are run.
"""

import importlib
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
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


@dataclass(frozen=True, kw_only=True)
class Fault:
    """Something wrong in one line of the program, the tests that find it, and the tier that has them."""

    file: str
    old: str
    new: str
    tests: tuple[str, ...]
    tier: str

    @property
    def name(self) -> str:
        """The file, and the line as it becomes."""
        return f"{self.file}: {self.new.strip()[:70] or self.old.strip()[:70] + ' (gone)'}"


def read_faults() -> tuple[Fault, ...]:
    """Give every fault of the list."""
    told = tomllib.loads((HERE / "faults.toml").read_text(encoding="utf-8"))
    return tuple(Fault(**{**one, "tests": tuple(one["tests"])}) for one in told["fault"])


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


def judge(fault: Fault, copy: Path, options: Sequence[str]) -> str:
    """Put a fault into a copy, run its tests, take it out again; give "" if they find it, else what is wrong."""
    path = copy / fault.file
    whole = path.read_text(encoding="utf-8") if path.exists() else ""
    if whole.count(fault.old) != 1:
        return f"the line is there {whole.count(fault.old)} times; write the fault anew"
    path.write_text(whole.replace(fault.old, fault.new), encoding="utf-8")
    try:
        code, told = run_tests(copy, fault.tests, options)
    finally:
        path.write_text(whole, encoding="utf-8")
    return {FAILED: "", PASSED: "NOT FOUND"}.get(code, f"the tests cannot be run: {find_last_line(told)}")


def judge_all(faults: Sequence[Fault], program: Path, with_tiers: bool) -> Iterator[tuple[Fault, str]]:
    """Give what is said of each fault. First each test must pass without it: one that always fails finds nothing."""
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name)
        copy_program(program, copy)
        passing: dict[tuple[str, ...], str] = {}
        for fault in faults:
            options = [f"--tier={fault.tier}"] if with_tiers else []
            if fault.tests not in passing:
                code, told = run_tests(copy, fault.tests, options)
                passing[fault.tests] = (
                    "" if code == PASSED else f"fails without the fault: {find_last_line(told)}"
                )
            yield fault, passing[fault.tests] or judge(fault, copy, options)


def take_part(number: int, parts: int, program: Path, only: Sequence[str], with_tiers: bool) -> int:
    """Judge every so-manieth fault, and say of each what is so; give how many were not found."""
    asked = [one for one in read_faults() if not only or any(part in one.file for part in only)]
    missed = 0
    for fault, said in judge_all(asked[number::parts], program, with_tiers):
        print(f"{fault.tier:5} {said or 'found'}: {fault.name}", flush=True)
        missed += bool(said)
    return missed


def main(arguments: Sequence[str]) -> int:
    """Judge the faults on all cores; ends with 0 if each of them is found."""
    parser = ArgumentParser(
        description="Put faults into a copy of the program and run the tests that find them."
    )
    parser.add_argument("only", nargs="*", help="a part of a file's path: only faults in such files")
    parser.add_argument("--program", type=Path, default=ROOT, help="another checkout (default: this one)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="faults at the same time")
    parser.add_argument("--no-tiers", action="store_true", help="for a checkout from before there were tiers")
    told = parser.parse_args(arguments)
    for library in LIBRARIES:
        importlib.import_module(library)
    parts = [(number, told.jobs, told.program, told.only, not told.no_tiers) for number in range(told.jobs)]
    with ProcessPoolExecutor(told.jobs, mp_context=get_context("fork")) as pool:
        missed = sum(pool.map(take_part, *zip(*parts, strict=True)))
    print(f"{missed} were not found" if missed else "each fault was found")
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
