"""Runs a script of `.github/scripts/` as a workflow does: as a process, with no more around it than it needs."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.workflows.forge_server import REPOSITORY, TOKEN, FakeForge

ROOT = Path(__file__).parents[2]
SCRIPTS = ROOT / ".github/scripts"


@dataclass(frozen=True)
class Ran:
    """How a script ended, and what it said."""

    code: int
    said: str

    @property
    def lines(self) -> list[str]:
        return self.said.splitlines()


def run_script(name: str, *arguments: str | Path, cwd: Path = ROOT, **variables: str) -> Ran:
    """Run a script of this checkout; nothing it says may hold the token, or be a command where it is no annotation."""
    return run_file(SCRIPTS / name, *arguments, cwd=cwd, **variables)


def run_file(file: Path, *arguments: str | Path, cwd: Path, **variables: str) -> Ran:
    """Run a script."""
    done = subprocess.run(
        [sys.executable, file, *arguments],
        cwd=cwd,
        env={"PATH": os.environ["PATH"], "FORGE_PAUSE": "0", **variables},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    said = done.stdout + done.stderr
    assert "Traceback" not in said, said
    assert TOKEN not in said
    assert "##[" not in said
    return Ran(done.returncode, said)


def run_with_forge(forge: FakeForge, name: str, *arguments: str | Path, **variables: str) -> Ran:
    """Run a script that speaks to a forge; no line that it says is a command to the runner."""
    forge.requests.clear()
    ran = run_file(
        SCRIPTS / name,
        *arguments,
        cwd=ROOT,
        **{
            "GITHUB_API_URL": forge.address,
            "GITHUB_GRAPHQL_URL": f"{forge.address}/graphql",
            "GITHUB_REPOSITORY": REPOSITORY,
            "GITHUB_TOKEN": TOKEN,
            **variables,
        },
    )
    assert [line for line in ran.lines if line.lstrip().startswith("::")] == []
    return ran
