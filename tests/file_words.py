"""All that a file of a built site can tell: its name, its bytes as letters, and what is packed in it."""

import gzip
import html
import io
import re
import zipfile
from collections.abc import Iterator
from urllib.parse import unquote

from pypdf import PdfReader

#: How JSON writes letters as numbers, how hosts do, and what stands between the words of HTML and XML.
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_PUNYCODE = re.compile(r"xn--([a-z0-9-]+)")
_TAG = re.compile(r"<[^<>]*>")


def read_words(name: str, content: bytes) -> Iterator[str]:
    """Give every text of a file, its name included, by each way to read it."""
    yield unquote(name)
    if content[:2] == b"\x1f\x8b":
        yield from read_words(name.removesuffix(".gz"), gzip.decompress(content))
    elif content[:4] == b"PK\x03\x04":
        yield from read_packed(content)
    elif content[:5] == b"%PDF-":
        yield from read_pdf(content)
    for coding in find_codings(content):
        yield from decode_text(content.decode(coding, errors="replace"))


def find_codings(content: bytes) -> tuple[str, ...]:
    """Give how the bytes may be letters: text is UTF-8 here, other bytes can hold words in any way."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return ("utf-8", "latin-1", "utf-16-le", "utf-16-be")
    return ("utf-8",) if b"\0" not in content else ("utf-8", "utf-16-le", "utf-16-be")


def decode_text(text: str) -> Iterator[str]:
    """Give a text as it is, and with what stands for letters in addresses, hosts, JSON, HTML; once without its tags."""
    yield text
    if "%" in text or "&" in text:
        yield html.unescape(unquote(text))
    if "\\u" in text:
        yield _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    if "<" in text:
        yield html.unescape(_TAG.sub("", text))
    for found in _PUNYCODE.finditer(text) if "xn--" in text else ():
        yield found[1].encode().decode("punycode", errors="replace")


def read_packed(content: bytes) -> Iterator[str]:
    """Give the texts of an archive or an Office file: of each member and its name, and all remarks."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        yield archive.comment.decode("utf-8", errors="replace")
        for member in archive.infolist():
            yield member.comment.decode("utf-8", errors="replace")
            yield from read_words(member.filename, archive.read(member))


def read_pdf(content: bytes) -> Iterator[str]:
    """Give the words of a PDF's pages, and what it says of itself."""
    reader = PdfReader(io.BytesIO(content))
    yield "\n".join(page.extract_text() for page in reader.pages)
    yield " ".join(str(value) for value in (reader.metadata or {}).values())
    yield str(reader.xmp_metadata.dc_creator) if reader.xmp_metadata else ""
