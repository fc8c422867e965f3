"""What the text and the Markdown of a due list share: its parts, and its sentences."""

from collections.abc import Iterator
from dataclasses import dataclass

from scm_site.compliance.assessment import count_days
from scm_site.compliance.duty import ROLES
from scm_site.compliance.mandates import Mandate
from scm_site.days import write_day
from scm_site.reports.due_list import DueGroup, DueItem, DueList, OpenAnswer
from scm_site.reports.standing_words import tell_due
from scm_site.sentences import sentence

MANDATES = "Mandates that end"
OVER = "Left open by groups that have ended"
AS_A_FILE = "Or, if you know git, as a file"
NOTHING = "Nothing was due before, and nothing falls due in this time."
NOT_KNOWN = (
    "Nothing is known to have been due before, or to fall due in this time. Nobody can tell of {} duties."
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """What one role owes, and the answers that wait for it."""

    role: str
    groups: tuple[DueGroup, ...]
    answers: tuple[OpenAnswer, ...] = ()


def find_folder(path: str) -> str:
    """Give the folder of an outcome or a group in which a file lies; a proposal has none of its own."""
    return path if path.startswith("content/proposals/") else path.rpartition("/")[0]


def list_parts(due: DueList) -> Iterator[Part]:
    """Give a part for each role in groups at work; what waits for the Advisory Board comes last."""
    blocks = {block.role: block.groups for block in due.blocks}
    for role in (*ROLES, "Advisory Board"):
        groups = blocks.get(role, ())
        named = {find_folder(item.closing.path) for group in groups for item in group.items}
        waiting = [answer for answer in due.answers if answer.wait.approver == role]
        answers = tuple(
            answer for answer in waiting if find_folder(answer.wait.record.file.path) not in named
        )
        current = tuple(group for group in groups if not group.is_over)
        if current or answers:
            yield Part(role=sentence(role), groups=current, answers=answers)


def list_left_parts(due: DueList) -> Iterator[Part]:
    """Give a part for each role, of what was left open by groups that have ended."""
    for block in due.blocks:
        groups = tuple(group for group in block.groups if group.is_over)
        if groups:
            yield Part(role=sentence(block.role), groups=groups)


def tell_title(due: DueList) -> str:
    """Say for which time the list is."""
    return f"What falls due within {count_days(due.within)}, and what was due before"


def tell_nothing(due: DueList) -> str:
    """Say that nothing is due, as far as anybody can tell."""
    return NOT_KNOWN.format(due.unknown) if due.unknown else NOTHING


def tell_group(group: DueGroup) -> str:
    """Name a group by its title and its id."""
    return f"{group.dossier.group.title} ({group.dossier.group.id})"


def tell_item(item: DueItem) -> tuple[str, str]:
    """Name what is to be done, and say in which clauses it stands and when it is due."""
    standing = item.standing
    return standing.name, f"({standing.duty.clause_words}) {tell_due(item.due, item.days)}"


def tell_mandate(mandate: Mandate) -> tuple[str, str]:
    """Name a group whose mandate ends, and say when."""
    group, last, days = mandate.dossier.group, write_day(mandate.last_day), mandate.days
    if days < 0:
        when = f"ended on {last}, {count_days(-days)} ago"
    else:
        when = f"ends on {last}, in {count_days(days)}" if days else "ends today"
    latest = (
        f"; after the notice to its members it ends by {write_day(mandate.latest)}" if mandate.latest else ""
    )
    recorded = "" if mandate.needs_a_way_out else "; how it ends is recorded"
    return f"{group.title} ({group.id})", f"{when}{latest}{recorded}"


def tell_answer(answer: OpenAnswer) -> tuple[str, str]:
    """Name what waits for an answer, and say since when."""
    wait = answer.wait
    agreed = f"{wait.days} days of the {wait.limit} that were agreed"
    return answer.title, f"waits for an answer since {write_day(wait.since)}, {agreed}"
