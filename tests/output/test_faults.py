"""Whatever fails, and whenever somebody kills it: what was published stays whole, and the reason is one line."""

import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.built_sites import REAL_DAY, ROOT, BuiltSite
from tests.mkdocs_plugin.sample_register import make_command, make_register, run_generator
from tests.output.faults import read_tree

pytestmark = pytest.mark.broad

#: MkDocs, killed at the n-th time that it does something.
KILLED = """
import sys
from mkdocs.__main__ import cli
from tests.output.faults import Faults, active
active.append(Faults(at=int(sys.argv.pop(1)), events={sys.argv.pop(1)}, kill=True))
cli()
"""


@pytest.mark.slow("builds a site some thirty times; single moments are tried by day")
def test_no_fault_at_any_moment_harms_what_was_published(tmp_path: Path) -> None:
    """One process makes all of them; it tells how many faults each job met and how many folders it left behind."""
    command, environment = make_command(tmp_path)
    done = subprocess.run(
        [command[0], "-m", "tests.output.fault_runs", str(tmp_path / "runs")],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    lines = [line.split() for line in done.stdout.splitlines()]
    assert done.returncode == 0, done.stderr
    assert [line[0] for line in lines] == ["demo", "build", "export", "kill", "export", "kill"], done.stdout
    assert all(len(line) == 3 and int(line[1]) > 5 and line[2] == "0" for line in lines), done.stdout


@pytest.mark.parametrize(("number", "event"), [(20, "open"), (420, "open"), (300, "os.link")])
def test_a_large_build_that_is_killed_leaves_the_last_site(
    real_site: BuiltSite, tmp_path: Path, number: int, event: str
) -> None:
    folder = tmp_path / "register"
    shutil.copytree(real_site.folder.parent, folder)
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(number), event, "build"],
        cwd=folder,
        env={
            **os.environ,
            "SCM_AS_OF": REAL_DAY,
            "SCM_HISTORY": "none",
            "PYTHONPATH": str(ROOT),
            "NO_MKDOCS_2_WARNING": "1",
        },
        capture_output=True,
        check=False,
    )
    assert done.returncode == -9, done.stderr
    (left,) = folder.glob(".site.next-*")
    assert 15 < len(read_tree(left)) <= len(real_site.files)
    assert read_tree(folder / "site") == real_site.files


def test_a_file_that_grows_too_large_is_one_line(tmp_path: Path) -> None:
    """The system's limit of the size of a file stands for every disk that is full."""
    folder = make_register(tmp_path / "site")
    assert run_generator(folder, "build").returncode == 0
    before = read_tree(folder / "site")
    command, environment = make_command(folder, "build", "--quiet")
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000)),
    )
    assert done.returncode == 1
    assert f"File too large; {folder / 'site'} stays as it was\n" in done.stderr
    assert "Traceback" not in done.stderr
    assert read_tree(folder / "site") == before
    assert not list(folder.glob(".site*"))
