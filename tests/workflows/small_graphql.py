"""As much of GraphQL as our questions need: what was asked for is given, and nothing else.

The data is plain dictionaries. A list in it is a connection, and is given in pages.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]
WORD = re.compile(r'\s*(\.\.\.|[{}()\[\]:]|\$?\w+!?|"[^"]*"|,)')


@dataclass
class Field:
    """A field that was asked for, with its arguments and what was asked for in it."""

    name: str
    arguments: Json
    inner: list["Field"] = field(default_factory=list)


class Question:
    """A question, read from its text."""

    def __init__(self, text: str, variables: Json) -> None:
        """Read a question; its variables are put in their places."""
        self.name = text.partition("(")[0].split()[1]
        self._variables = variables
        _, _, body = text.partition(")")
        self._words = [word for word in WORD.findall(body) if word != ","]
        self.fields = list(self._read_fields())

    def _next(self, wanted: str = "") -> str:
        word = self._words.pop(0)
        assert not wanted or word == wanted, f"{word} in the place of {wanted}"
        return word

    def _read_fields(self) -> Iterator[Field]:
        self._next("{")
        while self._words[0] != "}":
            name = self._next()
            if name == "...":
                self._next("on")
                self._next()
                yield from self._read_fields()
                continue
            arguments = self._read_arguments() if self._words[0] == "(" else {}
            inner = list(self._read_fields()) if self._words[0] == "{" else []
            yield Field(name, arguments, inner)
        self._next("}")

    def _read_arguments(self) -> Json:
        self._next("(")
        arguments = {}
        while self._words[0] != ")":
            name = self._next()
            self._next(":")
            arguments[name] = self._read_value()
        self._next(")")
        return arguments

    def _read_value(self) -> Any:
        word = self._next()
        if word == "[":
            values = []
            while self._words[0] != "]":
                values.append(self._read_value())
            self._next("]")
            return values
        if word == "{":
            self._words.insert(0, "{")
            return self._read_object()
        return self._variables[word[1:]] if word.startswith("$") else word

    def _read_object(self) -> Json:
        self._next("{")
        made = {}
        while self._words[0] != "}":
            name = self._next()
            self._next(":")
            made[name] = self._read_value()
        self._next("}")
        return made


def answer(fields: list[Field], data: Any, most: int) -> Any:
    """Give what was asked for; no page has more than `most` entries."""
    if data is None or not fields:
        return data
    return {one.name: answer_field(one, data[one.name], most) for one in fields}


def answer_field(one: Field, data: Any, most: int) -> Any:
    """Give one field: a list as a page of it."""
    if not isinstance(data, list):
        return answer(one.inner, data, most)
    assert int(one.arguments["first"]) <= 100
    size, begin = min(int(one.arguments["first"]), most), int(one.arguments.get("after") or 0)
    page = {
        "totalCount": len(data),
        "pageInfo": {"hasNextPage": begin + size < len(data), "endCursor": str(begin + size)},
    }
    nodes = next(part.inner for part in one.inner if part.name == "nodes")
    told = answer([part for part in one.inner if part.name != "nodes"], page, most)
    return told | {"nodes": [answer(nodes, entry, most) for entry in data[begin : begin + size]]}
