r"""Cases of changes: what is laid over the example register on a branch, with the review that it must get.

`tests/changes/<RULE or subject>/<case>/` holds, each where it is needed:

    content/        files laid over those of the example register
    outside/        files laid over the repository's root
    edits.txt       lines `PATH: OLD => NEW`: what is written otherwise in a file; `\n` is a line end
    removed.txt     paths that are taken away
    moved.txt       lines `OLD NEW`: a file or folder gets another name
    before.txt      the same lines as in edits.txt, for the main branch before the change
    main.txt        the same, for the main branch after the change left it
    case.txt        lines `author ACCOUNT`, `as_of DAY`, `link PATH TARGET`, `submodule PATH`, `program PATH`
    expected.txt    what `scm review` says

Paths are from the repository's root. Other paths than those of `outside/` begin with `content/`.
"""

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from scm_site.demo.repository import Repository
from scm_site.pipeline import review
from scm_site.reports.review_document import ReviewData, make_review_document
from scm_site.reports.review_text import render_review_text

CHANGES = Path(__file__).parent / "changes"
EXAMPLE_DAY = "2026-05-20"
CHANGED, LATER = "2026-05-19T18:00:00Z", "2026-05-19T20:00:00Z"


@dataclass(frozen=True)
class Told:
    """What `case.txt` says."""

    author: str = "example-nils"
    as_of: str = EXAMPLE_DAY
    links: tuple[tuple[str, str], ...] = ()
    submodules: tuple[str, ...] = ()
    programs: tuple[str, ...] = ()


def list_changes() -> list[Path]:
    """Give the folder of every case, by name."""
    return sorted(path for path in CHANGES.glob("*/*") if path.is_dir())


def name_change(case: Path) -> str:
    """Give a case's name, for example `B001/no-word`."""
    return case.relative_to(CHANGES).as_posix()


def play_change(case: Path, origin: Path, folder: Path) -> Path:
    """Give a repository with the branches `main` and `change`; `origin` is that of the example's first groups."""
    copy = folder / "register"
    shutil.copytree(origin, copy, symlinks=True)
    repository = Repository(copy)
    if (case / "before.txt").exists():
        edit(copy, case / "before.txt")
        repository.change(CHANGED, {})
    repository.git("switch", "--quiet", "--create", "change")
    apply_change(case, repository)
    repository.change(CHANGED, {}, who="example-nils")
    repository.git("switch", "--quiet", "main")
    if (case / "main.txt").exists():
        edit(copy, case / "main.txt")
        repository.change(LATER, {})
    return copy


def apply_change(case: Path, repository: Repository) -> None:
    """Do to the files what the case says."""
    root = repository.folder
    for line in read_lines(case / "moved.txt"):
        old, new = line.split()
        (root / new).parent.mkdir(parents=True, exist_ok=True)
        (root / old).rename(root / new)
    for line in read_lines(case / "removed.txt"):
        shutil.rmtree(root / line) if (root / line).is_dir() else (root / line).unlink()
    for name, target in (("content", root / "content"), ("outside", root)):
        if (case / name).is_dir():
            shutil.copytree(case / name, target, dirs_exist_ok=True)
    edit(root, case / "edits.txt")
    told = read_case(case)
    for path, to in told.links:
        (root / path).symlink_to(to)
    for path in told.submodules:
        commit = repository.git("rev-parse", "HEAD")
        repository.git("update-index", "--add", "--cacheinfo", f"160000,{commit},{path}")
        (root / path).mkdir()
    for path in told.programs:
        (root / path).chmod(0o755)


def edit(root: Path, edits: Path) -> None:
    """Write something else into files; fails where the old words are not there."""
    for line in read_lines(edits):
        path, _, words = line.partition(": ")
        old, arrow, new = words.partition(" => ")
        text = (root / path).read_text(encoding="utf-8")
        old, new = old.replace("\\n", "\n"), new.replace("\\n", "\n")
        assert arrow, f"{edits} does not say `OLD => NEW`: {line}"
        assert old in text, f"{path} does not say: {old}"
        (root / path).write_text(text.replace(old, new), encoding="utf-8")


def read_lines(path: Path) -> list[str]:
    """Give the lines of a file that say something."""
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    return [line for line in text.splitlines() if line.strip() and not line.startswith("# ")]


def read_case(case: Path) -> Told:
    """Read `case.txt`."""
    words = [line.split() for line in read_lines(case / "case.txt")]
    single = {name: rest[0] for name, *rest in words if name in ("author", "as_of")}
    return Told(
        **single,
        links=tuple((rest[0], rest[1]) for name, *rest in words if name == "link"),
        submodules=tuple(rest[0] for name, *rest in words if name == "submodule"),
        programs=tuple(rest[0] for name, *rest in words if name == "program"),
    )


def make_document(case: Path, root: Path) -> ReviewData:
    """Review the branch `change` of a played case."""
    told = read_case(case)
    done = review(root, "main", "change", as_of=date.fromisoformat(told.as_of), author=told.author)
    return make_review_document(done.review, done.address)


def report_change(case: Path, origin: Path, folder: Path) -> str:
    """Give what `scm review` says about a case."""
    return render_review_text(make_document(case, play_change(case, origin, folder)))


def write_expected_review(case: Path, origin: Path, folder: Path) -> None:
    """Accept what the code gives now for a case; it is played in an empty folder."""
    text = report_change(case, origin, folder)
    (case / "expected.txt").write_text(text, encoding="utf-8", newline="\n")
