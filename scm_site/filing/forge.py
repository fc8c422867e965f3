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

#: The field by which a forge takes the text of a new file.
TEXT = {"github": "value", "forgejo": "value"}

#: How each forge addresses a pull request, and the list of those that are open.
PULL_REQUEST = {"github": "/pull/{}", "gitlab": "/-/merge_requests/{}", "forgejo": "/pulls/{}"}
PULL_REQUESTS = {"github": "/pulls", "gitlab": "/-/merge_requests", "forgejo": "/pulls"}

#: Longer addresses are cut or refused somewhere on their way (GitHub answers 414 a little above 8,000 characters).
LONGEST_ADDRESS = 7500


def make_edit_address(repository: Repository) -> str:
    """Give the address that edits a file once its path is put at the end; nothing where there is no forge."""
    pattern = EDIT.get(repository.forge, "")
    return repository.address.rstrip("/") + pattern.format(branch=quote(repository.branch)) if pattern else ""


def make_new_file_address(repository: Repository, path: str, text: str = "") -> str:
    """Give the address that starts a new file with this path and text; nothing where there is no forge.

    The text is left out where the forge takes none, or where the address would become too long for it.
    """
    pattern = NEW.get(repository.forge, "")
    if not pattern:
        return ""
    address = (
        repository.address.rstrip("/")
        + pattern.format(branch=quote(repository.branch))
        + quote(path, safe="")
    )
    filled = f"{address}&{TEXT[repository.forge]}={quote(text, safe='')}" if repository.forge in TEXT else ""
    return filled if text and filled and len(filled) <= LONGEST_ADDRESS else address


def make_pull_request_address(repository: Repository, number: int) -> str:
    """Give the address of a pull request; nothing where there is no forge."""
    pattern = PULL_REQUEST.get(repository.forge, "")
    return repository.address.rstrip("/") + pattern.format(number) if pattern else ""


def make_pull_requests_address(repository: Repository) -> str:
    """Give the address of the list of open pull requests; nothing where there is no forge."""
    pattern = PULL_REQUESTS.get(repository.forge, "")
    return repository.address.rstrip("/") + pattern if pattern else ""
