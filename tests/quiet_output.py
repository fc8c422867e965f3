"""Expected output without what changes whenever anything does, so that a difference shows what it is about.

A commit is named for its day and its place among the commits of that day: `COMMIT-2025040201` is the first that came to
the main branch on 2 April 2025. A record with other contents changes no such name, and a new change in the story only
those of later ones on the same day. A checksum is named for the file that has it. Why: docs/decisions/0027.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from scm_site.demo.repository import Repository

#: As short as git writes a commit, as long as a SHA-256.
SHORTEST, LONGEST = 7, 64
DIGITS = re.compile(rf"(?<![0-9A-Za-z])[0-9a-f]{{{SHORTEST},{LONGEST}}}(?![0-9A-Za-z])")

#: The size of a file of public data, in both notations of the catalogue.
SIZE = re.compile(r"(dcat:byteSize\W+(?:@value\W+)?)[0-9]+")


@dataclass(frozen=True)
class Names:
    """Names for commits and checksums; the keys are whole, in hexadecimal digits."""

    whole: Mapping[str, str]

    def find(self, digits: str) -> str:
        """Give the name of what begins with some digits; what is not known stays as it is."""
        known = (name for key, name in self.whole.items() if key.startswith(digits))
        return next(known, digits)

    def quieten(self, text: str) -> str:
        """Give a text with names in the place of commits, checksums and sizes."""
        told = {digits: self.find(digits) for digits in set(DIGITS.findall(text))}
        return SIZE.sub(r"\1SIZE", DIGITS.sub(lambda found: told[found[0]], text))


def name_commits(root: Path) -> dict[str, str]:
    """Give each commit of a repository its name: those of the main line come first on their day."""
    counts: Counter[str] = Counter()
    names: dict[str, str] = {}
    for commit, day in list_commits(root):
        if commit not in names:
            counts[day] += 1
            names[commit] = f"COMMIT-{day}{counts[day]:02}"
    return names


def list_commits(root: Path) -> Iterator[tuple[str, str]]:
    """Give every commit and its day, for example 20250402: the main line, then all."""
    for which in ("--first-parent", "--all"):
        told = Repository(root).git(
            "log", which, "--topo-order", "--reverse", "--format=%H %cd", "--date=format:%Y%m%d"
        )
        for line in told.splitlines():
            commit, _, day = line.partition(" ")
            yield commit, day


def name_checksums(files: Mapping[str, bytes]) -> dict[str, str]:
    """Give the SHA-256 of each file a name; of files alike, the first by path."""
    found = {hashlib.sha256(files[path]).hexdigest(): path for path in sorted(files, reverse=True)}
    return {digits: f"SHA-256-OF-{path}" for digits, path in found.items()}


def quieten_files(files: Mapping[str, bytes], root: Path) -> dict[str, bytes]:
    """Give the files of a site, made from the repository at `root`, as they stand in expected output.

    A file that is no text stays as it is.
    """
    names = Names({**name_commits(root), **name_checksums(files)})
    return {path: quieten_file(content, names) for path, content in files.items()}


def quieten_file(content: bytes, names: Names) -> bytes:
    """Give one file as it stands in expected output."""
    try:
        return names.quieten(content.decode("utf-8")).encode("utf-8")
    except UnicodeDecodeError:
        return content
