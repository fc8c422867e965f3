"""What the forge's runner gives a script, and how a script speaks to the people who read its log."""

import os
import re
import subprocess
import sys
from pathlib import Path

from forge import Forge

SAFE_ADDRESS = re.compile(r"https://|http://127\.0\.0\.1[:/]")
REPOSITORY = re.compile(r"[\w.-]+/[\w.-]+")
#: Who writes with the token of a workflow. What anybody else wrote is never taken for ours.
BOT = "github-actions[bot]"
#: The forge takes a mebibyte for the summary of a step.
LONGEST_SUMMARY = 1_000_000
CUT = "\n\nThere is more than fits here: see the log of this step.\n"


class CannotGoOnError(Exception):
    """Something is wrong that stops all of it; the text says what."""


def read_variable(name: str, usual: str = "") -> str:
    """Give an environment variable that has to be set."""
    value = os.environ.get(name) or usual
    if not value:
        raise CannotGoOnError(f"the variable {name} is not set")
    return value


def read_address(name: str, usual: str) -> str:
    """Give the address of one of the forge's interfaces: only one that keeps the token secret on its way."""
    address = read_variable(name, usual).rstrip("/")
    if not SAFE_ADDRESS.match(address):
        raise CannotGoOnError(f"{name} is no https address")
    return address


def make_forge() -> Forge:
    """Read from the environment where the forge is, and who we are to it."""
    repository = read_variable("GITHUB_REPOSITORY")
    if not REPOSITORY.fullmatch(repository):
        raise CannotGoOnError("GITHUB_REPOSITORY is not like owner/name")
    return Forge(
        api=read_address("GITHUB_API_URL", "https://api.github.com"),
        graphql=read_address("GITHUB_GRAPHQL_URL", "https://api.github.com/graphql"),
        repository=repository,
        token=read_variable("GITHUB_TOKEN"),
        pause=float(read_variable("FORGE_PAUSE", "1")),
    )


def tell(text: str, before: str = "") -> None:
    """Print one line: never the token, and nothing that the forge's runner would obey.

    That is `##[` anywhere in a line, and `::` at its start, where we always put words of our own, or `before`.
    """
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    token = os.environ.get("GITHUB_TOKEN", "")
    hidden = line.replace(token, "***") if token else line
    print(before + hidden.replace("##[", "## [")[:2000], flush=True)


def tell_output(text: str) -> None:
    """Print what another program said, each line behind a bar, so that none begins as a command does."""
    for line in text.splitlines():
        indent = min(len(line) - len(line.lstrip(" ")), 20)
        tell(line, before=f"| {' ' * indent}")


def run_python(
    *arguments: str, timeout: float, stderr: int = subprocess.PIPE, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run Python in this checkout, and give what it said; raises subprocess.TimeoutExpired."""
    return subprocess.run(
        [sys.executable, "-P", *arguments],
        env=os.environ | {"PYTHONIOENCODING": "utf-8"} | variables,
        stdout=subprocess.PIPE,
        stderr=stderr,
        encoding="utf-8",
        errors="replace",
        timeout=timeout,
        check=False,
    )


def normalise(text: str) -> str:
    """Give a text as we write it; an edit in a browser, or the forge, ends the lines in another way."""
    return text.replace("\r\n", "\n").strip() + "\n"


def write_summary(markdown: str) -> None:
    """Add to what the page of the run shows, where there is such a page."""
    path = os.environ.get("GITHUB_STEP_SUMMARY", "")
    if not path:
        return
    content = f"{markdown}\n".encode()
    if len(content) > LONGEST_SUMMARY:
        kept = content[: LONGEST_SUMMARY - len(CUT)]
        content = kept[: kept.rfind(b"\n")] + CUT.encode()
    with Path(path).open("ab") as summary:
        summary.write(content)
