"""Markdown to safe HTML. Contributors' text meets no other renderer (`docs/decisions/0007-markdown.md`).

CommonMark with tables, by markdown-it-py; then nh3 with a short allow-list. What an author cannot have
(HTML, pictures, odd addresses) is not silently dropped: each is a `Refusal`, which a rule turns into a finding.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

from scm_site.texts.line_keeping import LineKeepingParser, give_line
from scm_site.texts.shown import ShownLink, ShownWords, read_links, read_words_shown

TAGS = {
    "a",
    "p",
    "br",
    "hr",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "blockquote",
    "pre",
    "code",
    "em",
    "strong",
    "s",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
}
ATTRIBUTES = {
    "a": {"href"},
    "ol": {"start"},
    "th": {"scope"},
    **{f"h{level}": {"id"} for level in range(2, 7)},
}

#: How deep lists and quotes may lie inside each other; the parser leaves out what lies deeper.
DEEPEST = 40

#: An address on the web, as schemas have it: a host without a user's name before it, which could pass for another.
WEB_ADDRESS = re.compile(r"https://[A-Za-z0-9][A-Za-z0-9.-]*(:[0-9]{1,5})?([/?#][^\s<>\"'`\\]*)?")

#: Turns the address of a link into the one on the site, or gives None when there is no such page.
LinkResolver = Callable[[str], str | None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Refusal:
    """Something in a text that the site does not show: its kind, a quote, and its line in the text (from 0)."""

    kind: str  # "html", "picture", "depth", "address", "heading" or "record"
    quote: str
    line: int


@dataclass(frozen=True, kw_only=True, slots=True)
class TextHeading:
    """A heading in a text: its anchor, its words, its level on the page."""

    anchor: str
    text: str
    level: int


@dataclass(frozen=True, kw_only=True, slots=True)
class RenderedText:
    """A text as safe HTML, its headings, and what was refused."""

    html: str
    headings: tuple[TextHeading, ...]
    refusals: tuple[Refusal, ...]


def make_parser() -> MarkdownIt:
    """Make the parser; it recognises HTML and any address, so that both can be refused with their place."""
    parser = MarkdownIt(
        "js-default", {"html": True, "linkify": False, "typographer": False, "maxNesting": DEEPEST}
    )
    parser.validateLink = keep_any_link  # type: ignore[method-assign]
    parser.inline = LineKeepingParser(parser.inline)
    return parser


def keep_any_link(url: str) -> bool:
    """Let the parser recognise any address; `refuse_address` judges it."""
    return isinstance(url, str)


PARSER = make_parser()


def keep_web_addresses(_address: str) -> str | None:
    """Refuse every link between records; for texts that have no folder."""
    return None


def render_markdown(
    text: str, *, anchor: str = "text", level: int = 3, resolve: LinkResolver = keep_web_addresses
) -> RenderedText:
    """Render a text; its highest heading gets `level`, its anchors start with `anchor`."""
    tokens, headings, refusals = parse_markdown(text, anchor, level, resolve)
    for token in tokens:
        dress_table(token)
    html = PARSER.renderer.render(tokens, PARSER.options, {})
    safe = nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes={"https", "mailto"}, link_rel=None)
    framed = safe.replace(
        "<table>", '<div class="scm-table" role="region" aria-label="Table" tabindex="0"><table>'
    )
    return RenderedText(
        html=framed.replace("</table>", "</table></div>"), headings=headings, refusals=refusals
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadText:
    """What a text shows, where its links lead, and what in it is not shown, with every link to a record."""

    words: tuple[ShownWords, ...]
    links: tuple[ShownLink, ...]
    refusals: tuple[Refusal, ...]


@lru_cache(maxsize=1000)
def read_text(text: str) -> ReadText:
    """Read a text as the site shows it; several rules ask this of each text in turn."""
    tokens = PARSER.parse(text)
    words, links = tuple(read_words_shown(tokens)), tuple(read_links(tokens))
    return ReadText(words=words, links=links, refusals=judge_tokens(tokens, "text", 3, keep_web_addresses)[1])


def parse_markdown(
    text: str, anchor: str, level: int, resolve: LinkResolver
) -> tuple[list[Token], tuple[TextHeading, ...], tuple[Refusal, ...]]:
    """Parse a text: its tokens with headings in place and nothing refused left, its headings, what was refused."""
    tokens = PARSER.parse(text)
    headings, refusals = judge_tokens(tokens, anchor, level, resolve)
    return tokens, headings, refusals


def judge_tokens(
    tokens: Sequence[Token], anchor: str, level: int, resolve: LinkResolver
) -> tuple[tuple[TextHeading, ...], tuple[Refusal, ...]]:
    """Put headings in place and take out what is refused; give both."""
    headings = tuple(place_headings(tokens, anchor, level))
    own = {heading.anchor.removeprefix(f"{anchor}-"): heading.anchor for heading in headings}
    return headings, tuple(refuse_all(tokens, lambda address: find_target(address, own, resolve)))


def refuse_all(tokens: Sequence[Token], resolve: LinkResolver, line: int = 0) -> Iterator[Refusal]:
    """Take out of tokens what the site does not show, and say what it was; `line` is where they start."""
    for token in tokens:
        line = token.map[0] if token.map else line
        yield from refuse(token, resolve, line + give_line(token))


def refuse(token: Token, resolve: LinkResolver, line: int) -> Iterator[Refusal]:
    """Take out of a token and of those inside it what the site does not show."""
    if token.type in ("html_block", "html_inline"):
        yield Refusal(kind="html", quote=token.content.strip(), line=line)
        token.type, token.tag = "text", ""
    elif token.type == "image":
        yield Refusal(kind="picture", quote=str(token.attrs.get("src", "")), line=line)
        token.type, token.tag, token.children = "text", "", None
    elif token.type in ("blockquote_open", "list_item_open") and token.level >= DEEPEST - 1:
        yield Refusal(kind="depth", quote=token.markup, line=line)
    elif token.type == "link_open":
        yield from refuse_address(token, resolve, line)
    yield from refuse_all(token.children or (), resolve, line)


def find_target(address: str, own: Mapping[str, str], resolve: LinkResolver) -> str | None:
    """Give where a link leads on the site: the web, a heading of the text itself, or a record's page."""
    if WEB_ADDRESS.fullmatch(address):
        return address
    if address.startswith("#"):
        return f"#{own[address[1:]]}" if address[1:] in own else None
    return resolve(address) if is_path(address) else None


def is_path(address: str) -> bool:
    """Tell whether a link looks like the path of a file beside this one."""
    return re.fullmatch(r"[A-Za-z0-9._-][A-Za-z0-9._/-]*", address) is not None


def refuse_address(token: Token, find: LinkResolver, line: int) -> Iterator[Refusal]:
    """Keep web addresses, turn links to headings and records into links on the site, refuse all else."""
    address = str(token.attrs.get("href", ""))
    target = find(address)
    if target is None:
        kind = "heading" if address.startswith("#") else "record" if is_path(address) else "address"
        yield Refusal(kind=kind, quote=address, line=line)
        token.attrs = {}
    else:
        token.attrs = {"href": target}


def place_headings(tokens: Sequence[Token], anchor: str, level: int) -> Iterator[TextHeading]:
    """Give each heading its level on the page, without gaps, and an anchor of its own."""
    opens = [(index, token) for index, token in enumerate(tokens) if token.type == "heading_open"]
    top = min((int(token.tag[1]) for _, token in opens), default=0)
    before, used = level - 1, dict[str, int]()
    for index, token in opens:
        place = min(int(token.tag[1]) - top + level, before + 1, 6)
        before = place
        words = read_words(tokens[index + 1])
        name = make_anchor(anchor, words, used)
        token.tag = tokens[index + 2].tag = f"h{place}"
        token.attrs = {"id": name}
        yield TextHeading(anchor=name, text=words, level=place)


def read_words(inline: Token) -> str:
    """Give the words of an inline token, without markup."""
    parts = (
        child.content if child.type in ("text", "code_inline") else " " for child in inline.children or ()
    )
    return " ".join("".join(parts).split())


def make_anchor(prefix: str, words: str, used: dict[str, int]) -> str:
    """Make an anchor of a heading's words that no other heading has; `used` tells from which number to look for one."""
    slug = re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")[:60].strip("-")
    first = f"{prefix}-{slug}" if slug else prefix
    name, number = first, used.get(first, 1)
    while name in used:
        number += 1
        name = f"{first}-{number}"
    used[first] = number
    used.setdefault(name, 1)
    return name


def dress_table(token: Token) -> None:
    """Say which cells head a column, and leave alignment to the style sheet."""
    if token.type == "th_open":
        token.attrs = {"scope": "col"}
    elif token.type == "td_open":
        token.attrs = {}
