"""Citations as BibTeX: for LaTeX, and for most reference managers.

Letters of every script stand as they are (UTF-8); what LaTeX would take for a command is written as one. Curly brackets
are written by name, because BibTeX counts them also behind a backslash. Addresses and DOIs are not escaped: programs
take them as they are.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from scm_site.data.citations.citation import Citation
from scm_site.data.citations.kinds import KINDS

#: What LaTeX does not print as it is.
SPECIALS = {
    "\\": r"{\textbackslash}",
    "{": r"{\textbraceleft}",
    "}": r"{\textbraceright}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
    "`": r"{\textasciigrave}",
    "<": r"{\textless}",
    ">": r"{\textgreater}",
    "|": r"{\textbar}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "\N{NO-BREAK SPACE}": "~",
}
ESCAPES = str.maketrans(SPECIALS)
#: Two of these in a row would be printed as one other sign: a dash, a quotation mark.
LIGATURES = re.compile(r"([-',])(?=\1)")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def write_bibtex(citations: Iterable[Citation]) -> str:
    """Give the entries of citations, in their order, with a blank line between them."""
    return "\n".join(map(write_entry, citations))


def write_entry(citation: Citation) -> str:
    """Give one entry, with the citation's id as its key."""
    fields = ",\n".join(f"  {name} = {value}" for name, value in list_fields(citation))
    return f"@{KINDS[citation.format].bibtex}{{{citation.id},\n{fields}\n}}\n"


def list_fields(citation: Citation) -> Iterator[tuple[str, str]]:
    """Give the fields of an entry: those of the publication, then those that lead to it, each as it is written."""
    yield "author", embrace(" and ".join(embrace(escape(author.shown)) for author in citation.authors))
    yield "title", embrace(embrace(escape(citation.title)))  # twice, so that capitals stay capitals
    yield from list_publication(citation)
    yield from write_day(citation.issued)
    optional = {
        "version": escape(citation.version),
        "language": escape(citation.language),
        "doi": citation.doi,
        "url": write_address(citation.address),
        "keywords": ", ".join(map(escape, citation.themes)),
        "abstract": escape(citation.summary),
    }
    yield from ((name, embrace(value)) for name, value in optional.items() if value)


def list_publication(citation: Citation) -> Iterator[tuple[str, str]]:
    """Give who published what kind of work, for which group.

    A report has an institution and a number, other works have an organisation. BibLaTeX's data model has no field for
    the rest, so it is the note, which every style prints.
    """
    kind = KINDS[citation.format]
    if kind.name:
        yield "type", embrace(escape(kind.name))
    yield ("institution" if kind.is_report else "organization"), embrace(embrace(escape(citation.publisher)))
    if kind.is_report and citation.identifier:
        yield "number", embrace(escape(citation.identifier))
    yield "note", embrace(escape(". ".join(list_notes(citation, has_number=not kind.is_report))))


def list_notes(citation: Citation, *, has_number: bool) -> Iterator[str]:
    """Give what stands in the note: group, number, version and licence."""
    yield citation.group
    if has_number and citation.identifier:
        yield citation.identifier
    yield f"Version {citation.version}"
    if citation.licence:
        yield f"Licence: {citation.licence}"


def write_day(day: date) -> Iterator[tuple[str, str]]:
    """Give year, month and day; BibTeX knows the months by names of its own, and its old styles know no `date`."""
    yield "year", embrace(f"{day.year:04}")
    yield "month", MONTHS[day.month - 1]
    yield "day", embrace(str(day.day))


def embrace(text: str) -> str:
    """Put a text between curly brackets."""
    return f"{{{text}}}"


def escape(text: str) -> str:
    """Write a text so that LaTeX prints it as it is."""
    return LIGATURES.sub(r"\1{}", text.translate(ESCAPES))


def write_address(address: str) -> str:
    """Give an address in which no curly bracket can end its field early."""
    return address.replace("{", "%7B").replace("}", "%7D")
