"""Sites built for real, by MkDocs in its own process, from a folder that holds nothing but what a site needs."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import html5lib

from scm_site.demo.example_folder import make_demo
from scm_site.demo.play import RECORDS
from tests.first_groups import FIRST, make_history_once
from tests.made_once import make_once

TESTS = Path(__file__).parent
ROOT = TESTS.parent
REAL, EXAMPLE = ROOT / "content", FIRST / "content"

#: The days for which the tests compute the two registers; no test reads the clock.
REAL_DAY, EXAMPLE_DAY = "2026-11-22", "2026-05-20"

COMPLAINTS = "complaints.txt"


@dataclass(frozen=True)
class BuiltSite:
    """A built site: its folder, its files by name, and its pages parsed as a browser does."""

    folder: Path
    told: str = ""
    parsed: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def files(self) -> Mapping[str, bytes]:
        """Give every file by its path below the site."""
        found = sorted(path for path in self.folder.rglob("*") if path.is_file())
        return {path.relative_to(self.folder).as_posix(): path.read_bytes() for path in found}

    @property
    def page_names(self) -> list[str]:
        """Give the name of every HTML file."""
        return [name for name in self.files if name.endswith(".html")]

    def parse(self, name: str) -> Any:
        """Give a page's tree."""
        if name not in self.parsed:
            self.parsed[name] = html5lib.parse(
                self.files[name], transport_encoding="utf-8", namespaceHTMLElements=False
            )
        return self.parsed[name]

    def read_text(self, name: str) -> str:
        """Give the words of a page's main part, with single spaces."""
        return " ".join("".join(self.parse(name).find(".//main").itertext()).split())


def has_git(folder: Path) -> bool:
    """Tell whether a folder is a repository; to do without a history has to be asked for."""
    return (folder / ".git").exists()


def make_project(folder: Path, content: Path) -> Path:
    """Lay out a folder in which MkDocs finds a register: our mkdocs.yml, the hand-written pages, the content."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "docs" / "pages", folder / "docs" / "pages")
    shutil.copytree(content, folder / "content")
    return folder


def make_demo_once() -> Path:
    """Give the worked example: a git repository, and what MkDocs makes the site from; nobody changes it."""
    return make_once("demo", make_demo)


def make_demo_project(folder: Path) -> Path:
    """Lay out the worked example in a folder of one's own."""
    return Path(shutil.copytree(make_demo_once(), folder, symlinks=True))


def make_example_project(folder: Path) -> Path:
    """Lay out the same for the first groups of the example, without the tour."""
    shutil.copytree(make_history_once(), folder, symlinks=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "docs" / "pages", folder / "docs" / "pages")
    return folder


def run_generator(
    folder: Path, day: str, generator: str = "mkdocs", **variables: str
) -> subprocess.CompletedProcess[str]:
    """Build a folder's site, strictly; whatever the generator says is in `stdout`.

    A folder that is no repository is built without a history.
    Not quietly: then MkDocs does not count its warnings, and is not strict.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SCM_", "SOURCE_DATE"))}
    if not has_git(folder):
        variables = {"SCM_HISTORY": "none", **variables}
    return subprocess.run(
        [sys.executable, "-m", generator, "build", "--strict"],
        cwd=folder,
        env={**kept, "SCM_AS_OF": day, "NO_MKDOCS_2_WARNING": "1", **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=180,
        check=False,
    )


def build_site(folder: Path, day: str, generator: str = "mkdocs", **variables: str) -> BuiltSite:
    """Build a folder's site, with the forge's records where they are; fails with what the generator said."""
    if (folder / RECORDS).exists():
        variables = {"SCM_PULL_REQUESTS": str(folder / RECORDS), **variables}
    done = run_generator(folder, day, generator, **variables)
    assert done.returncode == 0, done.stdout
    complaints = [line for line in done.stdout.splitlines() if line.startswith(("WARNING", "ERROR"))]
    return BuiltSite(folder / "site", "\n".join(complaints))


def build_site_once(name: str, make: Callable[[Path], Path], day: str) -> BuiltSite:
    """Give the site of the project that `make` lays out; it is built once for all who read it."""
    folder = make_once(name, lambda folder: keep_complaints(build_site(make(folder / "register"), day)))
    site = folder / "register/site"
    return BuiltSite(site, (site.parent / COMPLAINTS).read_text(encoding="utf-8"))


def keep_complaints(built: BuiltSite) -> None:
    """Write what the generator complained of beside a site, for the other processes."""
    (built.folder.parent / COMPLAINTS).write_text(built.told, encoding="utf-8")
