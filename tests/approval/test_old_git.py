"""A git that cannot merge without a checkout: what it cannot prove is not known, and never approved."""

import os
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from scm_site.approval.states import AuditState
from scm_site.cli.answer import COULD_NOT_RUN
from scm_site.cli.audit import judge
from scm_site.demo.played_forge import Forge
from scm_site.reading.landed_content import GIT_NEEDED
from tests.approval.test_audit import DAY, LATER, TOPIC, forge, make_audit, make_topic

__all__ = ["forge"]  # the fixture


@pytest.mark.skipif(sys.platform == "win32", reason="the program is a script of a shell")
@pytest.mark.parametrize("how", ["merge", "squash"])
def test_what_an_old_git_cannot_prove_is_not_known(
    forge: Forge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: Any
) -> None:
    """Before git 2.39, `merge-tree` knows no `--stdin`: it says how it is used, and ends with 129."""
    pull = forge.open("example-nils", DAY, {TOPIC: make_topic()})
    forge.merge(
        pull,
        LATER,
        by="example-astrid",
        agreed=["example-bruno"],
        how="squash" if how == "squash" else "merge",
    )
    records = forge.make_records("2026-06-01T00:00:00Z")
    program = tmp_path / "old/git"
    program.parent.mkdir()
    real = shutil.which("git")
    program.write_text(
        f'#!/bin/sh\nfor word; do [ "$word" = merge-tree ] && exit 129; done\nexec "{real}" "$@"\n',
        encoding="utf-8",
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    audit = make_audit(forge, collected=records)
    assert audit.changes[0].state == AuditState.UNKNOWN
    assert GIT_NEEDED in audit.changes[0].why
    assert judge(audit) == COULD_NOT_RUN
