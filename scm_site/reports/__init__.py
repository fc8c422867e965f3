"""Findings, standings and what is due, in the forms that people and programs read.

Findings, by name in `RENDERERS`:

text      for a terminal and a log
json      for programs: `json_report`
github    annotations on the lines of a pull request
sarif     for tools that collect findings of many checkers

How many of them people are shown at once: `summary`.

Standings, what is due, reviews of changes and audits; each is imported where it is needed:

standings_text                       standings for a terminal
due_list, due_people                 what is due, by who is responsible, and their accounts
due_text, due_markdown, due_json     the same for a terminal, an issue, a program
review_document                      a review as plain data (JSON), from which all others are made
review_text, review_markdown         the same for a terminal, and as a comment on a pull request
review_words, text_changes           the sentences that these share; the lines of a text that differ
audit_text, audit_json               how everything was approved, for a terminal and a program
standing_words, due_words            the sentences that these share
terminal_line, markdown_text         contributors' words that no terminal, build server or forge obeys
"""

from collections.abc import Callable, Mapping, Sequence

from scm_site.findings import Finding
from scm_site.reports.github import render_github
from scm_site.reports.json_report import render_json
from scm_site.reports.sarif import render_sarif
from scm_site.reports.summary import MOST_SHOWN
from scm_site.reports.text import render_text

#: Takes the findings, the site's address (for the links to the rules), the number of files that were read, and how
#: many findings to show at most (None: all); programs always get all.
Renderer = Callable[[Sequence[Finding], str, int, int | None], str]

#: The formats of `scm check --format`; each gives the whole output, with a newline at its end.
RENDERERS: Mapping[str, Renderer] = {
    "text": render_text,
    "json": render_json,
    "github": render_github,
    "sarif": render_sarif,
}

__all__ = [
    "MOST_SHOWN",
    "RENDERERS",
    "Renderer",
    "render_github",
    "render_json",
    "render_sarif",
    "render_text",
]
