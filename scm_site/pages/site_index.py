"""What every page of the site repeats and what belongs to each page, as one JSON file for other generators."""

import json
from dataclasses import asdict
from pathlib import Path

from scm_site.pages.page import Crumb, Head, Heading, Page, Site

#: The form of the file; it changes when a field changes its meaning or goes.
VERSION = 1


def make_site_index(site: Site) -> bytes:
    """Give `site.json`: name, menu, footer, and of each page its file, its way from the home page and its contents."""
    index = {
        "version": VERSION,
        "name": site.name,
        "as_of": site.as_of.isoformat(),
        "commit": site.commit,
        "managed_by": site.managed_by,
        "notice": site.notice,
        "repository": site.repository,
        "edit_address": site.edit_address,
        "menu": [describe_crumb(crumb) for crumb in site.menu],
        "footer": [describe_crumb(crumb) for crumb in site.footer],
        "feed": describe_crumb(site.feed) if site.feed else None,
        "pages": [describe_page(page) for page in site.pages],
        "files": [asset.path for asset in site.assets],
    }
    return (json.dumps(index, indent=2, ensure_ascii=False) + "\n").encode()


def is_site_index(path: Path) -> bool:
    """Tell whether a file is such an index, of whatever version."""
    try:
        index = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(index, dict) and {"version", "pages", "files", "as_of"} <= index.keys()


def describe_page(page: Page) -> dict[str, object]:
    """Give everything about a page but its HTML."""
    return {
        "address": page.address,
        "file": f"{page.address}index.md",
        "title": page.title,
        "description": page.description,
        "lang": page.lang,
        "crumbs": [describe_crumb(crumb) for crumb in page.crumbs],
        "headings": [describe_heading(heading) for heading in page.headings],
        "record": page.record,
        "changed": page.changed.isoformat() if page.changed else None,
        "searchable": page.searchable,
        "feed": describe_crumb(page.feed) if page.feed else None,
        "head": describe_head(page.head),
        "scripts": list(page.scripts),
        "modules": list(page.modules),
    }


def describe_head(head: Head) -> dict[str, object]:
    """Give what programs read of a page: meta elements, links, and a JSON-LD document."""
    return {
        "tags": [{"name": name, "content": content} for name, content in head.tags],
        "links": [asdict(link) for link in head.links],
        "json_ld": json.loads(head.json_ld) if head.json_ld else None,
    }


def describe_crumb(crumb: Crumb) -> dict[str, str]:
    """Give a link: its words and its address on the site."""
    return {"text": crumb.text, "address": crumb.address}


def describe_heading(heading: Heading) -> dict[str, object]:
    """Give an entry of a page's contents, with those below it."""
    below = [describe_heading(inner) for inner in heading.below]
    return {"anchor": heading.anchor, "text": heading.text, "below": below}
