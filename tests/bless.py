"""Accept what the code gives now as the expected output of the tests: `make bless`. Read `git diff` afterwards."""

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from scm_site.demo.play import make_history  # noqa: E402
from scm_site.editor_files import write_editor_files  # noqa: E402
from tests.change_cases import write_expected_changes  # noqa: E402
from tests.cli.expected_compliance import write_expected_compliance  # noqa: E402
from tests.demo.expected_answers import write_expected_answers  # noqa: E402
from tests.expected_site_writer import write_expected_site  # noqa: E402
from tests.register_cases import list_cases, report_case  # noqa: E402
from tests.standing_cases import write_expected_standings  # noqa: E402


def main() -> None:
    """Write every expected output again."""
    bless_cases()
    bless_standings()
    bless_changes()
    write_editor_files(ROOT)
    bless_site()
    bless_compliance()
    bless_demo()


def bless_cases() -> None:
    """Write the `expected.txt` of every case."""
    for case in list_cases():
        with tempfile.TemporaryDirectory() as folder:
            report = report_case(case, Path(folder))
        (case / "expected.txt").write_text(report, encoding="utf-8", newline="\n")


def bless_standings() -> None:
    """Write the `expected.txt` of every case of standings."""
    with tempfile.TemporaryDirectory() as folder:
        write_expected_standings(Path(folder))


def bless_changes() -> None:
    """Write the `expected.txt` of every case of a change."""
    with tempfile.TemporaryDirectory() as folder:
        write_expected_changes(Path(folder))


def bless_site() -> None:
    """Write the expected site of the example register."""
    with tempfile.TemporaryDirectory() as folder:
        write_expected_site(Path(folder))


def bless_compliance() -> None:
    """Write what `scm status` and `scm due` print for the example register."""
    with tempfile.TemporaryDirectory() as folder:
        write_expected_compliance(Path(folder))


def bless_demo() -> None:
    """Write what audit, archive and reviews say of the worked example."""
    with tempfile.TemporaryDirectory() as folder:
        write_expected_answers(make_history(Path(folder) / "register").folder)


if __name__ == "__main__":
    main()
