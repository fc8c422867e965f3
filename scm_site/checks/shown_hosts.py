"""Hosts that the words of a link show, and whether the link leads there (`assets/forms/hosts.js` says the same)."""

import re
from collections.abc import Iterator

from scm_site.reading.folding import fold_text
from scm_site.reading.media_types import MEDIA_TYPES

#: Ends of names of files, which look like the last part of a host.
FILE_ENDS = sorted(
    {*(end[1:] for end in MEDIA_TYPES), "md", "yml", "yaml", "html", "htm", "json", "xml", "js", "svg"}
)
WITHIN = re.compile(r"(?:[Hh][Tt][Tt][Pp][Ss]?:[/\\]{0,3}|(?<![\w.])(?=[Ww]{3}\.))([^\s/?#\\<>)\]]+)")
WHOLE = re.compile(r"((?:[\w-]{1,63}\.){1,6}(?=[^0-9])[\w-]{2,24})(?::[0-9]{1,5})?(?:[/?#].*)?")


def find_shown_hosts(words: str) -> Iterator[str]:
    """Give each host in the words of a link: of an address, or of words that are one, as `example.org/more`."""
    folded = fold_text(words).strip()
    whole = WHOLE.fullmatch(folded)
    for found in WITHIN.finditer(folded):
        yield clean_host(found[1])
    if whole and not WITHIN.match(folded) and whole[1].rpartition(".")[2].lower() not in FILE_ENDS:
        yield clean_host(whole[1])


def clean_host(shown: str) -> str:
    """Give a host in small letters, as the web writes it, without a port and without `www.`."""
    host = re.sub(r":[0-9]*$", "", shown.lower()).rstrip(".,;:!\"'”»").removeprefix("www.")
    return ".".join(map(_write_in_ascii, host.split(".")))


def _write_in_ascii(part: str) -> str:
    """Give a part of a host as addresses have it (RFC 3492)."""
    return part if part.isascii() else f"xn--{part.encode('punycode').decode('ascii')}"


def find_host(address: str) -> str:
    """Give the host of an address on the web; "" for the path of a record or a heading."""
    found = re.match(r"https?://([^/?#]*)", address.lower())
    return clean_host(found[1]) if found else ""


def leads_there(host: str, shown: str) -> bool:
    """Tell whether a link to a host leads to the one that is shown, or to a part of it."""
    return host == shown or host.endswith(f".{shown}")
