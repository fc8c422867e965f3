"""Write docs/quality.md: what each tier of the tests looks at, and when it last passed. `make quality`.

The results are those that `make test`, `make test-all` and `make test-quick` wrote themselves; the last of each that is
on record stands in docs/quality.json. Nobody types one.
"""

import ast
import json
import sys
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.tiers import RESULTS, Result  # noqa: E402

PAGE, RECORD = ROOT / "docs/quality.md", ROOT / "docs/quality.json"

#: Each tier: its command, when it runs, how long it may take on two cores, and what it is.
TIERS = {
    "quick": (
        "make test-quick",
        "while you work",
        "90 seconds",
        "no browser, no history in git, not much of anything",
    ),
    "test": (
        "make test",
        "on every pull request",
        "10 minutes",
        "each promise once, on the smallest thing that breaks it",
    ),
    "all": (
        "make test-all",
        "every night, and before a release",
        "60 minutes",
        "every page, kind, width and outside tool",
    ),
}

HEAD = """\
# What is tested, and when it last passed

Made by `make quality` from what the commands wrote themselves; do not edit it. `make lint` runs before the last two.

| Command | When | May take, on two cores | What it looks at |
|---|---|---|---|
"""
PASSED = """
## The last results on record

| Command | Day | Commit | Tests that passed | Skipped | Took |
|---|---|---|---|---|---|
"""
SLOW = """
## What is left to `make test-all`

Everything else is in `make test`.

| Tests | Why they wait for the night |
|---|---|
"""
PARTS = (HEAD, PASSED, SLOW)


def read_results() -> dict[str, Result]:
    """Give the results on record, by tier."""
    told = json.loads(RECORD.read_text(encoding="utf-8")) if RECORD.exists() else {}
    return {tier: Result(**told[tier]) for tier in TIERS if tier in told}


def read_new_results() -> dict[str, Result]:
    """Give what the commands wrote on this machine, by tier."""
    files = {tier: RESULTS / f"{tier}.json" for tier in TIERS}
    return {
        tier: Result(**json.loads(file.read_text(encoding="utf-8")))
        for tier, file in files.items()
        if file.exists()
    }


def list_reasons() -> Iterator[tuple[str, str]]:
    """Give each file of tests that leaves something to the night, with each reason in it."""
    for path in sorted((ROOT / "tests").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for reason in dict.fromkeys(find_reasons(tree)):
            yield path.relative_to(ROOT).as_posix(), reason


def find_reasons(tree: ast.AST) -> Iterator[str]:
    """Give the reason of each `pytest.mark.slow("why")` in a module, as it is written."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Attribute(attr="mark"), attr="slow"),
                args=[ast.Constant(value=str(reason))],
            ):
                yield reason


def render_page(results: Mapping[str, Result]) -> str:
    """Give the page."""
    about = [f"| `{command}` | {when} | {most} | {what} |" for command, when, most, what in TIERS.values()]
    passed = [tell_result(TIERS[tier][0], results.get(tier)) for tier in TIERS]
    slow = [
        f"| `{path}` | {'; '.join(reason for _, reason in pairs)} |"
        for path, pairs in groupby(list_reasons(), key=lambda pair: pair[0])
    ]
    return "".join(
        "".join([head, *(f"{row}\n" for row in rows)])
        for head, rows in zip(PARTS, (about, passed, slow), strict=True)
    )


def tell_result(command: str, result: Result | None) -> str:
    """Give one line of the table of results."""
    if result is None:
        return f"| `{command}` | no result is on record | | | | |"
    tests = f"{result.passed} | {result.skipped}"
    took = f"{tell_time(result.seconds)} on {result.cores} cores"
    work = f"{tell_time(result.processor_seconds)} of processor time"
    return f"| `{command}` | {result.day} | `{result.commit}` | {tests} | {took}; {work} |"


def tell_time(seconds: int) -> str:
    """Give a length of time in minutes and seconds."""
    return f"{seconds // 60} min {seconds % 60:02} s"


def main() -> None:
    """Take over the newest results, and write the page."""
    results = {**read_results(), **read_new_results()}
    told = {tier: vars(result) for tier, result in results.items()}
    RECORD.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8", newline="\n")
    PAGE.write_text(render_page(results), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
