"""How reports speak of a standing: when it is due, and what the whole was computed from."""

from datetime import date

from scm_site.compliance.assessment import count_days
from scm_site.data.branch_words import tell_branch
from scm_site.days import write_day
from scm_site.reading.git_history import History
from scm_site.records.settings import Repository


def tell_due(due: date, days: int) -> str:
    """Say when something is or was due; `days` is the number of days until then, negative when it is past."""
    if days < 0:
        return f"was due on {write_day(due)}, {count_days(-days)} ago"
    return f"falls due on {write_day(due)}, in {count_days(days)}" if days else "falls due today"


def tell_computed(as_of: date, history: History, repository: Repository) -> str:
    """Say for which day and from which commit a report was computed, and once what git could not tell."""
    branch = tell_branch(history, repository)
    commit = f" from commit {history.commit[:10]}" if history.commit else ""
    gap = f" When it did is not known for all of it: {history.gap}." if history.gap else ""
    counts = "Evidence counts from the day on which it reached the main branch."
    return " ".join(filter(None, (f"Computed for {write_day(as_of)}{commit}.", branch, f"{counts}{gap}")))
