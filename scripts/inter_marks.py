# noqa: INP001 - a script's part, not a package
"""Let every Latin, Greek and Cyrillic letter of Inter carry every mark that Inter has drawn.

Inter says how Vietnamese or Czech marks meet their letters, and leaves out the
names of Taiwan, of the Pacific and of the First Nations.  It has drawn 38
more marks than it names: they lie in the private use area.  Here they get
their characters, and every pair of letter and mark that lacks an anchor gets
one, reckoned from the outlines.

Inter's own anchors keep the last word: the new lookups stand before its own,
and of two lookups that move one mark the later one counts.  Inter offers them to
Latin alone; here Greek and Cyrillic get them, too.
"""

import unicodedata
from collections.abc import Callable, Iterable
from typing import Any

from fontTools.otlLib.builder import (
    MarkMarkPosBuilder,
    buildAnchor,
    buildCoverage,
    buildLookup,
    buildMarkBasePosSubtable,
)
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

Point = tuple[int, int]
Box = tuple[float, float, float, float]

UNNAMED = {
    0x305: "overscorecomb",
    0x30B: "acutedblcomb",
    0x30D: "linevertcomb",
    0x30E: "linevertdblcomb",
    0x310: "candrabinducomb",
    0x311: "breveinvcomb",
    0x312: "commaturnsupcomb",
    0x314: "commasuprevcomb",
    0x316: "gravesubcomb",
    0x317: "acutesubcomb",
    0x318: "tackleftsubcomb",
    0x319: "tackrightsubcomb",
    0x31A: "anglesupcomb",
    0x31C: "ringlefthalfsubcomb",
    0x31D: "tackupsubcomb",
    0x31E: "tackdownsubcomb",
    0x324: "dotdblsubcomb",
    0x325: "ringsubcomb",
    0x329: "linevertsubcomb",
    0x32A: "bridgesubcomb",
    0x32B: "archdblsubcomb",
    0x32D: "circumflexsubcomb",
    0x32E: "brevesubcomb",
    0x32F: "breveinvsubcomb",
    0x330: "tildesubcomb",
    0x331: "macronsubcomb",
    0x332: "underscorecomb",
    0x333: "underscoredblcomb",
    0x334: "tildemidcomb",
    0x336: "barmidlongcomb",
    0x339: "ringrighthalfsubcomb",
    0x33A: "bridgeinvsubcomb",
    0x33B: "squaresubcomb",
    0x33C: "seagullsubcomb",
    0x33D: "xsupcomb",
    0x33E: "tildevertsupcomb",
    0x33F: "overscoredblcomb",
    0x345: "iotasubcomb",
}
"""Marks that Inter has drawn but not encoded."""

MARKS = (*range(0x300, 0x370), *range(0x1AB0, 0x1B00), *range(0x1DC0, 0x1E00))
KINDS = {230: "above", 220: "below", 240: "below", 202: "below", 232: "right", 1: "over"}
"""Unicode's combining classes; marks over two letters and the horn stay where Inter draws them."""

NEAREST, FARTHEST = 71 / 2048, 231 / 2048
"""The gaps to the letter that Inter's ring and macron keep, in ems."""

OVERSHOOT = 30 / 2048
"""How far a round letter may pass its line and still stand on it, in ems."""

ASTRAY = 0.1
"""How far from the ink's edge an anchor of Inter's own may be and serve other marks, in ems."""

TO_LETTER, TO_MARK = 4, 9
"""Where Inter's own lookups for marks begin."""

SCRIPTS = ("LATIN ", "GREEK ", "CYRILLIC ")

SPELLINGS = ("ccmp", "locl", "ss", "cv")
"""Features whose other forms of a letter carry marks, too."""


def box_of(font: TTFont) -> Callable[[str], Box | None]:
    """Return what tells a glyph's ink: left, bottom, right, top."""
    glyphs = font.getGlyphSet()

    def box(name: str) -> Box | None:
        pen = BoundsPen(glyphs)
        glyphs[name].draw(pen)
        return pen.bounds

    return box


def letters(font: TTFont) -> dict[str, str]:
    """Return each glyph of a letter and the glyph of the letter without its marks."""
    cmap = font.getBestCmap()
    found = {
        glyph: cmap.get(ord(unicodedata.normalize("NFD", chr(code))[0]), glyph)
        for code, glyph in cmap.items()
        if unicodedata.name(chr(code), "").startswith(SCRIPTS)
    }
    table = font["GSUB"].table
    numbers = {
        number
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag.startswith(SPELLINGS)
        for number in record.Feature.LookupListIndex
    }
    chained = {4}  # the forms without a dot, which `ccmp` takes by way of another lookup
    for number in sorted(numbers | chained):
        for part in table.LookupList.Lookup[number].SubTable:
            for old, new in getattr(getattr(part, "ExtSubTable", part), "mapping", {}).items():
                if old in found and isinstance(new, str):
                    found.setdefault(new, new)
    return found


def own_anchors(lookups: Iterable[Any]) -> tuple[dict[str, Point], dict[str, Point]]:
    """Return the letters' and the marks' anchors of some of Inter's own lookups."""
    bases: dict[str, Point] = {}
    marks: dict[str, Point] = {}
    for lookup in lookups:
        part = lookup.SubTable[0]
        for name, base in zip(part.BaseCoverage.glyphs, part.BaseArray.BaseRecord, strict=True):
            anchor = base.BaseAnchor[0]
            bases[name] = anchor.XCoordinate, anchor.YCoordinate
        for name, mark in zip(part.MarkCoverage.glyphs, part.MarkArray.MarkRecord, strict=True):
            anchor = mark.MarkAnchor
            marks[name] = anchor.XCoordinate, anchor.YCoordinate
    return bases, marks


def name_marks(font: TTFont) -> None:
    """Give the unnamed marks their characters, and say that they are marks."""
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update(UNNAMED)
    font["GDEF"].table.GlyphClassDef.classDefs.update(dict.fromkeys(UNNAMED.values(), 3))


def marks_of_kinds(font: TTFont) -> dict[str, str]:
    """Return the marks to place, each glyph with its kind."""
    cmap = font.getBestCmap()
    return {
        cmap[code]: KINDS[unicodedata.combining(chr(code))]
        for code in MARKS
        if code in cmap and unicodedata.combining(chr(code)) in KINDS
    }


def reckon(font: TTFont) -> dict[str, tuple[dict[str, Point], dict[str, Point]]]:
    """Return for each kind the letters' and the marks' anchors: Inter's own where it has them."""
    box, em, lines = box_of(font), font["head"].unitsPerEm, font["OS/2"]
    own = font["GPOS"].table.LookupList.Lookup
    own_below = own_anchors([own[4]])
    own_above = own_anchors([own[8]])
    cedilla, ogonek = (own_anchors([own[number]])[1] for number in (5, 7))

    def level(height: float) -> int:
        for line in (0, lines.sxHeight, lines.sCapHeight):
            if abs(height - line) <= OVERSHOOT * em:
                return int(line)
        return round(height)

    def gap(drawn: float) -> float:
        return min(max(drawn, NEAREST * em), FARTHEST * em)

    found: dict[str, tuple[dict[str, Point], dict[str, Point]]] = {
        "above": ({}, dict(own_above[1])),
        "below": ({}, {**own_below[1], **cedilla, **ogonek}),
        "over": ({}, {}),
        "right": ({}, {}),
    }
    for letter, bare in letters(font).items():
        ink, ground = box(letter), box(bare)
        if ink is None or ground is None:
            continue
        left, bottom, right, top = ink
        middle = round((left + right) / 2)
        for kind, own_bases, edge in (
            ("above", own_above[0], top),
            ("below", own_below[0], bottom),
        ):
            reckoned = (middle, level(edge))
            at = own_bases.get(letter, reckoned)
            astray = max(abs(at[0] - middle), abs(at[1] - edge)) > ASTRAY * em
            found[kind][0][letter] = reckoned if astray else at
        found["over"][0][letter] = (middle, round((ground[1] + ground[3]) / 2))
        found["right"][0][letter] = (round(ground[2]), level(ground[3]))
    for mark, kind in marks_of_kinds(font).items():
        ink = box(mark)
        if ink is None:
            continue
        left, bottom, right, top = ink
        heights = {
            "above": bottom - gap(bottom - lines.sxHeight),
            "below": top + gap(-top),
            "over": (bottom + top) / 2,
            "right": bottom - NEAREST * em,
        }
        found[kind][1].setdefault(mark, (round((left + right) / 2), round(heights[kind])))
    return found


def stack(font: TTFont, kind: str, marks: dict[str, Point]) -> Any:  # noqa: ANN401 - untyped
    """Return the lookup by which one mark stands on another of its kind."""
    box = box_of(font)
    edge = 3 if kind == "above" else 1
    edges = {mark: (at[0], round(ink[edge])) for mark, at in marks.items() if (ink := box(mark))}
    sets = font["GDEF"].table.MarkGlyphSetsDef
    sets.Coverage.append(buildCoverage(list(edges), font.getReverseGlyphMap()))
    sets.MarkSetCount = len(sets.Coverage)
    builder = MarkMarkPosBuilder(font, None)
    builder.markFilterSet = sets.MarkSetCount - 1
    builder.marks = {mark: (0, buildAnchor(*marks[mark])) for mark in edges}
    builder.baseMarks = {mark: {0: buildAnchor(*at)} for mark, at in edges.items()}
    return builder.build()


def seat_marks(font: TTFont) -> None:
    """Name the marks and add the anchors; no outline and no anchor of Inter's own changes."""
    name_marks(font)
    order = font.getReverseGlyphMap()
    anchors = reckon(font)
    on_letters = [
        buildLookup(
            [
                buildMarkBasePosSubtable(
                    {mark: (0, buildAnchor(*at)) for mark, at in marks.items()},
                    {letter: {0: buildAnchor(*at)} for letter, at in bases.items()},
                    order,
                )
            ]
        )
        for bases, marks in anchors.values()
    ]
    on_marks = [stack(font, kind, anchors[kind][1]) for kind in ("above", "below")]
    table = font["GPOS"].table
    old = table.LookupList.Lookup
    table.LookupList.Lookup = [
        *old[:TO_LETTER],
        *on_letters,
        *old[TO_LETTER:TO_MARK],
        *on_marks,
        *old[TO_MARK:],
    ]
    table.LookupList.LookupCount = len(table.LookupList.Lookup)
    places = {
        "mark": range(TO_LETTER, TO_MARK + len(on_letters)),
        "mkmk": range(TO_MARK + len(on_letters), len(table.LookupList.Lookup)),
    }
    for number, record in enumerate(table.FeatureList.FeatureRecord):
        if record.FeatureTag not in places:
            continue
        record.Feature.LookupListIndex = list(places[record.FeatureTag])
        record.Feature.LookupCount = len(record.Feature.LookupListIndex)
        for script in table.ScriptList.ScriptRecord:
            language = script.Script.DefaultLangSys
            language.FeatureIndex = sorted({*language.FeatureIndex, number})
            language.FeatureCount = len(language.FeatureIndex)
