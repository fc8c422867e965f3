"""The Chromium that the browser tests drive: find it, or install it.

Run as a program (`make test` does), it makes sure that there is one: Debian's package when it may
install packages, else the one that Playwright brings.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_chromium() -> str | None:
    """Give the path of a Chromium that works, or None when there is none."""
    for name in PROGRAMS:
        path = shutil.which(name)
        if path and starts(path):
            return path
    own = find_playwright_chromium()
    return str(own) if own and starts(str(own)) else None


def find_playwright_chromium() -> Path | None:
    """Give the path of the Chromium that Playwright installed, if it did."""
    from playwright.sync_api import sync_playwright  # slow, and seldom needed

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if path.exists() else None


def starts(path: str) -> bool:
    """Tell whether the program answers; Ubuntu's `chromium-browser` may be a note to install a snap."""
    try:
        return (
            subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False).returncode == 0
        )
    except (OSError, subprocess.TimeoutExpired):
        return False


def install_by_apt() -> None:
    """Install Debian's Chromium, if this user may install packages here."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], check=False, env=environment)


def install_by_playwright() -> None:
    """Let Playwright download its own Chromium."""
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def main() -> int:
    """Make sure that there is a Chromium; without one, say so (and fail under CI)."""
    for install in (install_by_apt, install_by_playwright):
        if find_chromium():
            return 0
        install()
    if find_chromium():
        return 0
    print("No Chromium was found and none could be installed: install one, then run `make test` again.")
    return 1 if os.environ.get("CI") else 0


if __name__ == "__main__":
    sys.exit(main())
