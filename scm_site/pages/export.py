"""Every page's content and all files in a folder, so that another generator can publish them."""

import json
import re
from pathlib import Path

from scm_site.pages.page import Page, Site

PREFORMATTED = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)
BLANK_LINE = re.compile(r"(?<=\n)([ \t]*)\n")


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
