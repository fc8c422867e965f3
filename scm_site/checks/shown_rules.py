"""Rules on what readers see: Markdown and Unicode have more than one way to write the same thing."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache

from scm_site.checks.contact_patterns import MAY_BE_SHOWN_PRIVATE, SHOWN_PRIVATE, find_private_data, mask
from scm_site.checks.privacy_rules import MAILBOX_FIELDS, MAILBOX_LINE
from scm_site.checks.register_rule import Problem, rule
from scm_site.checks.shown_hosts import find_host, find_shown_hosts, leads_there
from scm_site.findings import Severity
from scm_site.reading import ValuePath
from scm_site.reading.characters import find_wrong_characters
from scm_site.reading.folding import fold_text
from scm_site.reading.quoting import quote_value
from scm_site.reading.scripts import has_several_scripts
from scm_site.records.record_file import RecordFile
from scm_site.records.schema_check import name_field
from scm_site.sentences import say
from scm_site.texts.markdown import read_text
from scm_site.texts.shown import ShownWords

TEXT = ("text",)
#: Signs of what readers may see in another way than it is written, and of what is looked for: `forms/markdown.js`.
MAY_DIFFER = re.compile(
    r"[&\\@\uff20\ufe6b]|[\[({] ?(?:at|AT|ät|arroba|arobase|chiocciola)|\bdot\b|(?:[0-9][^0-9A-Za-z]{0,12}){7}"
)
MOST_MARKS = 8
HEAP = re.compile(rf"[^\w\s]{{{MOST_MARKS + 1},}}")


@lru_cache(maxsize=1)
def list_texts(file: RecordFile) -> tuple[tuple[ValuePath, str], ...]:
    """Give every text of a file with its field; several rules ask this of each file in turn."""
    return tuple(file.find_texts())


def read_shown(
    file: RecordFile, may_matter: Callable[[str], bool] = bool
) -> Iterator[tuple[ValuePath, ShownWords]]:
    """Give all words of a file that readers see, by field; of a file that could not be taken apart, its lines.

    `may_matter` tells of a text as it is written whether it is worth while to look at it.
    """
    for field, text in list_texts(file):
        if may_matter(text):
            is_markdown = field == TEXT and may_differ(text)
            for words in read_text(text).words if is_markdown else (ShownWords(((text, 0),)),):
                yield field, words
    for number, line in enumerate(file.raw.split("\n")) if file.raw else ():
        yield (), ShownWords(((line, number),))


def may_differ(text: str) -> bool:
    """Tell whether it is worth while to read a text as the site shows it."""
    if not unicodedata.is_normalized("NFKC", text) or has_several_scripts(text):
        return True
    return MAY_DIFFER.search(text) is not None


@rule(
    "T005",
    "A text shows no character that may not be typed",
    form_fix="Take the character out, and write what readers are to see.",
    severity=Severity.WARNING,
    in_change=Severity.ERROR,
)
def shown_characters_are_fine(file: RecordFile) -> Iterator[Problem]:
    """Markdown can write a character by its name or number: `&shy;`, `&#x202E;`. Readers get the character itself, and
    those that may not be typed into a record (rules F014 to F019) may not come in this way either: they hide words,
    turn them round, or are not seen. Nor may a letter carry heaps of accents, which cover the lines around it.

    Such a character that was in the register before is a warning; a change may not bring one.

    Fix: Take the character out, and write what readers are to see.
    """
    found: dict[tuple[str, str], tuple[ValuePath, int]] = {}
    count: Counter[tuple[str, str]] = Counter()
    for field, words in read_shown(file):
        for position, number in find_heaps(words.text):
            message = say("T005 marks", name=name_field(field), number=number)
            yield Problem(file, field, message, words.find_line(position))
        for position, fault in find_wrong_characters(words.text) if field == TEXT else ():
            what = (f"{ord(words.text[position]):04X}", fault.value)
            found.setdefault(what, (field, words.find_line(position)))
            count[what] += 1
    for (code, kind), (field, line) in found.items():
        others = say("elsewhere, too", others=count[code, kind] - 1) if count[code, kind] > 1 else ""
        yield Problem(file, field, say("T005", code=code, fault=say(f"T005 {kind}"), others=others), line)


def find_heaps(text: str) -> Iterator[tuple[int, int]]:
    """Give where a letter has more accents and other marks than any script uses, and how many they are."""
    for heap in HEAP.finditer(text) if not text.isascii() else ():
        is_mark = "".join("m" if unicodedata.category(sign)[0] == "M" else " " for sign in heap.group())
        for marks in re.finditer(rf"m{{{MOST_MARKS + 1},}}", is_mark):
            yield heap.start() + marks.start(), len(marks.group())


@rule(
    "T006",
    "A link leads where its words say",
    form_fix="Write what readers find there in place of the address, or lead to the address that is shown.",
    severity=Severity.WARNING,
    in_change=Severity.ERROR,
)
def links_lead_where_they_say(file: RecordFile) -> Iterator[Problem]:
    """Where the words of a link are an address, readers believe them and do not look where it leads. The link may lead
    to a part of what is shown, such as `docs.example.org` for `example.org`. The same holds for the title of a file or
    a source beside its address.

    Such a link that was in the register before is a warning; a change may not bring one.

    Fix: Write what readers find there in place of the address, or lead to the address that is shown.
    """
    texts = dict(list_texts(file))
    text = texts.get(TEXT, "")
    for link in read_text(text).links if "](" in text or "]:" in text or "][" in text else ():
        for shown in find_false_hosts(link.words, link.address):
            yield Problem(file, TEXT, shown, link.line)
    for field, address in texts.items():
        title = texts.get((*field[:-1], "title"), "") if field[-1] == "address" and len(field) > 1 else ""
        for shown in find_false_hosts(title, address):
            yield Problem(file, (*field[:-1], "title"), shown)


def find_false_hosts(words: str, address: str) -> Iterator[str]:
    """Give what to say of each host that the words of a link show, and that it does not lead to."""
    for shown in find_shown_hosts(words):
        if address and not leads_there(find_host(address), shown):
            yield say("T006", shown=quote_value(shown), address=quote_value(address))


@rule(
    "N006",
    "Readers see no private e-mail address or phone number",
    form_fix="Take it out, and write the functional mailbox of the group or of the Secretariat instead.",
    severity=Severity.WARNING,
    in_change=Severity.ERROR,
)
def no_private_contact_data_is_shown(file: RecordFile) -> Iterator[Problem]:
    """What N002 looks for can be written so that a program does not know it, and readers do: `anna&#64;example.org`,
    full-width signs, digits of another script, spaces and dashes of every kind, a number as it is called from within
    a country. So this rule reads texts as readers do, and takes what looks alike for the same.

    What was in the register before is a warning; a change may not bring any. It is public as soon as it is proposed: if
    the data is somebody's, follow the page on removing names.

    Fix: Take it out, and write the functional mailbox of the group or of the Secretariat instead.
    """
    typed = dict(list_texts(file))
    for field, words in read_shown(file):
        folded = words.convert(fold_text)
        may_be = field not in MAILBOX_FIELDS and MAY_BE_SHOWN_PRIVATE.search(folded.text)
        for what, match in find_private_data(folded.text, SHOWN_PRIVATE) if may_be else ():
            said = find_typed(typed[field] if field else words.text)
            is_said = any(match.group() in one or one in match.group() for one in said)
            if not is_said and not (field == () and MAILBOX_LINE.match(words.text)):
                message = say(
                    "N006", name=name_field(field), what=what, quote=quote_value(mask(match.group()))
                )
                yield Problem(file, field, message, folded.find_line(match.start()))


@lru_cache(maxsize=16)
def find_typed(text: str) -> frozenset[str]:
    """Give what N002 says of a text already, folded; asked once more for each thing that is found in it."""
    return frozenset(fold_text(match.group()) for _, match in find_private_data(text))
