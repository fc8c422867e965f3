"""The editor's files agree with the table of paths and the schemas, and snippets are as unfinished as new records."""

import json
import re
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

import pytest

from scm_site.editor_files import SETTINGS, SNIPPETS, escape_choice, make_editor_files, write_editor_files
from scm_site.reading import KINDS, SLOT_OF_KIND, Syntax
from scm_site.scaffold import make_record_lines
from tests.scaffold.finished_record import SCHEMAS

ROOT = Path(__file__).parent.parent
FILES = make_editor_files(SCHEMAS)
MARKDOWN = [kind for kind in KINDS if SLOT_OF_KIND[kind].syntax == Syntax.MARKDOWN]

CHOICE = re.compile(r"\$\{\d+\|((?:[^\\|]|\\.)*)\|\}")
PLACEHOLDER = re.compile(r"\$\{\d+:((?:[^\\}]|\\.)*)\}")


def expand(line: str) -> str:
    """Give a line of a snippet as the editor inserts it: the first choice, the texts of the tab stops."""
    line = CHOICE.sub(lambda match: re.split(r"(?<!\\),", match[1])[0], line)
    return re.sub(r"\\([\\$},|])", r"\1", PLACEHOLDER.sub(r"\1", line))


@pytest.mark.parametrize("path", FILES)
def test_the_file_in_the_repository_is_the_one_we_make(path: str) -> None:
    location = ROOT / path
    there = location.read_text(encoding="utf-8") if location.is_file() else ""
    assert there == FILES[path], f"{path} does not fit the schemas; accept it with: make bless PATHS={path}"


def test_every_yaml_record_has_its_schema() -> None:
    told = json.loads(FILES[SETTINGS])["yaml.schemas"]
    for kind in KINDS:
        schema = f"./schemas/{kind}.schema.json"
        if SLOT_OF_KIND[kind].syntax == Syntax.YAML:
            assert fnmatchcase(SLOT_OF_KIND[kind].example, told[schema])
            assert (ROOT / schema).is_file()
        else:
            assert schema not in told


def test_no_two_schemas_claim_one_file() -> None:
    globs = json.loads(FILES[SETTINGS])["yaml.schemas"].values()
    for kind in KINDS:
        assert sum(PurePosixPath(SLOT_OF_KIND[kind].example).match(glob) for glob in globs) <= 1


def test_every_markdown_record_has_its_snippet() -> None:
    snippets = json.loads(FILES[SNIPPETS])
    assert [snippet["prefix"][0] for snippet in snippets.values()] == MARKDOWN
    assert all(snippet["scope"] == "markdown" for snippet in snippets.values())


@pytest.mark.parametrize("kind", MARKDOWN)
def test_a_snippet_gives_the_same_as_a_new_record(kind: str) -> None:
    snippets = json.loads(FILES[SNIPPETS]).values()
    body = next(snippet["body"] for snippet in snippets if snippet["prefix"][0] == kind)
    assert [expand(line) for line in body] == [str(line) for line in make_record_lines(kind, SCHEMAS, {})]
    stops = [int(number) for number in re.findall(r"(?<!\\)\$\{(\d+)", "\n".join(body))]
    assert stops == list(range(1, len(stops) + 1))


@pytest.mark.parametrize("kind", MARKDOWN)
def test_every_choice_of_the_schema_is_offered(kind: str) -> None:
    snippets = json.loads(FILES[SNIPPETS]).values()
    body = next(snippet["body"] for snippet in snippets if snippet["prefix"][0] == kind)
    for line, shown in zip(make_record_lines(kind, SCHEMAS, {}), body, strict=True):
        for choice in line.blank.choices if line.blank else ():
            assert escape_choice(choice) in shown


def test_writing_gives_the_files_that_we_make(tmp_path: Path) -> None:
    write_editor_files(tmp_path)
    for path, text in FILES.items():
        assert (tmp_path / path).read_text(encoding="utf-8") == text
