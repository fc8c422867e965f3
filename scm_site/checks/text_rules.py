"""Rules on texts: enough of it, and nothing in it that the site does not show. (T001 is in records/schema_rules.)"""

import posixpath
import re
from collections.abc import Iterator

from scm_site.checks.register_rule import Problem, rule
from scm_site.checks.wording import guess_word
from scm_site.findings import Severity
from scm_site.reading.quoting import quote_value
from scm_site.records.record_file import RecordFile
from scm_site.records.register import Register
from scm_site.records.schema_check import name_field
from scm_site.sentences import say
from scm_site.texts.markdown import Refusal, read_text

SUSPICIOUS = ("<", "](", "][", "]:", "![", "://")
#: For so many links of one text it is looked up what may have been meant.
MOST_GUESSES = 20
DEEP = re.compile(r"^[ \t>*+0-9.)-]{20}", re.MULTILINE)


@rule("T002", "A text says enough", severity=Severity.WARNING, in_form="said with its schema")
def texts_say_enough(file: RecordFile) -> Iterator[Problem]:
    """A text of a few words can be filed, but it does not meet a duty: filed is not done. So it is a warning here, and
    the duty stays open until there is more. The minimum length of each text is in the field reference. The same word
    again and again is no text either: one different word for each 20 characters of that length is the least.

    Fix: Say more: what, who, by when, and what for.
    """
    for thin in file.thin:
        name = name_field(thin.field)
        yield Problem(file, thin.field, say("thin", name=name, size=thin.size, enough=thin.enough))


#: What a text may not hold, and what to do about it; the sentences are in the catalogue.
REFUSED = {
    "html": "Write it in Markdown, or leave it out; write a `<` that is meant as such between backticks.",
    "picture": "Attach the file to an outcome, or link to a page that shows it.",
    "depth": "Take out some of the signs at the start of the line.",
    "heading": "Write `#` and the heading's words in small letters with hyphens, for example `#how-we-work`.",
    "address": "Link to an address that starts with https://, or to a record by the path of its file.",
}


@rule("T003", "A text holds only what the site shows", form_fix="")
def texts_hold_only_what_is_shown(file: RecordFile) -> Iterator[Problem]:
    """Texts are Markdown: headings, lists, quotes, tables, links. HTML, pictures and links that are not web addresses
    are not shown, because they could harm or track readers. They are refused, not silently changed.

    Fix: Take out what the message quotes, or write it in Markdown.
    """
    refusals = list_refusals(file)
    opened = any(refusal.kind == "html" and not refusal.quote.startswith("</") for refusal in refusals)
    for refusal in refusals:
        closes = opened and refusal.quote.startswith("</")  # said where it opens
        if refusal.kind in REFUSED and not closes:
            message = say(f"T003 {refusal.kind}", quote=quote_value(refusal.quote))
            yield Problem(file, ("text",), (message, REFUSED[refusal.kind]), refusal.line)


@rule(
    "T004",
    "A link to a record leads to one",
    form_fix="Link to an address that starts with https://, or to a record by the path of its file, seen "
    "from this one.",
)
def links_lead_to_records(file: RecordFile, register: Register) -> Iterator[Problem]:
    """A text can link to another record by the path of its file, as it works where the files are kept. On the site the
    link leads to the record's page.

    Fix: Correct the path: it starts from the folder of this file, and ends with the file's name.
    """
    folder, misses = posixpath.dirname(file.path), 0
    for refusal in list_refusals(file):
        target = posixpath.normpath(posixpath.join(folder, refusal.quote))
        if refusal.kind == "record" and target not in register.paths and not register.is_unread(target):
            misses += 1
            near = list_near(target, folder, register) if misses <= MOST_GUESSES else []
            message = say("T004", quote=quote_value(refusal.quote)) + guess_word(refusal.quote, near, 0.85)
            yield Problem(file, ("text",), message, refusal.line)


def list_near(target: str, folder: str, register: Register) -> list[str]:
    """Give the records that may have been meant, as they are seen from a folder."""
    name = posixpath.basename(target)
    return [posixpath.relpath(path, folder) for path in register.paths if is_near(path, folder, name)]


def is_near(path: str, folder: str, name: str) -> bool:
    """Tell whether a record may have been meant: it lies below the same folder, or its file has the same name."""
    return path.startswith(f"{folder}/") or posixpath.basename(path) == name


def list_refusals(file: RecordFile) -> tuple[Refusal, ...]:
    """Give what a file's text holds that is not shown; one that is too long or has no sign of it is not even parsed."""
    text = file.text if ("text",) not in file.over_long else ""
    if not any(sign in text for sign in SUSPICIOUS) and not DEEP.search(text):
        return ()
    return read_text(text).refusals
