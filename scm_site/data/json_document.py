"""Documents of public data and of the terminal as JSON (RFC 8259): the same document gives the same bytes."""

import json
import re

import msgspec

from scm_site.data.fields import Data

#: What ASCII does not have, and its one character that is neither printed nor escaped by JSON's own rules.
_NOT_PLAIN = re.compile("[^\x00-\x7e]")


def render_json(document: Data, *, indent: int = 1) -> str:
    """Give a document as JSON text; the same document always gives the same bytes."""
    return msgspec.json.format(msgspec.json.encode(document), indent=indent).decode() + "\n"


def render_ascii_json(document: Data) -> str:
    """Give one JSON document in ASCII, so that it survives any terminal."""
    return _NOT_PLAIN.sub(lambda found: json.dumps(found[0])[1:-1], render_json(document, indent=2))
