"""Play the story: a git repository in which every record arrives on its day, and the forge's records beside it.

Names, dates and bytes are fixed, so that the commits are the same every time.
"""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from scm_site.demo.earlier_text import drop, set_value
from scm_site.demo.played_forge import Forge
from scm_site.demo.repository import Repository
from scm_site.demo.story import Block, Files, Move, StoryError, find_name, read_story

SOURCE = Path(__file__).parent

#: The day on which the example is looked at, unless another one is asked for.
DEMO_DAY = date(2026, 5, 20)

#: The forge's records of pull requests, in the folder of the repository.
RECORDS = "pull-requests.json"

#: `20250402000000000001` in a record stands for the first change of 2 April 2025 that came to the main branch.
STAND_IN = re.compile(r"\b(20[0-9]{2})([0-9]{2})([0-9]{2})0{10}([0-9]{2})\b")

#: The commits of a day, in the order of the story.
Landed = dict[str, list[str]]


def make_history(folder: Path, source: Path = SOURCE, until: date = DEMO_DAY) -> Repository:
    """Make the repository in a folder that is new or empty, as it was at the end of a day.

    `source` holds `story.txt`, `content/` and `waiting/`. Raises StoryError; NoFieldError or FileNotFoundError when
    the story names what is not there.
    """
    blocks = read_story((source / "story.txt").read_text(encoding="utf-8"))
    repository = Repository(folder)
    repository.authored = ""  # on the day of the story
    repository.leave_out(RECORDS)
    forge = Forge(repository=repository)
    landed: Landed = {}
    for number, block in enumerate(blocks):
        if block.day > until:
            break
        changes = list(find_changes(number, blocks, source, landed))
        landed.setdefault(str(block.day), []).append(play_block(forge, block, changes))
    if not landed:
        raise StoryError(f"the story begins on {blocks[0].day}; name that day or a later one")
    forge.delete_merged_branches()
    forge.write_records(folder / RECORDS, f"{min(until, DEMO_DAY)}T04:17:00Z")
    return repository


def play_block(forge: Forge, block: Block, changes: list[tuple[str, bytes]]) -> str:
    """Bring one change to the main branch, or leave it open; give the commit."""
    time = f"{block.day}T12:00:00Z"
    moves = [
        (f"content/{step.was}", f"content/{step.path}") for step in block.steps if isinstance(step, Move)
    ]
    if block.how == "push":
        forge.repository.move(moves)
        return forge.repository.change(time, dict(changes), who=block.opener, subject=block.title)
    pull = forge.begin(block.opener, time, title=block.title)
    forge.repository.move(moves)
    commit = forge.add(pull, time, dict(changes))
    match block.how:
        case "open" | "draft":
            paths = [path for path, _ in changes]
            forge.wait(pull, paths, agreed=block.agreed, draft=block.how == "draft")
            return commit
        case how:
            return forge.merge(pull, time, by=block.by, agreed=block.agreed, how=how)


def find_changes(
    number: int, blocks: tuple[Block, ...], source: Path, landed: Landed
) -> Iterator[tuple[str, bytes]]:
    """Give each file of a block, by its path in the repository on that day, as it was then."""
    block = blocks[number]
    folder = source / ("waiting" if block.how in ("open", "draft") else "content")
    moved = any(isinstance(step, Move) for step in block.steps)
    for step in block.steps:
        if isinstance(step, Files):
            for file in list_files(folder / step.path):
                path = file.relative_to(folder).as_posix()
                name = find_name(path, number + moved, blocks)
                yield f"content/{name}", make_earlier(file, step, landed)


def list_files(path: Path) -> list[Path]:
    """Give a file, or all files below a folder; raises FileNotFoundError when there is neither."""
    files = sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]
    if not files or not files[0].exists():
        raise FileNotFoundError(2, "the story names a file that is not there", str(path))
    return files


def make_earlier(file: Path, step: Files, landed: Landed) -> bytes:
    """Give a file as it was at a step."""
    content = file.read_bytes()
    if file.suffix not in (".md", ".yml"):
        return content
    text = drop(content.decode("utf-8"), step.without)
    for field, value in step.values:
        text = set_value(text, field, value)
    return name_commits(text, landed).encode("utf-8")


def name_commits(text: str, landed: Landed) -> str:
    """Put the commit of a day in the place of its stand-in."""
    return STAND_IN.sub(lambda found: landed["-".join(found.groups()[:3])][int(found[4]) - 1][:20], text)
