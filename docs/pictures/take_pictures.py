"""Take the pictures of the README: the real site, built from content/, in headless Chromium. Run by `make pictures`."""

import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.browser.chromium import find_chromium  # noqa: E402
from tests.browser.pages_in_browser import serve_folder  # noqa: E402

#: File, address on the site, width and height of the window, colour scheme.
PICTURES = (
    ("home.png", "", 1280, 900, "light"),
    ("group.png", "groups/small-giants/", 1280, 1000, "light"),
    ("group-phone.png", "groups/small-giants/", 390, 844, "dark"),
)


def main() -> None:
    """Build the site of content/ and take each picture."""
    mkdocs = Path(sys.executable).parent / "mkdocs"
    subprocess.run([mkdocs, "build", "--strict", "--quiet"], cwd=ROOT, check=True)  # noqa: S603
    with serve_folder(ROOT / "site") as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        for name, page_address, width, height, scheme in PICTURES:
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
            page.goto(address + page_address)
            page.screenshot(path=ROOT / "docs" / "pictures" / name)
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
