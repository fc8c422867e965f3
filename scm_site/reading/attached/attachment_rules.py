"""What is said about what is in the files beside an outcome."""

from scm_site.findings import Severity
from scm_site.reading.quoting import name_character, quote_value
from scm_site.rule import finding_rule


@finding_rule("F020", "A file is not what its name says", in_form="never: the form writes the file")
def other_kind(name: str, named: str, found: str, fix: str) -> tuple[str, str]:
    """Readers choose a program by the end of a file's name, and the site says by it what they will get.

    So what is in the file is looked at: the marks at its start, for Office files the list of their parts. Tables (.csv)
    and plain texts (.txt) are text in UTF-8 without control characters. A file that starts as a web page is no table
    and no text, whatever its name: often it is the page that a website showed in place of the file.

    Fix: Open the file in the program that made it, and save or export it as the type that its name says. A new name
    does not change what is in a file.
    """
    return f"the name {quote_value(name)} says “{named}”, but the file is {found}", fix


@finding_rule("F021", "A file cannot be opened", in_form="never: the form writes the file")
def broken_file(name: str, reason: str) -> str:
    """A file beside an outcome is for everybody, and is kept permanently: so it must be whole, and ask for no password.

    Files break on the way, when a download stops or a program changes line ends. What is encrypted can be read by
    nobody later, and a PDF that forbids to copy its text also forbids it to some screen readers.

    A file that is made so that checking it would never end counts as broken, too.

    Fix: Open the file on your computer. If it opens, save or export it again, without a password. If it does not, get
    it again from where it comes.
    """
    return f"{quote_value(name)} cannot be opened: {reason}"


@finding_rule("F022", "A file holds something that is not allowed", in_form="never: the form writes the file")
def dangerous_file(name: str, dangers: tuple[str, ...], fix: str) -> tuple[str, str]:
    """Readers trust what they get here. So no file may run a program on their devices, load something from elsewhere,
    fill their memory, or tell where somebody was. What a file may hold is on a list for each format; what is not on it
    is refused, also what nobody thought of yet.

    Allowed are: in Word, Excel, PowerPoint and OpenDocument files text, tables, charts, pictures, formulas that compute
    and fields that show what the document knows; in PDFs all but scripts, media and attached files; links to web pages
    and mailboxes (http, https, mailto); in tables of plain text cells that no spreadsheet would calculate; in ZIP
    archives data, texts, pictures and documents, each looked into as well. Pictures hold nothing but the picture, and
    do not tell where they were taken. Tracked changes are not allowed: they show what was taken out.

    Fix: `scm clean FILE` makes a copy without these parts, and says what it took out. Or save the file without them in
    the program that made it, or export it as PDF.
    """
    listed = "; ".join(dangers[:MOST_LISTED])
    more = f"; and {len(dangers) - MOST_LISTED} more" if len(dangers) > MOST_LISTED else ""
    return f"{quote_value(name)} holds {listed}{more}", fix


@finding_rule(
    "F023",
    "A PDF that not everybody can read",
    severity=Severity.WARNING,
    in_form="never: the form writes the file",
)
def barred_pdf(name: str, barriers: tuple[str, ...]) -> str:
    """People who do not see a page have it read aloud. For that, a PDF marks its headings, lists, tables and the order
    of reading (it is “tagged”), and says its title and its language. Public bodies in the European Union have to
    publish such documents (Directive (EU) 2016/2102, EN 301 549, chapter 10); PDF/UA is the standard for it.

    Only these marks are looked for. Whether they are good (alternative texts, a sensible order), a person has to judge.

    This is a warning: it does not stop a publication.

    Fix: In the word processor, use its styles for headings, set the language of the text, and a title in the document's
    properties. Then export as PDF with “tagged PDF”, “PDF/UA” or “document structure tags for accessibility” switched
    on. A scan first needs its text recognised.
    """
    return f"{quote_value(name)} cannot be read by everybody: {'; '.join(barriers)}"


@finding_rule(
    "F024",
    "All files together are too large",
    in_form="later: it needs all other files",
)
def large_register(size: int, limit: int) -> str:
    """The website and the register hold every file beside every outcome. Common places for websites stop at one
    gigabyte, and then nothing could be published any more.

    Fix: Publish large files elsewhere, for example in a public archive for research data, and give their address and
    their checksum instead.
    """
    return f"all files beside outcomes have {size:,} bytes together, and {limit:,} bytes is the most"


@finding_rule(
    "F027",
    "A plain text hides something",
    in_form="never: a form hands in no other files",
    severity=Severity.WARNING,
    in_change=Severity.ERROR,
)
def hiding_text(name: str, character: str) -> str:
    """A character that turns the direction of a text, or that nobody sees, makes readers of a table (.csv) or a plain
    text (.txt) take it for something else than what is in the file. In records they are refused, too (F016, F017).

    Fix: Take the character out, also where it comes again further down, and save the file with the encoding UTF-8.
    """
    return f"{quote_value(name)} holds {name_character(character)}, which nobody sees"


#: So many dangers of one file are told.
MOST_LISTED = 5
