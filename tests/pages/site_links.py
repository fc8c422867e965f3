"""Links of a built site, followed as a browser follows them."""

import re
from collections.abc import Iterator
from urllib.parse import unquote, urljoin, urlsplit

from tests.built_sites import BuiltSite

HOME = "http://site.invalid/"

#: What each element loads or leads to.
LEADING = {"a": ("href",), "link": ("href",)}
LOADING = {
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "script": ("src",),
    "iframe": ("src",),
    "video": ("src", "poster"),
    "audio": ("src",),
    "object": ("data",),
    "embed": ("src",),
    "image": ("href",),
    "use": ("href",),
}


def list_references(site: BuiltSite, name: str) -> Iterator[tuple[str, str]]:
    """Give every element of a page that names an address, with the address."""
    for element in site.parse(name).iter():
        for attribute in (*LEADING.get(element.tag, ()), *LOADING.get(element.tag, ())):
            value = element.get(attribute)
            if value is None:
                continue
            for part in value.split(",") if attribute == "srcset" else (value,):
                yield element.tag, part.split()[0] if attribute == "srcset" else part
        refresh = element.get("content", "") if element.get("http-equiv", "").lower() == "refresh" else ""
        if refresh:
            yield "refresh", refresh.partition("url=")[2]


def find_target(name: str, address: str) -> tuple[str, str] | None:
    """Give the file and the anchor that an address on a page leads to; None where it leaves the site."""
    here = HOME + re.sub(r"index\.html$", "", name)
    parts = urlsplit(urljoin(here, address))
    if f"{parts.scheme}://{parts.netloc}/" != HOME:
        return None
    path = unquote(parts.path).removeprefix("/")
    return (path + "index.html" if path.endswith("/") or not path else path), unquote(parts.fragment)


def list_ids(site: BuiltSite, name: str) -> list[str]:
    """Give every id of a page."""
    return [element.get("id") for element in site.parse(name).iter() if element.get("id") is not None]


def find_reachable(site: BuiltSite) -> set[str]:
    """Give every file that somebody can come to from the home page by following links."""
    reached, waiting = {"index.html"}, ["index.html"]
    while waiting:
        name = waiting.pop()
        if not name.endswith(".html"):
            continue
        for tag, address in list_references(site, name):
            target = find_target(name, address)
            if tag in ("a", "refresh") and target and target[0] in site.files and target[0] not in reached:
                reached.add(target[0])
                waiting.append(target[0])
    return reached
