"""Citations to try each way of writing with: a plain one, one of every format, and texts that are hard to write."""

from dataclasses import replace
from datetime import date
from typing import Any, get_args

from hypothesis import strategies as st

from scm_site.data.citations.bare_line import make_bare_line
from scm_site.data.citations.citation import Citation, CitedAuthor
from scm_site.records.proposal import Format

PLAIN = Citation(
    id="scm-2025-002",
    title="Beginning with a street: a first guide",
    summary="What a city prepares before it writes to the owners of a street.",
    format="report",
    authors=(
        CitedAuthor(name="Greta Example", organisation="City of Northharbour"),
        CitedAuthor(organisation="Institute of Research and Training, Ltd."),
    ),
    group="Warm homes",
    publisher="The office and its helpers",
    published=date(2025, 6, 2),
    issued=date(2026, 1, 5),
    version="1.1",
    language="en",
    themes=("Built environment", "Citizen focus"),
    address="https://doi.org/10.99999/example.street-guide_1;(2)",
    identifier="SCM-2025-002",
    doi="10.99999/example.street-guide_1;(2)",
    licence="CC-BY-4.0",
)
FORMATS: tuple[Format, ...] = get_args(Format)

AWKWARD = (
    "Quotes \"so\" and 'so' and “so”, ``so'', and `so`",
    "Braces {one} } and { more {{{",
    r"Backslash \textbf{x} \ at \\ the end \\",
    "100 % of 5 & 6 $ for #1, a_b^c ~ home, <b>bold</b> | a @comment{x}",
    "Dashes - -- --- and ,, and '' and ?` and !`",
    "Ξεκινώντας από έναν δρόμο· ένας «οδηγός»;",
    "От една улица: първо ръководство",
    "Straße, naïve façade, Győr, Łódź, 👩‍💻 🏠 ﬁ",
    "Commencer par une rue : un premier guide",
    "TY  - JOUR and ER  -",
    "A and B, and C and others",
    '</script><script>alert(1)</script> &amp; <!-- "><img src=x>',
    "long " * 400 + "end",
)
#: Any text on one line that the schemas let through.
LINES = st.text(min_size=1, max_size=120).map(make_bare_line).filter(bool)


def make(**changes: Any) -> Citation:
    """Give the plain citation with something changed."""
    return replace(PLAIN, **changes)


def make_awkward(text: str) -> Citation:
    """Give a citation in which every free text is this one."""
    author = CitedAuthor(organisation=text)
    return make(title=text, summary=text, authors=(author,), group=text, publisher=text, themes=(text,))
