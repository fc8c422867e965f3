"""A change to the example register, as the forge lays it out for a check: the main branch, and the merge as data."""

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from scm_site.demo.repository import Repository
from tests.workflows.steps import ROOT, Workspace

#: What the program needs beside its package, which is installed for the tests.
PROGRAM = (".github", "docs/pages", "mkdocs.yml", "Makefile")
DAY = "2026-05-20T12:00:00Z"


@dataclass(frozen=True)
class Change:
    """The two checkouts of a check, `trusted` and `submission`, below one folder."""

    workspace: Workspace

    @property
    def trusted(self) -> Path:
        return self.workspace.folder / "trusted"

    @property
    def submission(self) -> Path:
        return self.workspace.folder / "submission"


def make_upstream(example_history: Path, folder: Path) -> Repository:
    """Give the repository on the forge: the example register, with the program beside it."""
    shutil.copytree(example_history, folder)
    upstream = Repository(folder)  # a repository that is there already stays as it is
    for name in PROGRAM:
        source, target = ROOT / name, folder / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target)
    upstream.change(DAY, {}, subject="The program", who="example-mara")
    return upstream


def make_change(
    upstream: Repository, folder: Path, changes: dict[str, str | None], *, author: str = "example-ines"
) -> Change:
    """Lay out a pull request with these files, merged as the forge would do it."""
    upstream.git("switch", "--quiet", "--force-create", "patch-1", "main")
    upstream.change(DAY, changes, who=author)
    upstream.git("switch", "--quiet", "--detach", "main")
    upstream.git("merge", "--quiet", "--no-ff", "-m", "Merge patch-1 into main", "patch-1", day=DAY)
    merged = upstream.git("rev-parse", "HEAD")
    upstream.git("update-ref", "refs/pull/1/merge", merged)
    upstream.git("switch", "--quiet", "main")
    workspace = Workspace(folder / "workspace", {"github.event.pull_request.user.login": author})
    made = Change(workspace)
    workspace.folder.mkdir(parents=True)
    upstream.git("clone", "--quiet", "--branch=main", str(upstream.folder), str(made.trusted))
    upstream.git("clone", "--quiet", "--no-checkout", str(upstream.folder), str(made.submission))
    upstream.git("fetch", "--quiet", "origin", "refs/pull/1/merge", folder=made.submission)
    upstream.git("checkout", "--quiet", "--detach", "FETCH_HEAD", folder=made.submission)
    (made.trusted / ".venv").symlink_to(sys.prefix)
    return made
