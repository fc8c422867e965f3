"""The font that is put into PDFs: DejaVu Sans, of which only the letters that are used are kept.

The same letters give the same bytes wherever the font comes from, as long as it is version 2.37 (of 2016, the last
one): times, names and hints, in which the packages of the distributions differ, are left out.
"""

import struct
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

#: Where systems keep it: Debian and Ubuntu, Fedora, Arch, macOS.
FOLDERS = (
    "/usr/share/fonts/truetype/dejavu",
    "/usr/share/fonts/dejavu-sans-fonts",
    "/usr/share/fonts/TTF",
    "/Library/Fonts",
)
PLAIN, BOLD = "DejaVuSans", "DejaVuSans-Bold"
REVISION = round(2.37 * 65536)

_HAS_HINTS, _IS_WIDE, _MORE, _SCALE, _TWO_SCALES, _MATRIX = 0x100, 0x1, 0x20, 0x8, 0x40, 0x80


class FontError(Exception):
    """A font that is not there, or a letter that is not in it."""


@dataclass(frozen=True, slots=True)
class Font:
    """A TrueType font: its tables by name (ISO/IEC 14496-22)."""

    name: str
    tables: dict[str, bytes]
    glyphs: dict[int, int]
    places: tuple[int, ...]
    widths: tuple[int, ...]

    def find_glyph(self, letter: str) -> int:
        """Give the number of a letter's glyph; raises FontError."""
        try:
            return self.glyphs[ord(letter)]
        except KeyError:
            raise FontError(f"{self.name} has no “{letter}” (U+{ord(letter):04X})") from None

    def measure(self, text: str) -> float:
        """Give the width of a text of size 1."""
        return sum(self.widths[self.find_glyph(letter)] for letter in text) / self.units

    @property
    def units(self) -> int:
        """So many units are the size of the font."""
        return int(struct.unpack_from(">H", self.tables["head"], 18)[0])

    @property
    def box(self) -> tuple[int, ...]:
        """The box that all its glyphs fit in."""
        return struct.unpack_from(">4h", self.tables["head"], 36)

    @property
    def heights(self) -> tuple[int, int]:
        """How far it goes above and below the line."""
        above, below = struct.unpack_from(">2h", self.tables["hhea"], 4)
        return above, below

    def read_glyph(self, number: int) -> bytes:
        """Give the outline of a glyph."""
        return self.tables["glyf"][self.places[number] : self.places[number + 1]]


@dataclass(frozen=True)
class Letters:
    """A font with only the letters that are used: what a PDF needs of it."""

    font: Font
    used: str

    @cached_property
    def numbers(self) -> list[int]:
        """The glyphs that are kept, by their new numbers: the missing one, the letters, what they are composed of."""
        numbers = list(dict.fromkeys([0, *(self.font.find_glyph(letter) for letter in self.used)]))
        for number in numbers:
            parts = list_parts(self.font.read_glyph(number))
            numbers += [part for part in dict.fromkeys(parts) if part not in numbers]
        return numbers

    @cached_property
    def codes(self) -> dict[str, int]:
        """The new number of each letter's glyph."""
        return {letter: self.numbers.index(self.font.find_glyph(letter)) for letter in self.used}

    @property
    def widths(self) -> list[int]:
        """The widths of the glyphs that are kept, where 1000 is the size of the font."""
        return [round(self.font.widths[number] * 1000 / self.font.units) for number in self.numbers]

    def make_file(self) -> bytes:
        """Make the font file."""
        glyphs = [renumber(strip_hints(self.font.read_glyph(number)), self.numbers) for number in self.numbers]
        glyphs = [glyph + bytes(-len(glyph) % 4) for glyph in glyphs]
        places = [sum(map(len, glyphs[:count])) for count in range(len(glyphs) + 1)]
        bearings = self._list_bearings()
        tables = {
            "glyf": b"".join(glyphs),
            "head": self._make_head(),
            "hhea": self.font.tables["hhea"][:34] + struct.pack(">H", len(glyphs)),
            "hmtx": b"".join(struct.pack(">Hh", *pair) for pair in bearings),
            "loca": struct.pack(f">{len(places)}L", *places),
            "maxp": self._make_maxp(),
        }
        return pack_tables(tables)

    def _list_bearings(self) -> list[tuple[int, int]]:
        """Give each glyph's width and how far left of it its outline starts: at its smallest x."""
        outlines = (self.font.read_glyph(number) for number in self.numbers)
        starts = (struct.unpack_from(">h", outline, 2)[0] if outline else 0 for outline in outlines)
        return [(self.font.widths[number], start) for number, start in zip(self.numbers, starts, strict=True)]

    def _make_head(self) -> bytes:
        """Make the head without times and sums, with long places of glyphs."""
        head = bytearray(self.font.tables["head"])
        head[8:12], head[20:36], head[50:52] = bytes(4), bytes(16), b"\x00\x01"
        return bytes(head)

    def _make_maxp(self) -> bytes:
        """Make the list of the most of everything, without hints."""
        maxp = bytearray(self.font.tables["maxp"][:32])
        maxp[4:6] = struct.pack(">H", len(self.numbers))
        maxp[14:28] = struct.pack(">7H", 1, 0, 0, 0, 0, 0, 0)
        return bytes(maxp)


def read_font(name: str, folders: Iterable[str | Path] = FOLDERS) -> Font:
    """Read a font from the first folder that has it; raises FontError."""
    paths = (Path(folder) / f"{name}.ttf" for folder in folders)
    path = next((path for path in paths if path.is_file()), None)
    if not path:
        raise FontError(f"{name}.ttf is not there: install the package fonts-dejavu-core, or say --fonts FOLDER")
    tables = unpack_tables(path.read_bytes())
    if abs(struct.unpack_from(">L", tables["head"], 4)[0] - REVISION) > 65:
        raise FontError(f"{path} is not version 2.37, so it would give other bytes")
    long, count = tables["head"][51], struct.unpack_from(">H", tables["maxp"], 4)[0]
    places = struct.unpack_from(f">{count + 1}{'L' if long else 'H'}", tables["loca"])
    return Font(
        name=name,
        tables=tables,
        glyphs=read_cmap(tables["cmap"]),
        places=places if long else tuple(2 * place for place in places),
        widths=read_widths(tables, count),
    )


def unpack_tables(content: bytes) -> dict[str, bytes]:
    """Give the tables of a font file by name."""
    count = struct.unpack_from(">H", content, 4)[0]
    rows = (struct.unpack_from(">4s3L", content, 12 + 16 * row) for row in range(count))
    return {name.decode(): content[start : start + length] for name, _, start, length in rows}


def pack_tables(tables: dict[str, bytes]) -> bytes:
    """Put tables into a font file."""
    power = len(tables).bit_length() - 1
    head = struct.pack(
        ">LHHHH", 0x10000, len(tables), 16 << power, power, 16 * len(tables) - (16 << power)
    )
    rows, body, start = b"", b"", 12 + 16 * len(tables)
    for name, table in sorted(tables.items()):
        padded = table + bytes(-len(table) % 4)
        total = sum(struct.unpack(f">{len(padded) // 4}L", padded)) & 0xFFFFFFFF
        rows += struct.pack(">4s3L", name.encode(), total, start + len(body), len(table))
        body += padded
    return head + rows + body


def read_widths(tables: dict[str, bytes], count: int) -> tuple[int, ...]:
    """Give the width of every glyph; the last one goes for all that follow."""
    known = struct.unpack_from(">H", tables["hhea"], 34)[0]
    widths = [struct.unpack_from(">H", tables["hmtx"], 4 * number)[0] for number in range(known)]
    return tuple(widths + widths[-1:] * (count - known))


def read_cmap(cmap: bytes) -> dict[int, int]:
    """Give the glyph of every letter of the basic plane (subtable format 4)."""
    count = struct.unpack_from(">H", cmap, 2)[0]
    rows = [struct.unpack_from(">HHL", cmap, 4 + 8 * row) for row in range(count)]
    table = cmap[next(place for platform, kind, place in rows if (platform, kind) == (3, 1)) :]
    length = struct.unpack_from(">H", table, 6)[0] // 2
    ends, starts, steps, offsets = (
        struct.unpack_from(f">{length}H", table, 14 + place)
        for place in (0, 2 + 2 * length, 2 + 4 * length, 2 + 6 * length)
    )
    glyphs: dict[int, int] = {}
    for row, (end, start) in enumerate(zip(ends, starts, strict=True)):
        for letter in range(start, min(end, 0xFFFE) + 1):
            glyph = letter
            if offsets[row]:
                place = 16 + 6 * length + 2 * row + offsets[row] + 2 * (letter - start)
                glyph = struct.unpack_from(">H", table, place)[0]
            if not offsets[row] or glyph:
                glyphs[letter] = (glyph + steps[row]) & 0xFFFF
    return {letter: glyph for letter, glyph in glyphs.items() if glyph}


def list_parts(outline: bytes) -> list[int]:
    """Give the numbers of the glyphs that a glyph is composed of."""
    return [struct.unpack_from(">H", outline, place + 2)[0] for place in find_parts(outline)]


def find_parts(outline: bytes) -> list[int]:
    """Give the places where the parts of a composed glyph stand in its outline."""
    if not outline or struct.unpack_from(">h", outline)[0] >= 0:
        return []
    places, place, flags = [], 10, _MORE
    while flags & _MORE:
        flags = struct.unpack_from(">H", outline, place)[0]
        places.append(place)
        place += measure_part(flags)
    return places


def measure_part(flags: int) -> int:
    """Give the length of a part of a composed glyph by its flags."""
    length = 8 if flags & _IS_WIDE else 6
    scales = {_SCALE: 2, _TWO_SCALES: 4, _MATRIX: 8}
    return length + sum(size for flag, size in scales.items() if flags & flag)


def renumber(outline: bytes, numbers: list[int]) -> bytes:
    """Give the parts of a composed glyph their new numbers."""
    made = bytearray(outline)
    for place in find_parts(outline):
        old = struct.unpack_from(">H", made, place + 2)[0]
        struct.pack_into(">H", made, place + 2, numbers.index(old))
    return bytes(made)


def strip_hints(outline: bytes) -> bytes:
    """Leave out of a glyph what says how it is drawn on coarse screens."""
    if not outline:
        return outline
    contours = struct.unpack_from(">h", outline)[0]
    if contours >= 0:
        place = 10 + 2 * contours
        length = struct.unpack_from(">H", outline, place)[0]
        return outline[:place] + bytes(2) + outline[place + 2 + length :]
    made, places = bytearray(outline), find_parts(outline)
    for place in places:
        flags = struct.unpack_from(">H", made, place)[0]
        struct.pack_into(">H", made, place, flags & ~_HAS_HINTS)
    return bytes(made[: places[-1] + measure_part(flags)])
