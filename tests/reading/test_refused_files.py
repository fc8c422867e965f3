"""Only what is on the list of the allowed passes: a file of each kind that does not, and what a clean copy is without.

All are opened in this process, and together take about a second.
"""

from pathlib import Path

import pytest

from scm_site.reading.attached.cleaning import clean_file
from scm_site.reading.attached.inspection import look_into_file
from scm_site.reading.attached.opening import look_into
from tests.reading.refused_files import (
    MADE,
    REFUSED,
    VERDICT,
    list_refused,
    make_exif,
    make_picture,
    make_remark,
    pack,
)
from tests.register_cases import CASES

CASES_OF_MAIN = sorted(
    path for path in CASES.glob("F022/*/content/groups/*/outcomes/*/*") if path.name != "outcome.md"
)
#: What no program can take out of these.
NOT_CLEANED = ("archive-that-unfolds", "archive-with-a-password", "picture-that-unfolds")


def judge(name: str, content: bytes) -> tuple[str, ...]:
    if name.endswith(".csv"):
        return tuple(finding.message for finding in look_into_file(name, content)[0])
    _, found = look_into(content)
    return (*((found.broken,) if found.broken else ()), *found.dangers)


def name_folder(folder: Path) -> str:
    return folder.relative_to(REFUSED).as_posix()


@pytest.mark.parametrize("folder", list_refused(), ids=name_folder)
def test_what_is_not_on_the_list_is_refused(folder: Path) -> None:
    found = "\n".join(judge(*pack(folder))) + "\n"
    assert found == (folder / VERDICT).read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "content", "words"), MADE.values(), ids=MADE)
def test_what_is_no_text_is_refused_too(name: str, content: bytes, words: str) -> None:
    assert words in " ".join(judge(name, content))


@pytest.mark.parametrize("folder", list_refused(), ids=name_folder)
def test_a_clean_copy_is_without_it(folder: Path) -> None:
    name, content = pack(folder)
    cleaned = clean_file(name, content)
    assert cleaned.without
    emptied = ("there is nothing in it",) if folder.parent.name == "zip" else ()
    assert cleaned.left in ((), emptied)


@pytest.mark.parametrize(("name", "content", "_words"), MADE.values(), ids=MADE)
def test_a_clean_copy_of_what_is_no_text(name: str, content: bytes, _words: str) -> None:
    cleaned = clean_file(name, content)
    assert cleaned.left == (
        ("far more data than its size tells",) if b"swollen" in _words.encode() else cleaned.left
    )
    assert cleaned.left == () or "far more data" in cleaned.left[0]


@pytest.mark.parametrize("path", CASES_OF_MAIN, ids=lambda path: path.parents[5].name)
def test_what_was_refused_has_a_clean_copy_or_a_person_is_told(path: Path) -> None:
    cleaned = clean_file(path.name, path.read_bytes())
    is_left = [words for words in cleaned.left if words != "there is nothing in it"]
    assert bool(is_left) == (path.parents[5].name in NOT_CLEANED)


def test_a_picture_keeps_which_side_is_up_and_loses_the_rest() -> None:
    content = make_picture("JPEG", exif=make_exif(place=True, artist="Anna Example"), comment=b"for Anna")
    cleaned = clean_file("a.jpg", content)
    assert b"Anna" not in cleaned.content
    assert len(cleaned.content) < len(content)
    assert clean_file("a.jpg", cleaned.content).content == cleaned.content
    assert make_picture("JPEG", exif=make_exif()).partition(b"Exif")[2][:30].count(b"\x06") == 1


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_exif_without_a_place_is_no_reason(kind: str) -> None:
    _, found = look_into(make_picture(kind, exif=make_exif()))
    assert (found.broken, found.dangers, found.makers) == ("", (), ())


def test_who_took_a_picture_is_told_and_no_reason_to_refuse_it() -> None:
    for content in (
        make_picture("JPEG", exif=make_exif(artist="Anna Example")),
        make_picture("PNG", pnginfo=make_remark("Author", "Anna Example")),
    ):
        _, found = look_into(content)
        assert (found.dangers, found.makers) == ((), ("Anna Example",))


@pytest.mark.parametrize(
    "cell",
    [
        "-5",
        "-0.3",
        "+32 2 123 45 67",
        "-1e-5",
        "-5 °C",
        "-12,5 %",
        "-",
        "--",
        "- and a dash",
        "-inf",
        "@example",
        "+1",
    ],
)
def test_a_number_or_words_are_no_formula(cell: str) -> None:
    assert look_into_file("content/a.csv", f"Door;Sign\n1;{cell}\n".encode())[0] == ()
