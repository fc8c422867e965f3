"""Show a site on this machine, as `mkdocs serve` does."""

import logging
import os
from pathlib import Path


class ServingError(Exception):
    """The site could not be built or shown; the text is one plain line."""


def serve_site(folder: Path, address: str) -> None:
    """Build the site of a folder with a mkdocs.yml, and show it at an address such as `127.0.0.1:8000` until Ctrl+C.

    Raises ServingError.
    """
    # mkdocs-material warns of MkDocs 2 on every start, which our requirements rule out.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.commands.serve import serve
    from mkdocs.exceptions import MkDocsException

    logging.getLogger("mkdocs").addHandler(logging.StreamHandler())
    try:
        serve(config_file=str(folder / "mkdocs.yml"), dev_addr=address)
    except MkDocsException as problem:
        raise ServingError(str(problem)) from None
