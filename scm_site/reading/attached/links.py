"""Where a link in a document may lead: to a page, to a mailbox, or to a place in the document itself."""

import re

_ALLOWED = re.compile(
    r"(?:https?://[^/\\?#\s]+(?:[/?#][^\x00-\x1f]*)?|mailto:[^\x00-\x1f\\]*|#[^\x00-\x1f]*)", re.IGNORECASE
)


#: A mailbox, a page or a text without what should stand before it, as typesetters write it. None of them can run.
_BARE = re.compile(
    r"<?[\w.+-]+@[\w.-]+>?|www\.[\w.-]+(?:/[^\\:]*)?|[\w-]+(?:\.[\w-]+)+/[^\\:]*"
    r"|(?:~/|\.{1,2}/)*(?:[\w%+.-]+/)*[\w%+-]*(?:\.(?:html?|pdf|txt|org|net|eu|xyz|text))?(?:[#?][^\\:]*)?"
    r"|[\w-]+(?:\.[\w-]+)*\.(?:org|net|eu|xyz|text)",
)


def is_allowed_address(target: str) -> bool:
    """Tell whether an address in a PDF leads where links may lead."""
    return is_allowed_link(target) or _BARE.fullmatch(target) is not None


def is_allowed_link(target: str) -> bool:
    """Tell whether a link leads where links may lead."""
    return _ALLOWED.fullmatch(target.strip()) is not None
