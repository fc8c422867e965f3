"""What is taken from Material's own files, and in which form."""

import fnmatch
import re
from collections.abc import Callable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

SOURCE_MAP = re.compile(rb"^//# sourceMappingURL=.*$|/\*# sourceMappingURL=.*?\*/", re.MULTILINE)


def put_in_layer(style: bytes) -> bytes:
    """Wrap a style sheet in a cascade layer: our own then wins without counting selectors."""
    text = SOURCE_MAP.sub(b"", style).replace(b'@charset "UTF-8";', b"").lstrip(b"\xef\xbb\xbf")
    return b'@charset "UTF-8";\n@layer material {\n' + text.strip() + b"\n}\n"


def drop_source_map(script: bytes) -> bytes:
    """Take away the link to a source map, which the site does not have."""
    return SOURCE_MAP.sub(b"", script).strip() + b"\n"


#: Address on the site, where Material has it (the name holds a hash), what is done to it.
TAKEN: tuple[tuple[str, str, Callable[[bytes], bytes]], ...] = (
    ("assets/material.css", "assets/stylesheets/main.*.min.css", put_in_layer),
    ("assets/search-worker.js", "assets/javascripts/workers/search.*.min.js", drop_source_map),
)


def keep_needed_files(files: Files, config: MkDocsConfig, own_folder: str) -> None:
    """Replace the files of the themes below ours by the few that the site needs."""
    folders = set(config.theme.dirs) - {own_folder}
    theirs = {file.src_uri: file for file in files if file.src_dir in folders}
    for file in theirs.values():
        files.remove(file)
    for address, pattern, change in TAKEN:
        found = fnmatch.filter(theirs, pattern)
        if len(found) != 1:
            raise PluginError(f"mkdocs-material has {len(found)} files like {pattern}, not one")
        content = change(theirs[found[0]].content_bytes)
        included = InclusionLevel.INCLUDED
        files.append(File.generated(config, address, content=content, inclusion=included))
