"""What is said where a register is looked at on another branch than its main one: there, nothing is agreed yet."""

from scm_site.reading.git_history import History
from scm_site.records.settings import Repository


def tell_branch(history: History, repository: Repository) -> str:
    """Say that this is not the main branch; empty where it is, and where git was not asked."""
    if not history.commit or history.branch == repository.branch:
        return ""
    if not history.branch:
        return f"No branch is checked out here, so this need not be the main branch, `{repository.branch}`."
    return f"This is the branch `{history.branch}`, not the main branch, `{repository.branch}`."
