"""Who could agree by a file that itself came to the main line without the agreement that it needed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from scm_site.approval.agreements import Verdict
from scm_site.approval.change_kinds import PLAN, Governed, folder_of
from scm_site.approval.earlier_records import is_entitling
from scm_site.approval.offices import OF_A_GROUP
from scm_site.reading.git_log import LogCommit
from scm_site.reading.quoting import quote_path
from scm_site.records.approvals import Office

RULES = "content/approvals.yml"

#: The file that tells who holds an office; those of a group stand in its folder.
FILE_OF: Mapping[Office, str] = {
    "board": "content/board.yml",
    "secretariat": "content/secretariat.yml",
    "maintainers": RULES,
}


@dataclass(kw_only=True)
class Doubts:
    """Walks along the main line, the oldest commit first: which files give rights to which nobody agreed who must.

    A later change that is approved takes nothing back, as who agrees to it sees only what it changes. The file is in
    doubt until it says again what was agreed to, or the Secretariat lets the change stand.
    """

    good: dict[str, str] = field(default_factory=dict)
    in_doubt: set[str] = field(default_factory=set)

    def step(self, commit: LogCommit, *, is_fault: bool) -> None:
        """Take in what a commit changed."""
        for entry in commit.entries:
            if not is_entitling(entry.path):
                continue
            if self.good.get(entry.path) == entry.blob:
                self.in_doubt.discard(entry.path)
            elif is_fault:
                self.in_doubt.add(entry.path)
            elif entry.path not in self.in_doubt:
                self.good[entry.path] = entry.blob

    def tell(self, verdicts: tuple[Verdict, ...], changes: Iterable[Governed]) -> str:
        """Say by which files in doubt somebody could agree to changes; "" where there is none."""
        plans = {f"{folder_of(change.path)}/{PLAN}" for change in changes} & self.in_doubt
        found = sorted(plans.union(path for verdict in verdicts for path in self.find_files(verdict)))
        if not found:
            return ""
        named = ", ".join(map(quote_path, found))
        return f"who could agree is told by {named}, which itself came without the agreement that it needed"

    def find_files(self, verdict: Verdict) -> Iterator[str]:
        """Give the files in doubt that tell who must agree, and who can."""
        folder = f"content/groups/{verdict.wanted.group}/"
        for path in self.in_doubt:
            is_of_group = (
                verdict.office in OF_A_GROUP and path.startswith(folder) and not path.endswith(f"/{PLAN}")
            )
            if path in (RULES, FILE_OF.get(verdict.office)) or is_of_group:
                yield path
