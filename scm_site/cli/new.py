"""`scm new`: a new record with every field explained, in its place."""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from pathlib import Path

from scm_site.cli.answer import Answer, CannotRunError
from scm_site.cli.new_names import OF_ITSELF, find_ids, find_kind
from scm_site.cli.writing import write_new
from scm_site.editor_files import add_editor_files
from scm_site.locations import find_schemas
from scm_site.reading import KINDS, SLOT_OF_KIND
from scm_site.records.schemas import Schemas, load_schemas
from scm_site.scaffold import make_scaffold

MADE = """\
Made {path}

Next:
  1. Open the file and write the real content in place of each [fill in: …].
  2. Run `scm check {path}`: it names what is still missing.
  3. Propose the file by pull request.
"""
#: What is begun together, by one name: a group is its launch and its page.
TOGETHER = {"group": OF_ITSELF}

EDITOR = """
Added what was missing in {folders}: by it an editor explains and checks fields while you type.
"""
LIST = """\
Kinds of record:

{kinds}

For example:  scm new meeting 2026-03-12-kick-off --group warm-homes
"""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument(
        "kind", metavar="KIND", nargs="?", help="the kind of record; without it, all are listed"
    )
    parser.add_argument(
        "name", metavar="NAME", nargs="*", help="the name of its file or folder, without .md or .yml"
    )
    parser.add_argument("--group", help="the group that it belongs to: the name of its folder")
    parser.add_argument(
        "--meeting", metavar="ID", help="the meeting to which it happens: the name of its folder"
    )
    parser.add_argument("--event", metavar="ID", help="the board meeting of a sitting: the name of its file")
    parser.add_argument("--outcome", metavar="ID", help="the outcome that a language version belongs to")
    parser.add_argument("--language", metavar="LL", help="the language of a language version: fr")


def run(arguments: Namespace) -> Answer:
    """Write the new file, and what editors miss; raises CannotRunError when it is there or its name is not right."""
    schemas = load_schemas(find_schemas())
    if arguments.kind is None:
        return Answer(text=LIST.format(kinds="\n".join(list_kinds(schemas))))
    root: Path = arguments.root
    content = root / "content"
    if content.is_symlink() or not content.is_dir():
        raise CannotRunError(
            f"there is no folder `content` in {root}; make it first, or name the folder with --root"
        )
    kinds = TOGETHER.get(arguments.kind) or (find_kind(arguments.kind),)
    found = [(kind, find_ids(kind, arguments)) for kind in kinds]
    paths = [SLOT_OF_KIND[kind].make_path(ids) for kind, ids in found]
    for (kind, ids), path in zip(found, paths, strict=True):
        check_language(ids, schemas)
        write_new(root, path, make_scaffold(kind, schemas, ids))
    return Answer(text=MADE.format(path=" ".join(paths)) + tell_added(add_editor_files(root)))


def tell_added(paths: list[str]) -> str:
    """Say which folders got files for editors, if any."""
    folders = dict.fromkeys(path.partition("/")[0] for path in paths)
    return EDITOR.format(folders=" and ".join(f"{folder}/" for folder in folders)) if folders else ""


def check_language(ids: Mapping[str, str], schemas: Schemas) -> None:
    """Raise CannotRunError when a language is none of those that the schema lists."""
    choices = schemas.find_field("outcome-version", ("language",))["enum"]
    if ids.get("lang", choices[0]) not in choices:
        raise CannotRunError(f"{ids['lang']} is not one of the languages: {', '.join(choices)}")


def list_kinds(schemas: Schemas) -> list[str]:
    """Give one line for each kind: its name, and what it is."""
    width = max(map(len, KINDS))
    told = {kind: schemas.documents[kind]["description"].partition(". ")[0].rstrip(".") for kind in KINDS}
    return [f"  {kind:{width}}  {text}." for kind, text in told.items()]
