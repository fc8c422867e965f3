"""Objects in a repository that git itself would not make."""

import subprocess

from scm_site.demo.repository import Repository


def write_object(repository: Repository, kind: str, content: bytes) -> str:
    """Put an object into a repository as it is, and give its hash."""
    command = ["git", "hash-object", "-w", "--stdin", "--literally", "-t", kind]
    done = subprocess.run(command, cwd=repository.folder, input=content, check=True, capture_output=True)
    return done.stdout.decode("ascii").strip()
