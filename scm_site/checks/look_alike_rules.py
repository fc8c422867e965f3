"""Rules on names and words that readers take for others: letters of another script, look-alikes of Latin ones."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from scm_site.checks.register_rule import Problem, rule
from scm_site.checks.shown_rules import list_texts, read_shown
from scm_site.findings import Severity
from scm_site.reading import MOST_KEPT
from scm_site.reading.look_alikes import find_other_letters, look_alike, make_skeleton
from scm_site.reading.quoting import quote_value
from scm_site.reading.scripts import find_mixed_words, find_script, list_foreign
from scm_site.records.people import Roster
from scm_site.records.record_file import RecordFile
from scm_site.records.register import Register
from scm_site.records.schema_check import name_field
from scm_site.sentences import say

#: The kinds of record whose people are known to be who they are: to look like them is what deceives.
ROSTERS = ("board", "secretariat")
#: A shorter name is a word of some language.
SHORTEST_NAME = 5
MOST_SHOWN = 4
#: Signs with which Markdown writes a letter in another way.
WRITTEN_OTHERWISE = ("&", "\\")


@rule(
    "T007",
    "The letters of a word are of one script",
    form_fix="Type the word again, with one keyboard.",
    severity=Severity.WARNING,
    in_change=Severity.ERROR,
)
def words_are_of_one_script(file: RecordFile) -> Iterator[Problem]:
    """Latin, Greek, Cyrillic and Armenian have letters that look the same. A word that mixes them reads like one that
    it is not: `pаypal` can have a Cyrillic `а`. Nobody sees the difference, and no search finds it.

    Signs of science are fine (`kΩ`, `μg`, `TGFβ`), and so is a word of two whole parts (`ПриватBank`). In a name, all
    letters are of one script.

    Such a word that was in the register before is a warning; a change may not bring one.

    Fix: Type the word again, with one keyboard.
    """
    for field, words in read_shown(file, is_beyond_ascii):
        is_name = field[-1:] == ("name",)
        for position, word in find_mixed_words(words.text, is_name=is_name):
            message = say("T007", name=name_field(field), word=quote_value(word), letters=name_letters(word))
            yield Problem(file, field, message, words.find_line(position))


def is_beyond_ascii(text: str) -> bool:
    """Tell whether a text can show letters of another script than Latin, as letters or as references."""
    return not text.isascii() or "&" in text


def name_letters(word: str) -> str:
    """Name the letters of a word that are of another script than most."""
    return show_letters(list_foreign(word))


def show_letters(letters: list[str]) -> str:
    """Show the first of some letters with their numbers and scripts, since they look like others."""
    return ", ".join(
        f"`{letter}` (U+{ord(letter):04X}{f', {script}' if (script := find_script(letter)) else ''})"
        for letter in letters[:MOST_SHOWN]
    )


@rule(
    "N007",
    "No name looks like that of somebody in a roster",
    in_form="later: it needs all other files",
    severity=Severity.WARNING,
    in_change=Severity.ERROR,
)
def names_of_office_holders_are_not_imitated(file: RecordFile, register: Register) -> Iterator[Problem]:
    """Readers believe what the Secretariat or a member of the board is said to have done. `Аlma Example` with a
    Cyrillic `А`, or `AIma Example` with a capital `I`, looks like `Alma Example` and is another name. So wherever a
    name of a roster stands in other letters, that is a finding: in a field or a text, and in the other roster. What
    looks alike is Unicode's list (UTS 39). A name with other accents, or in a script that looks different, is another
    name.

    Such a name that was in the register before is a warning; a change may not bring one.

    Fix: Write the name with the letters that the roster has. If it is somebody else's, write it so that readers can
    tell the two apart, for example with a second name.
    """
    listed = tuple(find_roster_names(register))
    names = sort_names(listed)
    for field, words in read_shown(file) if may_imitate(file, listed) else ():
        for position, shown, name in find_imitations(words.text, names):
            letters = show_letters(find_other_letters(shown, name))
            said = f"{quote_value(shown)} looks like {quote_value(name)} in a roster, but has other letters"
            yield Problem(file, field, f"{said}: {letters}" if letters else said, words.find_line(position))


def find_roster_names(register: Register) -> Iterator[str]:
    """Give the name of everybody in the rosters that could be read."""
    for kind in ROSTERS:
        roster = register.singles.get(kind)
        if isinstance(roster, Roster):
            yield from (person.name for person in roster.people if len(person.name) >= SHORTEST_NAME)


@lru_cache(maxsize=1)
def sort_names(names: tuple[str, ...]) -> dict[str, str]:
    """Give names by what each has in common with all that look like it; of two such names, the first."""
    return {make_skeleton(name): name for name in reversed(names)}


@lru_cache(maxsize=MOST_KEPT)
def may_imitate(file: RecordFile, names: tuple[str, ...]) -> bool:
    """Tell whether it is worth while to look for imitations: something looks like a name beside that name itself."""
    text = "\n".join([*(text for _, text in list_texts(file)), file.raw])
    whole = make_skeleton(text)
    return any(sign in text for sign in WRITTEN_OTHERWISE) or any(
        alike in make_skeleton(re.sub(re.escape(name), " ", text, flags=re.IGNORECASE))
        for alike, name in sort_names(names).items()
        if alike in whole
    )


def find_imitations(text: str, names: Mapping[str, str]) -> Iterator[tuple[int, str, str]]:
    """Give each place of a text where a name stands in other letters: position, what stands there, the name."""
    whole = make_skeleton(text)
    for alike, name in names.items():
        more = r"(?:\s+\S+)" * (len(name.split()) - 1)
        for found in re.finditer(rf"(?<![^\W_])(?=([^\W_]\S*{more}))", text) if alike in whole else ():
            if alike in make_skeleton(found[1]) and (shown := cut_to(found[1], name)):
                yield found.start(), shown, name


def cut_to(words: str, name: str) -> str:
    """Give the start of some words that looks like a name and is not that name; "" where there is none."""
    ends = (end for end in range(len(words), 0, -1) if not re.match(r"[^\W_]", words[end:]))
    return next((words[:end] for end in ends if look_alike(words[:end], name)), "")


@rule(
    "N008",
    "No account looks like that of somebody else",
    in_form="later: it needs all other files",
    severity=Severity.WARNING,
)
def accounts_do_not_look_alike(register: Register) -> Iterator[Problem]:
    """Whoever agrees to a change is known by an account. `b-1ind` looks like `b-lind` and is somebody
    else's, who would be asked for agreement, and be believed. It may be right all the same, so this is a warning.

    Fix: Ask the person, by another way than the forge, which account is theirs, and correct the one that is wrong.
    """
    files = sorted(register.files, key=lambda file: file.kind not in ROSTERS)
    first: dict[str, str] = {}
    for file in files:
        for field, account in file.find_texts():
            if field[-1] == "account":
                known = first.setdefault(make_skeleton(account), account)
                if look_alike(account, known):
                    message = f"the account {quote_value(account)} looks like {quote_value(known)}, and is another one"
                    yield Problem(file, field, message)
