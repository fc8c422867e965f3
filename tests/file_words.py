"""All that a file of a built site can tell: its bytes, and what a reader of its format makes of them."""

import csv
import gzip
import html
import io
import json
import re
import zipfile
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import html5lib
from pypdf import PdfReader

#: How programs write letters as numbers, each with the letter's own number in it.
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_PUNYCODE = re.compile(r"xn--([a-z0-9-]+)")


def read_words(name: str, content: bytes) -> Iterator[str]:
    """Give every text of a file, its name included, by each way to read it."""
    yield unquote(name)
    if content[:2] == b"\x1f\x8b":
        yield from read_words(name.removesuffix(".gz"), gzip.decompress(content))
    elif content[:4] == b"PK\x03\x04":
        yield from read_packed(content)
    elif content[:5] == b"%PDF-":
        yield from read_pdf(content)
    for coding in ("utf-8", "latin-1", "utf-16-le", "utf-16-be"):
        yield from decode_text(content.decode(coding, errors="replace"))
    yield from read_format(name.rpartition(".")[2], content)


def decode_text(text: str) -> Iterator[str]:
    """Give a text as it is, and with what stands for letters in addresses, in hosts, in JSON and in HTML."""
    yield text
    yield html.unescape(unquote(text))
    yield _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    for found in _PUNYCODE.finditer(text):
        yield found[1].encode().decode("punycode", errors="replace")


def read_format(end: str, content: bytes) -> Iterator[str]:
    """Give the texts of a file by its format; of other formats the bytes are all."""
    if end == "html":
        yield from read_tree(html5lib.parse(content, transport_encoding="utf-8"))
    elif end in ("json", "jsonld", "geojson"):
        yield from read_json(json.loads(content))
    elif end in ("xml", "svg", "atom"):
        yield from read_tree(ET.fromstring(content))  # noqa: S314 (what we wrote ourselves)
    elif end == "csv":
        yield from (cell for line in csv.reader(io.StringIO(content.decode("utf-8-sig"))) for cell in line)
    elif end == "ics":
        unfolded = re.sub(r"\r?\n[ \t]", "", content.decode("utf-8"))
        yield re.sub(r"\\([,;\\nN])", r"\1", unfolded)


def read_tree(tree: Any) -> Iterator[str]:
    """Give the text of a tree, whole and part by part, and its attributes; what JSON is in it, too."""
    yield "".join(tree.itertext())
    for element in tree.iter():
        yield from decode_text(" ".join(element.attrib.values()))
        if str(element.tag).endswith("script") and "json" in element.get("type", ""):
            yield from read_json(json.loads(element.text or "null"))


def read_json(value: Any) -> Iterator[str]:
    """Give every text in a JSON value."""
    if isinstance(value, dict):
        yield from (text for pair in value.items() for part in pair for text in read_json(part))
    elif isinstance(value, list):
        yield from (text for part in value for text in read_json(part))
    elif isinstance(value, str):
        yield from decode_text(value)


def read_packed(content: bytes) -> Iterator[str]:
    """Give the texts of an archive or an Office file: of each member, its words joined across markup, its remarks."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        yield archive.comment.decode("utf-8", errors="replace")
        for member in archive.infolist():
            yield member.comment.decode("utf-8", errors="replace")
            inner = archive.read(member)
            yield from read_words(member.filename, inner)
            if member.filename.endswith((".xml", ".rels")):
                yield "".join(ET.fromstring(inner).itertext())  # noqa: S314 (as above)


def read_pdf(content: bytes) -> Iterator[str]:
    """Give the words of a PDF's pages, and what it says of itself."""
    reader = PdfReader(io.BytesIO(content))
    yield "\n".join(page.extract_text() for page in reader.pages)
    yield " ".join(str(value) for value in (reader.metadata or {}).values())
    yield str(reader.xmp_metadata.dc_creator) if reader.xmp_metadata else ""
