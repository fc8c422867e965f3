"""A folder in which MkDocs finds the sample site, and how to build it with a real generator."""

import os
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]

PAGE = """# How it works & why

A hand-written page. See [the group](groups/deep-retrofitting/index.md#facts) and [all](groups/index.md).

## First

| A | B |
|---|---|
| one | two |

## Second `code`

Text.
"""


def make_register(folder: Path) -> Path:
    """Make a folder with our mkdocs.yml and one hand-written page."""
    (folder / "docs" / "pages").mkdir(parents=True)
    (folder / "docs" / "pages" / "how-it-works.md").write_text(PAGE, encoding="utf-8")
    (folder / "content").mkdir()
    (folder / "mkdocs.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes())
    return folder


def make_command(
    folder: Path, *arguments: str, generator: str = "mkdocs"
) -> tuple[list[str], dict[str, str]]:
    """Give the command that runs a generator on the sample, and its environment."""
    paths = [str(ROOT)] if is_installed() else [str(ROOT), str(write_entry_point(folder))]
    known = {
        name: value for name, value in os.environ.items() if not name.startswith(("SCM_", "SOURCE_DATE"))
    }
    environment = {
        **known,
        "SCM_AS_OF": "2026-11-22",
        "PYTHONPATH": os.pathsep.join(paths),
        "NO_MKDOCS_2_WARNING": "1",
    }
    return [sys.executable, str(HERE / "run_generator.py"), generator, *arguments], environment


def run_generator(
    folder: Path, *arguments: str, generator: str = "mkdocs", **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run a generator in a folder, to its end; whatever it says is in `stdout`."""
    command, environment = make_command(folder, *arguments, generator=generator)
    return subprocess.run(
        command,
        cwd=folder,
        env={**environment, **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=120,
        check=False,
    )


def build_site(folder: Path, generator: str = "mkdocs", **variables: str) -> dict[str, bytes]:
    """Build the sample, strictly; give every file of the site."""
    done = run_generator(folder, "build", "--strict", generator=generator, **variables)
    assert done.returncode == 0, done.stdout
    site = folder / "site"
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


def is_installed() -> bool:
    """Tell whether the project is installed, so that generators find the plugin."""
    return any(entry.name == "scm" for entry in entry_points(group="mkdocs.plugins"))


def write_entry_point(folder: Path) -> Path:
    """Name the plugin as an installation would; give the folder that must be on Python's path."""
    info = folder / "installed" / "scm_sample.dist-info"
    info.mkdir(parents=True, exist_ok=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: scm-sample\nVersion: 0\n", encoding="utf-8")
    entry = "[mkdocs.plugins]\nscm = scm_site.mkdocs_plugin.plugin:ScmPlugin\n"
    (info / "entry_points.txt").write_text(entry, encoding="utf-8")
    return info.parent
