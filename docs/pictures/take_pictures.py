"""Take the pictures of the README and of the guides in headless Chromium. Run by `make pictures`.

All of them show the site of the worked example (`scm demo`) on its day; `scenes.py` lists those of the guides.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from docs.pictures.guide_scenes import (  # noqa: E402
    PICTURES,
    WORDS,
    read_scene,
    show_scene,
    take_scene,
    write_sizes,
    write_words,
)
from docs.pictures.scenes import SCENES  # noqa: E402
from tests import built_sites  # noqa: E402
from tests.browser.chromium import find_chromium  # noqa: E402
from tests.browser.pages_in_browser import serve_folder  # noqa: E402

#: File, address on the site, width and height of the window, colour scheme.
Picture = tuple[str, str, int, int, Literal["light", "dark"]]
OF_THE_README: tuple[Picture, ...] = (
    ("home.png", "", 1280, 900, "light"),
    ("group.png", "groups/sponge-squares/", 1280, 1000, "light"),
    ("group-phone.png", "groups/sponge-squares/", 390, 844, "dark"),
    ("compliance.png", "compliance/", 1280, 1250, "light"),
    ("compliance-phone.png", "compliance/#matrix", 390, 844, "dark"),
    ("outcomes.png", "outcomes/?language=de", 1280, 1000, "light"),
    ("form-phone.png", "file/status-update/?group=warm-homes&id=2026-05", 390, 1500, "light"),
)


def main() -> None:
    """Build the site of the worked example and take each picture."""
    with TemporaryDirectory() as folder:
        example = built_sites.make_demo_project(Path(folder) / "register")
        site = built_sites.build_site(example, built_sites.EXAMPLE_DAY).folder
        take_pictures(site, OF_THE_README)
        take_guide_pictures(site)


def take_pictures(site: Path, pictures: tuple[Picture, ...]) -> None:
    """Open each page of a built site in a window of its size, and keep what is to be seen."""
    with serve_folder(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        for name, page_address, width, height, scheme in pictures:
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
            page.goto(address + page_address, wait_until="networkidle")
            page.screenshot(path=ROOT / "docs" / "pictures" / name)
            page.close()
        browser.close()


def take_guide_pictures(site: Path) -> None:
    """Play each scene of the guides, keep its picture and its words, and take away pictures that no scene has."""
    PICTURES.mkdir(exist_ok=True)
    told = {}
    with serve_folder(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        for scene in SCENES:
            page = show_scene(browser, address, scene)
            told[scene.name] = read_scene(page, scene)
            take_scene(page, scene)
            page.context.close()
        browser.close()
    for path in PICTURES.glob("*.png"):
        if path.name not in told:
            path.unlink()
    WORDS.write_text(write_words(told), encoding="utf-8")
    write_sizes()


if __name__ == "__main__":
    main()
