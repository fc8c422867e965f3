"""The whole site as files, so that another generator can publish it: each page's content, and an index of them all.

The index is one JSON file: what every page of the site repeats, and what belongs to each page.
"""

import json
import re
from dataclasses import asdict
from pathlib import Path

from scm_site.pages.frame.page import Crumb, Head, Heading, Page, Site

PREFORMATTED = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)
BLANK_LINE = re.compile(r"(?<=\n)([ \t]*)\n")


#: The form of the index; it changes when a field changes its meaning or goes.
VERSION = 1


def export_site(site: Site, folder: Path) -> int:
    """Write each page as a Markdown file that holds its HTML, and each file as it is; give how many were written."""
    for page in site.pages:
        write_file(folder / f"{page.address}index.md", make_markdown(page).encode())
    for asset in site.assets:
        write_file(folder / asset.path, asset.content)
    return len(site.pages) + len(site.assets)


def make_markdown(page: Page) -> str:
    """Give a page as front matter and an HTML fragment."""
    fields = {
        "title": page.title,
        "description": page.description,
        "lang": page.lang,
        "record": page.record or "",
    }
    lines = [f"{name}: {quote_yaml(value)}" for name, value in fields.items() if value]
    return "\n".join(["---", *lines, "---", "", close_up(page.html.strip()), ""])


def close_up(html: str) -> str:
    """Write HTML without a blank line: in Markdown it would end the HTML, and what follows be read as Markdown."""
    parts = PREFORMATTED.split(html)
    parts[0::2] = [BLANK_LINE.sub("", part) for part in parts[0::2]]
    parts[1::2] = [BLANK_LINE.sub(r"\1&#10;", part) for part in parts[1::2]]
    return "".join(parts)


def quote_yaml(value: str) -> str:
    """Write a text so that any YAML reader gives it back."""
    return json.dumps(" ".join(value.split()), ensure_ascii=False)


def write_file(path: Path, content: bytes) -> None:
    """Write a file and the folders around it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


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
