"""A signature that git can verify makes what git alone tells stronger; one that it cannot verify does not."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from scm_site.approval.states import AuditState
from scm_site.demo.repository import Repository
from scm_site.pipeline import audit
from tests.built_sites import EXAMPLE

MINUTES = "content/groups/warm-homes/meetings/2026-04-30-draft-guide/2026-05-08.minutes.md"
DAY = "2026-05-04T10:00:00Z"
needs_keys = pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="there is no ssh-keygen here")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A repository whose newest commit is a merge by somebody entitled, signed with a key of their own."""
    key = tmp_path / "key"
    quiet = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "test", "-f", str(key)]
    subprocess.run(quiet, check=True, env={**os.environ, "HOME": str(tmp_path)})
    made = Repository(tmp_path / "register")
    shutil.copytree(EXAMPLE, made.folder / "content")
    made.change("2026-01-01T12:00:00Z", {})
    made.git("switch", "--quiet", "--create", "minutes")
    text = (EXAMPLE.parent / MINUTES).read_text(encoding="utf-8")
    made.change(DAY, {MINUTES: f"{text}\nMore.\n"}, who="example-alma")
    made.git("switch", "--quiet", "main")
    made.git("config", "gpg.format", "ssh")
    made.git("config", "user.signingkey", str(key))
    subject = "Merge pull request #1 from example-alma/minutes"
    made.git(
        "merge", "--quiet", "--no-ff", "--gpg-sign", "-m", subject, "minutes", day=DAY, who="example-boris"
    )
    return made


def trust(repository: Repository, key: Path) -> None:
    """Let git know whose key it is."""
    signers = key.with_name("signers")
    signers.write_text(f"boris@example.org {key.read_text(encoding='ascii')}", encoding="ascii")
    repository.git("config", "gpg.ssh.allowedSignersFile", str(signers))


@needs_keys
def test_a_key_that_is_known_makes_it_stronger(repository: Repository, tmp_path: Path) -> None:
    trust(repository, tmp_path / "key.pub")
    newest = audit(repository.folder, None).audit.changes[0]
    assert (newest.state, newest.commit.signer) == (AuditState.BY_SIGNATURE, "boris@example.org")


@needs_keys
def test_a_key_that_nobody_knows_proves_nothing(repository: Repository) -> None:
    newest = audit(repository.folder, None).audit.changes[0]
    assert (newest.state, newest.commit.signer) == (AuditState.BY_GIT, "")
