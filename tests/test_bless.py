"""`make bless` and `make compare-site`: what they are asked for, and what they say."""

from pathlib import Path

import pytest

from tests.bless import ROOT, find_jobs, tell_changes
from tests.built_sites import TESTS
from tests.compare_site import compare
from tests.quiet_output import Names, name_checksums, name_commits


def find_places(*paths: str) -> list[str]:
    return [job.place.relative_to(ROOT).as_posix() for job in find_jobs([ROOT / path for path in paths])]


def test_one_case_is_one_job() -> None:
    case = "tests/cases/fine/greek-text"
    assert find_places(case) == find_places(f"{case}/expected.txt") == [case]


def test_a_folder_is_all_that_stands_in_it() -> None:
    assert len(find_places("tests/cases/G014")) == len(list((TESTS / "cases/G014").iterdir())) > 1
    assert find_places("tests/expected_site/feeds", ".vscode") == [
        *("tests/expected_site", ".vscode/settings.json", ".vscode/records.code-snippets")
    ]


def test_what_others_are_made_from_comes_first() -> None:
    assert [job.place.name for job in find_jobs([]) if job.comes_first] == ["waives.schema.json"]


def test_every_expected_file_is_somebodys() -> None:
    expected = [
        path
        for path in TESTS.rglob("expected*")
        if path.name in ("expected", "expected.txt", "expected_site")
    ]
    jobs = find_jobs([])
    assert [path for path in expected if not any(job.is_wanted([path]) for job in jobs)] == []


def test_a_path_where_nothing_is_expected_is_refused() -> None:
    with pytest.raises(SystemExit, match="nothing that `make bless` writes stands there"):
        find_jobs([Path(__file__)])


def test_what_changed_is_said_in_a_few_lines() -> None:
    before = {Path(f"{number:02}"): b"" for number in range(30)}
    assert tell_changes(before, before) == "nothing changed"
    told = tell_changes(before, {Path("00"): b"", Path("01"): b"new", Path("x"): b""}).splitlines()
    assert (told[0], len(told), told[-2:]) == ("01", 22, ["… and 10 more", "30 changed; read `git diff`"])


def test_a_commit_is_named_for_its_day_and_its_place_on_it(example_history: Path) -> None:
    names = name_commits(example_history)
    assert len(set(names.values())) == len(names)
    first = next(iter(names))
    assert names[first] == "COMMIT-2024090101"
    told = Names(names).quieten(
        f"from {first[:10]}, at /{first}/ and #change-{first[:12]}; not {first[:6]}, x{first}"
    )
    name = "COMMIT-2024090101"
    assert told == f"from {name}, at /{name}/ and #change-{name}; not {first[:6]}, x{first}"


def test_a_checksum_is_named_for_the_file_that_has_it_and_only_then() -> None:
    names = Names(name_checksums({"b.csv": b"1", "c.csv": b"1", "a.csv": b"2"}))
    right, wrong = next(iter(names.whole)), "0" * 64
    assert names.quieten(f"{right} {wrong}") == f"{names.whole[right]} {wrong}"
    assert sorted(names.whole.values()) == ["SHA-256-OF-a.csv", "SHA-256-OF-b.csv"]


def test_a_difference_of_two_sites_is_told_by_file() -> None:
    old = {"a.md": b"1\n2\n3\n", "b.pdf": b"\xff", "gone.md": b"", "same.md": b"1"}
    new = {"a.md": b"1\n4\n5\n", "b.pdf": b"\xff\xff", "new.md": b"", "same.md": b"1"}
    assert list(compare(old, new, shown=2)) == [
        "a.md: +2 -2\n  -2\n  -3\n  … and 2 lines more",
        "b.pdf: 1 bytes, now 2",
        "gone.md: gone",
        "new.md: new",
        "4 of 4 files differ",
    ]
    assert list(compare(old, old, shown=2)) == ["0 of 4 files differ"]
