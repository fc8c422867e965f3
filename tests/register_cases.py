"""Cases of rules: a folder of content laid over the example register, with the report that it must give."""

import shutil
from pathlib import Path

from scm_site.pipeline import check
from scm_site.reports.text import render_text
from tests.first_groups import FIRST

TESTS = Path(__file__).parent
CASES = TESTS / "cases"
EXAMPLE = FIRST

#: The folder of cases that no rule finds anything in.
FINE = "fine"


def list_cases() -> list[Path]:
    """Give the folder of every case, by name."""
    return sorted(path for path in CASES.glob("*/*") if path.is_dir())


def name_case(case: Path) -> str:
    """Give a case's name, for example `G003/other-title`."""
    return case.relative_to(CASES).as_posix()


def lay_over_example(case: Path, root: Path) -> None:
    """Make a case's register: the example's first groups, less what `removed.txt` lists, plus what `content` holds."""
    shutil.copytree(EXAMPLE / "content", root / "content", copy_function=shutil.copyfile, dirs_exist_ok=True)
    removed = case / "removed.txt"
    for line in removed.read_text(encoding="utf-8").split() if removed.exists() else ():
        path = root / line
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    if (case / "content").is_dir():
        shutil.copytree(case / "content", root / "content", copy_function=shutil.copyfile, dirs_exist_ok=True)


def report_case(case: Path, root: Path) -> str:
    """Give what `scm check` says about a case, without how many files it read; `root` is an empty folder to use."""
    lay_over_example(case, root)
    result = check(root)
    return render_text(result.findings, result.address)


def write_expected_report(case: Path, root: Path) -> None:
    """Accept what the code gives now for a case; `root` is an empty folder to use."""
    (case / "expected.txt").write_text(report_case(case, root), encoding="utf-8", newline="\n")
