"""One small repository, and every way in which it can be broken on purpose."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from scm_site.demo.repository import Repository
from tests.cli.small_register import EVENT, make_register

FORUM = "content/events/2026-06-12-forum.yml"


def make_whole(folder: Path) -> Repository:
    """Make a register with four commits on its main line: a record has three versions, the last by a pull request."""
    repository = Repository(folder)
    make_register(folder, {FORUM: EVENT})
    repository.change("2026-01-01T12:00:00Z", {})
    repository.change("2026-02-01T12:00:00Z", {FORUM: EVENT.replace("Brussels", "Ghent")})
    repository.change("2026-02-02T12:00:00Z", {"README.md": "A register.\n"})
    repository.switch("topic", "main")
    repository.change("2026-02-03T12:00:00Z", {FORUM: EVENT.replace("Brussels", "Porto")})
    repository.switch("main")
    repository.merge("2026-02-04T12:00:00Z", "topic", subject="Merge pull request #7 from x/topic")
    repository.git("config", "uploadpack.allowFilter", "true")
    return repository


def delete(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()


def empty(path: Path) -> None:
    path.chmod(0o644)
    path.write_bytes(b"")


def cut(path: Path) -> None:
    """Keep the first half: of a packed or loose object, the head can still be read."""
    path.chmod(0o644)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def scribble(path: Path) -> None:
    path.chmod(0o644)
    path.write_bytes(b"[core\n")


def find_object(folder: Path, revision: str) -> Path:
    """Give the file of a loose object."""
    name = Repository(folder).git("rev-parse", revision)
    return folder / ".git/objects" / name[:2] / name[2:]


Damage = Callable[[Path], None]
Break = Callable[[Path], Path]


def damage_file(name: str, damage: Damage) -> Break:
    """Give what damages a file of git's own."""

    def break_it(folder: Path) -> Path:
        damage(folder / ".git" / name)
        return folder

    return break_it


def damage_object(revision: str, damage: Damage) -> Break:
    """Give what damages an object that lies by itself."""

    def break_it(folder: Path) -> Path:
        damage(find_object(folder, revision))
        return folder

    return break_it


def damage_pack(damage: Damage) -> Break:
    """Give what damages the one file that holds all objects."""

    def break_it(folder: Path) -> Path:
        Repository(folder).git("gc", "--quiet")
        [pack] = folder.glob(".git/objects/pack/*.pack")
        damage(pack)
        return folder

    return break_it


def damage_in_pack(revision: str) -> Break:
    """Give what changes the bytes of one object in the middle of the file that holds them all."""

    def break_it(folder: Path) -> Path:
        repository = Repository(folder)
        name = repository.git("rev-parse", revision)
        repository.git("-c", "pack.depth=0", "gc", "--quiet")
        [pack] = folder.glob(".git/objects/pack/*.pack")
        listed = repository.git("verify-pack", "-v", str(pack)).splitlines()
        offset = next(int(line.split()[4]) for line in listed if line.startswith(name))
        content = bytearray(pack.read_bytes())
        content[offset + 6 : offset + 16] = b"\xff" * 10
        pack.chmod(0o644)
        pack.write_bytes(bytes(content))
        return folder

    return break_it


def clone_and_lose(*words: str) -> Break:
    """Give what makes a clone that rests on the first repository, which then goes."""

    def break_it(folder: Path) -> Path:
        clone = folder.parent / "clone"
        Repository(folder).git("clone", "--quiet", *words, f"file://{folder}", str(clone))
        delete(folder)
        return clone

    return break_it


def forget_boundary(folder: Path) -> Path:
    """Make a shallow clone that does not know any more where it ends."""
    clone = folder.parent / "clone"
    Repository(folder).git("clone", "--quiet", "--depth=1", f"file://{folder}", str(clone))
    delete(clone / ".git/shallow")
    return clone


def borrow_and_lose(folder: Path) -> Path:
    """Make a clone that borrows its objects from the first repository, which then goes."""
    clone = folder.parent / "clone"
    Repository(folder).git("clone", "--quiet", "--shared", str(folder), str(clone))
    delete(folder)
    return clone


def put_into_another(folder: Path) -> Path:
    """Unpack the register, without git, inside of a repository of something else."""
    delete(folder / ".git")
    outer = Repository(folder.parent / "outer")
    outer.change("2026-01-01T12:00:00Z", {"README.md": "Something else.\n"})
    return Path(shutil.move(folder, outer.folder / "register"))


def break_inside_another(folder: Path) -> Path:
    """Put the register into a repository of something else, with a `.git` of its own that is broken."""
    empty(folder / ".git/HEAD")
    outer = Repository(folder.parent / "outer")
    outer.change("2026-01-01T12:00:00Z", {"README.md": "Something else.\n"})
    return Path(shutil.move(folder, outer.folder / "register"))


def keep(folder: Path) -> Path:
    return folder


@dataclass(frozen=True)
class Way:
    """A way to break it: what git then says, and which commands still answer, as they do not need what is broken."""

    name: str
    break_it: Break
    says: str
    answers: tuple[str, ...] = ()
    git: str = ""  # a program that stands for git


CORRUPT = (
    r"is corrupt|is empty|bad object|not a tree|unable to read|Could not read|bad file|no revision|cannot"
)
#: What the check against the commit before the last one does not look at.
ELSEWHERE = ("check",)

FOREIGN = '#!/bin/sh\nGIT_TEST_ASSUME_DIFFERENT_OWNER=1 GIT_CONFIG_SYSTEM=/dev/null exec {git} "$@"\n'

WAYS = (
    Way("no .git", damage_file("", delete), "not a git repository"),
    Way("no git program", keep, "there is no git on this computer", git="-"),
    Way("of another owner", keep, "detected dubious ownership", git=FOREIGN),
    Way("no commit", damage_file("refs/heads/main", delete), "does not have any commits|no revision"),
    Way("inside another", put_into_another, "no commit that holds its|no revision|no commit in common"),
    Way("broken inside another", break_inside_another, "takes what is in|no revision"),
    Way("HEAD emptied", damage_file("HEAD", empty), "not a git repository"),
    Way("HEAD scribbled", damage_file("HEAD", scribble), "not a git repository"),
    Way("branch emptied", damage_file("refs/heads/main", empty), "appears to be broken|no revision"),
    Way("config scribbled", damage_file("config", scribble), "bad config line 1"),
    Way("index emptied", damage_file("index", empty), "index file smaller"),
    Way("index deleted", damage_file("index", delete), "the index of git is missing", ("review",)),
    *(
        Way(f"{what} {damage.__name__}", damage_object(revision, damage), CORRUPT, answers)
        for damage in (delete, empty, cut)
        for what, revision, answers in (
            ("newest commit", "HEAD", ()),
            ("newest tree", "HEAD^{tree}", ELSEWHERE),
            ("newest tree of content", "HEAD:content", ELSEWHERE),
            ("newest version", f"HEAD:{FORUM}", ELSEWHERE),
            ("version before", f"HEAD~1:{FORUM}", ()),
            ("first version", f"HEAD~3:{FORUM}", ELSEWHERE),
            ("first commit", "HEAD~3", ELSEWHERE),
            ("first tree", "HEAD~3^{tree}", ELSEWHERE),
            ("commit of the pull request", "topic", ()),
        )
    ),
    Way("pack cut", damage_pack(cut), CORRUPT),
    Way("pack deleted", damage_pack(delete), CORRUPT),
    Way("packed first version", damage_in_pack(f"HEAD~3:{FORUM}"), CORRUPT, ELSEWHERE),
    Way("packed first commit", damage_in_pack("HEAD~3"), CORRUPT, ELSEWHERE),
    Way("packed newest tree", damage_in_pack("HEAD^{tree}"), CORRUPT, ELSEWHERE),
    Way("boundary forgotten", forget_boundary, CORRUPT),
    Way("lender gone", borrow_and_lose, CORRUPT),
    Way("promised objects gone", clone_and_lose("--filter=blob:none"), "could not fetch"),
)


def put_in_place_of_git(text: str, folder: Path) -> Path:
    """Make a folder whose `git` is another program; with `-`, one without it."""
    folder.mkdir()
    if text != "-":
        program = folder / "git"
        found = subprocess.run(["which", "git"], check=True, capture_output=True, text=True).stdout.strip()
        program.write_text(text.format(git=found), encoding="utf-8")
        program.chmod(0o755)
    return folder
