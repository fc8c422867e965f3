"""Each recipe of CONTRIBUTING.md is followed as a newcomer would, and names every file that has to be written."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.recipes.recipe import NAMES, Recipe, read_recipe

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
#: A place in the repository, up to what differs from one to the other: `tests/cases/<RULE>/<case>/`.
PLACE = re.compile(r"`((?:scm_site|schemas|tests)/[^`<\s]*)")
#: Commands name files, too, but nobody writes into them.
COMMAND = re.compile(r"`(?:make|\.venv/bin/pytest) [^`]*`")


def list_places(recipe: Recipe) -> set[str]:
    """Give the places that a recipe of CONTRIBUTING.md names, without those of commands."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    section = text.partition(f"\n## {recipe.heading}\n")[2].partition("\n## ")[0]
    return set(PLACE.findall(COMMAND.sub("", section)))


def follow_one_always() -> list[Any]:
    """Give each recipe; on every pull request the shortest is followed to its end."""
    mark = pytest.mark.slow("follows a longer recipe to its end, and once more without each of its files")
    return [pytest.param(name, marks=[] if name == "case" else [mark]) for name in NAMES]


@pytest.mark.parametrize("name", NAMES)
def test_a_recipe_names_the_files_that_are_written(name: str) -> None:
    recipe = read_recipe(name)
    places, files = list_places(recipe), {step.file for step in recipe.steps}
    unnamed = [file for file in files if not any(file.startswith(place) for place in places)]
    assert unnamed == [], f"name these files under “{recipe.heading}” of CONTRIBUTING.md"
    needed = {place for place in places if any(file.startswith(place) for file in files)}
    assert places - needed == set(recipe.elsewhere), f"do this in tests/recipes/{name}.toml, too"


@pytest.mark.parametrize("name", NAMES)
def test_a_recipe_takes_few_files(name: str) -> None:
    recipe = read_recipe(name)
    assert len({step.file for step in recipe.steps}) <= recipe.at_most


@pytest.mark.parametrize("name", NAMES)
def test_a_recipe_finds_its_places(name: str, tmp_path: Path) -> None:
    steps = read_recipe(name).steps
    for file in {step.file for step in steps if step.after}:
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / file, tmp_path / file)
    for step in steps:
        step.take(tmp_path)
    assert [step.file for step in steps if not (tmp_path / step.file).is_file()] == []


# Plays histories in git, in a process of its own.
@pytest.mark.history
@pytest.mark.parametrize("name", follow_one_always())
def test_a_recipe_leads_to_passing_tests_and_each_step_left_out_to_the_next_file(name: str) -> None:
    words = [sys.executable, str(HERE / "follow.py"), name]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
