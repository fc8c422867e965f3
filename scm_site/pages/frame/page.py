"""What the pages stage makes: a whole site in memory, as pages and files, nothing written yet."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, kw_only=True, slots=True)
class Heading:
    """An entry of a page's table of contents: the anchor, its plain text, and what stands below it."""

    anchor: str
    text: str
    below: tuple["Heading", ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Crumb:
    """One step of the way from the home page to a page: plain text and the address it leads to."""

    text: str
    address: str


@dataclass(frozen=True, kw_only=True, slots=True)
class HeadLink:
    """A link for programs in the head of a page: its relation (IANA), the whole address, and what is there."""

    rel: str
    href: str
    type: str = ""
    lang: str = ""
    title: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Head:
    """What a page tells programs about the work that it is about; plain text, not HTML.

    `tags` are names and contents of meta elements. `json_ld` is a JSON document that may stand in a script element as
    it is.
    """

    tags: tuple[tuple[str, str], ...] = ()
    links: tuple[HeadLink, ...] = ()
    json_ld: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """One page of the site.

    `address` is its place on the site: `""` for the home page, else `"groups/small-giants/"`.
    `html` is the article, safe, with its `<h1>`, and every internal link relative to `address`.
    All other text is plain text, not HTML.
    """

    address: str
    title: str
    html: str
    description: str = ""
    crumbs: tuple[Crumb, ...] = ()
    headings: tuple[Heading, ...] = ()
    record: str | None = None  # the record it shows: path below the root, for the edit link
    changed: date | None = None  # when that record last changed, if git tells
    lang: str = "en"
    searchable: bool = True
    feed: Crumb | None = None  # a feed of what the page is about: its title, and its path on the site
    head: Head = Head()  # what programs read
    scripts: tuple[str, ...] = ()  # what this page needs on top of the site's own: paths on the site
    modules: tuple[str, ...] = ()  # the same, as modules of JavaScript


@dataclass(frozen=True, kw_only=True, slots=True)
class Asset:
    """A file of the site that is not a page: its path below the site's root, and its bytes."""

    path: str
    content: bytes


@dataclass(frozen=True, kw_only=True, slots=True)
class Site:
    """Everything that is generated: pages, files, and what every page of the site repeats."""

    name: str
    pages: tuple[Page, ...]
    assets: tuple[Asset, ...] = ()
    menu: tuple[Crumb, ...] = ()  # the sections, in the order of the menu
    footer: tuple[Crumb, ...] = ()  # the pages that each page's foot links to
    feed: Crumb | None = None  # the feed of all events: its title, and its path on the site
    managed_by: str = ""  # who answers for the site
    notice: str = ""  # a sentence on top of every page
    repository: str = ""  # where the register lives, https address, or ""
    as_of: date = field(default=date.min)  # the day for which the site was computed
    commit: str = ""  # the commit it was made from, or "" when there is no git
    changed: date | None = None  # the day of that commit, if git tells
    gap: str = ""  # what git could not tell, in words
    branch: str = ""  # that it was not made from the main branch, in words
    edit_address: str = ""  # the forge's address for editing a file; a record's path goes at its end
