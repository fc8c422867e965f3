"""Makes small PDFs and ZIP archives for tests, also such as no program would make."""

import io
import zipfile
import zlib
from collections.abc import Iterable

#: The three objects that every PDF has: the catalog (with what is put in), the pages, a page.
PAGES = ("<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R >>")


def make_catalog(more: str = "") -> str:
    return f"<< /Type /Catalog /Pages 2 0 R {more} >>"


def make_pdf(objects: Iterable[str | bytes]) -> bytes:
    """Put objects, numbered from 1, into a PDF with a table of contents."""
    made, places = bytearray(b"%PDF-1.7\n"), []
    for number, text in enumerate(objects, start=1):
        places.append(len(made))
        body = text if isinstance(text, bytes) else text.encode()
        made += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    made += b"trailer\n<< /Size %d /Root 1 0 R >>\n" % (len(places) + 1)
    return bytes(made + b"startxref\n%d\n%%%%EOF\n" % table)


def make_packed_pdf(packed: bytes, count: int, names: range) -> bytes:
    """Make a PDF that says of many objects that they are in one object stream, object 4."""
    squeezed = zlib.compress(packed, 9)
    head = f"<< /Type /ObjStm /N {count} /First 4 /Filter /FlateDecode /Length {len(squeezed)} >>\nstream\n"
    wanted = " ".join(f"{number} 0 R" for number in names)
    objects: list[str | bytes] = [
        make_catalog("/A 5 0 R"),
        *PAGES,
        head.encode() + squeezed + b"\nendstream",
        f"[{wanted}]",
    ]
    made, rows = bytearray(b"%PDF-1.7\n"), {}
    for number, text in enumerate(objects, start=1):
        rows[number] = b"\1" + len(made).to_bytes(4, "big")
        made += b"%d 0 obj\n" % number + (text if isinstance(text, bytes) else text.encode()) + b"\nendobj\n"
    rows |= {number: b"\2" + (4).to_bytes(4, "big") for number in names}
    table = b"".join(rows.get(number, bytes(5)) for number in range(names.stop))
    made_head = b"<< /Type /XRef /W [1 4 0] /Size %d /Root 1 0 R /Length %d >>" % (names.stop, len(table))
    start = len(made)
    made += b"%d 0 obj\n" % names.stop + made_head + b"\nstream\n" + table + b"\nendstream\nendobj\n"
    return bytes(made + b"startxref\n%d\n%%%%EOF\n" % start)


def make_zip(members: Iterable[tuple[str, bytes | str]]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()
