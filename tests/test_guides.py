"""The guides for each role: every command, link, label, number and picture in them is the real one."""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urldefrag

import pytest
import yaml

from docs.pictures.guide_scenes import PICTURES, WORDS, Scene, find_size, read_told
from docs.pictures.scenes import SCENES
from scm_site.cli.main import main
from tests.built_sites import EXAMPLE, EXAMPLE_DAY, REAL, ROOT, BuiltSite

FOLDER = ROOT / "docs" / "pages" / "guides"
GUIDES = {path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.md"))}
ROLES = ("board", "chairing", "co-chairing", "maintaining", "proposing", "secretariat")
MOST_WORDS, MOST_BYTES = 700, 165_000

LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
IMAGE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)\{ width=([0-9]+) height=([0-9]+) \}")
LABEL = re.compile(r"\*\*([^*]+)\*\*")
QUOTED = re.compile(r"“([^”]+)”")
CODE = re.compile(r"`([^`]+)`")
NUMBER = re.compile(r"[0-9]+ days")
COMMANDS = sorted(
    {code for text in GUIDES.values() for code in CODE.findall(text) if code.startswith("scm ")}
)
#: Links to pages, and words in bold, in the order of the text.
STEP = re.compile(rf"{LINK.pattern}|{LABEL.pattern}")

#: What is quoted and stands neither in the program nor in docs/approval.md: buttons of the forge.
OF_THE_FORGE = {"Fork this repository"}
#: Where quoted words may stand, besides the pages of the site.
SPOKEN_IN = ("docs/approval.md", "scm_site/reports/review_markdown.py", "scm_site/reports/review_words.py")
SHOWN_ON = ("groups/warm-homes", "file/status-update", "propose/form")
#: Sentences with a number of days, by the setting that it is.
DAYS = {
    "answer within {} days": "board_decision",
    "have {} days. 2. Read it": "quality_control",
    "delivers anew within {} days": "next_version",
    "(../file/published/index.md) within {} days": "publication",
    "Work programme | a | {} days": "work_programme",
    "the kick-off | L5 | {} days": "kick_off",
    "Agenda | a | {} days before": "agenda",
    "announced | ab | {} days before": "decision_announced",
    "planned | c | {} days after": "next_meeting",
    "Minutes | n | {} days after": "minutes",
    "overdue after {} days of grace": "grace",
}
#: Commands that change no file, so that they can be tried.
HARMLESS = {"check", "status", "due", "review", "audit", "owners", "clean"}


def join_lines(text: str) -> str:
    return " ".join(text.split())


def find_page(name: str, target: str) -> str:
    """Give the built page behind a link of a guide: `../propose/index.md` is `propose/index.html`."""
    path = os.path.normpath(Path("guides", target.partition("#")[0] or f"{name}.md"))
    is_index = path.endswith("index.md")
    return re.sub(r"(/index)?\.md$", "/index.html", path) if not is_index or "/" in path else "index.html"


def list_labels(name: str) -> Iterator[tuple[str, str]]:
    """Give each label in bold with the page that was linked before it."""
    page = ""
    for step in STEP.finditer(join_lines(GUIDES[name])):
        target, label = step.groups()
        if target:
            page = find_page(name, target)
        else:
            yield page, label


def read_phrases(site: BuiltSite, page: str) -> set[str]:
    """Give the words of every element of a page that can be a label, without what is only read aloud."""
    tags = {
        "a",
        "button",
        "label",
        "legend",
        "option",
        "summary",
        "span",
        "dt",
        "th",
        "td",
        "h1",
        "h2",
        "h3",
        "h4",
    }
    tags |= {"p", "b", "strong", "caption"}
    found = set()
    for element in site.parse(page).iter():
        if element.tag in tags:
            found |= {join_lines(element.text or ""), join_lines("".join(element.itertext()))}
    return found


def read_days(content: Path) -> dict[str, int]:
    settings = yaml.safe_load((content / "settings.yml").read_text(encoding="utf-8"))
    return dict(settings["days"])


def test_there_is_a_guide_for_each_role_and_a_page_to_choose_from() -> None:
    assert sorted(GUIDES) == sorted([*ROLES, "index"])
    assert {target for target in LINK.findall(GUIDES["index"]) if "/" not in target} == {
        f"{role}.md" for role in ROLES
    }
    assert "](guides/index.md)" in (ROOT / "docs/pages/how-it-works.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", GUIDES)
def test_a_guide_is_short(name: str) -> None:
    prose = LINK.sub(lambda link: link[0].partition("](")[0], IMAGE.sub("", GUIDES[name]))
    assert len(re.findall(r"[^\W_]+(?:['’./-][^\W_]+)*", prose)) <= MOST_WORDS


@pytest.mark.parametrize("name", GUIDES)
def test_every_link_leads_to_a_page_and_its_anchor(demo_site: BuiltSite, name: str) -> None:
    for target in LINK.findall(GUIDES[name]):
        page, (_, anchor) = find_page(name, target), urldefrag(target)
        assert page in demo_site.files, target
        ids = {element.get("id") for element in demo_site.parse(page).iter()}
        assert not anchor or anchor in ids, target


@pytest.mark.parametrize("name", GUIDES)
def test_every_page_that_is_linked_is_on_the_real_site_too(real_site: BuiltSite, name: str) -> None:
    assert [
        target for target in LINK.findall(GUIDES[name]) if find_page(name, target) not in real_site.files
    ] == []


@pytest.mark.parametrize("name", ROLES)
def test_every_label_stands_on_the_page_that_was_linked_before(demo_site: BuiltSite, name: str) -> None:
    labels = list(list_labels(name))
    assert labels
    missing = [(page, label) for page, label in labels if label not in read_phrases(demo_site, page)]
    assert missing == []


@pytest.mark.parametrize("name", ROLES)
def test_every_quotation_stands_somewhere(demo_site: BuiltSite, name: str) -> None:
    spoken = [join_lines((ROOT / path).read_text(encoding="utf-8")) for path in SPOKEN_IN]
    spoken += [demo_site.read_text(f"{page}/index.html") for page in SHOWN_ON]
    quoted = set(QUOTED.findall(join_lines(GUIDES[name])))
    assert [words for words in quoted - OF_THE_FORGE if not any(words in text for text in spoken)] == []


@pytest.mark.parametrize("content", [REAL, EXAMPLE], ids=["real", "example"])
@pytest.mark.parametrize("name", GUIDES)
def test_every_number_of_days_is_the_one_of_the_settings(name: str, content: Path) -> None:
    text, days = join_lines(IMAGE.sub("", GUIDES[name])), read_days(content)
    told = [sentence.format(days[key]) for sentence, key in DAYS.items()]
    numbers = [found for sentence in told if sentence in text for found in NUMBER.findall(sentence)]
    assert sorted(NUMBER.findall(text)) == sorted(numbers)


@pytest.mark.parametrize("name", GUIDES)
def test_every_make_command_exists(name: str) -> None:
    declared = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"`make ([a-z]+)", GUIDES[name])) <= declared


@pytest.mark.parametrize("command", COMMANDS)
def test_every_scm_command_runs_in_the_example_register(
    command: str, example_history: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = command.split()[1:]
    assert words[0] in HARMLESS, "say here how it is tried"
    register = tmp_path / "register"
    shutil.copytree(example_history, register)
    days = ["--as-of", EXAMPLE_DAY] if words[0] in ("due", "status", "review", "owners") else []
    files = sorted(map(str, register.glob("content/**/*.pdf")))[:1] if words[0] == "clean" else []
    assert main(["--root", str(register), *words, *days, *files]) in (0, 1), capsys.readouterr().err


@pytest.mark.parametrize("name", GUIDES)
def test_every_file_that_is_named_exists(name: str) -> None:
    folders = ("docs/", "content/", ".github/", "schemas/")
    named = [code for code in CODE.findall(GUIDES[name]) if code.startswith(folders) and "NAME" not in code]
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_every_picture_is_used_has_a_scene_and_says_what_is_to_be_seen() -> None:
    used = {Path(target).name: alt for text in GUIDES.values() for alt, target, _, _ in IMAGE.findall(text)}
    assert sum(text.count("![") for text in GUIDES.values()) == len(used)
    assert set(used) == {scene.name for scene in SCENES} == {path.name for path in PICTURES.iterdir()}
    assert {scene.name for scene in SCENES} == set(read_told(WORDS.read_text(encoding="utf-8")))
    assert [name for name, alt in used.items() if len(alt.split()) < 8] == []


@pytest.mark.parametrize("name", ROLES)
def test_a_guide_has_two_or_three_pictures(name: str) -> None:
    assert 2 <= len(IMAGE.findall(GUIDES[name])) <= 3


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
def test_a_picture_is_small_and_has_the_size_that_its_guide_says(scene: Scene) -> None:
    assert (PICTURES / scene.name).stat().st_size <= MOST_BYTES
    said = next(
        found for text in GUIDES.values() for found in IMAGE.findall(text) if found[1].endswith(scene.name)
    )
    assert (int(said[2]), int(said[3])) == find_size(PICTURES / scene.name)
