"""A page on paper: print it on A4, and look for what no reader can use there.

`find_faults_of_layout` looks at the page as the printer lays it out; `print_sheets` gives the text of each sheet.
"""

import io
from dataclasses import dataclass

import pypdf
from playwright.sync_api import Page

#: The width of an A4 sheet without its margins of 15 mm, in CSS pixels.
SHEET = 680
LONGEST_ADDRESS = 100

LAYOUT = """([sheet, longest]) => {
  const name = (element) => element.outerHTML.slice(0, 120), faults = [], known = new Map();
  const seen = [...document.body.querySelectorAll("*")].filter((element) => element.checkVisibility());
  for (const element of seen) {
    const box = element.getBoundingClientRect(), style = getComputedStyle(element);
    if (box.width <= 1 || element.closest(".scm-hidden")) continue;
    if (box.right > sheet + 1) faults.push(`cut at the right edge: ${name(element)}`);
    const cuts = style.overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1
      || style.overflowY !== "visible" && element.scrollHeight > element.clientHeight + 1;
    if (cuts && style.display !== "inline") faults.push(`cut by its own box: ${name(element)}`);
    const address = /https?:[^")]*/.exec(getComputedStyle(element, "::after").content)?.[0] ?? "";
    if (address.length > longest || address.includes("?")) faults.push(`an address nobody can type: ${address}`);
    const words = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (words && brightness(style.color) > 150) faults.push(`pale letters: ${name(element)}`);
  }
  if (brightness(getComputedStyle(document.body).backgroundColor) < 250) faults.push("a dark ground");
  return faults;

  function brightness(colour) {
    if (!known.has(colour)) known.set(colour, measure(colour));
    return known.get(colour);
  }

  function measure(colour) {
    const canvas = new OffscreenCanvas(1, 1).getContext("2d");
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
    return 0.3 * red + 0.6 * green + 0.1 * blue;
  }
}"""


@dataclass(frozen=True)
class Sheet:
    """One printed sheet: its lines of text, and whether a picture is on it."""

    lines: tuple[str, ...]
    has_picture: bool

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing is on it."""
        return not self.lines and not self.has_picture


def lay_out_on_paper(page: Page) -> None:
    """Show an open page as the printer gets it, for somebody who reads light letters on a dark screen."""
    page.emulate_media(media="print", color_scheme="dark")
    page.set_viewport_size({"width": SHEET, "height": 1000})
    page.evaluate("dispatchEvent(new Event('beforeprint'))")


def find_faults_of_layout(page: Page) -> list[str]:
    """Give what is cut, what is too pale, and addresses that nobody can type."""
    found: list[str] = page.evaluate(LAYOUT, [SHEET, LONGEST_ADDRESS])
    return found


def print_sheets(page: Page) -> list[Sheet]:
    """Print an open page on A4."""
    reader = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4")))
    return [read_sheet(sheet) for sheet in reader.pages]


def read_sheet(sheet: pypdf.PageObject) -> Sheet:
    """Read what is on a sheet."""
    lines = (line.strip() for line in sheet.extract_text().splitlines())
    return Sheet(lines=tuple(line for line in lines if line), has_picture=bool(sheet.images))


def find_faults_of_sheets(sheets: list[Sheet], headings: list[str]) -> list[str]:
    """Give blank sheets, headings alone at the foot of a sheet, and columns of single letters."""
    blank = [f"sheet {number} is blank" for number, sheet in enumerate(sheets, 1) if sheet.is_blank]
    feet = [sheet.lines[-1] for sheet in sheets[:-1] if sheet.lines]
    alone = [f"a heading at the foot of a sheet: {line}" for line in feet if line in headings]
    letters = [line for sheet in sheets for line in sheet.lines if len(line) == 1 and line.isalpha()]
    return blank + alone + (["letters below each other: " + "".join(letters)] if len(letters) > 20 else [])
