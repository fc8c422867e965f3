"""Accept what the code gives now as expected output: `make bless`, or `make bless PATHS="tests/cases/G014 …"`.

Without a path, everything is accepted. Read `git diff` afterwards: it is the review of your own change.
"""

import json
import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from scm_site.compliance.duties import DUTIES  # noqa: E402
from scm_site.editor_files import SETTINGS, SNIPPETS, write_editor_files  # noqa: E402
from tests import change_cases, register_cases, standing_cases  # noqa: E402
from tests.built_sites import make_demo_once  # noqa: E402
from tests.cli import expected_compliance  # noqa: E402
from tests.demo import expected_answers  # noqa: E402
from tests.expected_site_writer import EXPECTED, write_expected_site  # noqa: E402
from tests.first_groups import make_history_once  # noqa: E402

#: More changed files than these are counted, not listed.
LISTED = 20


@dataclass(frozen=True)
class Job:
    """Something to accept: where it stands, and what writes it there; `comes_first`: others are made from it."""

    place: Path
    write: Callable[[Path], object]
    comes_first: bool = False

    def run(self) -> None:
        """Write it again."""
        self.write(self.place)

    def is_wanted(self, paths: Sequence[Path]) -> bool:
        """Tell whether it stands in one of some folders, or one of them in it."""
        return any(path.is_relative_to(self.place) or self.place.is_relative_to(path) for path in paths)


def list_jobs() -> Iterator[Job]:
    """Give everything that can be accepted, what takes longest first."""
    yield Job(expected_answers.EXPECTED, bless_answers)
    yield Job(EXPECTED, bless_site)
    yield Job(expected_compliance.EXPECTED, bless_compliance)
    yield from (Job(case, bless_change) for case in change_cases.list_changes())
    yield from (Job(case, bless_standings) for case in standing_cases.list_cases())
    yield from (Job(case, bless_case) for case in register_cases.list_cases())
    yield from (Job(ROOT / name, bless_editor_files) for name in (SETTINGS, SNIPPETS))
    yield Job(ROOT / "schemas/waives.schema.json", bless_waivable, comes_first=True)


def bless_answers(_: Path) -> None:
    """Write what audit, archive and reviews say of the worked example."""
    expected_answers.write_answers(make_demo_once())


def bless_site(_: Path) -> None:
    """Write the expected site of the first groups."""
    with tempfile.TemporaryDirectory() as folder:
        write_expected_site(make_history_once(), Path(folder))


def bless_compliance(_: Path) -> None:
    """Write what `scm status` and `scm due` print for the first groups."""
    expected_compliance.write_expected_compliance(make_history_once())


def bless_change(case: Path) -> None:
    """Write the review of a change."""
    with tempfile.TemporaryDirectory() as folder:
        change_cases.write_expected_review(case, make_history_once(), Path(folder))


def bless_standings(case: Path) -> None:
    """Write what follows from a case of standings."""
    with tempfile.TemporaryDirectory() as folder:
        standing_cases.write_expected_standings(case, Path(folder))


def bless_case(case: Path) -> None:
    """Write the report of a case of a rule."""
    with tempfile.TemporaryDirectory() as folder:
        register_cases.write_expected_report(case, Path(folder))


def bless_editor_files(_: Path) -> None:
    """Write what helps in an editor."""
    write_editor_files(ROOT)


def bless_waivable(schema: Path) -> None:
    """Write the duties that a waiver can excuse, all of them, into its schema."""
    document = json.loads(schema.read_text(encoding="utf-8"))
    document["properties"]["duty"]["enum"] = list(DUTIES)
    text = json.dumps(document, indent=2, ensure_ascii=False) + "\n"
    schema.write_text(text, encoding="utf-8", newline="\n")


def find_jobs(paths: Sequence[Path]) -> list[Job]:
    """Give the jobs for some paths; without any, all. Raises SystemExit for a path where nothing is expected."""
    jobs = list(list_jobs())
    for path in paths:
        if not any(job.is_wanted([path]) for job in jobs):
            raise SystemExit(f"{path}: nothing that `make bless` writes stands there")
    return [job for job in jobs if not paths or job.is_wanted(paths)]


def read_all(jobs: Sequence[Job]) -> dict[Path, bytes]:
    """Give what stands in the places of some jobs, by its path in the repository."""
    roots = [job.place for job in jobs]
    files = [file for root in roots for file in (root.rglob("*") if root.is_dir() else [root])]
    return {file.relative_to(ROOT): file.read_bytes() for file in files if file.is_file()}


def tell_changes(before: Mapping[Path, bytes], after: Mapping[Path, bytes]) -> str:
    """Say in a few lines what is not as it was."""
    changed = sorted(path for path in {*before, *after} if before.get(path) != after.get(path))
    rest = [f"… and {len(changed) - LISTED} more"] if len(changed) > LISTED else []
    count = f"{len(changed)} changed; read `git diff`" if changed else "nothing changed"
    return "\n".join([*map(str, changed[:LISTED]), *rest, count])


def main(arguments: Sequence[str]) -> None:
    """Accept what is asked for, on every core, and say what changed."""
    parser = ArgumentParser(description="Accept what the code gives now as expected output.")
    parser.add_argument("paths", metavar="PATH", nargs="*", type=Path, help="a folder or file (default: all)")
    jobs = find_jobs([path.resolve() for path in parser.parse_args(arguments).paths])
    before = read_all(jobs)
    for job in jobs:
        if job.comes_first:
            job.run()
    with ProcessPoolExecutor() as pool:
        for _ in pool.map(Job.run, [job for job in jobs if not job.comes_first]):
            pass
    print(tell_changes(before, read_all(jobs)))


if __name__ == "__main__":
    main(sys.argv[1:])
