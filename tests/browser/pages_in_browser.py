"""Pages of a built site in a real browser: serve a folder, open a page, and look for what must not be.

Each `find_` function gives the faults it sees as lines of text, so that a test asserts `== []`.
"""

import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Playwright

#: Chromium as root needs the first; the others keep it from calling home.
CHROMIUM_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
STANDARDS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")

Scheme = Literal["light", "dark"]
PHONE, DESKTOP = 390, 1280


@dataclass(frozen=True)
class Look:
    """How a reader sees a page: light or dark, and the width of the window."""

    scheme: Scheme
    width: int

    def __str__(self) -> str:
        return f"{self.scheme}-{self.width}"


#: The looks in which every kind of page is checked.
LOOKS = tuple(Look(scheme, width) for scheme in ("light", "dark") for width in (PHONE, DESKTOP))
#: Both schemes and both widths in two looks, for every pull request; and what is left to the night.
LOOKS_OF_EACH_PAGE, LEFT_LOOKS = LOOKS[::3], LOOKS[1:3]


@dataclass
class OpenPage:
    """A page in the browser, and what it asked for and complained about since it was opened."""

    page: Page
    origin: str
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def find_foreign_requests(self) -> list[str]:
        """Give every request that left the site's own origin."""
        own = (self.origin, "data:", "blob:", "about:")
        return [address for address in self.requests if not address.startswith(own)]


class SiteHandler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder below a base path; elsewhere its 404.html, as a static host does."""

    base_path = "/"

    def translate_path(self, path: str) -> str:
        """Give the file for an address; one outside the base path leads nowhere."""
        plain = urlsplit(path).path
        inside = plain.startswith(self.base_path)
        return super().translate_path("/" + plain[len(self.base_path) :] if inside else "/../none")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page for what is not there."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is inherited
        """Say nothing."""


@contextmanager
def serve_folder(folder: Path, base_path: str = "/") -> Iterator[str]:
    """Serve a built site below `base_path`, on a free port; give the address of its home page."""
    handler = type("Handler", (SiteHandler,), {"base_path": base_path})
    bound = functools.partial(handler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), bound) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}{base_path}"
        finally:
            server.shutdown()


def start_browser(playwright: Playwright, program: str) -> Browser:
    """Start Chromium without a window."""
    return playwright.chromium.launch(executable_path=program, args=list(CHROMIUM_ARGUMENTS))


#: Pages that wait for the next test, of each browser, with scripts and without: a new one costs three times as much.
WAITING: dict[tuple[Browser, bool], Page] = {}


@contextmanager
def open_page(
    browser: Browser, address: str, look: Look = LOOKS[1], *, scripts: bool = True, fresh: bool = False
) -> Iterator[OpenPage]:
    """Open one page in an empty profile, and watch what it does.

    The next test gets the page when it has been emptied. `fresh` is for who does to it what cannot be undone: sets its
    clock, or lets something run before its scripts.
    """
    page = None if fresh else WAITING.pop((browser, scripts), None)
    page = page or browser.new_context(java_script_enabled=scripts).new_page()
    page.emulate_media(media="null", color_scheme=look.scheme, forced_colors="none", reduced_motion="null")
    page.set_viewport_size({"width": look.width, "height": 900})
    parts = urlsplit(address)
    opened = OpenPage(page=page, origin=f"{parts.scheme}://{parts.netloc}/")
    try:
        with watch_page(opened):
            page.goto(address, wait_until="load")
            yield opened
            is_there = page.url.startswith(opened.origin)  # elsewhere, what it has kept cannot be taken out
            if fresh or not is_there or (browser, scripts) in WAITING:
                page.context.close()
            else:
                empty_page(page)
                WAITING[browser, scripts] = page
    except BaseException:
        page.context.close()
        raise


def empty_page(page: Page) -> None:
    """Take out of a page, and of its profile, what a test has left there."""
    page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
    page.unroute_all()
    page.context.clear_cookies()
    page.context.clear_permissions()
    page.mouse.move(-1, -1)
    page.goto("about:blank")


def set_look(page: Page, look: Look) -> None:
    """Show an open page in another look: the style sheets follow at once, nothing is loaded again.

    Without motion, so that no colour is measured half-way between two schemes.
    """
    page.emulate_media(color_scheme=look.scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": look.width, "height": 900})


@contextmanager
def watch_page(opened: OpenPage) -> Iterator[None]:
    """Write down what a page asks for, and every complaint: errors, breaches of policy, dialogs."""

    def hear(told: ConsoleMessage) -> None:
        if told.type in ("error", "warning"):
            opened.complaints.append(told.text)

    def dismiss(dialog: Dialog) -> None:
        opened.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    ears: dict[Any, Callable[[Any], None]] = {
        "request": lambda request: opened.requests.append(request.url),
        "console": hear,
        "pageerror": lambda error: opened.complaints.append(str(error)),
        "dialog": dismiss,
    }
    for event, ear in ears.items():
        opened.page.on(event, ear)
    yield
    for event, ear in ears.items():
        opened.page.remove_listener(event, ear)


def find_axe_violations(page: Page) -> list[str]:
    """Give what axe finds wrong, one line for each element."""
    options = {"runOnly": {"type": "tag", "values": list(STANDARDS)}, "resultTypes": ["violations"]}
    results: dict[str, Any] = Axe().run(page, options=options).response
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}".replace("\n", " ")
        for violation in results["violations"]
        for node in violation["nodes"]
    ]


#: What has the focus: where it is, whether it can be seen, and a name for it in a message.
FOCUS = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const line = element.getClientRects()[0] ?? box;  // a link may run on in the next line
  const middle = document.elementFromPoint(line.x + line.width / 2, line.y + Math.min(line.height, 40) / 2);
  const same = window.lastTabbed === element;
  window.lastTabbed = element;
  if (!same) element.dataset.tabbed = Number(element.dataset.tabbed ?? 0) + 1;
  return {
    name: element.outerHTML.slice(0, 120),
    same,
    again: Number(element.dataset.tabbed) > 1,
    inside: box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight,
    seen: box.width > 1 && box.height > 1 && style.visibility === "visible" && Number(style.opacity) > 0,
    covered: Boolean(middle && !element.contains(middle) && !middle.contains(element)
      && !(element.labels && [...element.labels].some((label) => label.contains(middle)))),
    outlined: style.outlineStyle !== "none" || style.boxShadow !== "none"
      || Boolean(element.closest(".scm-card"))
  };
}"""
FAULTS = {"inside": False, "seen": False, "outlined": False, "covered": True}


def list_tab_stops(page: Page, limit: int = 400) -> list[dict[str, Any]]:
    """Press Tab until the focus leaves the page or comes round; give what had it, in order."""
    stops: list[dict[str, Any]] = []
    for _ in range(limit):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        # Day, month and year of a date are stops of their own inside one element.
        if stop is not None and stop["same"]:
            continue
        if stop is None or stop["again"]:
            return stops
        stops.append(stop)
    raise AssertionError(f"after {limit} presses of Tab the focus is still on the page")


def find_focus_faults(page: Page) -> list[str]:
    """Give what takes the focus and cannot be seen, is covered, or does not show that it has it."""
    return [
        f"{fault} is {stop[fault]}: {stop['name']}"
        for stop in list_tab_stops(page)
        for fault, wrong in FAULTS.items()
        if stop[fault] is wrong
    ]


def find_unreached(page: Page) -> list[str]:
    """Give what can be used and was not a stop of `list_tab_stops`; of radio buttons, one stands for its group."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll("a[href], button, summary, input, select, textarea, [tabindex='0']")]
          .filter((element) => !element.dataset.tabbed && element.checkVisibility({ visibilityProperty: true }))
          .filter((element) => element.type !== "radio" || element.checked)
          .map((element) => element.outerHTML.slice(0, 120))"""
    )
    return found


def find_overflow(page: Page) -> list[str]:
    """Give what makes the page wider than the window (WCAG 1.4.10), where it does not scroll by itself."""
    found: list[str] = page.evaluate(
        """() => document.documentElement.scrollWidth <= innerWidth ? [] :
        [...document.body.querySelectorAll("*")]
          .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
          .map((element) => element.outerHTML.slice(0, 120))"""
    )
    return found
