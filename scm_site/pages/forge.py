"""Addresses on the forge, where the register is kept."""

from urllib.parse import quote

from scm_site.records.settings import Repository

FORGE_NAMES = {"github": "GitHub", "gitlab": "GitLab", "forgejo": "Forgejo", "none": ""}

#: How each forge addresses the editing and the history of a file; a path goes at the end.
EDIT = {"github": "/edit/{branch}/", "gitlab": "/-/edit/{branch}/", "forgejo": "/_edit/{branch}/"}
NEW = {
    "github": "/new/{branch}?filename=",
    "gitlab": "/-/new/{branch}?file_name=",
    "forgejo": "/_new/{branch}/?filename=",
}


def make_edit_address(repository: Repository) -> str:
    """Give the address that edits a file once its path is put at the end; nothing where there is no forge."""
    pattern = EDIT.get(repository.forge, "")
    return repository.address.rstrip("/") + pattern.format(branch=quote(repository.branch)) if pattern else ""


def make_new_file_address(repository: Repository, path: str) -> str:
    """Give the address that starts a new file with this path; nothing where there is no forge."""
    pattern = NEW.get(repository.forge, "")
    if not pattern:
        return ""
    return (
        repository.address.rstrip("/")
        + pattern.format(branch=quote(repository.branch))
        + quote(path, safe="")
    )
