"""A recipe of CONTRIBUTING.md as a file of this folder: what a newcomer writes by hand, and what then has to pass.

heading     the heading of the recipe in CONTRIBUTING.md
at_most     how many files are written by hand
elsewhere   places that the recipe names and this example of it does not need
accept      output that is accepted with `make bless`
tests       what passes in the end
[[step]]    `text` comes after the line or lines `after` of a file, or before them; without `after` it is a new file.
            When the file is left out, the test `found_by` fails, and says `says`; "" where it may be left out.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
NAMES = sorted(path.stem for path in HERE.glob("*.toml"))


@dataclass(frozen=True, kw_only=True)
class Step:
    """What is written into one place of a file."""

    file: str
    text: str
    found_by: str
    says: str = ""
    after: str = ""
    before: bool = False

    def take(self, root: Path) -> None:
        """Write it below a folder; raises ValueError where the place is not there once."""
        place, text, anchor = root / self.file, self.text.lstrip("\n"), self.after.strip("\n")
        if not anchor:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")
            return
        whole = place.read_text(encoding="utf-8")
        if whole.count(anchor) != 1:
            raise ValueError(f"{self.file} has these lines {whole.count(anchor)} times: {anchor}")
        joined = f"{text}{anchor}" if self.before else f"{anchor}\n{text.rstrip()}"
        place.write_text(whole.replace(anchor, joined), encoding="utf-8")


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """One recipe."""

    heading: str
    at_most: int
    elsewhere: tuple[str, ...]
    accept: tuple[str, ...]
    tests: tuple[str, ...]
    steps: tuple[Step, ...]


def read_recipe(name: str) -> Recipe:
    """Read a recipe of this folder by its name."""
    told = tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))
    lists = {key: tuple(told[key]) for key in ("elsewhere", "accept", "tests")}
    steps = tuple(Step(**step) for step in told["step"])
    return Recipe(heading=told["heading"], at_most=told["at_most"], steps=steps, **lists)
