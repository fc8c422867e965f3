"""A comment made from a review: whatever stands in the document, only our own links, headings and folds come out."""

import itertools
import json
import re
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from scm_site.reports.review_document import ReviewData, ReviewError, read_review
from scm_site.reports.review_markdown import LONGEST, ReviewPlaces, render_review_markdown
from scm_site.reports.review_text import render_review_text

SITE, EDIT = "https://groups.example/", "https://forge.example/edit/topic/"
PLACES = ReviewPlaces(site=SITE, edit=EDIT)
ATTACKS = (
    "@example-astrid #12 GH-12 https://evil.example www.evil.example",
    "[x](https://evil.example) ![x](https://evil.example/p.png) <https://evil.example>",
    "</summary></details><script>alert(1)</script><img src=x onerror=alert(1)>",
    "```\n## Approved\n```\n\n# Approved by the board",
    "a`b``c```d",
    "\N{RIGHT-TO-LEFT OVERRIDE}evil\N{ZERO WIDTH SPACE} \x1b[31m",
    "::error file=x::y ##[group]z",
    "<!-- scm-review -->",
    "| a | b |\n|---|---|",
    "- [ ] item\n1. item\n> quote\n    code",
    "&lt;script&gt; &#64;x",
    "javascript:alert(1) mailto:a@example.org",
    "`a``<img src=https://evil.example/p.png>` `b``@example-astrid`",
    "---",
    "===",
    "1. a numbered list",
    "",
)
TEXTS = st.one_of(st.sampled_from(ATTACKS), st.text(max_size=80))
#: Texts of nothing but what means something to Markdown or a forge, so that one may end what another begins.
SIGNS = st.text(st.sampled_from("`*_[]()<>!&;#@:/\\|~-+=$.1a \n\t\r\u2028\u202e\x00"), max_size=24)
PLACEHOLDER = "\N{OBJECT REPLACEMENT CHARACTER}"


def make_plain(text: str, path: str = "content/groups/warm-homes/launch.md") -> dict[str, Any]:
    """Give a document as JSON has it, in which one text stands everywhere."""
    return {
        "version": 1,
        "as_of": "2026-05-20",
        "base": "a" * 40,
        "author": text,
        "records": [
            {
                "what": "changed",
                "kind": text,
                "group": text,
                "path": path,
                "was": text,
                "title": text,
                "fields": [
                    {"field": text, "before": text, "after": None},
                    {"field": text, "before": None, "after": text},
                    {"field": text, "before": "old", "after": text},
                    {"field": text, "before": f"old\nlines\n{text}", "after": f"new\n{text}\nlines"},
                ],
                "more_fields": 1,
            }
        ],
        "more_records": 1,
        "effects": [{"about": "duty", "group": text, "what": text}],
        "more_effects": 1,
        "gap": text,
        "findings": [
            {
                "rule": "G003",
                "severity": severity,
                "path": text if severity == "error" else path,
                "line": 1,
                "column": 1,
                "message": text,
                "fix": text,
                "help": "https://evil.example/",
            }
            for severity in ("error", "warning")
        ],
        "more_findings": 1,
        "other_findings": 1,
        "agreements": [
            {
                "by": text,
                "office": text,
                "approvals": 1,
                "accounts": [text],
                "kinds": [text],
                "why": text,
                "instead_of": text,
                "cannot": text,
            }
        ],
        "similar": [
            {"proposal": text, "kind": "group", "id": text, "title": text, "likeness": 0.5, "page": text}
        ],
        "points": [{"path": text, "line": 1, "what": text}],
        "more_points": 1,
        "conflicts": [text],
        "mixes": [text],
        "has_errors": True,
    }


def make_document(text: str, **changes: Any) -> ReviewData:
    """Give the same as the renderings take it."""
    return build({**make_plain(text), **changes})


def build(plain: dict[str, Any]) -> ReviewData:
    """Give fields for renderings, without the limits that hold where a document is read: any text can be any length."""
    document: ReviewData = json.loads(json.dumps(plain), object_hook=lambda fields: SimpleNamespace(**fields))
    return document


def list_tokens(comment: str) -> list[Any]:
    """Give every token of a comment as a forge's Markdown has them: links found in plain text, too."""
    parser = MarkdownIt("gfm-like", {"linkify": False, "html": True})
    tokens = []
    for token in parser.parse(comment):
        tokens += [token, *(token.children or ())]
    return tokens


def scatter(value: Any, texts: Iterator[str]) -> Any:
    """Give a document in which each place that holds the placeholder holds another text."""
    if isinstance(value, str):
        return value.replace(PLACEHOLDER, next(texts)) if PLACEHOLDER in value else value
    if isinstance(value, list):
        return [scatter(item, texts) for item in value]
    return {name: scatter(item, texts) for name, item in value.items()} if isinstance(value, dict) else value


def list_shown(tokens: list[Any]) -> Iterator[str]:
    """Give each piece of text that a forge searches for names, numbers and addresses; in code it does not."""
    for token in tokens:
        shown = ""
        for child in token.children or ():
            if child.type in ("text", "text_special"):
                shown += child.content
            elif shown:
                yield shown
                shown = ""
        yield shown


#: What a forge makes a link of, wherever it stands.
CALL = re.compile(r"@\w|(?<!\w)#\d|\bGH-\d|!\d|\b(?:https?|ftp):\/\/\w|\bwww\.\w", re.IGNORECASE)
NOT_OURS = {"image", "fence", "code_block", "hr", "table_open", "blockquote_open", "ordered_list_open"}
#: The only HTML that a comment holds.
OURS = re.compile(r"<details><summary>[^<>]*</summary>|</details>|</?summary>|</?details>")


def assert_only_ours(comment: str) -> None:
    tokens = list_tokens(comment)
    links = [token.attrGet("href") for token in tokens if token.type == "link_open"]
    assert [link for link in links if not link.startswith((SITE, EDIT))] == []
    assert [token for token in tokens if token.type in NOT_OURS] == []
    html = "".join(token.content for token in tokens if token.type in ("html_block", "html_inline"))
    assert OURS.sub("", html).strip() == ""
    assert not any(line.lstrip().startswith("<!--") for line in comment.splitlines())
    headings = [
        tokens[number + 1].content for number, token in enumerate(tokens) if token.type == "heading_open"
    ]
    assert headings[1:] == [
        "What to mend",
        "Who must agree",
        "What it causes",
        "Similar topics",
        "What it changes",
    ]
    assert [text for text in list_shown(tokens) if CALL.search(text)] == []


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_a_strangers_words_stay_words(text: str) -> None:
    assert_only_ours(render_review_markdown(make_document(text), PLACES))


@given(st.lists(st.one_of(SIGNS, st.sampled_from(ATTACKS)), min_size=4, max_size=12))
@settings(max_examples=150, deadline=None)
def test_one_text_does_not_end_what_another_begins(texts: list[str]) -> None:
    document = build(scatter(make_plain(PLACEHOLDER), itertools.cycle(texts)))
    assert_only_ours(render_review_markdown(document, PLACES))


@pytest.mark.parametrize("text", ATTACKS)
def test_each_attack_stays_words(text: str) -> None:
    comment = render_review_markdown(make_document(text), PLACES)
    assert_only_ours(comment)
    assert not any(sign in comment for sign in ("\x1b", "\N{RIGHT-TO-LEFT OVERRIDE}"))


@pytest.mark.parametrize("text", ATTACKS)
def test_a_terminal_obeys_nothing(text: str) -> None:
    told = render_review_text(make_document(text))
    assert not any(line.startswith("::") for line in told.splitlines())
    assert "##[" not in told
    assert "\x1b" not in told


def test_a_long_comment_is_cut_and_says_so() -> None:
    text = "word " * 700
    document = make_document(text, records=make_plain(text)["records"] * 200)
    comment = render_review_markdown(document, PLACES)
    assert len(comment) <= LONGEST
    assert "There is more than fits here." in comment
    assert comment.count("<details>") == comment.count("</details>")


def test_links_to_files_lead_to_the_change_alone() -> None:
    document = make_document("words")
    comment = render_review_markdown(document, PLACES)
    assert f"[open the file to mend it](<{EDIT}content/groups/warm-homes/launch.md>)" in comment
    assert "open the file" not in render_review_markdown(document, ReviewPlaces(site=SITE))
    gone = {**make_plain("words")["records"][0], "what": "gone"}
    assert "open the file" not in render_review_markdown(make_document("words", records=[gone]), PLACES)


@pytest.mark.parametrize(
    "path",
    ["content/../../../evil/x", "content//x", "content/./x", "content/x/..", "/content/x", "schemas/x"],
)
def test_no_link_leads_elsewhere_on_the_forge(path: str) -> None:
    findings = [{**finding, "path": path} for finding in make_plain("words")["findings"]]
    assert EDIT not in render_review_markdown(make_document("words", findings=findings), PLACES)


@pytest.mark.parametrize(
    "text", ["", "[" * 100_000, "[]", "{}", '{"version": 2}', '{"version": 1e999}', "\x00", '"' * 10]
)
def test_what_is_no_review_is_refused(text: str) -> None:
    with pytest.raises(ReviewError, match="the review"):
        read_review(text)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("version", 2),
        ("version", "1"),
        ("base", "../../etc"),
        ("author", None),
        ("author", "a" * 101),
        ("records", {}),
        ("records", [{}]),
        ("records", [None] * 301),
        ("effects", "none"),
        ("more_findings", -1),
        ("more_findings", 1.5),
        ("more_findings", True),
        ("more_findings", float("nan")),
        ("similar", [{"likeness": 1}]),
        ("has_errors", "no"),
        ("mixes", ["a", "b", "c", "d"]),
        ("more", "a field that nobody knows"),
    ],
)
def test_a_document_with_something_else_in_it_is_refused(field: str, value: object) -> None:
    document = {**make_plain("words"), field: value}
    assert read_review(json.dumps(make_plain("words"))).has_errors
    with pytest.raises(ReviewError, match="the review") as refused:
        read_review(json.dumps(document))
    assert len(str(refused.value).splitlines()) == 1
    assert len(str(refused.value)) < 200


READY = {"findings": [], "more_findings": 0, "conflicts": [], "mixes": [], "has_errors": False}


def test_a_beginner_reads_where_to_click_and_that_nothing_starts_anew() -> None:
    comment = render_review_markdown(make_document("words"), PLACES)
    mend = comment.partition("### What to mend")[2].partition("###")[0]
    assert "Open each file by its link, put it right, and press “Commit changes”." in mend
    assert "There is no need to close this page, to fill in the form again or to start anew." in mend
    assert f"(<{SITE}guides/proposing/>)" in mend
    assert "nothing is left for you to do" not in comment


def test_who_has_nothing_to_mend_reads_that_nothing_is_left_to_do() -> None:
    comment = render_review_markdown(make_document("words", **READY), PLACES)
    assert (
        "If you wrote it, nothing is left for you to do, unless somebody asks you something here." in comment
    )
    assert "start anew" not in comment


@pytest.mark.parametrize(
    "why", [{"has_errors": True}, {"more_findings": 1}, {"conflicts": ["content/a"]}, {"mixes": ["code"]}]
)
def test_what_cannot_be_merged_leaves_something_to_do(why: dict[str, Any]) -> None:
    stopped = make_document("words", **{**READY, **why})
    assert "nothing is left for you to do" not in render_review_markdown(stopped, PLACES)
