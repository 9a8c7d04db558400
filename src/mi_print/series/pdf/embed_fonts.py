"""Put the fonts of a series into its file: one subset of each, for all its pages.

Every cluster that the pages wrote has a code (`cid_map`); here each code gets its
glyph, its width and its letters.  HarfBuzz cuts each font down to what was
used, `composite_glyphs` adds the clusters of several glyphs, and the font is embedded as
CIDFontType2 with two-byte codes.  ISO 32000-2, 9.7 (composite fonts).
"""

import hashlib
import struct
from collections.abc import Iterable

import pikepdf

from mi_print.layout.text.shaping.font_file import FontFile, cut, facts, units_per_em
from mi_print.series.pdf.cid_map import ClusterKey, UsedFonts, single
from mi_print.series.pdf.composite_glyphs import Composition, with_compositions

_SYMBOLIC = 4  # of a font descriptor's /Flags: the codes are our own

Codes = dict[int, ClusterKey]
"""What each code of a font stands for, in their order."""


def embed_fonts(pdf: pikepdf.Pdf, parts: Iterable[UsedFonts]) -> pikepdf.Dictionary:
    """Put the fonts that the parts of a file used into it; return its /Font resources."""
    merged: dict[str, tuple[FontFile, Codes]] = {}
    for part in parts:
        for name, coded in part.coded.items():
            _, codes = merged.setdefault(name, (coded.file, {}))
            codes.update((int(code, 16), drawn) for drawn, code in coded.codes.items())
    return pikepdf.Dictionary(
        {
            f"/{name}": pdf.make_indirect(_type0(pdf, file, dict(sorted(codes.items()))))
            for name, (file, codes) in sorted(merged.items())
        }
    )


def _type0(pdf: pikepdf.Pdf, file: FontFile, codes: Codes) -> pikepdf.Dictionary:
    data, glyphs = _composed(file, codes)
    own = facts(file)
    digest = hashlib.sha256(data + repr(codes).encode()).digest()
    tag = "".join(chr(ord("A") + byte % 26) for byte in digest[:6])
    name = pikepdf.Name(f"/{tag}+{own.name}")
    descriptor = pikepdf.Dictionary(
        Type=pikepdf.Name.FontDescriptor,
        FontName=name,
        Flags=_SYMBOLIC,
        FontBBox=list(own.bounds),
        ItalicAngle=own.slant,
        Ascent=own.ascent,
        Descent=own.descent,
        CapHeight=own.capitals,
        StemV=round(50 + (own.weight / 65) ** 2),
        FontFile2=pdf.make_stream(data, Length1=len(data)),
    )
    descendant = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.CIDFontType2,
        BaseFont=name,
        CIDSystemInfo=pikepdf.Dictionary(
            Registry=pikepdf.String("Adobe"), Ordering=pikepdf.String("Identity"), Supplement=0
        ),
        CIDToGIDMap=pdf.make_stream(_glyph_map(glyphs)),
        DW=0,
        W=_widths(codes, units_per_em(file)),
        FontDescriptor=pdf.make_indirect(descriptor),
    )
    return pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type0,
        BaseFont=name,
        Encoding=pikepdf.Name("/Identity-H"),
        DescendantFonts=[pdf.make_indirect(descendant)],
        ToUnicode=pdf.make_stream(_to_unicode(codes)),
    )


def _composed(file: FontFile, codes: Codes) -> tuple[bytes, dict[int, int]]:
    """Return a font of what was drawn, and the glyph of each code."""
    used = {glyph for _, glyphs, _ in codes.values() for glyph, _, _ in glyphs}
    tables, new = cut(file, used)
    count = struct.unpack_from(">H", tables["maxp"], 4)[0]
    compositions: dict[Composition, int] = {}
    glyph_of: dict[int, int] = {}
    for code, (_, glyphs, width) in codes.items():
        if single(glyphs):
            glyph_of[code] = new[glyphs[0][0]]
        else:
            pieces = tuple((new[glyph], x, y) for glyph, x, y in glyphs)
            whole = Composition(pieces, max(width, 0))
            glyph_of[code] = count + compositions.setdefault(whole, len(compositions))
    return with_compositions(tables, list(compositions)), glyph_of


def _glyph_map(glyphs: dict[int, int]) -> bytes:
    """Return /CIDToGIDMap: two bytes for each code, 0 for a code that nothing has."""
    return struct.pack(
        f">{max(glyphs) + 1}H", *(glyphs.get(code, 0) for code in range(max(glyphs) + 1))
    )


def _widths(codes: Codes, upem: int) -> pikepdf.Array:
    """Return /W: a first code and the widths of it and those that follow, in thousandths.

    Whole ones, as the typesetter writes them: its kerning reckons with that.
    """
    found = pikepdf.Array()
    before = -1
    for code, (_, _, width) in codes.items():
        if code != before + 1:
            found.append(code)
            found.append(pikepdf.Array())
        found[-1].append(round(width * 1000 / upem))
        before = code
    return found


def _to_unicode(codes: Codes) -> bytes:
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
