"""Contributors' Markdown becomes safe HTML, whatever it holds, and quickly."""

import json
import re
import subprocess
import sys
from itertools import pairwise

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scm_site.texts.markdown import ATTRIBUTES, TAGS, RenderedText, render_markdown

#: What our own frame around a table may have besides.
FRAME = {"class": "scm-table", "role": "region", "aria-label": "Table", "tabindex": "0"}


def judge(rendered: RenderedText) -> list[str]:
    """Say what is in the HTML that must not be, as a browser reads it."""
    fragment = html5lib.parseFragment(rendered.html, namespaceHTMLElements=False)
    elements = [element for element in fragment.iter() if element.tag != "DOCUMENT_FRAGMENT"]
    faults = [fault for element in elements for fault in judge_element(element.tag, dict(element.attrib))]
    headings = [element for element in elements if re.fullmatch(r"h[2-6]", str(element.tag))]
    return faults + judge_headings(
        [(int(heading.tag[1]), heading.get("id", "")) for heading in headings], rendered
    )


def judge_element(tag: object, attributes: dict[str, str]) -> list[str]:
    """Say what is wrong with one element."""
    if tag == "div" and attributes == FRAME:
        return []
    if not isinstance(tag, str) or tag not in TAGS:
        return [f"element {tag}"]
    faults = [f"{tag} {name}" for name in attributes.keys() - ATTRIBUTES.get(tag, set())]
    if tag == "th" and attributes.get("scope") != "col":
        faults.append("th without scope")
    return faults + judge_address(attributes.get("href"))


def judge_headings(found: list[tuple[int, str]], rendered: RenderedText) -> list[str]:
    """Say where levels leave a gap, and where anchors are not each there once, as they are listed."""
    levels, anchors = [level for level, _ in found], [anchor for _, anchor in found]
    faults = [f"h{below} below h{above}" for above, below in pairwise(levels) if below > above + 1]
    if len(set(anchors)) < len(anchors) or "" in anchors:
        faults.append(f"anchors {anchors}")
    if found != [(heading.level, heading.anchor) for heading in rendered.headings]:
        faults.append("headings differ from the list")
    return faults


def judge_address(address: str | None) -> list[str]:
    """Say that a link leads where it must not."""
    if address is None or re.match(r"(https://[A-Za-z0-9]|#[A-Za-z0-9_-]+$|/record$)", address):
        return []
    return [f"address {address}"]


def resolve(path: str) -> str | None:
    return "/record" if path.endswith(".md") else None


SCRIPTS = """
<script>alert(1)</script>
<SCRIPT SRC=https://evil.example/x.js></SCRIPT>
<scr<script>ipt>alert(1)</scr</script>ipt>
<img src=x onerror=alert(1)>
<svg/onload=alert(1)>
<svg><script>alert(1)</script></svg>
<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>
<iframe srcdoc="<script>alert(1)</script>"></iframe>
<a href="javascript:alert(1)">x</a>
<p onclick="alert(1)">x</p>
<div style="position:fixed;inset:0">x</div>
<style>*{display:none}</style>
<base href="https://evil.example/">
<meta http-equiv="refresh" content="0;url=https://evil.example/">
<link rel="stylesheet" href="https://evil.example/x.css">
<form action="https://evil.example/"><input name=q></form>
</title><script>alert(1)</script>
</textarea></style></noscript></xmp><script>alert(1)</script>
<!--><script>alert(1)</script>-->
<!-- <script>alert(1)</script> -->
<![CDATA[<script>alert(1)</script>]]>
<?php echo 1 ?>
<!DOCTYPE html>
<noscript><p title="</noscript><img src=x onerror=alert(1)>">
<details open ontoggle=alert(1)>
<object data="data:text/html,<script>alert(1)</script>">
[x](javascript:alert(1))
[x](JaVaScRiPt:alert(1))
[x](java&#115;cript:alert(1))
[x](java&Tab;script:alert(1))
[x](&#x6A;avascript:alert(1))
[x](<javascript:alert(1)>)
[x](vbscript:msgbox(1))
[x](data:text/html;base64,PHNjcmlwdD4=)
[x](data:image/svg+xml,<svg/onload=alert(1)>)
[x](file:///etc/passwd)
[x](//evil.example/)
[x](http://example.org/)
[x](https:evil.example)
[x](\\\\evil.example)
[x](/absolute)
[x](?query)
[x](mailto:a@b.example)
[x](tel:+123456789)
[x](https://example.org/ "onmouseover=alert(1)")
[x](https://example.org/" onmouseover="alert(1))
[x]: javascript:alert(1)
[x][y] [y]: javascript:alert(1)
<javascript:alert(1)>
<data:text/html,x>
![x](https://evil.example/pixel.png)
![x](javascript:alert(1))
![x](x" onerror="alert(1))
[![x](https://evil.example/pixel.png)](https://example.org/)
`<script>alert(1)</script>`
&lt;script&gt;alert(1)&lt;/script&gt;
&#60;script&#62;alert(1)&#60;/script&#62;
# <script>alert(1)</script>
# [x](javascript:alert(1)) {#id onclick=alert(1)}
### x" onclick="alert(1)
| <script>alert(1)</script> | [x](javascript:alert(1)) |
{{ 7 * 7 }} {% raw %} ${7*7}
# a </title><script>alert(1)</script>
""".strip().splitlines()

BLOCKS = {
    "html block": "<div>\n<script>\nalert(1)\n</script>\n</div>",
    "html in a list": "- one\n- <img src=x onerror=alert(1)>\n\n  <script>\n  alert(1)\n  </script>",
    "html in a quote": "> <script>alert(1)</script>",
    "html in a table": "| a | b |\n|---|---|\n| <b onclick=x>a</b> | ![x](y) |",
    "reference": "[x]\n\n[x]: javascript:alert(1)",
    "reference with a title": "[x][y]\n\n[y]: https://example.org/ '\"><script>alert(1)</script>'",
    "fence with a language": '```"><script>alert(1)</script>\nx\n```',
    "deep quotes": ">" * 300 + " x",
    "deep lists": "\n".join("  " * depth + "- x" for depth in range(200)),
    "deep emphasis": "*" * 500 + "x" + "*" * 500,
    "headings in any order": "##### a\n\n# b\n\n#### c\n\n###### d\n\nb\n=\n\n## b",
    "same headings": "# a\n\n# a\n\n# a-2\n\n# !\n\n# ?\n\n# a",
    "headings with markup": "# *a* `b` [c](https://example.org) <b>d</b> ![e](f)",
    "headings in quotes and lists": "> # a\n\n- # b\n\n1. ### c",
    "table with alignment": "| a | b |\n|:--|--:|\n| 1 | 2 |",
    "null and controls": "a\x00b\x08[x](java\x00script:alert(1))",
    "nothing": "",
    "only spaces": " \n\t\n",
}


@pytest.mark.parametrize("text", [*SCRIPTS, *BLOCKS.values()], ids=[*SCRIPTS, *BLOCKS])
def test_hostile_text_becomes_safe_html(text: str) -> None:
    for sample in (
        text,
        f"before {text} after",
        f"- {text}",
        f"> {text}",
        f"| a |\n|---|\n| {text} |",
        f"# {text}",
    ):
        assert judge(render_markdown(sample, resolve=resolve)) == []


@pytest.mark.parametrize(
    "text", [text for text in SCRIPTS if re.match(r"</?[A-Za-z]|<[!?]|\[x\]\(|!\[", text)]
)
def test_what_is_not_shown_is_refused_not_dropped(text: str) -> None:
    rendered = render_markdown(text, resolve=resolve)
    if not rendered.refusals:
        assert read_words(rendered) in (text, "x")


@pytest.mark.parametrize("depth", [5, 15, 25, 39, 40, 41, 60])
@pytest.mark.parametrize("sign", ["> ", "- ", "1. ", "> - "])
def test_what_lies_too_deep_is_refused_not_dropped(sign: str, depth: int) -> None:
    rendered = render_markdown(sign * depth + "deep word")
    assert ("deep word" in read_words(rendered)) != (
        "depth" in {refusal.kind for refusal in rendered.refusals}
    )


def read_words(rendered: RenderedText) -> str:
    """Give what a reader sees."""
    return "".join(html5lib.parseFragment(rendered.html, namespaceHTMLElements=False).itertext()).strip()


@given(
    st.lists(
        st.sampled_from([*SCRIPTS, *BLOCKS.values(), "\n", "\n\n", " ", "- ", "> ", "| ", "    "]), max_size=8
    )
)
@settings(max_examples=150, deadline=None, derandomize=True)
def test_any_mixture_is_safe(parts: list[str]) -> None:
    assert judge(render_markdown("".join(parts), resolve=resolve)) == []


@given(st.text(alphabet="<>[]()!`*_#|-&;:/\"'\\ \nahrefjvscipt=1.{}~+^", max_size=200))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_any_text_is_safe(text: str) -> None:
    assert judge(render_markdown(text, resolve=resolve)) == []


SLOW = {
    "brackets": "[",
    "closed brackets": "[]",
    "links": "[a](",
    "pictures": "![",
    "quotes": ">",
    "quotes with spaces": "> ",
    "stars": "*",
    "stars and letters": "*a ",
    "underscores": "_a_",
    "rules": "- - - ",
    "lists": "- ",
    "numbers": "1. ",
    "backticks": "`a``",
    "less than": "<",
    "comments": "<!--",
    "open tags": "<a ",
    "declarations": "<!A ",
    "processing": "<?",
    "entities": "&#",
    "hashes": "# ",
    "pipes": "|",
    "table": "| a ",
    "line breaks": "a\n",
    "hard breaks": "a  \n",
    "indents": "    a\n",
    "nested emphasis": "**a*",
    "strike": "~~",
    "backslashes": "\\",
    "autolinks": "<https://",
    "references": "[a]: b\n",
    "tables": "|a|\n|-|\n",
    "nested links": "[a](b)[",
    "same headings": "# a\n\n",
    "headings without words": "#\n",
}

TIMED = """
import json, resource, sys, time
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
from scm_site.texts.markdown import render_markdown
render_markdown("warm up")
for name, text in json.load(sys.stdin).items():
    start = time.process_time()
    render_markdown(text)
    print(json.dumps([name, time.process_time() - start]), flush=True)
"""


def test_no_text_takes_long() -> None:
    """10 kB of what is known to be slow elsewhere; a whole page of prose takes some milliseconds."""
    size = 10_000
    texts = {name: piece * (size // len(piece)) for name, piece in SLOW.items()}
    run = subprocess.run(
        [sys.executable, "-c", TIMED], input=json.dumps(texts), capture_output=True, text=True, check=False
    )
    times = dict(json.loads(line) for line in run.stdout.splitlines())
    assert run.stderr == ""
    assert times.keys() == texts.keys()
    assert {name: seconds for name, seconds in times.items() if seconds > 2} == {}


def test_links_between_records_lead_to_their_pages() -> None:
    rendered = render_markdown("[a](../b.md) [c](d.txt) <https://example.org/>", resolve=resolve)
    assert rendered.html.count("<a href=") == 2
    assert '<a href="/record">a</a>' in rendered.html
    assert [(refusal.kind, refusal.quote) for refusal in rendered.refusals] == [("record", "d.txt")]


def test_links_to_headings_lead_to_them() -> None:
    rendered = render_markdown("[down](#how-we-work) [away](#nowhere)\n\n## How we work\n", anchor="minutes")
    assert '<a href="#minutes-how-we-work">down</a>' in rendered.html
    assert '<h3 id="minutes-how-we-work">' in rendered.html
    assert [(refusal.kind, refusal.quote) for refusal in rendered.refusals] == [("heading", "#nowhere")]


def test_a_refusal_knows_its_line() -> None:
    text = "one\ntwo <b>\n\n- three\n  [four](javascript:x)\n\n| a |\n|---|\n| x |\n| ![y](z) |\n\n<div>\n</div>\n"
    refusals = render_markdown(text).refusals
    assert [(refusal.kind, refusal.line) for refusal in refusals] == [
        ("html", 1),
        ("address", 4),
        ("picture", 9),
        ("html", 11),
    ]


def test_headings_start_at_the_level_of_the_page_and_leave_no_gap() -> None:
    rendered = render_markdown("## A\n\n#### B\n\n# C\n\nD\n---\n", anchor="minutes", level=4)
    assert [(heading.level, heading.anchor) for heading in rendered.headings] == [
        (4, "minutes-a"),
        (5, "minutes-b"),
        (4, "minutes-c"),
        (5, "minutes-d"),
    ]


def test_a_table_can_be_reached_and_read() -> None:
    html = render_markdown("| a | b |\n|:--|--:|\n| 1 | 2 |\n").html
    assert html.startswith('<div class="scm-table" role="region" aria-label="Table" tabindex="0"><table>')
    assert html.count('<th scope="col">') == 2
    assert "style" not in html


def test_what_looks_like_html_in_code_is_shown() -> None:
    rendered = render_markdown("`<b>` and\n\n    <script>\n")
    assert rendered.refusals == ()
    assert "&lt;b&gt;" in rendered.html
    assert "&lt;script&gt;" in rendered.html
