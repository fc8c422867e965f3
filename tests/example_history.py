"""The example register as a git repository with a history: every record arrives on its day, as `story.txt` tells.

    python tests/example_history.py FOLDER

Names, dates and bytes are fixed, so that the commits are the same every time.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.git_repository import Repository

EXAMPLE = Path(__file__).resolve().parent / "example_repository"
STORY = EXAMPLE / "story.txt"


@dataclass(frozen=True, kw_only=True)
class Step:
    """What happens on a day: a file arrives or changes, less some fields; or a file or folder gets its present name."""

    day: str
    path: str
    without: tuple[str, ...] = ()
    was: str = ""


def read_story(text: str) -> list[Step]:
    """Read the lines `DAY PATH`, `DAY PATH without FIELD…` and `DAY PATH was PATH`."""
    steps = []
    for line in text.splitlines():
        if line and not line.startswith("#"):
            day, path, *more = line.split()
            kind, values = (more[0], tuple(more[1:])) if more else ("", ())
            steps.append(
                Step(
                    day=day,
                    path=path,
                    without=values if kind == "without" else (),
                    was=values[0] if kind == "was" else "",
                )
            )
    assert [step.day for step in steps] == sorted(step.day for step in steps), "the story goes back in time"
    return steps


def find_name(path: str, day: str, steps: list[Step]) -> str:
    """Give the path that a file had on a day, before the renames that were still to come."""
    for step in reversed(steps):
        if step.was and step.day > day and (path == step.path or path.startswith(f"{step.path}/")):
            path = step.was + path.removeprefix(step.path)
    return path


def drop(text: str, fields: tuple[str, ...]) -> str:
    """Give a record less some fields.

    `minutes` is a field, `members.9` the tenth item of a list, `members.9.charter` a field in it, `text` the body.
    """
    if "text" in fields and text.startswith("---\n"):
        text = "---\n".join(text.split("---\n")[:2]) + "---\n"
    for field in sorted(set(fields) - {"text"}, key=count_from_the_end):
        name, _, item = field.partition(".")
        block = find_block(text, name, "")
        kept = drop_item(block, *item.split(".")) if item else ""
        text = text.replace(block, kept, 1)
    return text


def count_from_the_end(field: str) -> tuple[str, int]:
    """Let the last items of a list go first, so that the others keep their numbers."""
    name, _, item = field.partition(".")
    return name, -int(item.partition(".")[0] or 0)


def find_block(text: str, name: str, indent: str) -> str:
    """Give the lines of a field."""
    block = re.search(rf"^{indent}{name}:.*\n(?:{indent}[ \t]+.*\n|\n(?=[ \t]))*", text, re.MULTILINE)
    assert block, f"there is no field {name}"
    return block[0]


def drop_item(block: str, number: str, inner: str = "") -> str:
    """Give a list less one of its items, or less a field in it."""
    head, *items = re.split(r"^(?=  - )", block, flags=re.MULTILINE)
    item = items[int(number)]
    items[int(number)] = item.replace(find_block(item, inner, "    "), "", 1) if inner else ""
    return head + "".join(items)


def find_texts(step: Step, day: str, steps: list[Step]) -> Iterator[tuple[str, str]]:
    """Give the files of a step as they were on that day: a file, or all below a folder."""
    source = EXAMPLE / "content" / step.path
    for file in sorted(path for path in source.rglob("*") if path.is_file()) if source.is_dir() else [source]:
        path = file.relative_to(EXAMPLE / "content").as_posix()
        yield f"content/{find_name(path, day, steps)}", drop(file.read_text(encoding="utf-8"), step.without)


def make_history(folder: Path) -> Repository:
    """Make the repository in a folder that is not there yet."""
    steps = read_story(STORY.read_text(encoding="utf-8"))
    repository = Repository(folder)
    for day, group in groupby(steps, key=lambda step: step.day):
        for step in group:
            if step.was:
                target = repository.folder / "content" / step.path
                target.parent.mkdir(parents=True, exist_ok=True)
                (repository.folder / "content" / step.was).rename(target)
                continue
            for name, text in find_texts(step, day, steps):
                path = repository.folder / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
        repository.change(f"{day}T12:00:00Z", {})
    return repository


if __name__ == "__main__":
    make_history(Path(sys.argv[1]))
