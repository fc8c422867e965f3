"""Collect what the forge knows of the pull requests to the main branch: who wrote, who agreed, who merged.

    GITHUB_TOKEN=... GITHUB_REPOSITORY=owner/name python collect_pull_requests.py FILE

Run with the virtual environment of a checkout of the main branch. FILE is written whole or not at all, in the form of
scm_site/approval/pull-requests.schema.json. Ends with 0 when it is there, 2 when it could not be made.
"""

import json
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from forge import Forge, ForgeError
from questions import BRANCH, MERGED, OPEN, make_more
from runner import CannotGoOnError, make_forge, tell

from scm_site.approval.pull_requests import PullRequestsError, read_pull_requests

MAIN = "main"
#: What the schema takes. Of anything that a stranger could make longer, the rest is left out and never stops us.
MOST_MERGED, MOST_OPEN = 100_000, 5_000
MOST_ACCOUNTS, MOST_REVIEWS, MOST_PATHS = 500, 500, 3_000
LONGEST_TEXT = 1_000
#: So many pages of one list, so many rounds while the main branch goes on.
MOST_PAGES, MOST_ROUNDS = 5_000, 3
ACCOUNT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,80}")

Json = dict[str, Any]


@dataclass(kw_only=True)
class Collector:
    """Asks the forge page by page, and says what it left out."""

    forge: Forge
    remarks: list[str] = field(default_factory=list)

    def collect(self) -> Json:
        """Give all records, as of one commit of the main branch; raises ForgeError."""
        before = self.find_head()
        for _ in range(MOST_ROUNDS):
            self.remarks.clear()
            collected_at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
            merged = [*self.list_merged()]
            waiting = [*self.list_open()]
            after = self.find_head()
            if before == after:
                return {
                    "version": 1,
                    "collected_at": collected_at,
                    "head": before,
                    "merged": merged[-MOST_MERGED:],
                    "open": waiting[:MOST_OPEN],
                }
            before = after  # something was merged meanwhile: what we have may lack it
        raise CannotGoOnError(f"the main branch went on {MOST_ROUNDS} times while we asked")

    def find_head(self) -> str:
        """Give the newest commit of the main branch."""
        repository = self.ask_repository(BRANCH, branch=f"refs/heads/{MAIN}")
        if not repository["ref"]:
            raise CannotGoOnError(f"the repository has no branch {MAIN}")
        return str(repository["ref"]["target"]["oid"])

    def ask_repository(self, question: str, **variables: Any) -> Json:
        """Ask something about the repository."""
        owner, _, name = self.forge.repository.partition("/")
        repository = self.forge.ask(question, owner=owner, name=name, **variables)["repository"]
        if repository is None:
            raise CannotGoOnError(f"the forge has no repository {self.forge.repository}")
        return dict(repository)

    def list_pulls(self, question: str) -> Iterator[Json]:
        """Give every pull request of a list, the oldest first."""
        after: str | None = None
        for _ in range(MOST_PAGES):
            page = self.ask_repository(question, branch=MAIN, after=after)["pullRequests"]
            yield from page["nodes"]
            after = find_next(page)
            if after is None:
                return
        raise CannotGoOnError(f"there are more than {MOST_PAGES} pages of pull requests")

    def list_all(self, kind: str, owner: Json, name: str) -> Iterator[Json]:
        """Give every entry of a list inside of something, of which the first page is here."""
        page = owner[name] or {"nodes": [], "pageInfo": {"hasNextPage": False}}  # an empty one may be null
        for _ in range(MOST_PAGES):
            yield from (one for one in page["nodes"] if one is not None)
            after = find_next(page)
            if after is None:
                return
            page = self.forge.ask(make_more(kind, name), id=owner["id"], after=after)["node"][name]
        raise CannotGoOnError(f"there are more than {MOST_PAGES} pages of {name}")

    def list_merged(self) -> Iterator[Json]:
        """Give the record of each merged pull request."""
        for pull in self.list_pulls(MERGED):
            if not pull["mergeCommit"]:
                self.remark(pull, "left out, because the forge does not say as which commit it was merged")
                continue
            reviews = self.list_reviews(pull)
            commits = [*self.list_all("PullRequest", pull, "commits")]
            total = int(pull["commits"]["totalCount"])
            if len(commits) < total:
                self.remark(
                    pull, f"the forge lists {len(commits)} of {total} commits, so no agreement counts"
                )
                reviews = []
            merged_by = find_account(pull["mergedBy"])
            yield {
                "number": pull["number"],
                "opener": find_account(pull["author"]),
                "authors": self.list_authors(
                    pull, commits, {merged_by, *(one["account"] for one in reviews)}
                ),
                "head": pull["headRefOid"],
                "merge_commit": pull["mergeCommit"]["oid"],
                "commits": total,
                "merged_at": pull["mergedAt"],
                "merged_by": merged_by,
                "reviews": reviews,
            }

    def list_authors(self, pull: Json, commits: list[Json], first: set[str]) -> list[str]:
        """Give who opened a pull request or has a commit in it.

        Anybody can name others as authors of a commit, a thousand of them. So those who also agreed come `first`, and
        nobody can hide behind a long list that they agreed to what they wrote.
        """
        found = {find_account(pull["author"])}
        for one in commits:
            authors = self.list_all("Commit", one["commit"], "authors")
            found |= {find_account(author["user"], of_commit=True) for author in authors}
        ordered = sorted(found - {""}, key=lambda account: (account not in first, account))
        if len(ordered) > MOST_ACCOUNTS:
            self.remark(pull, f"{len(ordered)} accounts wrote it; {MOST_ACCOUNTS} of them are kept")
        return sorted(ordered[:MOST_ACCOUNTS])

    def list_reviews(self, pull: Json) -> list[Json]:
        """Give who agreed, and to which commit; each by the last word that they said."""
        found = [
            {"account": account, "at": one["submittedAt"], "commit": one["commit"]["oid"]}
            for one in self.list_all("PullRequest", pull, "latestOpinionatedReviews")
            if one["state"] == "APPROVED" and one["commit"] and (account := find_account(one["author"]))
        ]
        if len(found) > MOST_REVIEWS:
            self.remark(pull, f"{len(found)} accounts agreed; {MOST_REVIEWS} of them are kept")
        return found[:MOST_REVIEWS]

    def list_open(self) -> Iterator[Json]:
        """Give the record of each open pull request; who agreed counts for its newest commit only."""
        for pull in self.list_pulls(OPEN):
            paths = [str(file["path"]) for file in self.list_all("PullRequest", pull, "files")]
            if len(paths) > MOST_PATHS:
                self.remark(pull, f"it changes {len(paths)} files; {MOST_PATHS} of them are kept")
            yield {
                "number": pull["number"],
                "title": pull["title"][:LONGEST_TEXT],
                "author": find_account(pull["author"]),
                "opened_at": pull["createdAt"],
                "draft": pull["isDraft"],
                "paths": [path[:LONGEST_TEXT] for path in paths[:MOST_PATHS]],
                "reviews": [one for one in self.list_reviews(pull) if one["commit"] == pull["headRefOid"]],
            }

    def remark(self, pull: Json, told: str) -> None:
        """Say something about a pull request."""
        self.remarks.append(f"#{pull['number']}: {told}.")


def find_next(page: Json) -> str | None:
    """Give where the next page of a list begins, or None on the last."""
    info = page["pageInfo"]
    return str(info["endCursor"]) if info["hasNextPage"] else None


def find_account(data: Json | None, *, of_commit: bool = False) -> str:
    """Give an account as the register writes it, with `[bot]` behind a bot's name; "" for one that is gone."""
    login = str((data or {}).get("login") or "")
    if not ACCOUNT.fullmatch(login):
        return ""
    is_bot = not of_commit and (data or {}).get("__typename") == "Bot"
    return f"{login}[bot]" if is_bot else login


def write(document: Json, target: Path) -> None:
    """Put the records in their place once they are whole and fit the schema."""
    unfinished = target.with_name(f".{target.name}.unfinished")
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        unfinished.write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
        read_pull_requests(unfinished)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def main(target: str) -> int:
    """Collect the records into a file."""
    try:
        collector = Collector(forge=make_forge())
        document = collector.collect()
        write(document, Path(target))
    except (CannotGoOnError, ForgeError, PullRequestsError, OSError) as error:
        tell(f"Could not collect the pull requests: {error}")
        return 2
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        tell(
            f"Could not collect the pull requests: the forge answered in a form that we do not know ({error!r})"
        )
        return 2
    for remark in collector.remarks:
        tell(remark)
    tell(
        f"{len(document['merged'])} merged and {len(document['open'])} open pull requests, "
        f"up to commit {document['head']} of {os.environ['GITHUB_REPOSITORY']}."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
