"""The one Jinja environment: everything is escaped, unknown names are errors, logic stays out of templates."""

import re
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from scm_site.addresses import address_of, link_from, list_former_anchors
from scm_site.days import MONTHS, parse_day, write_day
from scm_site.digits import part_thousands
from scm_site.pages.frame.labels import TONES
from scm_site.pages.frame.page import Crumb, Head, Heading, Page
from scm_site.records.record_file import Record
from scm_site.records.unknown import Unknown
from scm_site.sentences import sentence
from scm_site.words import name_language

TEMPLATES = Path(__file__).parents[1] / "templates"
HEADING = re.compile(r'<h([23])\b[^>]*?\bid="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
TAG = re.compile(r"<[^>]*>")
#: What the anchors of headings hold that a contributor wrote inside a section of ours.
IN_A_TEXT = "-text-"
CITATION = re.compile(r"<sup\b.*?</sup>", re.DOTALL)
NO_HEAD = Head()


class CompiledTemplates(FileSystemBytecodeCache):
    """Templates as compiled by an earlier process, where Python keeps its modules; a template that changed is none."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep one, where that is allowed and can be done."""
        with suppress(OSError):
            if not sys.dont_write_bytecode:
                Path(self.directory).mkdir(exist_ok=True)
                super().dump_bytecode(bucket)


def make_environment() -> Environment:
    """Make the environment in which every page is rendered."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=CompiledTemplates(str(TEMPLATES.parent / "__pycache__"), "%s.template"),
    )
    environment.filters["day"] = show_day
    environment.filters["short_day"] = show_short_day
    environment.filters["short_month"] = show_short_month
    environment.filters["words"] = show_words
    environment.filters["sentence"] = sentence
    environment.filters["day_text"] = show_day_text
    environment.filters["paragraphs"] = show_paragraphs
    environment.filters["number"] = part_thousands
    environment.filters["language"] = name_language
    environment.filters["size"] = show_size
    environment.tests["unknown"] = lambda value: isinstance(value, Unknown)
    environment.globals["edit_address"] = ""  # pages that offer to edit a part set it
    environment.globals["cite"] = show_citation
    environment.globals["former_anchors"] = list_former_anchors
    environment.globals["tone_of"] = TONES.get
    return environment


def render_page(  # noqa: PLR0913 (one name for each part of a page)
    template: str,
    address: str,
    title: str,
    /,
    *,
    description: str = "",
    crumbs: Sequence[Crumb] = (),
    record: Record | None = None,
    changed: date | None = None,
    lang: str = "en",
    searchable: bool = True,
    has_contents: bool = True,
    feed: Crumb | None = None,
    head: Head = NO_HEAD,
    scripts: tuple[str, ...] = (),
    modules: tuple[str, ...] = (),
    **values: Any,
) -> Page:
    """Render one page from its template; its table of contents is read from its headings."""
    html = ENVIRONMENT.get_template(template).render(
        link=make_linker(address), to=make_record_linker(address), title=title, record=record, **values
    )
    return Page(
        address=address,
        title=title,
        html=html,
        description=description,
        crumbs=tuple(crumbs),
        headings=read_headings(html) if has_contents else (),
        record=record.file.path if record else None,
        changed=changed,
        lang=lang,
        searchable=searchable,
        feed=feed,
        head=head,
        scripts=scripts,
        modules=modules,
    )


def make_linker(here: str) -> Callable[[str], str]:
    """Give the function by which a template links to an address of the site."""
    return lambda there: link_from(here, there)


def make_record_linker(here: str) -> Callable[[Record], str]:
    """Give the function by which a template links to a record."""
    return lambda record: link_from(here, address_of(record))


def read_headings(html: str) -> tuple[Heading, ...]:
    """Give the second- and third-level headings of a page that have an anchor."""
    tops: list[tuple[str, str, list[Heading]]] = []
    for level, anchor, words in HEADING.findall(html):
        text = read_words(CITATION.sub("", words))
        if level == "2":
            tops.append((anchor, text, []))
        elif tops and IN_A_TEXT not in anchor:
            tops[-1][2].append(Heading(anchor=anchor, text=text))
    return tuple(Heading(anchor=anchor, text=text, below=tuple(below)) for anchor, text, below in tops)


def read_words(html: str) -> str:
    """Give the words of a piece of our own HTML, without its tags."""
    return unescape(TAG.sub("", html)).strip()


@cache
def show_day(day: date) -> Markup:
    """Write a day for people and for machines."""
    return Markup('<time datetime="{}">{}</time>').format(day.isoformat(), write_day(day))


def show_short_day(day: date) -> Markup:
    """Write a day where there is little room: 16 Mar 2025."""
    words = f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"
    return Markup('<time datetime="{}">{}</time>').format(day.isoformat(), words)


def show_short_month(day: date) -> str:
    """Write the month of a day where there is little room: Mar."""
    return MONTHS[day.month - 1][:3]


def show_day_text(day: date | str) -> str:
    """Write a day, or the text of a day, in words alone."""
    return write_day(day if isinstance(day, date) else parse_day(day))


def show_paragraphs(text: str) -> Markup:
    """Write plain text as paragraphs: a blank line starts a new one."""
    parts = (" ".join(part.split()) for part in re.split(r"\n\s*\n", text))
    return Markup("").join(Markup("<p>{}</p>\n").format(part) for part in parts if part)


def show_words(text: str) -> Markup:
    """Write one of our own sentences; what stands between backticks is shown as it is typed in a file."""
    parts = text.split("`")
    return Markup("").join(
        Markup("<code>{}</code>").format(part) if odd % 2 else part for odd, part in enumerate(parts)
    )


def show_size(size: int) -> str:
    """Write the size of a file as people do."""
    if size < 1024:
        return f"{part_thousands(size)} bytes"
    if round(size / 1024) < 1024:
        return f"{size / 1024:.0f} KB"
    mega = size / 1024 / 1024
    return f"{mega:.1f} MB" if round(mega, 1) < 1024 else f"{mega / 1024:.1f} GB"


def show_citation(record: Record, field: str) -> Markup:
    """Point to the sources that back a field of a reconstructed record, or to how it was inferred."""
    marks = [
        Markup('<a href="#source-{0}" aria-label="Source {0}">[{0}]</a>').format(number)
        for number, source in enumerate(record.sources, start=1)
        if any(name.split(".")[0] == field for name in source.supports)
    ]
    if any(inference.field.split(".")[0] == field for inference in record.inferred):
        marks.append(Markup('<a href="#inferred">[{}]</a>').format("inferred"))
    return (
        Markup('<sup class="scm-cite" data-search-exclude>{}</sup>').format(Markup(" ").join(marks))
        if marks
        else Markup("")
    )


ENVIRONMENT = make_environment()
