"""What is said about the fields on top of a Markdown file."""

from scm_site.reading.quoting import quote_value
from scm_site.rule import finding_rule


@finding_rule("Y014", "The front matter is missing", in_form="never: the form writes the file")
def no_front_matter(line: str) -> str:
    """A record with a longer text has its fields at the top, between two lines `---`; the text follows.

    Fix: Make `---` the very first line, then the fields, then `---` again, then the text.
    """
    found = quote_value(line) if line else "an empty line"
    return f"the first line must be `---`, but it is {found}"


@finding_rule("Y015", "The front matter has no end", in_form="never: the form writes the file")
def open_front_matter() -> str:
    """The fields at the top of the file end with a line `---`. Without it the text would be read as
    fields.

    Fix: Put a line `---` after the last field.
    """
    return "the fields start here, but no later line is `---`, which would end them"


@finding_rule("Y016", "The front matter is empty", in_form="never: the form writes the file")
def empty_front_matter() -> str:
    """The fields between the two lines `---` say what the record is. Without them the text belongs to
    nothing.

    Fix: Fill in the fields of the record between the two lines `---`.
    """
    return "there are no fields between the two lines `---`"


@finding_rule("Y017", "The text stands in a field", in_form="never: the form writes the file")
def text_field() -> str:
    """In these records `text` is what follows the second line `---`; a field of that name would be a
    second one.

    Fix: Move the text below the second line `---` and delete the field.
    """
    return "field `text` is not written at the top: the text follows the second line `---`"
