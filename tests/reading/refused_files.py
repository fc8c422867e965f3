"""Packs the files of tests/refused/ from the plain text of their parts.

A folder there, `<kind>/<what it holds>/`, has the parts of a document (the rest is added), the catalog of
a PDF, a table, or the files of an archive; `verdict.txt` says for what it is refused. What is no text is made below.
"""

import io
import zlib
from pathlib import Path

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests.reading.made_files import PAGES, make_catalog, make_pdf, make_zip

REFUSED = Path(__file__).parents[1] / "refused"
VERDICT = "verdict.txt"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_MAIN_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_TYPES = "application/vnd.openxmlformats-officedocument."
_MAIN = {
    "docx": ("word/document.xml", "wordprocessingml.document"),
    "xlsx": ("xl/workbook.xml", "spreadsheetml.sheet"),
    "pptx": ("ppt/presentation.xml", "presentationml.presentation"),
}


def list_refused() -> list[Path]:
    """Give the folder of every file."""
    return sorted(path for path in REFUSED.glob("*/*") if path.is_dir())


def pack(folder: Path) -> tuple[str, bytes]:
    """Give the name and the bytes of a file."""
    kind, parts = folder.parent.name, _read_parts(folder)
    name = f"{folder.name}.{kind}"
    if kind == "pdf":
        return name, make_pdf([make_catalog(parts["catalog.txt"].decode()), *PAGES])
    if kind == "csv":
        return name, parts["table.csv"]
    if kind == "odt":
        content = parts["content.xml"].decode()
        parts["content.xml"] = content.encode("utf-16" if "UTF-16" in content[:60] else "utf-8")
        parts = {"mimetype": b"application/vnd.oasis.opendocument.text"} | parts
    elif kind != "zip":
        parts = _make_frame(*_MAIN[kind], parts) | parts
    return name, make_zip(parts.items())


def _read_parts(folder: Path) -> dict[str, bytes]:
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != VERDICT]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def _make_frame(main: str, kind: str, parts: dict[str, bytes]) -> dict[str, bytes]:
    """Make what every Office file has: the list of types, and the relation to the main part."""
    sheets = [name for name in parts if "/worksheets/" in name]
    named = {main: f"{kind}.main+xml"} | dict.fromkeys(sheets, "spreadsheetml.worksheet+xml")
    rows = "".join(
        f'<Override PartName="/{name}" ContentType="{_TYPES}{what}"/>' for name, what in named.items()
    )
    ends = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "png": "image/png",
        "html": "text/html",
    }
    rows += "".join(f'<Default Extension="{end}" ContentType="{what}"/>' for end, what in ends.items())
    target = f'<Relationship Id="r1" Type="{_MAIN_RELATION}" Target="{main}"/>'
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}content-types">{rows}</Types>'.encode(),
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}relationships">{target}</Relationships>'.encode(),
    }


def make_picture(kind: str, **saved: object) -> bytes:
    """Make a picture of four points."""
    made = io.BytesIO()
    Image.new("RGB", (2, 2), "teal").save(made, kind, **saved)
    return made.getvalue()


def make_exif(*, place: bool = False, artist: str = "") -> Image.Exif:
    """Make what a camera writes: the side that is up, and where and by whom a picture was taken, if that is given."""
    exif = Image.Exif()
    exif[0x0112] = 6
    if artist:
        exif[0x013B] = artist
    if place:
        exif[0x8825] = {1: "N", 2: (48.0, 8.0, 0.0), 3: "E", 4: (11.0, 34.0, 0.0)}
    return exif


def make_remark(keyword: str, text: str) -> PngInfo:
    """Make a remark for a PNG."""
    info = PngInfo()
    info.add_text(keyword, text)
    return info


def make_swollen_png() -> bytes:
    """Make a PNG of four points with data for many more."""
    good = make_picture("PNG")
    start = good.index(b"IDAT") - 4
    data = zlib.compress(bytes(1_000_000))
    chunk = len(data).to_bytes(4, "big") + b"IDAT" + data + zlib.crc32(b"IDAT" + data).to_bytes(4, "big")
    return good[:start] + chunk + good[good.index(b"IEND") - 4 :]


_ARCHIVE = make_zip([("a.txt", "1")])
_PAGE = b"<html><script>1</script></html>"
_PDF = make_pdf([make_catalog(), *PAGES])

#: What cannot be put together from text: the file, and words of the finding.
MADE = {
    "png-with-a-page-behind": ("a.png", make_picture("PNG") + _PAGE, "bytes behind the picture"),
    "png-with-an-archive-behind": ("a.png", make_picture("PNG") + _ARCHIVE, "bytes behind the picture"),
    "png-with-a-place": ("a.png", make_picture("PNG", exif=make_exif(place=True)), "the place where it was taken"),
    "png-with-a-remark": ("a.png", make_picture("PNG", pnginfo=make_remark("Location", "Munich")), "`Location`"),
    "png-that-is-swollen": ("a.png", make_swollen_png(), "far more data than its size tells"),
    "jpeg-with-a-page-behind": ("a.jpg", make_picture("JPEG") + _PAGE, "bytes behind the picture"),
    "jpeg-with-a-place": ("a.jpg", make_picture("JPEG", exif=make_exif(place=True)), "the place where it was taken"),
    "webp-with-a-place": ("a.webp", make_picture("WEBP", exif=make_exif(place=True)), "the place where it was taken"),
    "pdf-with-a-page-behind": ("a.pdf", _PDF + _PAGE, "bytes behind its end"),
    "pdf-that-is-an-archive": ("a.pdf", _PDF + _ARCHIVE, "an archive in the same bytes"),
    "archive-with-a-page-behind": ("a.zip", _ARCHIVE + _PAGE, "something before or behind the archive"),
}  # fmt: skip
