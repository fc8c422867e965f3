"""The MkDocs plugin `scm`: builds the register's site and hands its pages to MkDocs.

Everything is computed before MkDocs writes anything, and what it writes replaces the site of the last good build only
when all of it is there (`whole_site.py`).
"""

import os
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

from jinja2 import Environment, StrictUndefined
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from scm_site.findings import Finding, Severity
from scm_site.mkdocs_plugin.config import ScmConfig, read_today, wants_history
from scm_site.mkdocs_plugin.failures import refuse_epoch, refuse_unreadable
from scm_site.mkdocs_plugin.site_page import SitePage, date_page
from scm_site.mkdocs_plugin.theme_files import keep_needed_files
from scm_site.mkdocs_plugin.whole_site import WholeSitePlugin
from scm_site.pages.frame.page import Asset, Site

if TYPE_CHECKING:
    from scm_site.approval.pull_requests import PullRequests
    from scm_site.pipeline import Build

T = TypeVar("T")

THEME = Path(__file__).parent / "theme"
PAGE_TEMPLATES = Path(__file__).parents[1] / "pages" / "templates"

WITHOUT_HISTORY = 'For a site that says "not known" of all that hangs on the history, set SCM_HISTORY=none.'

log = get_plugin_logger(__name__)


class ScmPlugin(WholeSitePlugin):
    """The thin door between `scm_site` and MkDocs."""

    site: Site  # of this build
    serving = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether pages are only shown to their author."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Compute the site; set what the whole of it shares; watch what it is made from."""
        root = Path(self.config.root or Path(config.config_file_path).parent)
        self.start_site(config, root)
        refuse_epoch()
        built = build_or_stop(root, self.config)
        self.site = accept_site(built.site, built.findings, built.address)
        if self.site.gap:
            log.info("dates of last changes may be missing: %s", self.site.gap)
        config.site_name = self.site.name
        config.site_url = config.site_url or built.address
        config.use_directory_urls = True  # the site's own links rely on it
        config.theme.dirs.insert(0, str(THEME))
        watched = (root / "content", root / "schemas", THEME, PAGE_TEMPLATES)
        config.watch.extend(str(folder) for folder in watched if folder.is_dir())
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the pages and files of the site, and leave out what Material brings unasked."""
        refuse_unreadable(files, config)
        keep_needed_files(files, config, str(THEME))
        for file in files.documentation_pages():
            file.inclusion = InclusionLevel.NOT_IN_NAV  # Material's navigation is not ours
        taken = {file.dest_uri for file in files}
        for file in self._make_files(config):
            if file.dest_uri in taken:
                raise PluginError(f"two files of the site have the address `{file.dest_uri}`")
            taken.add(file.dest_uri)
            files.append(file)
        return files

    def on_page_content(self, html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Give hand-written pages a date that no clock sets, and a title in plain text."""
        if not isinstance(page, SitePage):
            date_page(page, self.site)
            page.title = unescape(page.title or "")
        return html

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Make the templates escape what they print, and refuse names that do not exist."""
        env.autoescape = True
        env.undefined = StrictUndefined
        env.trim_blocks = env.lstrip_blocks = True
        env.globals["site"] = self.site
        env.globals["serving"] = self.serving
        return env

    def _make_files(self, config: MkDocsConfig) -> list[File]:
        pages = [SitePage(page, self.site, config).file for page in self.site.pages]
        return pages + [make_file(asset, config) for asset in self.site.assets]


def build_or_stop(root: Path, config: ScmConfig) -> "Build":
    """Build the site of a register; stops the build with a sentence where the settings or git are in the way."""
    # Imported late: loading mkdocs.yml must not fail because content tooling does.
    from scm_site.pipeline import build
    from scm_site.reading.git_commands import GitError

    as_of, records = config.as_of or find_stated(read_today), find_records(config.pull_requests)
    with_history = find_stated(lambda: wants_history(config.history))
    try:
        until = max(as_of, find_stated(read_today))
        return build(root, as_of=as_of, records=records, with_history=with_history, until=until)
    except GitError as reason:
        raise PluginError(f"{reason}. {WITHOUT_HISTORY}") from None


def make_file(asset: Asset, config: MkDocsConfig) -> File:
    """Give a file that is published as it is: MkDocs would make a page of a template whose name ends with `.md`."""
    name = f"{asset.path}.asset"
    file = File.generated(config, name, content=asset.content, inclusion=InclusionLevel.INCLUDED)
    file.dest_uri = asset.path
    return file


def find_stated(read: Callable[[], T]) -> T:
    """Give what the environment states for a build, or stop it with a sentence."""
    try:
        return read()
    except ValueError as problem:
        raise PluginError(str(problem)) from None


def find_records(path: str | None) -> "PullRequests | None":
    """Give the forge's records of pull requests: from a file, from the one that SCM_PULL_REQUESTS names, or None."""
    from scm_site.approval.pull_requests import PullRequestsError, read_pull_requests

    named = path or os.environ.get("SCM_PULL_REQUESTS", "")
    try:
        return read_pull_requests(Path(named)) if named else None
    except PullRequestsError as problem:
        raise PluginError(str(problem)) from None


def accept_site(site: Site | None, findings: tuple[Finding, ...], address: str) -> Site:
    """Give the site, or stop the build with the findings that prevent it; warnings only inform."""
    from scm_site.reports.text import render_text

    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    warnings = [finding for finding in findings if finding.severity is not Severity.ERROR]
    if warnings:
        log.info("worth a look in the content:\n%s", render_text(warnings, address).rstrip())
    if site is None or errors:
        raise PluginError(f"the content has errors:\n{render_text(errors, address).rstrip()}")
    return site
