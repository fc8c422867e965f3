"""Show a site on this machine, as `mkdocs serve` does."""

import os
from pathlib import Path

HOST = "127.0.0.1"


def serve_site(folder: Path, port: int) -> None:
    """Build the site of a folder with a mkdocs.yml, and show it until Ctrl+C; raises OSError when the port is taken."""
    # mkdocs-material warns of MkDocs 2 on every start, which our requirements rule out.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.commands.serve import serve

    serve(config_file=str(folder / "mkdocs.yml"), dev_addr=f"{HOST}:{port}")
