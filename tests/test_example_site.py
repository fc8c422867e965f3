"""The whole site of the example register, compared with the files of tests/expected_site."""

from pathlib import Path

import pytest

from scm_site.reading import KINDS
from scm_site.rule import RULES
from tests.expected_site_writer import EXPECTED, OF_CODE, export_example, read_files

BLESS = "If the new site is right, accept it with: make bless"
WANTED = read_files(EXPECTED)


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return export_example(tmp_path_factory.mktemp("example"))


@pytest.fixture(scope="module")
def made(exported: Path) -> dict[str, bytes]:
    return read_files(exported)


def test_the_site_has_the_expected_files(made: dict[str, bytes]) -> None:
    assert sorted(made) == sorted(WANTED), BLESS


@pytest.mark.parametrize("name", WANTED)
def test_the_file_is_as_expected(made: dict[str, bytes], name: str) -> None:
    assert name in made, BLESS
    # Text is compared as text, so that a failure shows the lines that differ.
    assert made[name].decode("utf-8", "backslashreplace") == WANTED[name].decode(
        "utf-8", "backslashreplace"
    ), BLESS


def test_a_page_is_written_so_that_another_generator_can_publish_it(made: dict[str, bytes]) -> None:
    for name in (name for name in made if name.endswith(".md")):
        text = made[name].decode()
        assert text.startswith('---\ntitle: "'), name
        assert "\r" not in text, name
        assert "Last changed" not in text, name


def test_the_pages_that_tell_of_the_code_are_there(exported: Path) -> None:
    for folder, names in {"rules": list(RULES), "fields": list(KINDS), "templates": list(KINDS)}.items():
        pages = {path.parent.name for path in (exported / folder).glob("*/index.md")}
        assert pages == set(names), folder
    for folder in OF_CODE[:-1]:
        assert (exported / folder / "index.md").is_file()
    schemas = {path.name for path in (exported / "schemas").iterdir()}
    assert schemas == {f"{kind}.schema.json" for kind in (*KINDS, "shared")}
