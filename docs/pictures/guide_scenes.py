"""What each picture of the guides shows: a page of the example register's site, and the part of it to be seen.

`take_pictures.py` photographs the scenes; `tests/browser/test_guide_pictures.py` plays them, and compares the words
that are to be seen with those in `guide-pictures.txt`. So a picture that has gone out of date is a test that fails.
"""

import re
import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent, indent

from playwright.sync_api import Browser, Page

#: The folder of the pictures, and the words that stood in them when they were taken.
PICTURES = Path(__file__).parents[1] / "pages" / "guides" / "pictures"
WORDS = Path(__file__).parent / "guide-pictures.txt"
RETAKE = "The page has changed since its picture was taken. Take the pictures again with: make pictures"
#: The day in the browser, so that a form which begins with today always begins with the same day.
NOW = "2026-05-20T09:00:00+02:00"
WIDTH, HEIGHT, MARGIN = 390, 844, 12

#: Gives the words of an element that can be seen, and what stands in its fields.
READ_WORDS = """element => {
  const words = [], walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.currentNode; node; node = walker.nextNode()) {
    const holder = node.parentElement;
    if (node.nodeType === Node.TEXT_NODE) {
      const isSeen = holder.checkVisibility() && !holder.closest("select, .scm-hidden");
      if (isSeen && node.data.trim()) words.push(node.data.trim().split(/\\s+/).join(" "));
    } else if (!node.checkVisibility()) continue;
    else if (node.matches("select")) words.push(`[${node.selectedOptions[0]?.text ?? ""}]`);
    else if (node.matches("input[type=radio], input[type=checkbox]")) words.push(node.checked ? "[x]" : "[ ]");
    else if (node.matches("input, textarea")) words.push(`[${node.value}]`);
  }
  return words.join(" ");
}"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Scene:
    """One picture: its file, the page, what is done there first, and which elements are then to be seen.

    `parts` is a selector; the picture goes from the first element that it finds to the last.
    """

    name: str
    address: str
    parts: str
    prepare: Callable[[Page], None] | None = None


def show_scene(browser: Browser, site: str, scene: Scene) -> Page:
    """Open a scene's page as on a phone, and do what is done there first."""
    context = browser.new_context(
        viewport={"width": WIDTH, "height": HEIGHT},
        device_scale_factor=1.5,
        color_scheme="light",
        locale="en-GB",
        timezone_id="Europe/Brussels",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.clock.set_fixed_time(NOW)
    page.goto(site + scene.address)
    if scene.prepare:
        scene.prepare(page)
    return page


def read_scene(page: Page, scene: Scene) -> str:
    """Give the words that are to be seen in a scene, one line for each part."""
    parts = page.locator(scene.parts).all()
    lines = [str(part.evaluate(READ_WORDS)) for part in parts]
    return "\n".join(line for line in lines if line)


def take_scene(page: Page, scene: Scene) -> None:
    """Write the picture of a scene, from its first part to its last."""
    boxes = [box for part in page.locator(scene.parts).all() if (box := part.bounding_box())]
    scrolled = page.evaluate("scrollY")
    top = min(box["y"] for box in boxes) + scrolled - MARGIN
    bottom = max(box["y"] + box["height"] for box in boxes) + scrolled + MARGIN
    clip = {"x": 0.0, "y": max(top, 0), "width": float(WIDTH), "height": bottom - max(top, 0)}
    page.screenshot(path=PICTURES / scene.name, full_page=True, clip=clip)  # type: ignore[arg-type]


def write_words(told: Mapping[str, str]) -> str:
    """Give the words of every picture as one text: the name of the picture, then its words, indented."""
    return "".join(f"{name}\n{indent(words, '    ')}\n\n" for name, words in told.items())


def read_told(text: str) -> dict[str, str]:
    """Give the words of each picture by its name, from such a text."""
    parts = (part.partition("\n") for part in text.strip().split("\n\n"))
    return {name: dedent(words) for name, _, words in parts}


def find_size(picture: Path) -> tuple[int, int]:
    """Give the width and height at which a picture is shown: a window's width, and what follows from it."""
    width, height = struct.unpack(">II", picture.read_bytes()[16:24])
    return WIDTH, round(height * WIDTH / width)


def write_sizes() -> None:
    """Bring the sizes of pictures in the guides up to date, so that a page does not jump while it loads."""
    for guide in PICTURES.parent.glob("*.md"):
        text = guide.read_text(encoding="utf-8")
        for picture in PICTURES.glob("*.png"):
            width, height = find_size(picture)
            place = rf"(pictures/{re.escape(picture.name)}\)){{ width=[0-9]+ height=[0-9]+ }}"
            text = re.sub(place, rf"\1{{ width={width} height={height} }}", text)
        guide.write_text(text, encoding="utf-8")
