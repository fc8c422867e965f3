"""What is said about the bytes and characters of a file."""

from scm_site.findings import Severity
from scm_site.reading.quoting import name_character, quote_value
from scm_site.rule import finding_rule
from scm_site.sentences import say


def _say_where(before: str) -> str:
    return say("after", quote=quote_value(before)) if before else say("at the start")


def _count_others(others: int) -> str:
    return say("elsewhere, too", others=others) if others else ""


@finding_rule("F012", "A file is not plain text in UTF-8", in_form="never: the form writes the file")
def wrong_encoding(encoding: str) -> str:
    """Records are plain text in the encoding UTF-8, which every system reads alike.

    Word processors and some older editors save something else under the same name.

    Fix: Open the file in a text editor and save it again with the encoding UTF-8.
    """
    return f"the file is {encoding}, not plain text in UTF-8"


@finding_rule("F013", "A byte is not UTF-8", in_form="never: the form writes the file")
def wrong_byte(byte: int, before: str, others: int) -> str:
    """Records are plain text in the encoding UTF-8. In other encodings letters with accents have other
    bytes.

    Guessing what such a byte was meant to be would put wrong names into the register.

    Fix: Open the file in a text editor, check the letters with accents, and save it with the encoding
    UTF-8.
    """
    return f"the byte {byte:02X} {_say_where(before)} is not UTF-8{_count_others(others)}"


@finding_rule("F014", "A control character", in_form="never: the form writes the file")
def control_character(character: str, before: str, others: int) -> str:
    """Control characters steer devices and have no meaning in a text; they break feeds and documents
    made from it.

    They come along when text is pasted from a PDF or a terminal.

    Fix: Delete the character; it may be easiest to type the line again.
    """
    return f"control character {name_character(character)} {_say_where(before)}{_count_others(others)}"


@finding_rule("F015", "A line break that others do not see", in_form="never: the form writes the file")
def hidden_line_break(character: str, before: str, others: int) -> str:
    """Some characters are line breaks for one program and nothing for another.

    What follows such a character can be a field that nobody who reviews the change ever sees.

    Fix: Delete the character and press Enter where a new line is meant.
    """
    name = name_character(character)
    return f"the line break {name} {_say_where(before)} is not seen by every program{_count_others(others)}"


@finding_rule(
    "F016", "A character that turns the direction of text", in_form="never: the form writes the file"
)
def bidi_control(character: str, before: str, others: int) -> str:
    """These characters make text appear in another order than it is stored in.

    So a reviewer would approve something else than what the register then holds.

    Fix: Delete the character; it may be easiest to type the line again.
    """
    name = name_character(character)
    return f"{name} {_say_where(before)} turns the direction of the text{_count_others(others)}"


@finding_rule("F017", "An invisible character", in_form="never: the form writes the file")
def invisible_character(character: str, before: str, others: int) -> str:
    """An invisible character makes two names differ that look the same, and a search for either misses
    the other.

    They come along when text is pasted from web pages and word processors. Joiners inside emoji, and in
    scripts that are written with them, are fine.

    Fix: Delete the character; it may be easiest to type the word again.
    """
    return f"invisible character {name_character(character)} {_say_where(before)}{_count_others(others)}"


@finding_rule(
    "F018",
    "A letter is stored in parts",
    severity=Severity.WARNING,
    in_form="never: the form writes the file",
)
def decomposed_letter(before: str, others: int) -> str:
    """A letter with an accent can be stored as one character or as a letter and a mark of its own.

    Both look the same, but only one of them is found by a search for the other. The register reads them
    as one character (Unicode's form NFC).

    Fix: Type the letter again, or have your editor convert the file to NFC.
    """
    return f"the letter {_say_where(before)} is stored in parts (not in NFC){_count_others(others)}"


@finding_rule("F019", "A character that stands for nothing", in_form="said with its schema")
def lost_character(character: str, before: str, others: int) -> str:
    """`U+FFFD` stands where an earlier conversion lost a letter; private characters are drawn by one
    font only.

    Neither says to a reader what was meant.

    Fix: Type the letter or sign that was meant.
    """
    name = name_character(character)
    where, elsewhere = _say_where(before), _count_others(others)
    return say("lost", name=name, where=where, others=elsewhere)
