"""The site is published whole or not at all: MkDocs writes beside it, and what stops a build leaves it as it was."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.commands import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.utils import CountHandler

from scm_site.mkdocs_plugin.config import ScmConfig
from scm_site.mkdocs_plugin.failures import explain_failure, refuse_place
from scm_site.output.next_folder import NextFolder, start_next, tell_reason
from scm_site.output.unchanged import keep_hidden

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

log = get_plugin_logger(__name__)


class WholeSitePlugin(BasePlugin[ScmConfig]):
    """The part of the plugin that looks after the folder of the site."""

    begun: NextFolder | None = None  # between the start of a build and its end
    place = ""  # where mkdocs.yml or the command line wants the site

    def start_site(self, config: MkDocsConfig, root: Path) -> None:
        """Let MkDocs write a new folder beside the site of a register; raises PluginError where there cannot be one."""
        self.remove_rest()
        self.place = config.site_dir
        refuse_place(Path(self.place), root)
        try:
            self.begun = start_next(Path(self.place))
        except OSError as reason:
            raise PluginError(str(reason)) from None
        config.site_dir = str(self.begun.path)

    @event_priority(-100)  # the other plugins write, too
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Put the finished site in its place, unless MkDocs is about to end a strict build with an error."""
        if self.begun is None or (config.strict and has_warned()):
            return
        try:
            keep_hidden(self.begun.place, self.begun.path)
            self.begun.finish()
        except OSError as reason:
            raise PluginError(str(tell_reason(reason, self.begun.place))) from None
        config.site_dir = self.place  # `mkdocs gh-deploy` goes on from there
        self.remove_rest()
        log.info("The site is in %s", self.place)

    @event_priority(-100)  # the other plugins hear of it before it is told
    def on_build_error(self, error: Exception) -> None:
        """Remove what there is of the next site; whatever stopped the build is told in one line."""
        self.remove_rest()
        if self.place and not isinstance(error, Abort):  # which comes after all has been told
            log.debug("what stopped the build:", exc_info=error)
            raise explain_failure(error, Path(self.place)) from None

    def on_shutdown(self) -> None:
        """Remove the same when somebody has interrupted the build."""
        self.remove_rest()

    def on_serve(
        self, server: "LiveReloadServer", config: MkDocsConfig, builder: Callable[..., None]
    ) -> "LiveReloadServer":
        """Let `mkdocs serve` go on answering after a build that failed; by itself it waits for one that does not."""
        build_again = server.builder

        def build_or_keep() -> None:
            try:
                build_again()
            except Exception as problem:  # noqa: BLE001 (whatever it is, the author mends it, and goes on)
                log.error("%s\nThe site stays as it was before.", problem)

        server.builder = build_or_keep
        return server

    def remove_rest(self) -> None:
        """Remove the folder beside the site, if there is one."""
        if self.begun is not None:
            self.begun.remove()
            self.begun = None


def has_warned() -> bool:
    """Tell whether this build has warned: MkDocs counts that for strict builds, one counter for each build."""
    logger = logging.getLogger(build.__name__.partition(".")[0])  # `mkdocs`, or `properdocs`
    counters = [counter for counter in logger.handlers if isinstance(counter, CountHandler)]
    return bool(counters and counters[-1].get_counts())
