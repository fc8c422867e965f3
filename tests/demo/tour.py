"""The tour of the worked example, as tests read it: its tables, and what each line promises."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from os.path import normpath

from scm_site.demo.example_folder import TOUR

#: A link to a page that MkDocs does not know, such as one that leads on, is HTML.
LINK = re.compile(r"(?:\[[^\]]+\]\(|<a href=\")([^)\"\s]+)[)\"]")
ROW = re.compile(r"^\| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
QUOTED = re.compile(r"“([^”]+)”")


@dataclass(frozen=True, kw_only=True)
class Stop:
    """One line of a table: what is shown, the page on the site with its anchor, and the words that stand there."""

    section: str
    what: str
    address: str
    look: str

    @property
    def page(self) -> str:
        return self.address.partition("#")[0]

    @property
    def anchor(self) -> str:
        return self.address.partition("#")[2]

    @property
    def words(self) -> list[str]:
        return QUOTED.findall(self.look)


def find_address(target: str) -> str:
    """Give the address on the site that a link of the tour leads to, such as `groups/x/#compliance`."""
    name, _, anchor = target.partition("#")
    page = normpath(f"tour/{name}").removesuffix(".md").removesuffix("index")
    page = f"{page.rstrip('/')}/" if page.strip("./") else ""
    return f"{page}#{anchor}" if anchor else page


def list_stops() -> Iterator[Stop]:
    """Give every line of every table."""
    for part in TOUR.read_text(encoding="utf-8").split("\n## ")[1:]:
        section = part.partition("\n")[0]
        for what, where, look in ROW.findall(part):
            for target in LINK.findall(where):
                yield Stop(section=section, what=what, address=find_address(target), look=look)


def list_links() -> list[str]:
    """Give every address that the tour leads to, once."""
    text = TOUR.read_text(encoding="utf-8")
    return sorted({find_address(target) for target in LINK.findall(text)})


def list_of(section: str) -> list[str]:
    """Give what the lines of a section show."""
    return [stop.what for stop in list_stops() if stop.section == section]
