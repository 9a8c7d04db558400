"""One set of fonts for a file of ten thousand names.

While lines are written, every cluster gets a *code* of its font: one for each
pair of what is drawn and what it says.  A glyph that stands for different
letters has several codes; a syllable of several glyphs has one.  So the map
from codes to letters (ToUnicode) says everything, and no reader has to guess.
When all is written, HarfBuzz cuts each font down to the glyphs that were used.

Several processes may write parts of one file: each takes codes of its own,
which `merged` puts together.  The same parts give the same bytes.

This is the only module that imports uharfbuzz.  ISO 32000-2, 9.7 (composite fonts).
"""

import functools
import hashlib
import struct
from collections.abc import Iterable
from dataclasses import dataclass, field

import pikepdf
import uharfbuzz

from mi_print.resources import FONTS
from mi_print.series.shape import FontFile, Run
from mi_print.series.truetype import Composition, with_compositions

_CODES = 0x10000  # a code is two bytes
_DROPPED = ("GDEF", "GPOS", "GSUB", "name", "OS/2", "post", "STAT", "meta", "DSIG", "gasp")
_POSTSCRIPT_NAME = 6  # in the table name
_SYMBOLIC = 4  # FontDescriptor /Flags: codes are our own

Drawn = tuple[str, tuple[tuple[int, int, int], ...], int]
"""What a code stands for: its text, its glyphs with their places, its width in font units."""


@dataclass(slots=True)
class Coded:
    """One font of the file: which code stands for what."""

    file: FontFile
    codes: dict[Drawn, int] = field(default_factory=dict)


@dataclass(slots=True)
class Fonts:
    """The fonts of a file, or of one process's part of it.

    Attributes:
        part: which of `parts` this is, from 0; each takes every `parts`-th code.
        parts: how many processes write the file.
        coded: the fonts by their names in a page's resources.
    """

    part: int = 0
    parts: int = 1
    coded: dict[str, Coded] = field(default_factory=dict)
    _latest: dict[FontFile, tuple[str, Coded]] = field(default_factory=dict)

    def coded_run(self, run: Run) -> "CodedRun":
        """Return the font's name in the resources, and each cluster's code and width.

        Readers turn a line that is read from the right round, letter by letter,
        and turn the letters of one code round with it; so these stand backwards.
        """
        advances = _advances(run.font)
        name, coded = self._current(run.font, len(run.clusters))
        codes = coded.codes
        order = -1 if run.level % 2 else 1
        found = []
        for letters, glyphs, advance, _ in run.clusters:
            text = letters[::order]
            plain = len(glyphs) == 1 and not glyphs[0][1] and not glyphs[0][2]
            width = advances[glyphs[0][0]] if plain else advance
            drawn = (text, glyphs, width)
            code = codes.get(drawn)
            if code is None:
                code = codes[drawn] = 1 + self.part + self.parts * len(codes)
            found.append((code, width))
        return name, found

    def _current(self, file: FontFile, more: int) -> tuple[str, Coded]:
        """Return the font that takes so many more codes: a second one when the first is full."""
        known = self._latest.get(file)
        if known and 1 + self.part + self.parts * (len(known[1].codes) + more) < _CODES:
            return known
        volume = sum(coded.file == file for coded in self.coded.values())
        name = f"F{_numbers()[file]}" + (f"x{volume}" if volume else "")
        coded = self.coded[name] = Coded(file)
        self._latest[file] = name, coded
        return name, coded


CodedRun = tuple[str, list[tuple[int, int]]]
"""A font's name in the resources, and code and width (in font units) of each cluster."""


def embed(pdf: pikepdf.Pdf, parts: Iterable[Fonts]) -> pikepdf.Dictionary:
    """Put the fonts that the parts of a file used into it; return its /Font resources."""
    merged: dict[str, tuple[FontFile, dict[int, Drawn]]] = {}
    for part in parts:
        for name, coded in part.coded.items():
            _, codes = merged.setdefault(name, (coded.file, {}))
            codes.update((code, drawn) for drawn, code in coded.codes.items())
    return pikepdf.Dictionary(
        {
            f"/{name}": pdf.make_indirect(_type0(pdf, file, dict(sorted(codes.items()))))
            for name, (file, codes) in sorted(merged.items())
        }
    )


def _type0(pdf: pikepdf.Pdf, file: FontFile, codes: dict[int, Drawn]) -> pikepdf.Dictionary:
    face = _face(file)
    data, glyph_of = _cut(face, codes)
    map_ = bytearray(2 * (max(codes) + 1))
    for code, glyph in glyph_of.items():
        struct.pack_into(">H", map_, 2 * code, glyph)
    tag = hashlib.sha256(data + repr(codes).encode()).digest()[:6]
    postscript = face.get_name(_POSTSCRIPT_NAME)
    name = pikepdf.Name(f"/{''.join(chr(65 + byte % 26) for byte in tag)}+{postscript}")
    descendant = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.CIDFontType2,
        BaseFont=name,
        CIDSystemInfo=pikepdf.Dictionary(
            Registry=pikepdf.String("Adobe"), Ordering=pikepdf.String("Identity"), Supplement=0
        ),
        CIDToGIDMap=pdf.make_stream(bytes(map_)),
        DW=0,
        W=_widths(codes, face.upem),
        FontDescriptor=pdf.make_indirect(
            _descriptor(face, name, pdf.make_stream(data, Length1=len(data)))
        ),
    )
    return pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type0,
        BaseFont=name,
        Encoding=pikepdf.Name("/Identity-H"),
        DescendantFonts=[pdf.make_indirect(descendant)],
        ToUnicode=pdf.make_stream(_to_unicode(codes)),
    )


def _cut(face: uharfbuzz.Face, codes: dict[int, Drawn]) -> tuple[bytes, dict[int, int]]:
    """Return a font of the used glyphs, and which glyph each code draws."""
    wanted = uharfbuzz.SubsetInput()
    wanted.glyph_set.update({glyph for _, glyphs, _ in codes.values() for glyph, _, _ in glyphs})
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _DROPPED)
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING | uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
    plan = uharfbuzz.SubsetPlan(face, wanted)
    new = dict(plan.old_to_new_glyph_mapping)
    cut = plan.execute()
    glyph_of: dict[int, int] = {}
    compositions: dict[Composition, int] = {}
    for code, (_, glyphs, width) in codes.items():
        if len(glyphs) == 1 and glyphs[0][1:] == (0, 0):
            glyph_of[code] = new[glyphs[0][0]]
        else:
            pieces = tuple((new[glyph], x, y) for glyph, x, y in glyphs)
            number = compositions.setdefault(Composition(pieces, max(width, 0)), len(compositions))
            glyph_of[code] = cut.glyph_count + number

    def table(tag: str) -> bytes:
        return bytes(cut.reference_table(tag).data) if tag in cut.table_tags else b""

    return with_compositions(table, list(compositions)), glyph_of


def _widths(codes: dict[int, Drawn], upem: int) -> pikepdf.Array:
    """Return /W: a first code and the widths of it and those that follow, in thousandths.

    Whole ones, as the typesetter writes them: its kerning reckons with that.
    """
    found: list[int | list[int]] = []
    before = -1
    for code, (_, _, width) in codes.items():
        if code != before + 1:
            found.extend((code, []))
        found[-1].append(round(width * 1000 / upem))  # type: ignore[union-attr]  # always a list
        before = code
    return pikepdf.Array([x if isinstance(x, int) else pikepdf.Array(x) for x in found])


def _descriptor(
    face: uharfbuzz.Face, name: pikepdf.Name, file: pikepdf.Stream
) -> pikepdf.Dictionary:
    head, hhea, os2, post = (_bytes(face, tag) for tag in ("head", "hhea", "OS/2", "post"))

    per_mille = 1000 / int(face.upem)

    def scaled(value: int) -> int:
        return round(value * per_mille)

    weight, capitals = struct.unpack_from(">H", os2, 4)[0], struct.unpack_from(">h", os2, 88)[0]
    ascent, descent = struct.unpack_from(">2h", hhea, 4)
    return pikepdf.Dictionary(
        Type=pikepdf.Name.FontDescriptor,
        FontName=name,
        Flags=_SYMBOLIC,
        FontBBox=[scaled(side) for side in struct.unpack_from(">4h", head, 36)],
        ItalicAngle=round(struct.unpack_from(">i", post, 4)[0] / 65536),
        Ascent=scaled(ascent),
        Descent=scaled(descent),
        CapHeight=scaled(capitals),
        StemV=round(50 + (weight / 65) ** 2),
        FontFile2=file,
    )


def _to_unicode(codes: dict[int, Drawn]) -> bytes:
    """Return the map from codes to letters (9.10.3), a hundred lines at a time as it must be."""
    lines = [
        f"<{code:04x}> <{drawn[0].encode('utf-16-be').hex()}>" for code, drawn in codes.items()
    ]
    blocks = [lines[start : start + 100] for start in range(0, len(lines), 100)]
    body = "".join(
        f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar\n" for block in blocks
    )
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n"
        f"{body}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode()


@functools.cache
def _face(file: FontFile) -> uharfbuzz.Face:
    return uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(file.path)), file.index)


def _bytes(face: uharfbuzz.Face, tag: str) -> bytes:
    return bytes(face.reference_table(tag).data)


@functools.cache
def _advances(file: FontFile) -> list[int]:
    """Return the advance width of each glyph, in the font's units."""
    face = _face(file)
    full = struct.unpack_from(">H", _bytes(face, "hhea"), 34)[0]
    found: list[int] = [
        advance for advance, _ in struct.iter_unpack(">Hh", _bytes(face, "hmtx")[: 4 * full])
    ]
    return found + found[-1:] * (int(face.glyph_count) - int(full))


@functools.cache
def _numbers() -> dict[FontFile, int]:
    """Return the number of each bundled font, the same in every process."""
    return {FontFile(path): n for n, path in enumerate(sorted(FONTS.resolve().glob("*/*.ttf")))}
