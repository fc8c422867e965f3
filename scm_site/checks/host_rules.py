"""Rules on the hosts of addresses: none that pretends to be another one."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from scm_site.checks.imitated_hosts import (
    TRUSTED,
    find_hosts,
    find_imitated,
    has_mixed_part,
    is_latin_in_disguise,
    list_ends,
    make_host_skeleton,
    may_have_host,
    write_for_readers,
)
from scm_site.checks.register_rule import Problem, rule
from scm_site.checks.shown_hosts import find_host
from scm_site.checks.shown_rules import read_shown
from scm_site.findings import Severity
from scm_site.reading import MOST_KEPT, ValuePath
from scm_site.reading.quoting import quote_value
from scm_site.records.record_file import RecordFile
from scm_site.records.register import Register
from scm_site.records.settings import Settings


@lru_cache(maxsize=MOST_KEPT)
def read_hosts(file: RecordFile) -> tuple[tuple[ValuePath, str, int], ...]:
    """Give each host in the addresses of a file, with field and line."""
    return tuple(
        (field, host, words.find_line(position))
        for field, words in read_shown(file, may_have_host)
        for position, host in find_hosts(words.text)
    )


def show_host(host: str) -> str:
    """Show a host as browsers do, and where that differs as it is in the address, too."""
    shown = write_for_readers(host)
    return quote_value(host) if shown == host else f"{quote_value(shown)} ({quote_value(host)})"


def list_trusted(register: Register) -> tuple[str, ...]:
    """Give the hosts that readers trust: of the Union, of this site, of the forge where the register is kept."""
    settings = register.singles.get("settings")
    if not isinstance(settings, Settings):
        return TRUSTED
    own = (find_host(settings.site.address), find_host(settings.repository.address))
    return (*TRUSTED, *filter(None, own))


@rule(
    "T008",
    "No address pretends to be of a trusted host",
    in_form="later: it needs Unicode's list of look-alikes",
    severity=Severity.WARNING,
    in_change=Severity.ERROR,
)
def hosts_do_not_pretend(file: RecordFile, register: Register) -> Iterator[Problem]:
    """Readers look at the host of an address to know whose page it is. A host that looks like `europa.eu`, like this
    site or like the place where the register is kept is a trap: `eur0pa.eu`, `europa.eu.example.org`, Cyrillic letters.
    So is one with a part whose letters are of several scripts. Hosts such as `münchen.de` are fine.

    Such an address that was in the register before is a warning; a change may not bring one.

    Fix: Take the address out, or write the one that is meant.
    """
    trusted = list_trusted(register)
    for field, host, line in read_hosts(file):
        if imitated := find_imitated(host, trusted):
            message = f"the host {show_host(host)} looks like {quote_value(imitated)}, but is not part of it"
            yield Problem(file, field, message, line)
        elif has_mixed_part(host):
            message = f"the host {show_host(host)} has a part whose letters are of several scripts"
            yield Problem(file, field, message, line)


@rule(
    "T009",
    "No host looks like another one",
    in_form="later: it needs all other files",
    severity=Severity.WARNING,
)
def hosts_do_not_look_alike(register: Register) -> Iterator[Problem]:
    """`examp1e.org` beside `example.org` is mostly a slip or a trap. So is a name of Cyrillic or Greek letters that all
    look like Latin ones, before an end such as `.com`. What looks alike is Unicode's list (UTS 39). It may be right
    all the same, so this is a warning. Of two hosts, the one that stands in fewer places is named.

    Fix: Open the address and see whose page it is; correct or take out the one that is wrong.
    """
    trusted = list_trusted(register)
    places = [
        (file, *found)
        for file in register.files
        for found in read_hosts(file)
        if not find_imitated(found[1], trusted) and not has_mixed_part(found[1])  # rule T008 says it
    ]
    usual = find_usual(Counter(end for _, _, host, _ in places for end in list_ends(host)))
    for file, field, host, line in places:
        other = next((one for end in list_ends(host) if (one := usual[make_host_skeleton(end)]) != end), "")
        if other:
            message = f"the host {show_host(host)} looks like {show_host(other)}, which other addresses have"
            yield Problem(file, field, message, line)
        elif is_latin_in_disguise(host):
            message = f"the host {show_host(host)} has no Latin letter, but looks as if it had"
            yield Problem(file, field, message, line)


def find_usual(counted: Counter[str]) -> dict[str, str]:
    """Give of hosts that look alike the one that is usual: that stands in most places, then the plainest."""
    usual: dict[str, str] = {}
    for host in sorted(counted, key=lambda one: (-counted[one], "xn--" in one, one)):
        usual.setdefault(make_host_skeleton(host), host)
    return usual
