"""A page of the register as MkDocs sees it: finished HTML that Python-Markdown never reads."""

import re
from datetime import date
from urllib.parse import quote

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from scm_site.pages.frame.page import Heading, Page, Site

ID = re.compile(r'\sid="([^"]+)"')


class SitePage(MkDocsPage):
    """One page of ours.

    It replaces reading and rendering, so that no text of a contributor is taken for Markdown or for
    front matter, and no page costs a Markdown parser.
    """

    def __init__(self, page: Page, site: Site, config: MkDocsConfig) -> None:
        self.source = page
        name = f"{page.address}index.md"
        file = File.generated(config, name, content="", inclusion=InclusionLevel.NOT_IN_NAV)
        super().__init__(page.title, file, config)
        self.update_date = write_update(page, site)
        if page.record and site.edit_address:
            self.edit_url = site.edit_address + quote(page.record)

    def read_source(self, config: MkDocsConfig) -> None:
        """Set what the templates and the search read; nothing of it comes from a file."""
        self.markdown = ""
        self.meta = {
            "title": str(escape(self.source.title)),  # the search index takes it for HTML
            "description": self.source.description,
            "lang": self.source.lang,
            "crumbs": self.source.crumbs,
            "changed": self.source.changed,
            "feed": self.source.feed,
            "head": self.source.head,
            "scripts": self.source.scripts,
            "modules": self.source.modules,
            "search": {"exclude": not self.source.searchable},
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Hand over the finished HTML and its table of contents."""
        self.content = self.source.html
        self.toc = TableOfContents([make_link(heading) for heading in self.source.headings])
        self.present_anchor_ids = set(ID.findall(self.content))


def make_link(heading: Heading, level: int = 2) -> AnchorLink:
    """Give MkDocs' form of a heading, with what stands below it. MkDocs holds titles as HTML."""
    link = AnchorLink(str(escape(heading.text)), heading.anchor, level)
    link.children = [make_link(below, level + 1) for below in heading.below]
    return link


def write_update(page: Page, site: Site) -> str:
    """Give the day for sitemap.xml on which a page last changed, or "" where nobody knows.

    A record's page is as old as its record, and only git tells how old that is. A page that is computed from many
    records is as old as the newest of them where the page says so, else as old as the site.
    """
    day = page.changed if page.record else page.changed or find_site_day(site)
    return fit_gzip(day).isoformat() if day else ""


def find_site_day(site: Site) -> date:
    """Give the day of the commit that the site was made from; without git, the day for which it was computed."""
    return site.changed or site.as_of


def date_page(page: MkDocsPage, site: Site) -> None:
    """Date a hand-written page as the site, not by the clock, for sitemap.xml."""
    page.update_date = fit_gzip(find_site_day(site)).isoformat()


def fit_gzip(day: date) -> date:
    """Give the day itself, or the nearest one that the head of a gzip file (RFC 1952) can hold, as sitemap.xml.gz must.

    Clocks that are wrong, and days that only a test asks for, lie outside.
    """
    return min(max(day, date(1970, 1, 1)), date(2106, 2, 7))
