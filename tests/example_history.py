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
from typing import cast

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.git_repository import Repository
from tests.played_forge import Forge, How

EXAMPLE = Path(__file__).resolve().parent / "example_repository"
STORY = EXAMPLE / "story.txt"

#: The forge's records of pull requests, in the folder of the repository, and when they were collected.
RECORDS = "pull-requests.json"
COLLECTED = "2026-05-20T04:17:00Z"
STAND_IN = re.compile(r"\b(20[0-9]{2})([0-9]{2})([0-9]{2})0{12}\b")


@dataclass(frozen=True, kw_only=True)
class Step:
    """What happens on a day: a file arrives or changes, less some fields; or a file or folder gets its present name."""

    day: str
    path: str
    without: tuple[str, ...] = ()
    was: str = ""


@dataclass(frozen=True, kw_only=True)
class PullLine:
    """How the steps of a day came to the main branch: who opened the pull request, who agreed, who merged it how."""

    author: str
    agreed: tuple[str, ...]
    merged: str
    how: How


def read_pulls(text: str) -> dict[str, PullLine]:
    """Read the lines `DAY pull ACCOUNT agreed ACCOUNT… merged ACCOUNT how merge` by their day."""
    pulls = {}
    for line in text.splitlines():
        day, _, words = line.partition(" pull ")
        if words and not line.startswith("#"):
            author, *rest = words.split()
            told = {name: tuple(values) for name, *values in split_words(rest)}
            pulls[day] = PullLine(
                author=author,
                agreed=told.get("agreed", ()),
                merged=told["merged"][0],
                how=cast("How", told.get("how", ("merge",))[0]),
            )
    return pulls


def split_words(words: list[str]) -> Iterator[list[str]]:
    """Split a line's words where one of its keywords begins a new part."""
    part: list[str] = []
    for word in words:
        if word in ("agreed", "merged", "how") and part:
            yield part
            part = []
        part.append(word)
    if part:
        yield part


def read_story(text: str) -> list[Step]:
    """Read the lines `DAY PATH`, `DAY PATH without FIELD…` and `DAY PATH was PATH`."""
    steps = []
    for line in text.splitlines():
        if line and not line.startswith("#") and line.split()[1] != "pull":
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

    `minutes` is a field, `members.9` the tenth item of a list, `members.9.charter` a field in it, `text` the body,
    `text.2` the part of the body from its third heading `##` to the next.
    """
    if "text" in fields and text.startswith("---\n"):
        text = "---\n".join(text.split("---\n")[:2]) + "---\n"
    for field in sorted(set(fields) - {"text"}, key=count_from_the_end):
        name, _, item = field.partition(".")
        block = find_section(text, int(item)) if name == "text" else find_block(text, name, "")
        kept = drop_item(block, *item.split(".")) if item and name != "text" else ""
        text = text.replace(block, kept, 1)
    return text


def count_from_the_end(field: str) -> tuple[str, int]:
    """Let the last items of a list go first, so that the others keep their numbers."""
    name, _, item = field.partition(".")
    return name, -int(item.partition(".")[0] or 0)


def find_section(text: str, number: int) -> str:
    """Give a part of the body with its heading."""
    return re.split(r"^(?=## )", text, flags=re.MULTILINE)[number + 1]


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


def find_files(step: Step, steps: list[Step], landed: dict[str, str]) -> Iterator[tuple[str, bytes]]:
    """Give the files of a step as they were on its day: a file, or all below a folder."""
    source = EXAMPLE / "content" / step.path
    for file in sorted(path for path in source.rglob("*") if path.is_file()) if source.is_dir() else [source]:
        path = file.relative_to(EXAMPLE / "content").as_posix()
        content = file.read_bytes()
        if file.suffix in (".md", ".yml"):
            content = name_commits(drop(content.decode("utf-8"), step.without), landed).encode("utf-8")
        yield f"content/{find_name(path, step.day, steps)}", content


def make_history(folder: Path) -> Repository:
    """Make the repository in a folder that is not there yet, with the forge's records beside `content/`."""
    text = STORY.read_text(encoding="utf-8")
    steps, pulls = read_story(text), read_pulls(text)
    repository = Repository(folder)
    (folder / ".git/info/exclude").write_text(f"{RECORDS}\n", encoding="utf-8")
    forge = Forge(repository=repository)
    landed: dict[str, str] = {}
    for day, found in groupby(steps, key=lambda step: step.day):
        group, line, time = list(found), pulls.get(day), f"{day}T12:00:00Z"
        if line is None:
            play_steps(repository, group, steps, landed)
            landed[day] = repository.change(time, {}, who="example-mara")
            continue
        pull = forge.begin(line.author, time, title=group[0].path)
        play_steps(repository, group, steps, landed)
        forge.add(pull, time, {})
        landed[day] = forge.merge(pull, time, by=line.merged, agreed=line.agreed, how=line.how)
    leave_open(forge)
    forge.write_records(folder / RECORDS, COLLECTED)
    return repository


def play_steps(repository: Repository, group: list[Step], steps: list[Step], landed: dict[str, str]) -> None:
    """Do in the working tree what happens on a day."""
    for step in group:
        if step.was:
            target = repository.folder / "content" / step.path
            target.parent.mkdir(parents=True, exist_ok=True)
            (repository.folder / "content" / step.was).rename(target)
            continue
        for name, content in find_files(step, steps, landed):
            path = repository.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


def name_commits(text: str, landed: dict[str, str]) -> str:
    """Put the commit of a day in the place of `20250402000000000000`, which stands for the one of 2 April 2025."""
    return STAND_IN.sub(lambda found: landed[f"{found[1]}-{found[2]}-{found[3]}"][:20], text)


def leave_open(forge: Forge) -> None:
    """Leave two pull requests open that wait for an answer."""
    cool = forge.open(
        "example-nils", "2026-04-20T09:30:00Z", {}, title="A topic: schools that stay cool in summer"
    )
    forge.wait(cool, ["content/proposals/2026-cool-schools.md"], agreed=["example-clio"])
    minutes = forge.open(
        "example-alma", "2026-05-18T15:00:00Z", {}, title="Minutes of the meeting on the draft guide"
    )
    forge.wait(minutes, ["content/groups/warm-homes/meetings/2026-04-30-draft-guide.md"], draft=True)


if __name__ == "__main__":
    make_history(Path(sys.argv[1]))
