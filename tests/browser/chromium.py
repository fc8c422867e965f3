"""The Chromium that the browser tests drive: find it, or install it.

Run as a program (`make test` does), it makes sure that there is one: Debian's package when it may
install packages, else the one that Playwright brings.

A headless shell is taken before a whole Chromium: the same engine without the windows around it, which opens a page
for a third of the processor time.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

SHELLS = ("chromium-headless-shell", "chrome-headless-shell")
WHOLE = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_chromium() -> str | None:
    """Give the path of a Chromium that works, or None when there is none."""
    return find_shell() or find_first(list_installed(WHOLE)) or find_first([str(find_of_playwright())])


def find_shell() -> str | None:
    """Give the path of a headless shell that works, or None when there is none."""
    return find_first(list_installed(SHELLS)) or find_first(list_shells_of_playwright())


def list_installed(names: Iterable[str]) -> Iterator[str]:
    """Give the path of each program of some that is installed."""
    return filter(None, map(shutil.which, names))


def list_shells_of_playwright() -> list[str]:
    """Give the path of each headless shell that Playwright installed, the newest first."""
    folders = [
        folder.parent for folder in find_of_playwright().parents if folder.name.startswith("chromium-")
    ]
    found = [
        path for folder in folders for path in folder.glob("chromium_headless_shell-*/*/*headless?shell")
    ]
    return sorted(map(str, found), reverse=True)


def find_of_playwright() -> Path:
    """Give the path where Playwright installs a whole Chromium, be it there or not."""
    from playwright.sync_api import sync_playwright  # slow, and seldom needed

    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def find_first(paths: Iterable[str]) -> str | None:
    """Give the first path of a program that answers."""
    return next(filter(starts, paths), None)


def starts(path: str) -> bool:
    """Tell whether the program answers; Ubuntu's `chromium-browser` may be a note to install a snap."""
    try:
        return (
            subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False).returncode == 0
        )
    except (OSError, subprocess.TimeoutExpired):
        return False


def install_by_apt() -> None:
    """Install Debian's headless shell, if this user may install packages here."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "install", "-y", "-qq", SHELLS[0]], check=False, env=environment)


def install_by_playwright() -> None:
    """Let Playwright download its own headless shell."""
    words = ["-m", "playwright", "install", "--only-shell", "chromium"]
    subprocess.run([sys.executable, *words], check=False)


def main() -> int:
    """Make sure that there is a Chromium; without one, say so (and fail under CI)."""
    for install in (install_by_apt, install_by_playwright):
        if find_shell():
            return 0
        install()
    if find_chromium():
        return 0
    print("No Chromium was found and none could be installed: install one, then run `make test` again.")
    return 1 if os.environ.get("CI") else 0


if __name__ == "__main__":
    sys.exit(main())
