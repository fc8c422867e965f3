"""Real names of places, languages and money are no look-alikes, in whichever script of Europe they are written."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from babel import Locale

from scm_site.checks.imitated_hosts import (
    TRUSTED,
    find_imitated,
    has_mixed_part,
    is_latin_in_disguise,
    write_for_readers,
)
from scm_site.checks.shown_hosts import clean_host
from scm_site.reading.scripts import find_mixed_words

#: A language of each script, and of each way to write Latin letters, with the end of hosts where it is spoken.
SPOKEN = dict(
    re.findall(
        r"(\w+)\.(\w+)",
        "bg.bg ca.cat cs.cz cy.cymru da.dk de.de el.gr es.es et.ee eu.eus fi.fi fr.fr ga.ie gl.gal hr.hr hu.hu "
        "hy.am is.is it.it ka.ge lb.lu lt.lt lv.lv mk.mk mt.mt nb.no nl.nl pl.pl pt.pt ro.ro sk.sk sl.si sq.al "
        "sr.rs sv.se tr.tr uk.ua he.il ar.ma be.by",
    )
)
#: Slips of Unicode's own: a Latin letter in a Macedonian word. The rule finds them rightly.
SLIPS = {"Св. Бартоломeј", "aранска", "Мауританијска oгија (1973–2017)"}


def find_places(language: str) -> Iterator[str]:
    """Give what Unicode's CLDR has of names of cities and countries in a language."""
    locale = Locale(language)
    names = [
        *(zone["city"] for zone in locale.time_zones.values() if "city" in zone),
        *locale.territories.values(),
    ]
    return (unicodedata.normalize("NFC", name) for name in names)


def find_other_names(language: str) -> Iterable[str]:
    """Give names of languages and of money."""
    locale = Locale(language)
    return (*locale.languages.values(), *locale.currencies.values(), *locale.scripts.values())


@cache
def list_hosts() -> set[str]:
    """Give a host for each place, as somebody who speaks the language would register it."""
    names = (
        (re.sub(r"[^\w]+", "-", name.lower()).strip("-"), end)
        for lang, end in SPOKEN.items()
        for name in find_places(lang)
        if name not in SLIPS
    )
    return {clean_host(f"{name}.{end}") for name, end in names}


def test_no_real_name_has_letters_of_several_scripts() -> None:
    names = {name for one in SPOKEN for name in (*find_places(one), *find_other_names(one))}
    assert len(names) > 20_000
    assert {name for name in names if list(find_mixed_words(name, is_name=True))} == SLIPS


def test_no_host_of_a_real_place_pretends_to_be_another() -> None:
    hosts = list_hosts()
    assert len(hosts) > 10_000
    assert sum("xn--" in host for host in hosts) > 5_000
    assert [write_for_readers(host) for host in hosts if has_mixed_part(host)] == []
    assert [host for host in hosts if find_imitated(host, (*TRUSTED, "github.com"))] == []
    assert [write_for_readers(host) for host in hosts if is_latin_in_disguise(host)] == []
