"""Cases of standings: what happened to a small register on which day, and what follows from it.

`tests/standings/<duty or edge>/<case>/` holds `case.txt`, and the `expected.txt` that the code must give. The lines of
`case.txt`:

    as_of 2025-06-01                  the day for which the standings are worked out; several days may be given
    duties minutes agenda             which duties are shown; else the one that the folder is named for
    group green-roofs                 which group is shown; this one if nothing is said
    git shallow | git none            a clone that knows the newest commit only, or no history at all
    git shallow-3                     a clone that knows the three newest commits
    2025-03-05 PATH                   a file or folder arrives, or changes
    2025-03-05 PATH from FILE         … with the text of a file beside case.txt, or else of one in `base/papers/`
    2025-03-05 PATH with FIELD=VALUE… … with other contents in some fields, wherever these stand in the file
    2025-03-05 PATH without FIELD…    … less some fields; `members.2` is the third member, `text` what stands below
    2025-03-05 PATH merged 2025-03-20 … on a branch, which is merged on the second day
    2025-03-05 PATH dated 1970-01-01  … in a commit that bears another day: the clock of a computer was wrong
    2025-03-05 PATH was PATH          a file or folder gets another name
    2025-03-05 PATH gone              a file is deleted
    uncommitted PATH …                a file is written in the end, and never committed
    never PATH                        a file or folder of the small register that this case does without
    files PATH …                      what closes the duty, which is open on the last day: the file that its cell names

Paths are below `content/`. A file is taken from the case's own `content/`, else from `base/content/`; those that no
line names arrive on 1 December 2024. Lines starting with `#` say what the case shows.
"""

import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from pathlib import Path

from scm_site.compliance.board import Board
from scm_site.compliance.standing import Standing
from scm_site.demo.earlier_text import drop
from scm_site.demo.repository import Repository
from scm_site.pipeline import Assessed, assess

STANDINGS = Path(__file__).parent / "standings"
BASE = STANDINGS / "base"
GROUP = "green-roofs"
FIRST = "2024-12-01"


HOW = ("from", "with", "without", "merged", "dated", "was", "gone")


@dataclass(frozen=True, kw_only=True)
class Step:
    """What happens to a file or folder on a day: it arrives, with what `how` says of it."""

    day: str
    path: str
    how: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(kw_only=True)
class Case:
    """What a `case.txt` says."""

    folder: Path
    as_of: list[date] = field(default_factory=list)
    duties: list[str] = field(default_factory=list)
    group: str = GROUP
    git: str = ""
    steps: list[Step] = field(default_factory=list)
    uncommitted: list[Step] = field(default_factory=list)
    never: list[str] = field(default_factory=list)
    files: Step | None = None

    def find_source(self, step: Step) -> Path:
        """Give the file or folder that a step writes."""
        name = f"content/{step.path}" if "from" not in step.how else step.how["from"][0]
        places = (self.folder / name, BASE / name, BASE / "papers" / name)
        return next(place for place in places if place.exists())


def list_cases() -> list[Path]:
    """Give the folder of every case, by name."""
    return sorted(path for path in STANDINGS.glob("*/*") if path.is_dir() and BASE not in path.parents)


def name_case(folder: Path) -> str:
    """Give a case's name, for example `minutes/thin-text`."""
    return folder.relative_to(STANDINGS).as_posix()


def read_case(folder: Path) -> Case:
    """Read `case.txt`."""
    case = Case(folder=folder)
    for line in (folder / "case.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            read_line(case, *line.split())
    days = [step.day for step in case.steps]
    assert case.as_of, f"{name_case(folder)} names no day"
    assert days == sorted(days), f"{name_case(folder)} goes back in time"
    return case


def read_line(case: Case, first: str, *words: str) -> None:
    """Take in one line."""
    if first == "as_of":
        case.as_of += [date.fromisoformat(word) for word in words]
    elif first in ("duties", "never"):
        getattr(case, first).extend(words)
    elif first in ("group", "git"):
        setattr(case, first, words[0])
    elif first == "files":
        case.files = read_step("", *words)
    elif first == "uncommitted":
        case.uncommitted.append(read_step("", *words))
    else:
        case.steps.append(read_step(date.fromisoformat(first).isoformat(), *words))


def read_step(day: str, path: str, *words: str) -> Step:
    """Read what happens to a file: each word of HOW is followed by what belongs to it."""
    how: dict[str, list[str]] = {}
    told: list[str] = []
    for word in words:
        if word in HOW:
            told = how.setdefault(word, [])
        else:
            told.append(word)
    return Step(day=day, path=path, how={word: tuple(rest) for word, rest in how.items()})


def list_paths(case: Case) -> Iterator[str]:
    """Give every file of the case's register, by its path below `content/`."""
    roots = (BASE / "content", case.folder / "content")
    paths = {
        file.relative_to(root).as_posix() for root in roots for file in root.rglob("*") if file.is_file()
    }
    return iter(sorted(path for path in paths if not is_below(path, case.never)))


def is_below(path: str, names: list[str]) -> bool:
    """Tell whether a path is one of some files, or lies in one of some folders."""
    return any(path == name or path.startswith(f"{name}/") for name in names)


def make_repository(case: Case, folder: Path) -> Path:
    """Make the case's repository in a folder that is not there yet, and give the folder of the register."""
    repository = Repository(folder)
    told = [step.path for step in (*case.steps, *case.uncommitted) if "was" not in step.how]
    first = [Step(day=FIRST, path=path) for path in list_paths(case) if not is_below(path, told)]
    for day, group in groupby([*first, *case.steps], key=lambda step: step.day):
        borne = day
        for step in group:
            take_step(case, step, repository)
            borne = step.how.get("dated", (borne,))[0]
        if repository.git("status", "--porcelain"):
            repository.change(f"{borne}T12:00:00Z", {})
    for step in case.uncommitted:
        write(case, step, repository)
    return finish(case, repository)


def take_step(case: Case, step: Step, repository: Repository) -> None:
    """Do what a line says, so that it can be committed."""
    target = repository.folder / "content" / step.path
    if "was" in step.how:
        target.parent.mkdir(parents=True, exist_ok=True)
        (repository.folder / "content" / step.how["was"][0]).rename(target)
    elif "gone" in step.how:
        target.unlink()
    elif "merged" in step.how:
        merge(case, step, repository)
    else:
        write(case, step, repository)


def write(case: Case, step: Step, repository: Repository) -> None:
    """Write a file, or all below a folder."""
    source = case.find_source(step)
    target = repository.folder / "content" / step.path
    if source.is_dir():
        shutil.copytree(source, target, dirs_exist_ok=True)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(make_text(case, step), encoding="utf-8")


def make_text(case: Case, step: Step) -> str:
    """Give the text of the file that a step writes."""
    text = case.find_source(step).read_text(encoding="utf-8")
    return leave_out(fill_in(text, step.how.get("with", ())), step.how.get("without", ()))


def leave_out(text: str, names: tuple[str, ...]) -> str:
    """Give a record less some fields; a field that is not on top is left out wherever it stands."""
    for name in names:
        inner = rf"^( +){name}:.*\n(?:\1 +.*\n)*"
        is_inner = re.search(inner, text, re.MULTILINE) and not re.search(rf"^{name}:", text, re.MULTILINE)
        text = re.sub(inner, "", text, flags=re.MULTILINE) if is_inner else drop(text, (name,))
    return text


def fill_in(text: str, contents: tuple[str, ...]) -> str:
    """Give a record with other contents in some fields, each as `FIELD=VALUE`."""
    for content in contents:
        name, _, value = content.partition("=")
        text, count = re.subn(rf"^([ -]*{name}:) .*$", rf"\1 {value}", text, flags=re.MULTILINE)
        assert count, f"there is no field {name}"
    return text


def merge(case: Case, step: Step, repository: Repository) -> None:
    """Commit a file on a branch on its day, and merge the branch later."""
    repository.git("switch", "--quiet", "--create=topic")
    write(case, step, repository)
    repository.change(f"{step.day}T12:00:00Z", {})
    repository.git("switch", "--quiet", "main")
    day = f"{step.how['merged'][0]}T12:00:00Z"
    repository.git("merge", "--quiet", "--no-ff", "--message=Merge", "topic", day=day)


def finish(case: Case, repository: Repository) -> Path:
    """Give the folder to look at: the repository, a shallow clone of it, or its files without git."""
    other = repository.folder.with_name("copy")
    kind, _, depth = case.git.partition("-")
    if kind == "shallow":
        address = repository.folder.as_uri()
        repository.git("clone", "--quiet", f"--depth={depth or 1}", address, str(other))
    elif case.git == "none":
        shutil.copytree(repository.folder / "content", other / "content")
    return other if case.git else repository.folder


def assess_case(case: Case, folder: Path) -> list[Assessed]:
    """Give everything that is known on each day of a case; `folder` is where its repository is made."""
    register = make_repository(case, folder / "register")
    return [assess(register, as_of=day, with_history=case.git != "none") for day in case.as_of]


def render_case(case: Case, days: list[Assessed]) -> str:
    """Give the expected text: the standings of each day."""
    shown = set(case.duties) or {case.folder.parent.name}
    return "\n".join(render_board(case, one.board, shown) for one in days if one.board)


def render_board(case: Case, board: Board, duties: set[str]) -> str:
    """Give the standings of one day, one after the other."""
    row = board.find_row(case.group)
    lines = [f"On {board.as_of}:" if row else f"On {board.as_of} there is no such group."]
    for cell in row.cells if row else ():
        if cell.duty.id in duties or "all" in duties:
            lines += (line for standing in cell.standings for line in render_standing(standing))
    return "\n".join(lines) + "\n"


def render_standing(standing: Standing) -> Iterator[str]:
    """Give a standing in two lines: what is so, and why."""
    days = {"due": standing.due, "met": standing.met_on, "claimed": standing.claimed_on}
    told = "".join(f", {name} {day}" for name, day in days.items() if day)
    early = " (long before it arrived)" if standing.is_claim_early else ""
    name = f"{standing.duty.id} {standing.owed.period}".strip()
    yield f"  {standing.state}: {name}{told}{early}"
    yield f"    {standing.why}"


def write_expected_standings(place: Path, folder: Path) -> None:
    """Accept what the code gives now for a case; its repository is made in an empty folder."""
    case = read_case(place)
    text = render_case(case, assess_case(case, folder))
    (place / "expected.txt").write_text(text, encoding="utf-8", newline="\n")
