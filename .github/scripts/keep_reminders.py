"""Keep one issue for each group that owes something, as `scm due` tells it. For people: docs/reminders.md

    SCM_COMMAND=.venv/bin/scm GITHUB_TOKEN=... GITHUB_REPOSITORY=owner/name python .github/scripts/keep_reminders.py

Run in a checkout of the main branch with its whole history. Ends with 0 when all issues are as they should be, 1 when
some group failed, 2 when it could not go on. Running it again is always safe.
"""

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from due_items import GROUP, Due, DueError, find_due, list_groups, read_site_address
from forge import Forge, ForgeError, Issue
from runner import BOT, CannotGoOnError, make_forge, normalise, tell

LABEL = "reminder"
PAUSED = "reminders-paused"
LABELS = {
    LABEL: ("1d76db", "What a group still owes; kept up to date by a workflow, see docs/reminders.md"),
    PAUSED: ("cccccc", "The workflow leaves this reminder alone"),
}
MARKER = re.compile(rf"^<!-- scm-reminder: ({GROUP.pattern}) -->[ \t\r]*$", re.MULTILINE)
LONGEST_BODY = 60_000

FOOT = (
    f"---\nThis issue is kept up to date every Monday, and is closed when nothing is open any more. To have it left "
    f"alone, give it the label `{PAUSED}`. More about this: docs/reminders.md in this repository.\n"
)
CLOSED = "Nothing is open any more. Thank you. This issue is opened again when something is due."
GONE = "The register has no group with this id any more. This issue is no longer kept up to date."


@dataclass(kw_only=True)
class Keeper:
    """Brings the issues in line with what is due."""

    root: Path
    forge: Forge
    site: str
    has_labels: bool = field(default=False)

    def keep(self, group: str, issues: Sequence[Issue], *, is_gone: bool) -> str:
        """Bring the issues of one group in line, and tell what was done."""
        if any(PAUSED in issue.labels for issue in issues):
            return "paused, left alone"
        due = None if is_gone else find_due(self.root, group)
        if not issues:
            return self.create(group, due) if due else "nothing is due"
        oldest, *others = sorted(issues, key=lambda issue: issue.number)
        for issue in others:
            self.close(issue, f"#{oldest.number} is kept up to date instead of this issue.", "not_planned")
        if due:
            return self.update(oldest, group, due)
        done = self.close(oldest, GONE if is_gone else CLOSED, "completed")
        return f"{'closed' if done else 'nothing is due, closed already:'} #{oldest.number}"

    def create(self, group: str, due: Due) -> str:
        """Open the issue of a group that has none."""
        self.create_labels()
        issue = self.forge.create_issue(make_title(due), self.make_body(group, due), LABEL)
        if issue.author != BOT:
            # It would not be known again next week, and another one would be made.
            raise CannotGoOnError(f"#{issue.number} was opened as {issue.author}, and not as {BOT}")
        return f"opened #{issue.number}"

    def create_labels(self) -> None:
        """Make the labels that are not there yet."""
        for name, (color, description) in {} if self.has_labels else LABELS.items():
            if not self.forge.has_label(name):
                self.forge.create_label(name, color, description)
        self.has_labels = True

    def update(self, issue: Issue, group: str, due: Due) -> str:
        """Write what changed into the issue, and open it if it is closed; the same text is not written again."""
        body, title = self.make_body(group, due), make_title(due)
        changes = {"title": title} if title != issue.title else {}
        if body != normalise(issue.body):
            changes["body"] = body
        if not issue.is_open:
            changes["state"] = "open"
        if not changes:
            return f"#{issue.number} is as it should be"
        self.forge.change_issue(issue.number, **changes)
        return f"{'updated' if issue.is_open else 'reopened'} #{issue.number}"

    def close(self, issue: Issue, comment: str, reason: str) -> bool:
        """Close an open issue, then say why: in this order nothing is said twice when the second step fails."""
        if issue.is_open:
            self.forge.change_issue(issue.number, state="closed", state_reason=reason)
            self.forge.add_comment(issue.number, comment)
        return issue.is_open

    def make_body(self, group: str, due: Due) -> str:
        """Give the text of an issue: the marker first, so that nothing in the text can pass for it."""
        head = f"<!-- scm-reminder: {group} -->\n"
        return normalise(head + cut(due.text, LONGEST_BODY - len(head + FOOT) - 2, self.site) + "\n\n" + FOOT)


def cut(text: str, room: int, site: str) -> str:
    """Give a text that fits, cut at the end of a line; what it says at the end leads on."""
    text = text.strip()
    if len(text) <= room:
        return text
    where = f"[the compliance page]({site}compliance/)" if site else "the compliance page of the site"
    more = f"\n\nThere is more than fits into an issue: see {where}."
    kept = text[: room - len(more)]
    return (kept[: kept.rfind("\n")] if "\n" in kept else "").rstrip() + more


def make_title(due: Due) -> str:
    """Give the title of a group's issue."""
    return f"What is due: {due.title}"


def find_reminders(issues: Sequence[Issue]) -> dict[str, list[Issue]]:
    """Give the reminders of each group: a marker counts only in an issue of our own with our label."""
    reminders: dict[str, list[Issue]] = {}
    for issue in issues:
        marker = MARKER.search(issue.body)
        if marker and issue.author == BOT and LABEL in issue.labels:
            reminders.setdefault(marker[1], []).append(issue)
    return reminders


def keep_all(keeper: Keeper) -> list[str]:
    """Bring the issues of every group in line, and give the groups where that failed."""
    groups = list_groups(keeper.root)
    if not groups:
        # A checkout that went wrong must not close every reminder.
        raise CannotGoOnError("there is no group in content/groups")
    reminders = find_reminders([*keeper.forge.list_issues(LABEL)])
    failed = []
    for group in sorted({*groups, *reminders}):
        try:
            done = keeper.keep(group, reminders.get(group, []), is_gone=group not in groups)
        except (DueError, ForgeError) as error:
            failed.append(group)
            done = f"failed: {error}"
        tell(f"{group}: {done}")
    return failed


def find_reason_to_stay_out(repository: dict[str, Any]) -> str:
    """Give why this repository gets no reminders, or ""."""
    if repository.get("fork"):
        return "this repository is a fork"
    return "" if repository.get("has_issues") else "issues are switched off in this repository"


def main() -> int:
    """Keep the reminders of the register in the current folder."""
    try:
        forge = make_forge()
        reason = find_reason_to_stay_out(forge.read_repository())
        if reason:
            tell(f"Nothing to do: {reason}.")
            return 0
        root = Path()
        failed = keep_all(Keeper(root=root, forge=forge, site=read_site_address(root)))
    except (CannotGoOnError, ForgeError, OSError) as error:
        tell(f"Could not keep the reminders: {error}")
        return 2
    if failed:
        tell(
            f"Failed for {', '.join(failed)}. The other groups are done; to try again, run this workflow again."
        )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
