"""What pictures say about themselves: EXIF, IPTC and XMP. Where something was taken is refused, by whom is told."""

import io
import struct
import warnings
from collections.abc import Iterator
from typing import Any

from scm_site.reading.attached import allowed
from scm_site.reading.attached.faults import BrokenError, Fault
from scm_site.reading.attached.xml_parts import find_name, list_elements, parse_part

PLACE = "the place where it was taken"
_UNREADABLE = "metadata that cannot be read"
#: Artist, copyright, owner of the camera, and the author as Windows writes it (EXIF 2.32).
_ARTIST, _COPYRIGHT, _OWNER, _WINDOWS_AUTHOR = 0x013B, 0x8298, 0xA430, 0x9C9D
_ORIENTATION, _EXIF_BLOCK, _GPS_BLOCK = 0x0112, 0x8769, 0x8825
#: What IPTC says of places and people (IIM 4.2, record 2).
_IPTC_PLACES, _IPTC_MAKERS = frozenset({90, 92}), frozenset({80, 110, 122})


def find_exif_faults(body: bytes) -> Iterator[Fault]:
    """Say what is wrong in a block of EXIF."""
    try:
        tags, position = _read_exif(body)
    except Exception:  # noqa: BLE001 (a hostile file can make the library raise anything)
        yield Fault(_UNREADABLE)
        return
    if any(
        key not in allowed.EXIF_POSITION_FREE and value not in ("", b"", ())
        for key, value in position.items()
    ):
        yield Fault(PLACE)
    for key in (_ARTIST, _COPYRIGHT, _OWNER, _WINDOWS_AUTHOR):
        value = tags.get(key, "")
        is_windows = key == _WINDOWS_AUTHOR and isinstance(value, bytes)
        name = value.decode("utf-16-le", errors="replace") if is_windows else str(value)
        if name.strip("\0 "):
            yield Fault(name.strip("\0 "), is_maker=True)


def _read_exif(body: bytes) -> tuple[dict[int, Any], dict[int, Any]]:
    """Give the tags of EXIF and those of its block on the position; raises whatever a broken one makes it raise."""
    from PIL import Image  # noqa: PLC0415 (loaded only for a picture that has EXIF)

    exif = Image.Exif()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        exif.load(body if body.startswith(b"Exif\0") else b"Exif\0\0" + body)
        return {**exif, **exif.get_ifd(_EXIF_BLOCK)}, dict(exif.get_ifd(_GPS_BLOCK))


def keep_orientation(body: bytes) -> bytes:
    """Give a block of EXIF that says nothing but which side is up; b"" where that is as it stands."""
    try:
        side = _read_exif(body)[0].get(_ORIENTATION)
    except Exception:  # noqa: BLE001 (see above)
        return b""
    if side not in range(2, 9):
        return b""
    return b"Exif\0\0MM\0*\0\0\0\x08\0\x01" + struct.pack(">HHIHHI", _ORIENTATION, 3, 1, side, 0, 0)


def find_iptc_faults(body: bytes) -> Iterator[Fault]:
    """Say what is wrong in a block of Photoshop, which holds IPTC."""
    from PIL import Image, IptcImagePlugin  # noqa: PLC0415 (loaded only for a picture that has IPTC)

    head = b"\xff\xd8\xff\xed" + struct.pack(">H", len(body) + 2) + body
    frame = b"\xff\xc0\0\x0b\x08\0\x01\0\x01\x01\x01\x11\0\xff\xda\0\x08\x01\x01\0\0?\0"
    try:
        with Image.open(io.BytesIO(head + frame), formats=("JPEG",)) as picture:
            found = IptcImagePlugin.getiptcinfo(picture) or {}
    except Exception:  # noqa: BLE001 (see above)
        yield Fault(_UNREADABLE)
        return
    for (record, number), value in found.items():
        texts = [
            one.decode("utf-8", errors="replace").strip("\0 ")
            for one in (value if isinstance(value, list) else [value])
        ]
        if record == 2 and any(texts) and number in _IPTC_PLACES:
            yield Fault(PLACE)
        elif record == 2 and number in _IPTC_MAKERS:
            yield from (Fault(text, is_maker=True) for text in texts if text)


def find_raw_faults(kind: bytes, text: bytes) -> Iterator[Fault]:
    """Say what is wrong in metadata that stand in a PNG in sixteens, as ImageMagick writes them."""
    try:
        body = bytes.fromhex(b"".join(text.split(b"\n")[3:]).decode("ascii"))
    except ValueError:
        yield Fault(_UNREADABLE)
        return
    if body.startswith(b"http://ns.adobe.com/xap/1.0/\0") or kind == b"xmp":
        yield from find_xmp_faults(body.rpartition(b"xap/1.0/\0")[2])
    elif kind in (b"exif", b"app1"):
        yield from find_exif_faults(body)
    elif kind in (b"iptc", b"8bim"):
        yield from find_iptc_faults(b"Photoshop 3.0\0" + body)
    elif kind not in (b"icc", b"icm", b"app12"):
        yield Fault("metadata of a kind that nobody looks into")


def find_xmp_faults(content: bytes) -> Iterator[Fault]:
    """Say what is wrong in XMP (ISO 16684-1): each property is of a kind that is known, and tells no place."""
    try:
        root = parse_part("XMP", content.strip(b"\0 \r\n\t"), mends=True)
    except BrokenError:
        yield Fault(_UNREADABLE)
        return
    for element in list_elements(root):
        said = [(element.tag, "".join(element.itertext())), *element.attrib.items()]
        for name, value in said:
            space, local = find_name(name)
            if value.strip() and not allowed.XMP.fullmatch(space):
                yield Fault("metadata of a kind that nobody looks into")
                return
            if value.strip() and allowed.XMP_PLACE.fullmatch(local):
                yield Fault(PLACE)
            elif value.strip() and local in allowed.XMP_MAKERS and "ns.adobe.com/xap/1.0/mm" not in space:
                yield Fault(" ".join(value.split()), is_maker=True)
