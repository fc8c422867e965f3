"""What each group owes, as the command `scm due` tells it."""

import json
import os
import re
import subprocess
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

GROUP = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
ADDRESS = re.compile(r"^site:\n(?:[ \t#].*\n|\n)*?[ \t]+address: *[\"']?(https://[\w.:/~-]+)", re.MULTILINE)
TIMEOUT = 300
LONGEST_TITLE = 200


class DueError(Exception):
    """`scm due` could not tell; the text says why."""


@dataclass(frozen=True, kw_only=True)
class Due:
    """What a group owes: its title, and the text that says what is due, safe to publish."""

    title: str
    text: str


def list_groups(root: Path) -> list[str]:
    """Give the ids of the register's groups; what cannot be an id is left to `scm check`."""
    folders = sorted(path.parent.name for path in (root / "content/groups").glob("*/launch.md"))
    return [name for name in folders if GROUP.fullmatch(name)]


def read_site_address(root: Path) -> str:
    """Give the address of the public site, with `/` at its end, or "" where it is not known."""
    found = ADDRESS.search((root / "content/settings.yml").read_text("utf-8", "replace"))
    return found[1].rstrip("/") + "/" if found else ""


def find_due(root: Path, group: str) -> Due | None:
    """Give what a group owes, or None when it owes nothing; raises DueError, also where the history is not whole.

    What a group left open when it ended is nobody's to do any more, so it reminds nobody.
    """
    told = read_told(run_due(root, group, "--format", "json"))
    if told.get("gap"):
        raise DueError(f"`scm due` cannot tell what is due: {told['gap']}")
    owed = [part for block in told["blocks"] for part in block.get("groups", ()) if not part.get("over")]
    if not owed and not told["mandates"]:
        return None
    return Due(title=find_title(told, group), text=run_due(root, group, "--format", "markdown", "--mention"))


def read_told(text: str) -> dict[str, Any]:
    """Read the JSON of `scm due`, of the version that we know."""
    try:
        told: dict[str, Any] = json.loads(text)
        known = (
            told["version"] == 1 and isinstance(told["blocks"], list) and isinstance(told["mandates"], list)
        )
    except (ValueError, KeyError, TypeError):
        known = False
    if not known:
        raise DueError("`scm due` gave something else than version 1 of its JSON")
    return told


def run_due(root: Path, group: str, *arguments: str) -> str:
    """Run the command for one group, without the forge's token in its reach."""
    day = os.environ.get("SCM_AS_OF", "")
    command = [os.environ.get("SCM_COMMAND") or "scm", "due", f"--group={group}", *arguments]
    environment = {name: value for name, value in os.environ.items() if name != "GITHUB_TOKEN"}
    try:
        done = subprocess.run(
            [*command, *(["--as-of", day] if day else [])],
            cwd=root,
            env=environment | {"PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=TIMEOUT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise DueError(f"`scm due` did not run: {error}") from error
    if done.returncode:
        told = done.stderr.strip() or "the register has errors, see `make check`"
        raise DueError(f"`scm due` ended with {done.returncode}: {told}")
    return done.stdout


def find_title(told: dict[str, Any], group: str) -> str:
    """Give the group's title on one plain line, or its id where no title is told."""
    titles = (make_plain_title(title) for title in list_titles(told, group))
    return next((title for title in titles if title), group)


def list_titles(told: dict[str, Any], group: str) -> Iterator[str]:
    """Give the titles that are told of a group, in its blocks and in its mandates."""
    parts = [part for block in told["blocks"] for part in block.get("groups", ())]
    yield from (str(part["title"]) for part in [*parts, *told["mandates"]] if is_about(part, group))


def is_about(part: Any, group: str) -> bool:
    """Tell whether a part of the JSON names this group and its title."""
    return isinstance(part, dict) and part.get("group") == group and "title" in part


def make_plain_title(title: str) -> str:
    """Give a title on one line, not too long, without hidden characters and without a mention."""
    shown = "".join(" " if unicodedata.category(sign)[0] in "CZ" else sign for sign in title)
    return " ".join(shown.split()).replace("@", "\uff20")[:LONGEST_TITLE].rstrip()
