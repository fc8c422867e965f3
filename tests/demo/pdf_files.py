"""Writes a tagged PDF with its fonts in it (ISO 32000-1, made to meet ISO 14289-1, PDF/UA-1).

Nothing in it depends on the day or the machine: there are no times in it, its id is made from its content, and it is
not compressed, because the programs that compress differ.
"""

import hashlib
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from tests.demo.pdf_layout import HEIGHT, WIDTH
from tests.demo.pdf_marks import Box, Drawn, Element, Layout
from tests.demo.source_texts import Document
from tests.demo.truetype_fonts import Font, Letters

CATALOG, PAGES, INFO, METADATA, TAGS, PARENTS, OUTLINE = range(1, 8)

_SLANT = "1 0 0.2 1"


@dataclass(slots=True)
class Objects:
    """The objects of a PDF, by number from 1."""

    bodies: list[bytes] = field(default_factory=lambda: [b""] * OUTLINE)

    def reserve(self) -> int:
        """Give the number of an object that is made later."""
        self.bodies.append(b"")
        return len(self.bodies)

    def put(self, number: int, body: str | bytes) -> int:
        """Say what an object is."""
        self.bodies[number - 1] = body.encode("latin-1") if isinstance(body, str) else body
        return number

    def add(self, body: str | bytes) -> int:
        """Add an object, and give its number."""
        return self.put(self.reserve(), body)

    def add_stream(self, content: bytes, more: str = "") -> int:
        """Add a stream, and give its number."""
        return self.add(make_stream(content, more))

    def make_file(self) -> bytes:
        """Put all objects into a file, with the table of where they are."""
        made, places = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), []
        for number, body in enumerate(self.bodies, start=1):
            places.append(len(made))
            made += b"%d 0 obj\n" % number + body + b"\nendobj\n"
        table, name = len(made), hashlib.sha256(made).hexdigest()[:32]
        made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
        made += b"".join(b"%010d 00000 n \n" % place for place in places)
        trailer = f"<< /Size {len(places) + 1} /Root {CATALOG} 0 R /Info {INFO} 0 R /ID [<{name}> <{name}>] >>"
        made += f"trailer\n{trailer}\nstartxref\n{table}\n%%EOF\n".encode()
        return bytes(made)


def make_stream(content: bytes, more: str = "") -> bytes:
    """Make the object of a stream."""
    return f"<< /Length {len(content)} {more}>>\nstream\n".encode() + content + b"\nendstream"


def quote(text: str) -> str:
    """Write a text so that it can have any letter."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def number(value: float) -> str:
    """Write a number."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


@dataclass(slots=True)
class Writer:
    """Writes a document that was set."""

    document: Document
    layout: Layout
    fonts: dict[bool, Letters]
    objects: Objects = field(default_factory=Objects)
    pages: list[int] = field(default_factory=list)
    tags: dict[Element, int] = field(default_factory=dict)
    links: dict[int, list[tuple[Drawn, int]]] = field(default_factory=dict)

    def write(self) -> bytes:
        """Write the file."""
        self._name_objects()
        fonts = " ".join(
            f"/F{int(bold)} {add_font(self.objects, used)} 0 R" for bold, used in self.fonts.items()
        )
        for place in range(len(self.pages)):
            self._write_page(place, fonts)
        self._write_tags()
        self._write_outline()
        self._write_head()
        return self.objects.make_file()

    def _name_objects(self) -> None:
        """Number what is referred to: pages, tags, marks on pages, links."""
        self.pages = [self.objects.reserve() for _ in self.layout.pages]
        self.tags = {tag: self.objects.reserve() for tag in self.layout.root.walk()}
        for place, page in enumerate(self.layout.pages):
            for mark, drawn in enumerate(page.tagged):
                drawn.page, drawn.mark = place, mark
            self.links[place] = [
                (drawn, self.objects.reserve()) for drawn in page.tagged if drawn.address
            ]

    def _write_page(self, place: int, fonts: str) -> None:
        content = "\n".join(self._draw(item) for item in self.layout.pages[place].items)
        stream = self.objects.add_stream(content.encode("ascii"))
        notes = " ".join(f"{name} 0 R" for _, name in self.links[place])
        body = (
            f"<< /Type /Page /Parent {PAGES} 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {stream} 0 R "
            f"/Resources << /Font << {fonts} >> >> /StructParents {place} /Tabs /S"
        )
        self.objects.put(self.pages[place], body + (f" /Annots [{notes}] >>" if notes else " >>"))

    def _draw(self, item: Drawn | Box) -> str:
        """Write how a piece is drawn; what has no tag is marked as ornament."""
        if isinstance(item, Box):
            box = " ".join(map(number, (item.left, item.low, item.width, item.height)))
            return f"/Artifact BMC {item.colour} {box} re f EMC"
        codes = self.fonts[item.bold].codes
        letters = "".join(f"{codes[letter]:04X}" for letter in item.text)
        matrix = f"{_SLANT if item.slanted else '1 0 0 1'} {number(item.left)} {number(item.base)}"
        text = f"BT {item.colour} /F{int(item.bold)} {number(item.size)} Tf {matrix} Tm <{letters}> Tj ET"
        if not item.owner:
            return f"/Artifact << /Type /Pagination >> BDC {text} EMC"
        return f"/{item.owner.tag} << /MCID {item.mark} >> BDC {text} EMC"

    def _write_tags(self) -> None:
        """Write the tree of tags, the links, and the list that leads from marks back to tags."""
        names = {id(drawn): name for found in self.links.values() for drawn, name in found}
        parents = {TAGS: [self.layout.root]} | {
            self.tags[tag]: [kid for kid in tag.kids if isinstance(kid, Element)] for tag in self.tags
        }
        for parent, kids in parents.items():
            for kid in kids:
                self.objects.put(self.tags[kid], self._make_tag(kid, parent, names))
        rows = [
            f"{place} [{' '.join(self._refer(drawn) for drawn in page.tagged)}]"
            for place, page in enumerate(self.layout.pages)
        ]
        links = [pair for place in range(len(self.pages)) for pair in self.links[place]]
        for key, (drawn, name) in enumerate(links, start=len(self.pages)):
            self.objects.put(name, make_link(drawn, key))
            rows.append(f"{key} {self._refer(drawn)}")
        self.objects.put(PARENTS, f"<< /Nums [{' '.join(rows)}] >>")
        root, following = self.tags[self.layout.root], len(self.pages) + len(links)
        self.objects.put(
            TAGS,
            f"<< /Type /StructTreeRoot /K {root} 0 R /ParentTree {PARENTS} 0 R /ParentTreeNextKey {following} >>",
        )

    def _refer(self, drawn: Drawn) -> str:
        return f"{self.tags[drawn.owner]} 0 R" if drawn.owner else "null"

    def _make_tag(self, tag: Element, parent: int, names: dict[int, int]) -> str:
        kids = []
        for kid in tag.kids:
            if isinstance(kid, Element):
                kids.append(f"{self.tags[kid]} 0 R")
                continue
            page = f"/Pg {self.pages[kid.page]} 0 R"
            kids.append(f"<< /Type /MCR {page} /MCID {kid.mark} >>")
            if id(kid) in names:
                kids.append(f"<< /Type /OBJR {page} /Obj {names[id(kid)]} 0 R >>")
        more = f" {tag.more}" if tag.more else ""
        return f"<< /Type /StructElem /S /{tag.tag} /P {parent} 0 R{more} /K [{' '.join(kids)}] >>"

    def _write_outline(self) -> None:
        """Write the list of headings; each stands below the last one of a higher level."""
        entries = self.layout.entries
        names = [self.objects.reserve() for _ in entries]
        above: list[int] = []
        for place, entry in enumerate(entries):
            earlier = [before for before in range(place) if entries[before].level < entry.level]
            above.append(earlier[-1] if earlier else -1)
        below = {
            parent: [place for place, found in enumerate(above) if found == parent]
            for parent in range(-1, len(entries))
        }
        for place, entry in enumerate(entries):
            siblings = below[above[place]]
            at = siblings.index(place)
            body = f"/Title {quote(entry.text)} /Parent {names[above[place]] if above[place] >= 0 else OUTLINE} 0 R"
            body += f" /Dest [{self.pages[entry.page]} 0 R /XYZ null {number(entry.top)} null]"
            if at:
                body += f" /Prev {names[siblings[at - 1]]} 0 R"
            if at + 1 < len(siblings):
                body += f" /Next {names[siblings[at + 1]]} 0 R"
            self.objects.put(names[place], f"<< {body}{list_below(names, below[place])} >>")
        self.objects.put(OUTLINE, f"<< /Type /Outlines{list_below(names, below[-1])} >>")

    def _write_head(self) -> None:
        title = quote(self.document.title)
        kids = " ".join(f"{page} 0 R" for page in self.pages)
        self.objects.put(PAGES, f"<< /Type /Pages /Kids [{kids}] /Count {len(self.pages)} >>")
        self.objects.put(INFO, f"<< /Title {title} >>")
        self.objects.put(
            METADATA, make_stream(make_metadata(self.document), "/Type /Metadata /Subtype /XML ")
        )
        self.objects.put(
            CATALOG,
            f"<< /Type /Catalog /Pages {PAGES} 0 R /Lang ({self.document.language}) /MarkInfo << /Marked true >> "
            f"/StructTreeRoot {TAGS} 0 R /ViewerPreferences << /DisplayDocTitle true >> "
            f"/Metadata {METADATA} 0 R /Outlines {OUTLINE} 0 R >>",
        )


def list_below(names: list[int], places: list[int]) -> str:
    """Say which headings stand below one: the first, the last, and how many."""
    if not places:
        return ""
    return f" /First {names[places[0]]} 0 R /Last {names[places[-1]]} 0 R /Count {len(places)}"


def make_link(drawn: Drawn, key: int) -> str:
    """Make the area of a page that leads to an address."""
    low, high = drawn.base - 0.3 * drawn.size, drawn.base + drawn.size
    box = " ".join(map(number, (drawn.left, low, drawn.left + drawn.width, high)))
    address = drawn.address.replace("\\", "%5C").replace("(", "%28").replace(")", "%29")
    return (
        f"<< /Type /Annot /Subtype /Link /Rect [{box}] /Border [0 0 0] /F 4 /StructParent {key} "
        f"/Contents {quote(drawn.text.strip() + ': ' + drawn.address)} /A << /S /URI /URI ({address}) >> >>"
    )


def add_font(objects: Objects, used: Letters) -> int:
    """Add a font with the letters that are used, and give its number."""
    font, content = used.font, used.make_file()
    digest = hashlib.sha256(content).digest()
    name = f"{''.join(chr(65 + value % 26) for value in digest[:6])}+{font.name}"
    file = objects.add_stream(content, f"/Length1 {len(content)} ")
    scale = 1000 / font.units
    box = " ".join(str(round(value * scale)) for value in font.box)
    above, below = (round(value * scale) for value in font.heights)
    described = objects.add(
        f"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [{box}] /ItalicAngle 0 /Ascent {above} "
        f"/Descent {below} /CapHeight 729 /StemV {140 if 'Bold' in name else 80} /FontFile2 {file} 0 R >>"
    )
    widths = " ".join(map(str, used.widths))
    glyphs = objects.add(
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDToGIDMap /Identity /DW 1000 "
        f"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
        f"/FontDescriptor {described} 0 R /W [0 [{widths}]] >>"
    )
    letters = objects.add_stream(make_letter_map(used))
    return objects.add(
        f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H "
        f"/DescendantFonts [{glyphs} 0 R] /ToUnicode {letters} 0 R >>"
    )


def make_letter_map(used: Letters) -> bytes:
    """Make the list that leads from glyphs back to letters, so that text can be read and copied."""
    rows = [f"<{code:04X}> <{ord(letter):04X}>" for letter, code in used.codes.items()]
    blocks = [rows[start : start + 100] for start in range(0, len(rows), 100)]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<0000> <FFFF>",
        "endcodespacerange",
    ]
    for block in blocks:
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines).encode()


def make_metadata(document: Document) -> bytes:
    """Make the metadata: title, language, and the standard that the file is made for."""
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(document.title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{escape(document.language)}</rdf:li></rdf:Bag></dc:language>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>""".encode()


def make_pdf(document: Document, layout: Layout, plain: Font, bold: Font) -> bytes:
    """Make the file of a document that was set."""
    texts = [item for page in layout.pages for item in page.items if isinstance(item, Drawn)]
    fonts = {}
    for is_bold, font in ((False, plain), (True, bold)):
        used = {letter for drawn in texts if drawn.bold == is_bold for letter in drawn.text}
        if used:
            fonts[is_bold] = Letters(font, "".join(sorted(used)))
    return Writer(document, layout, fonts).write()
