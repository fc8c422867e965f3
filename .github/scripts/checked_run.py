"""Which pull request a run of the check was about: as the forge tells, never as the run itself does."""

import json
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from forge import Forge, ForgeError
from runner import CannotGoOnError, read_variable

COMMIT = re.compile(r"[0-9a-f]{40}([0-9a-f]{24})?")
#: The forge lists no more files of a pull request than this.
MOST_FILES = 3000
CONTENT = "content/"
SERVER = os.environ.get("GITHUB_SERVER_URL", "https://github.com")


@dataclass(frozen=True, kw_only=True)
class CheckedRun:
    """A run of the check: its number, and the branch and commit that it looked at, in which repository."""

    number: int
    commit: str
    branch: str
    owner: str
    repository: str
    main: str

    @property
    def address(self) -> str:
        """Where people find the run."""
        return f"{SERVER}/{read_variable('GITHUB_REPOSITORY')}/actions/runs/{self.number}"


@dataclass(frozen=True, kw_only=True)
class FoundPullRequest:
    """An open pull request to the main branch whose newest commit was checked."""

    number: int
    files: int


def read_event(path: Path) -> CheckedRun | None:
    """Read what the forge told when the run ended; None when it was not the check of a branch that is still there."""
    try:
        event = json.loads(path.read_text(encoding="utf-8"))
        run, main = event["workflow_run"], event["repository"]["default_branch"]
        head = run["head_repository"]
        if run["event"] != "pull_request" or head is None:
            return None
        made = CheckedRun(
            number=int(run["id"]),
            commit=str(run["head_sha"]),
            branch=str(run["head_branch"]),
            owner=str(head["owner"]["login"]),
            repository=str(head["full_name"]),
            main=str(main),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise CannotGoOnError("the forge told of the run in a form that we do not know") from error
    if not COMMIT.fullmatch(made.commit):
        raise CannotGoOnError("the forge told of a run without a commit")
    return made


def find_pull_request(forge: Forge, run: CheckedRun) -> FoundPullRequest | str:
    """Give the one open pull request that the run was about, or why there is none."""
    asked = forge.list_pages("/pulls", state="open", head=f"{run.owner}:{run.branch}", base=run.main)
    found = [one for one in asked if is_from(one, run)]
    current = [one for one in found if one["head"]["sha"] == run.commit]
    if len(current) > 1:
        return f"{len(current)} open pull requests have this commit, and nothing tells which one was checked"
    if not current:
        return "its branch has a newer commit" if found else "there is no open pull request of its branch"
    number = int(current[0]["number"])
    return FoundPullRequest(number=number, files=count_files(forge, number))


def is_from(data: dict[str, Any], run: CheckedRun) -> bool:
    """Tell whether a pull request asks to merge the branch of a run into the main branch."""
    try:
        head, base = data["head"], data["base"]
        from_branch = head["ref"] == run.branch and (head["repo"] or {}).get("full_name") == run.repository
        return bool(from_branch and base["ref"] == run.main and isinstance(head["sha"], str))
    except (AttributeError, KeyError, TypeError) as error:
        raise ForgeError("the forge gave a pull request in a form that we do not know") from error


def count_files(forge: Forge, number: int) -> int:
    """Give how many files a pull request changes."""
    data = forge.call("GET", f"/pulls/{number}").data
    try:
        return int(data["changed_files"])
    except (KeyError, TypeError, ValueError) as error:
        raise ForgeError("the forge gave a pull request in a form that we do not know") from error


def has_only_content(forge: Forge, pull: FoundPullRequest) -> bool:
    """Tell whether a pull request leaves everything outside of `content/` alone; no when not all files can be seen."""
    paths = [
        path
        for file in forge.list_pages(f"/pulls/{pull.number}/files")
        for path in (file.get("filename"), file.get("previous_filename"))
        if path is not None
    ]
    return pull.files <= MOST_FILES and all(str(path).startswith(CONTENT) for path in paths)
