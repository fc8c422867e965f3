"""Which line of its paragraph each part of a text stands in: the parser itself only knows that of whole paragraphs."""

import re
from bisect import bisect_left
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

#: Brackets inside brackets beyond this are words: each of them would be tried as a link in as many ways.
DEEPEST_BRACKETS = 6


class LineKeepingState(StateInline):
    """Writes into each token how many line ends stand before it."""

    def __init__(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> None:
        super().__init__(src, md, env, tokens)
        self.line_ends = [found.start() for found in re.finditer("\n", src)]

    def keep_line(self, token: Token) -> Token:
        """Write down the line in which the parser is now."""
        token.meta["line"] = bisect_left(self.line_ends, self.pos)
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Add a token, with the line on which it begins."""
        return self.keep_line(super().push(ttype, tag, nesting))

    def pushPending(self) -> Token:  # noqa: N802 (the parser's own name)
        """Add the text that was read so far; it never reaches beyond its line."""
        return self.keep_line(super().pushPending())


class LineKeepingParser(ParserInline):
    """The same parser, with tokens that know their line, and quick where brackets lie in brackets."""

    def __init__(self, parser: ParserInline) -> None:
        vars(self).update(vars(parser))

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        """Add the tokens of one paragraph, heading or cell to those that are there."""
        state = LineKeepingState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens

    def skipToken(self, state: StateInline) -> None:  # noqa: N802 (the parser's own name)
        """Go past what stands next; where it lies too deep in brackets, past all of the paragraph."""
        if state.level < DEEPEST_BRACKETS or state.pos in state.cache:
            super().skipToken(state)
            return
        here, state.pos = state.pos, state.posMax + 1
        state.cache[here] = state.pos


def give_line(token: Token) -> int:
    """Give how many lines below the start of its paragraph a token stands."""
    return int(token.meta.get("line", 0))
