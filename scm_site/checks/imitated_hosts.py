"""Hosts that look like others: by their letters, or by the part that readers see first."""

import re
from collections.abc import Iterable, Iterator

from scm_site.checks.shown_hosts import WITHIN, clean_host
from scm_site.reading.look_alikes import looks_latin, make_skeleton
from scm_site.reading.scripts import find_script, is_mixed

#: Hosts that readers of this site trust, whichever register it is.
TRUSTED = ("europa.eu",)
#: Ends of countries in whose scripts names are registered, so that such a name is what it seems to be.
ENDS_OF_OTHER_SCRIPTS = frozenset(
    ("am", "ba", "bg", "by", "cy", "ge", "gr", "il", "kz", "me", "mk", "rs", "ru", "su", "ua", "uz")
)

_MAY_HAVE_HOST = re.compile(r"[/\\]{2}|[Ww]{3}\.|[&\uff0f]")


def may_have_host(text: str) -> bool:
    """Tell whether a text has a sign of an address on the web, however its letters are written."""
    return _MAY_HAVE_HOST.search(text) is not None


def find_hosts(text: str) -> Iterator[tuple[int, str]]:
    """Give position and host of each address on the web in a text, as addresses have it."""
    for found in WITHIN.finditer(text):
        host = clean_host(found[1].rpartition("@")[2])
        if "." in host:
            yield found.start(), host


def write_for_readers(host: str) -> str:
    """Give a host as browsers show it, letters of every script instead of `xn--`; what is none of these stays."""
    return ".".join(map(_read_part, host.split(".")))


def _read_part(part: str) -> str:
    try:
        return part[4:].encode("ascii").decode("punycode") if part.startswith("xn--") else part
    except UnicodeError:
        return part


def list_ends(host: str) -> Iterator[str]:
    """Give a host and all that it is a part of, the whole first: `a.b.org`, `b.org`."""
    parts = host.split(".")
    return (".".join(parts[start:]) for start in range(len(parts) - 1))


def make_host_skeleton(host: str) -> str:
    """Give what a host has in common with all that look like it."""
    return make_skeleton(write_for_readers(host))


def has_mixed_part(host: str) -> bool:
    """Tell whether the letters of one part of a host are of several scripts; there are no signs of science in hosts."""
    return any(is_mixed(part, is_name=True) for part in write_for_readers(host).split("."))


def find_imitated(host: str, trusted: Iterable[str]) -> str:
    """Give the trusted host that a host looks like, or begins like, without being it or a part of it; "" for none."""
    ends = [make_host_skeleton(end) for end in list_ends(host)]
    others = [one for one in trusted if host != one and not host.endswith(f".{one}")]
    return next((one for one in others if make_skeleton(one) in ends or f".{one}." in f".{host}"), "")


def is_latin_in_disguise(host: str) -> bool:
    """Tell whether a part of a host has no Latin letter, but all of its letters look like Latin ones, before `.org`."""
    *parts, last = write_for_readers(host).split(".")
    return (
        last.isascii()
        and last not in ENDS_OF_OTHER_SCRIPTS
        and any(
            not part.isascii() and all(find_script(one) != "Latin" and looks_latin(one) for one in letters)
            for part in parts
            if (letters := [one for one in part if one.isalpha()])
        )
    )
