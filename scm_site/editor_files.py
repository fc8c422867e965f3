"""What helps people while they type in Visual Studio Code: which schema is for which file, and snippets.

The YAML extension (redhat.vscode-yaml) completes and checks `.yml` files by the schemas. It does not look
at the fields on top of Markdown files; for those there is one snippet for each kind of record. A record itself does not
name its schema: its path says of which kind it is, wherever the register lies.
"""

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from re import sub
from typing import Any

from scm_site.locations import find_schemas
from scm_site.reading import SLOT_OF_KIND, Syntax
from scm_site.records.schemas import Schemas, load_schemas
from scm_site.scaffold import Line, make_record_lines

SETTINGS = ".vscode/settings.json"
SNIPPETS = ".vscode/records.code-snippets"


def write_editor_files(root: Path) -> None:
    """Write the files for the editor below a repository's root."""
    for path, text in make_editor_files(load_schemas(find_schemas())).items():
        location = root / path
        location.parent.mkdir(parents=True, exist_ok=True)
        location.write_text(text, encoding="utf-8", newline="\n")


def add_editor_files(root: Path) -> list[str]:
    """Write the files for the editor below a register's root, with the schemas they name, where they are missing.

    Gives the paths of those that were written; what is there stays as it is.
    """
    schemas = sorted(find_schemas().glob("*.schema.json"))
    files = {f"schemas/{path.name}": path.read_text(encoding="utf-8") for path in schemas}
    files |= make_editor_files(load_schemas(find_schemas()))
    return [path for path, text in files.items() if write_missing(root / path, text)]


def write_missing(location: Path, text: str) -> bool:
    """Write a file unless there is one, or its folder is a link or a file; tell whether it was written.

    Raises OSError, with nothing of the file left.
    """
    folder = location.parent
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()) or os.path.lexists(location):
        return False
    folder.mkdir(parents=True, exist_ok=True)
    try:
        location.write_text(text, encoding="utf-8", newline="\n")
    except OSError:
        location.unlink(missing_ok=True)
        raise
    return True


def make_editor_files(schemas: Schemas) -> dict[str, str]:
    """Give each file for the editor by its path."""
    files = {SETTINGS: make_settings(), SNIPPETS: make_snippets(schemas)}
    return {path: json.dumps(content, indent=2, ensure_ascii=False) + "\n" for path, content in files.items()}


def make_settings() -> dict[str, Any]:
    """Give the editor's settings: the schemas of our YAML files, and nothing that rewrites or fetches."""
    return {
        "yaml.schemas": {
            f"./schemas/{kind}.schema.json": make_glob(slot.pattern)
            for kind, slot in SLOT_OF_KIND.items()
            if slot.syntax == Syntax.YAML
        },
        "yaml.schemaStore.enable": False,
        "yaml.format.enable": False,
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "[markdown]": {"editor.wordWrap": "on", "editor.quickSuggestions": {"other": "on"}},
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2, "editor.wordWrap": "on"},
    }


def make_glob(pattern: str) -> str:
    """Give the pattern of a slot as the editor writes it: `content/events/*.yml`."""
    return sub(r"\{\w+\}", "*", pattern)


def make_snippets(schemas: Schemas) -> Mapping[str, Any]:
    """Give a snippet for each kind of Markdown record: type its name in an empty file."""
    return {
        f"New {schemas.documents[kind]['title'].lower()}": {
            "scope": "markdown",
            "prefix": [kind, f"scm-{kind}"],
            "description": schemas.documents[kind]["description"],
            "body": list(make_snippet_lines(make_record_lines(kind, schemas, {}))),
        }
        for kind, slot in SLOT_OF_KIND.items()
        if slot.syntax == Syntax.MARKDOWN
    }


def make_snippet_lines(lines: list[Line]) -> Iterator[str]:
    """Give lines with a tab stop at each blank; the last one ends the snippet."""
    stop = 0
    for line in lines:
        if line.blank is None:
            yield escape_text(line.text)
            continue
        stop += 1
        marker, choices = line.blank.marker, line.blank.choices
        if choices:
            offered = ",".join(escape_choice(choice) for choice in (marker, *choices))
            yield f"{escape_text(line.text)}${{{stop}|{offered}|}}"
        else:
            quote = "" if line.blank.is_body else '"'
            inner = escape_text(marker.strip('"'))
            yield f"{escape_text(line.text)}{quote}${{{stop}:{inner}}}{quote}"


def escape_text(text: str) -> str:
    """Escape what a snippet gives a meaning."""
    return text.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}")


def escape_choice(text: str) -> str:
    """Escape what ends a choice of a snippet."""
    return text.replace("\\", "\\\\").replace("|", "\\|").replace(",", "\\,")
