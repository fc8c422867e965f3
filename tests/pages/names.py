"""What elements of a page are called for those who listen to it.

ARIA lets only some elements have a name of their own: https://www.w3.org/TR/html-aria/#requirements-for-use-of-aria-attributes-to-name-elements.
Each `find_` function gives the faults of a parsed page as lines of text.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

#: Elements that may have a name without a role of their own; `a` needs a place to lead to.
NAMED = {
    *("button", "input", "select", "textarea", "nav", "aside", "main", "section", "form", "article"),
    *("search", "table", "tr", "td", "th", "ul", "ol", "li", "fieldset", "figure", "img", "iframe"),
    *("dialog", "details", "h1", "h2", "h3", "h4", "h5", "h6", "meter", "progress", "output", "option"),
}
#: Roles of things that are not named: https://www.w3.org/TR/wai-aria-1.3/#namefromprohibited.
NAMELESS = {
    *("caption", "code", "definition", "deletion", "emphasis", "generic", "insertion", "mark", "none"),
    *("paragraph", "presentation", "strong", "subscript", "suggestion", "superscript", "term", "time"),
}
#: Words that tell nothing by themselves, as a list of a page's links shows them.
BARE = {
    *("", "click here", "continue", "details", "download", "file", "go", "here", "learn more", "link"),
    *("more", "page", "read more", "see more", "show", "this", "view"),
}


def may_be_named(element: Any) -> bool:
    """Tell whether ARIA lets an element have a name of its own."""
    role = element.get("role")
    if role:
        return role.split()[0] not in NAMELESS
    return element.tag in NAMED or (element.tag in ("a", "area") and element.get("href") is not None)


def find_misnamed(page: Any) -> list[str]:
    """Give what has an `aria-label` or `aria-labelledby` that browsers and screen readers ignore."""
    named = (one for one in page.iter() if one.get("aria-label") or one.get("aria-labelledby"))
    return [f"{one.tag}: {one.get('aria-label')}" for one in named if not may_be_named(one)]


def list_links(page: Any) -> Iterator[tuple[str, str]]:
    """Give the links of a page's main part, its table of contents left out: what each is called, and its address."""
    main = page.find(".//main")
    menus = {id(link) for menu in page.iter("nav") for link in menu.iter("a")}
    for link in main.iter("a") if main is not None else ():
        if link.get("href") is not None and id(link) not in menus:
            words = link.get("aria-label") or "".join(link.itertext())
            yield " ".join(words.split()), link.get("href")


def find_bare_links(page: Any) -> list[str]:
    """Give links that do not say where they lead; what is seen must tell it, not only what is heard."""
    links = [link for link in page.iter("a") if link.get("href") is not None]
    words = (" ".join("".join(link.itertext()).split()) for link in links)
    return [f"“{text}”" for text in words if text.strip(" .:…").lower() in BARE]


def find_ambiguous_links(page: Any, address: str) -> list[str]:
    """Give words that lead to two places on one page."""
    places: defaultdict[str, set[str]] = defaultdict(set)
    for words, there in list_links(page):
        places[words].add(urljoin(f"https://site.invalid/{address}", there))
    return [f"“{words}”: {', '.join(sorted(found)[:3])}" for words, found in places.items() if len(found) > 1]


def find_loose_choices(page: Any) -> list[str]:
    """Give boxes to tick and buttons to choose from that stand in no group with a name, where there are several."""
    groups = (one for one in page.iter() if one.tag == "fieldset" or one.get("role") == "group")
    inside = {id(choice) for group in groups for choice in group.iter("input")}
    boxes = (one for one in page.iter("input") if one.get("type") in ("checkbox", "radio"))
    loose = [str(one.get("name") or one.attrib) for one in boxes if id(one) not in inside]
    return loose if len(loose) > 1 else []
