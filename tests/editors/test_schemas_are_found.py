"""Wherever a register lies, an editor finds the schema of each YAML record, by the path of the record."""

import json
import re
from pathlib import Path, PurePosixPath

import pytest

from scm_site.cli.main import main
from scm_site.editor_files import SETTINGS
from scm_site.reading import KINDS, SLOT_OF_KIND, Syntax, find_slot
from tests.cli.test_new import TYPED, make_folders

ROOT = Path(__file__).parent.parent.parent
YAML_KINDS = [kind for kind in KINDS if SLOT_OF_KIND[kind].syntax == Syntax.YAML]

#: By such a first line a file names its schema itself; the way there would hold in one folder only.
MODELINE = re.compile(r"yaml-language-server|\$schema")


def check_register(root: Path) -> set[str]:
    """Give the kinds of the YAML records below a folder; each must lead an editor to its own schema, which is there."""
    told: dict[str, str] = json.loads((root / SETTINGS).read_text(encoding="utf-8"))["yaml.schemas"]
    seen = set()
    for location in sorted((root / "content").rglob("*.yml")):
        path = location.relative_to(root).as_posix()
        slot = find_slot(path)
        assert slot is not None, path
        (schema,) = [schema for schema, glob in told.items() if PurePosixPath(path).match(glob)]
        assert schema == f"./schemas/{slot.kind}.schema.json", path
        assert (root / schema).is_file(), path
        assert not MODELINE.search(location.read_text(encoding="utf-8")), path
        seen.add(slot.kind)
    assert (root / "schemas/shared.schema.json").is_file()
    return seen


def test_in_this_repository() -> None:
    assert "settings" in check_register(ROOT)


def test_in_the_worked_example(demo_history: Path) -> None:
    assert check_register(demo_history) == set(YAML_KINDS)


def test_in_a_register_that_begins(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_folders(tmp_path)
    for kind in YAML_KINDS:
        assert main(["--root", str(tmp_path), "new", kind, *TYPED[kind][0]]) == 0
        told = "Added what was missing in schemas/ and .vscode/" in capsys.readouterr().out
        assert told == (kind == YAML_KINDS[0])
    assert check_register(tmp_path) == set(YAML_KINDS)


def test_what_is_there_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_folders(tmp_path)
    own = {".vscode/settings.json": "{}\n", "schemas/board.schema.json": '{"mine": true}\n'}
    for path, text in own.items():
        (tmp_path / path).parent.mkdir()
        (tmp_path / path).write_text(text, encoding="utf-8")
    assert main(["--root", str(tmp_path), "new", "board"]) == 0
    assert {path: (tmp_path / path).read_text(encoding="utf-8") for path in own} == own
    assert "Added what was missing" in capsys.readouterr().out


def test_nothing_is_written_past_a_link_or_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root, elsewhere = tmp_path / "register", tmp_path / "elsewhere"
    elsewhere.mkdir()
    make_folders(root)
    (root / ".vscode").symlink_to(elsewhere)
    (root / "schemas").write_text("mine\n", encoding="utf-8")
    assert main(["--root", str(root), "new", "board"]) == 0
    assert "Added what was missing" not in capsys.readouterr().out
    assert list(elsewhere.iterdir()) == []
    assert (root / "schemas").read_text(encoding="utf-8") == "mine\n"
