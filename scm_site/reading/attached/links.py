"""Where a link in a document may lead: to a page, to a mailbox, or to a place in the document itself."""

import re

_ALLOWED = re.compile(
    r"(?:https?://[^/\\?#\s]+(?:[/?#][^\x00-\x1f]*)?|mailto:[^\x00-\x1f\\]*|#[^\x00-\x1f]*)", re.IGNORECASE
)


def is_allowed_link(target: str) -> bool:
    """Tell whether a link leads where links may lead."""
    return _ALLOWED.fullmatch(target.strip()) is not None
