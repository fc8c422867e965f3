"""What the forms' own modules do in a browser is what the register does: characters, names of files, and YAML."""

import unicodedata
from typing import Any

import pytest
import yaml
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from scm_site.reading import find_slot
from scm_site.reading.characters import Fault, find_wrong_characters
from scm_site.reading.folding import fold_text
from scm_site.reading.name_forms import make_slug
from scm_site.reading.scripts import find_mixed_words
from scm_site.reading.transliteration import LETTERS
from scm_site.reading.yaml_values import read_yaml
from tests.browser.form_answers import LANGUAGES, NOT_YAML
from tests.browser.form_instances import draw
from tests.browser.form_page import open_form

pytestmark = pytest.mark.browser

WITH_MODULE = """async ([name, use, given]) => {
  const folder = document.querySelector("script[type=module][src*=forms]").src.replace(/[^/]*$/u, "");
  return new Function("module", "given", use)(await import(folder + name), given);
}"""
#: Characters that matter to each other: joiners, emoji, letters of scripts with and without joiners, tags, marks.
NEIGHBOURS = (
    "a é ж\u0301\u200d\u200c\u200b\u2060👩🚒❤\ufe0f\ufe00\U0001f3f4\U000e0067\U000e0062\U000e007f"
    "\u0634\u0915\u094d e\u0301\u034f\u2028\r\n\t\x07\x0b"
)
WORDS = (
    *(words.title for words in LANGUAGES.values()),
    *(
        "Été à Łódź",
        "ΣΟΦΟΣ ΚΟΣΜΟΣ",
        "Žluťoučký kůň",
        "Ünïcödé",
        "İstanbul ışık",
        "Þórður Æði",
        "ħobża",
        "Đorđe",
    ),
    *(
        "Щука чуруліка Ъ",
        "Београд, Љубљана, Њ",
        "Київ — їжак",
        "2024–2026",
        "don’t",
        "L’eau–vive",
        "ΟΥΡΑΝΟΣ Ού",
        "a" * 200,
        "ab-" * 60,
    ),
    *("", " ", "---", "漢字", "½ ℃ ﬁ", "K Å", "a_b.c/d\\e", "..", "con", "<b>x</b>", "́accent"),
)


def use_module(page: Page, name: str, use: str, given: Any) -> Any:
    """Use one of the forms' modules in the page."""
    return page.evaluate(WITH_MODULE, [name, use, given])


def make_texts(letters: st.SearchStrategy[str], number: int) -> list[str]:
    """Give so many different texts, the same ones every time."""
    return draw(st.text(letters, max_size=40), number)


def test_the_same_characters_are_refused(browser: Browser, example_home: str) -> None:
    """One letter for each character of Unicode between two others: kept, taken out, or lost."""
    use = """let told = "";
      for (let number = 0; number < 0x110000; number += 1) {
        const text = `a${String.fromCodePoint(number)}b`;
        if (number >= 0xd800 && number <= 0xdfff) told += " ";
        else if (module.findLost(text).length) told += "l";
        else told += module.clean(text) === text.normalize("NFC") ? "." : "x";
      }
      return told;"""
    with open_form(browser, example_home + "propose/form/") as opened:
        told = use_module(opened.page, "characters.js", use, None)
    everything = "".join(f"a{chr(number)}b" for number in range(0x110000))
    faults = {place // 3: fault for place, fault in find_wrong_characters(everything) if place % 3 == 1}
    differences = [
        f"U+{number:04X}: {told[number]}, {faults.get(number)}"
        for number in range(0x110000)
        if told[number] not in (" ", {None: ".", Fault.LOST: "l"}.get(faults.get(number), "x"))
    ]
    assert differences == []


@pytest.mark.parametrize(
    "last",
    [
        0x30FF,
        pytest.param(0x10FFFF, marks=pytest.mark.slow("all of Unicode; its alphabets are always tried")),
    ],
)
def test_what_looks_alike_is_read_alike(browser: Browser, example_home: str, last: int) -> None:
    """Each character that Python's Unicode knows, between two others, as it is folded; and what is wrong about it."""
    numbers = [
        *range(last + 1),
        *range(0xFB00, 0x10000),
    ]  # also ligatures, and letters of half and of full width
    known = [number for number in numbers if unicodedata.category(chr(number)) not in ("Cn", "Cs")]
    use = "return given.map((number) => module.fold(`a${String.fromCodePoint(number)}b`))"
    judge = """return given.map((number) => module.findWrong(`a${String.fromCodePoint(number)}b`)
      .map(({ fault }) => fault).join())"""
    with open_form(browser, example_home + "propose/form/") as opened:
        folded = use_module(opened.page, "folding.js", use, known)
        faults = use_module(opened.page, "characters.js", judge, known)
    texts = [f"a{chr(number)}b" for number in known]
    assert [one for one, other in zip(texts, folded, strict=True) if fold_text(one) != other] == []
    wrong = [",".join(fault for _, fault in find_wrong_characters(text)) for text in texts]
    assert [one for one, own, other in zip(texts, wrong, faults, strict=True) if own != other] == []


def test_words_of_several_scripts_are_found_alike(browser: Browser, example_home: str) -> None:
    """Each letter of the alphabets inside a Latin word and at the end of a Cyrillic one; and words at random."""
    letters = [chr(number) for number in (*range(0x250), *range(0x370, 0x590), *range(0x13A0, 0x1400))]
    words = [word for one in letters for word in (f"Ab{one}cd", f"Вид{one}", f"{one}x")]
    words += make_texts(st.sampled_from("aBcIxyµ гЯдОсн ΔμαογΣβΩ ԱօոՍ 1-\u0301_Åé"), 2000)
    use = "return given.map((text) => [false, true].map((isName) => module.findMixedWords(text, isName)))"
    with open_form(browser, example_home + "propose/form/") as opened:
        found = use_module(opened.page, "scripts.js", use, words)
    own = [[[w for _, w in find_mixed_words(text, is_name=one)] for one in (False, True)] for text in words]
    assert [one for one, here, there in zip(words, own, found, strict=True) if here != there] == []


def test_a_cleaned_text_has_nothing_that_is_refused(browser: Browser, example_home: str) -> None:
    texts = make_texts(st.sampled_from(NEIGHBOURS), 1500)
    with open_form(browser, example_home + "propose/form/") as opened:
        use = "return given.map((text) => [text.normalize('NFC'), module.clean(text)])"
        cleaned = use_module(opened.page, "characters.js", use, texts)
    assert [text for _, text in cleaned if list(find_wrong_characters(text))] == []
    assert [one for one, other in cleaned if one != other and not list(find_wrong_characters(one))] == []


def test_a_file_gets_the_name_that_the_program_gives_it(browser: Browser, example_home: str) -> None:
    words = [*WORDS, *make_texts(st.characters(codec="utf-8", max_codepoint=0x2FFF), 500)]
    with open_form(browser, example_home + "propose/form/") as opened:
        use = "return given[0].map((words) => module.makeSlug(words, given[1]))"
        slugs = use_module(opened.page, "names.js", use, [words, LETTERS])
    assert dict(zip(words, slugs, strict=True)) == {word: make_slug(word) for word in words}


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("L’eau–vive", "l-eau-vive"),
        ("l'eau—vive…", "l-eau-vive"),
        ("«Ου» Ούτις", "ou-outis"),
        ("ΖΟΥΜΕ", "zoume"),
        ("2024–2026", "2024-2026"),
    ],
)
def test_a_dash_or_an_apostrophe_parts_words(words: str, slug: str) -> None:
    assert make_slug(words) == slug


def test_a_name_is_free_and_fits_its_form(browser: Browser, example_home: str) -> None:
    """Also the longest name, and also the second and third of it."""
    kinds = ("proposal", "meeting", "outcome", "waives", "status-update", "amends")
    data = [
        dict.fromkeys(("date", "day"), "2026-05-20") | {"title": title, "duty": "agenda"}
        for title in [*WORDS, "дом " * 60]
    ]
    use = """return given.kinds.map((kind) => given.data.map((one) => {
      const taken = [];
      const known = { letters: given.letters, taken, isAct: kind === "amends" };
      for (let turn = 0; turn < 2; turn += 1) taken.push(module.makeId(kind, one, known));
      return taken;
    }))"""
    with open_form(browser, example_home + "propose/form/") as opened:
        made = use_module(opened.page, "names.js", use, {"kinds": kinds, "data": data, "letters": LETTERS})
    paths = {
        "proposal": "content/proposals/{}.md",
        "meeting": "content/groups/g/meetings/{}/meeting.md",
        "outcome": "content/groups/g/outcomes/{}/outcome.md",
        "waives": "content/groups/g/acts/{}.waives.yml",
        "status-update": "content/groups/g/status-updates/{}.yml",
        "amends": "content/groups/g/acts/{}.amends.yml",
    }
    wrong = []
    for kind, names in zip(kinds, made, strict=True):
        for taken in names:
            assert len(set(taken)) == len(taken), taken
            for name in taken:
                slot = find_slot(paths[kind].format(name))
                fault = slot.slot.forms["id"].find_fault(name) if slot else "it has no place"
                wrong += [f"{kind} {name}: {fault}"] if fault else []
    assert wrong == []


def test_every_reader_of_yaml_gives_the_text_back(browser: Browser, example_home: str) -> None:
    letters = st.one_of(
        st.sampled_from(" \n\t-:#'\"\\{}[]&*!|>%@`,?=~.0123456789eE_+ayYnNoO"), st.characters(codec="utf-8")
    )
    texts = [
        *NOT_YAML,
        *make_texts(letters, 1500),
        "x " * 3000,
        "0.1",
        ".inf",
        "+1",
        "1_000",
        "0o7",
        "nUlL",
        "Yes",
    ]
    with open_form(browser, example_home + "propose/form/") as opened:
        cleaned = use_module(
            opened.page, "characters.js", "return given.map((text) => module.clean(text).trim())", texts
        )
        texts = [text for text in cleaned if text and not list(find_wrong_characters(text))]
        data = [{"a": text, "b": [text, {"c": text, "d": [text]}], "e": {"f": {"g": text}}} for text in texts]
        files = use_module(
            opened.page, "yaml.js", "return given.map((data) => module.writeFile(data, false))", data
        )
    assert len(texts) > 800
    assert [
        wanted for file, wanted in zip(files, data, strict=True) if read_yaml("x.yml", file).data != wanted
    ] == []
    days = {"2026-05-20"}
    assert [
        wanted
        for file, wanted in zip(files, data, strict=True)
        if yaml.safe_load(file) != wanted and wanted["a"] not in days
    ] == []
