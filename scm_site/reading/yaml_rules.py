"""What is said about the YAML in a file: a record of fields and values, and nothing that hides a value."""

from scm_site.reading.quoting import quote_value
from scm_site.rule import finding_rule


@finding_rule("Y001", "The YAML cannot be read", in_form="never: the form writes the file")
def unreadable_yaml(reason: str, line: str, fix: str) -> tuple[str, str]:
    """A record is written in YAML: fields with a colon after them, values behind it, indentation for
    what belongs together. Where that form breaks, nothing that follows can be understood.

    Fix: Correct the line that the message names, or the one just before it.
    """
    return f"{reason}: {quote_value(line)}" if line else reason, fix


@finding_rule("Y002", "A field is there twice", in_form="never: the form writes the file")
def duplicate_field(field: str, first_line: int) -> str:
    """When a field stands in a record twice, only one of the two values can hold, and readers see both.

    Fix: Keep the field that is right and delete the other.
    """
    return f"field {quote_value(field)} is already on line {first_line}"


@finding_rule("Y003", "A value is copied by a reference", in_form="never: the form writes the file")
def copied_value(sign: str) -> str:
    """YAML can name a value (`&`) and copy it elsewhere (`*`, `<<`). The copy is not to be seen where
    it counts, and a few lines of it can grow to fill a computer's memory.

    Fix: Write the value out. If the sign is meant as part of a text, put the whole text in quotes.
    """
    return f"{quote_value(sign)} names or copies a value, which the register does not use"


@finding_rule("Y004", "A value has a type tag", in_form="never: the form writes the file")
def tagged_value(tag: str) -> str:
    """A tag (`!`) changes what the value after it means, up to running a program while it is read.

    Fix: Delete the tag. If the text is meant to start with `!`, put the whole text in quotes.
    """
    return f"{quote_value(tag)} is a type tag, which the register does not use"


@finding_rule("Y005", "A directive stands before the record", in_form="never: the form writes the file")
def directive(name: str) -> str:
    """A line such as `%YAML 1.1` changes how everything below it is read.

    Fix: Delete the line that starts with `%`.
    """
    return f"{quote_value(name)} is a directive, which the register does not use"


@finding_rule("Y006", "A second record in one file", in_form="never: the form writes the file")
def second_document(first_line: int) -> str:
    """One file holds one record. What follows a line `---` or `...` in the middle of a file would never
    be read.

    Fix: Delete the line `---` or `...`, or move what follows it to a file of its own.
    """
    return f"a second record starts here; the first one starts on line {first_line}"


@finding_rule("Y007", "A field's name is not plain text", in_form="never: the form writes the file")
def strange_field_name(shown: str) -> str:
    """The name of a field is a plain word. Lists, nested fields or nothing before the colon name no
    field.

    Fix: Write the field's name as plain text before the colon.
    """
    return f"{shown} stands where the name of a field belongs"


@finding_rule("Y008", "Values are nested too deep", in_form="never: the form writes the file")
def too_deep(limit: int) -> str:
    """No record needs fields inside fields inside fields so often; files like this are made to break
    programs.

    Fix: Remove levels: the reference of fields on the site shows the form of each record.
    """
    return f"values are nested more than {limit} levels deep; the rest of the file was not read"


@finding_rule("Y009", "Too many values in one file", in_form="never: the form writes the file")
def too_many_values(limit: int) -> str:
    """A record is a page or two. A file with thousands of values is a list that belongs elsewhere.

    Fix: Split the record, or attach the list to an outcome as a file and refer to it.
    """
    return f"there are more than {limit:,} values in this file; the rest was not read"


@finding_rule("Y010", "A number is too long", in_form="never: the form writes the file")
def long_number(number: str, limit: int) -> str:
    """A number with so many digits is read differently by different programs.

    Fix: If it is a reference or a telephone number, put it in quotes; else round it.
    """
    return f"the number {quote_value(number)} has more than {limit} digits"


@finding_rule("Y011", "A code makes a hidden character", in_form="never: the form writes the file")
def hidden_escape(character: str, value: str) -> str:
    r"""In double quotes a code such as `\u202e` stands for a character. One that cannot be seen, or
    that turns the direction of text, makes a page say something else than the file.

    Fix: Delete the code, or put the text in single quotes if the backslash is meant as such.
    """
    return f"the text {quote_value(value)} holds {character}, which is made by a code with a backslash"


@finding_rule("Y012", "The file does not consist of fields", in_form="never: the form writes the file")
def no_fields(found: str) -> str:
    """A record consists of fields: a name, a colon, a space and a value.

    Fix: Start each field on a line of its own, such as `title: Warm homes`.
    """
    return f"the file starts with {found}, but a record consists of fields such as `title: Warm homes`"


@finding_rule("Y013", "The file is empty", in_form="never: the form writes the file")
def empty_file() -> str:
    """A file without any field says nothing, and its place in the folders claims that there is a
    record.

    Fix: Fill in the fields of the record, or delete the file.
    """
    return "there are no fields in this file"


@finding_rule(
    "Y018", "A list's line is taken for part of the text above", in_form="never: the form writes the file"
)
def swallowed_line(line: str) -> str:
    """A line with `- ` that is indented deeper than the text above it is read as part of that text.

    So an entry of a list vanishes into the one before it.

    Fix: Indent all entries of a list alike. If it is part of the text, put the whole text in quotes.
    """
    return f"{quote_value(line)} is read as part of the text above it, not as an entry of the list"


@finding_rule("Y019", "A text is cut off at a number sign", in_form="never: the form writes the file")
def lost_text(lost: str) -> str:
    """In a text without quotes, a space and `#` start a remark: YAML leaves out everything from there to the end of
    the line, without a word. The page would show half a sentence.

    After a number, and in the settings, the code lists and the rosters, remarks may stand behind a value.

    Fix: Put the whole text between double quotes, or move the remark to a line of its own.
    """
    return f"everything after ` #` is lost: {quote_value(lost)}"


@finding_rule("Y020", "A text stands between typographic quotes", in_form="never: the form writes the file")
def typographic_quotes(value: str) -> str:
    """A word processor turns straight quotes into curly ones. To YAML these are letters like others: they would be
    shown as part of the text.

    Fix: Type straight quotes or none. To show these quotes on the page, put straight ones around the whole text.
    """
    return f"the quotes around {quote_value(value)} are not straight, so they become part of the text"
