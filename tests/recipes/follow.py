"""Follow a recipe of CONTRIBUTING.md in a copy of the program, whole and with one step left out: `follow.py duty`.

Ends with 0 and without a word if the tests that the recipe names pass in the end, and if each file that is left out
makes a test fail that says where to go on. Runs in a process of its own, which has loaded nothing of the program.
"""

import importlib
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT))

from tests.recipes.recipe import Recipe, Step, read_recipe  # noqa: E402
from tests.seeded_faults.run import FAILED, LIBRARIES, PASSED, copy_program, run_in_copy, run_tests  # noqa: E402

#: What a copy does without: large, and no test that a recipe names reads it.
LEFT_OUT = ("docs", "bench", "tests/expected_site", "tests/demo/expected", "tests/browser")


def follow(recipe: Recipe, copy: Path) -> Iterator[str]:
    """Say what is wrong with a recipe."""
    copy_program(ROOT, copy, *(f":!{name}" for name in LEFT_OUT))
    before = {step.file: read(copy / step.file) for step in recipe.steps}
    for step in recipe.steps:
        step.take(copy)
    yield from accept(recipe, copy)
    code, said = run_tests(copy, recipe.tests, ["--maxfail=99"])
    if code != PASSED:
        yield f"the tests do not pass in the end: {said}"
    for step in recipe.steps:
        if step.found_by:
            yield from leave_out(step, before[step.file], copy)


def accept(recipe: Recipe, copy: Path) -> Iterator[str]:
    """Accept the output that the recipe names, as `make bless` does; say so if that fails."""

    def bless() -> int:
        bless = importlib.import_module("tests.bless")
        bless.main([str(copy / name) for name in recipe.accept])
        return PASSED

    code, said = run_in_copy(copy, bless)
    if code != PASSED:
        yield f"the output cannot be accepted: {said}"


def leave_out(step: Step, before: str | None, copy: Path) -> Iterator[str]:
    """Put a file back as it was; say so if no test names what is missing."""
    place = copy / step.file
    whole = place.read_text(encoding="utf-8")
    write(place, before)
    code, said = run_tests(copy, [step.found_by], ["--maxfail=99"])
    if code != FAILED or step.says not in said:
        yield f"without {step.file}, {step.found_by} does not say “{step.says}”, but: {said}"
    write(place, whole)


def read(place: Path) -> str | None:
    """Give the text of a file, or None where there is none."""
    return place.read_text(encoding="utf-8") if place.exists() else None


def write(place: Path, text: str | None) -> None:
    """Give a file a text, or take it away; a folder that is empty then goes, too."""
    place.unlink(missing_ok=True)
    if text is None:
        remove_empty(place.parent)
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")


def remove_empty(folder: Path) -> None:
    """Take away a folder that nobody wrote anything into, and those above it."""
    names = [path.name for path in folder.iterdir()]
    if names in ([], ["expected.txt"]):
        (folder / "expected.txt").unlink(missing_ok=True)
        folder.rmdir()
        remove_empty(folder.parent)


def main(name: str) -> int:
    """Follow one recipe; give how many things are wrong."""
    for library in LIBRARIES:
        importlib.import_module(library)
    with tempfile.TemporaryDirectory() as folder:
        faults = list(follow(read_recipe(name), Path(folder)))
    print("\n\n".join(faults))
    return len(faults)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
