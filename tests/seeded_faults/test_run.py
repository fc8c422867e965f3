"""The list of faults fits the program, and a fault is judged by how its tests end."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.seeded_faults import run
from tests.seeded_faults.run import FAILED, PASSED, ROOT, Fault, judge, read_faults, tell_stale

WHOLE = "def double(number):\n    return number * 2\n"
FAULT = Fault(
    file="double.py",
    old="number * 2",
    new="number * 3",
    test="tests/test_double.py::test_two",
    tier="quick",
)


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """Give a program of one line, and its test."""
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests/test_double.py").write_text("def test_two() -> None: ...\n", encoding="utf-8")
    (tmp_path / FAULT.file).write_text(WHOLE, encoding="utf-8")
    return tmp_path


def test_every_fault_of_the_list_can_be_put_in() -> None:
    faults = read_faults()
    assert len(set(faults)) == len(faults) > 0
    stale = {fault.name: told for fault in faults if (told := tell_stale(fault, ROOT))}
    assert stale == {}, "mend tests/seeded_faults/faults.toml"


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (FAULT, ""),
        (replace(FAULT, old="number * 4"), "its line is there 0 times; write the fault anew"),
        (replace(FAULT, old="number"), "its line is there 2 times; write the fault anew"),
        (replace(FAULT, file="gone.py"), "its line is there 0 times; write the fault anew"),
        (
            replace(FAULT, test="tests/test_gone.py::test_two"),
            "there is no tests/test_gone.py::test_two; name another test",
        ),
        (
            replace(FAULT, test="tests/test_double.py::test_three[3]"),
            "there is no tests/test_double.py::test_three[3]; name another test",
        ),
    ],
)
def test_a_fault_that_does_not_fit_the_program_is_told(program: Path, fault: Fault, told: str) -> None:
    assert tell_stale(fault, program) == told


@pytest.mark.parametrize(
    ("code", "lines", "said"),
    [
        (
            FAILED,
            "E  assert 6 == 4\nFAILED tests/test_double.py::test_two - assert 6 == 4",
            "found by tests/test_double.py::test_two",
        ),
        (PASSED, "it says nothing", "NOT FOUND"),
        (4, "ERROR: not found: test_two", "cannot be tried: ERROR: not found: test_two"),
    ],
)
def test_a_fault_is_found_where_its_test_fails(
    program: Path, monkeypatch: pytest.MonkeyPatch, code: int, lines: str, said: str
) -> None:
    place = program / FAULT.file

    def run_tests(*_: object) -> tuple[int, str]:
        assert place.read_text(encoding="utf-8") == WHOLE.replace("2", "3")
        return code, lines

    monkeypatch.setattr(run, "run_tests", run_tests)
    verdict = judge(FAULT, program)
    assert (verdict.is_found, verdict.said) == (code == FAILED, said)
    assert place.read_text(encoding="utf-8") == WHOLE
