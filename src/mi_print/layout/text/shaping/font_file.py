"""A font as a file: its glyphs' widths and ink, the facts that a PDF needs, and subsets.

This is the only module that imports uharfbuzz.
"""

import functools
import struct
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import floor
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple, TypeAlias

import uharfbuzz

_DROPPED = ("GDEF", "GPOS", "GSUB", "name", "OS/2", "post", "STAT", "meta", "DSIG", "gasp")
_POSTSCRIPT_NAME = 6  # in the table name

COLUMNS = 128
"""Of an em, in which the ink of glyphs is compared."""
_STRAIGHT = 8
"""Pieces of a curve that are taken for straight."""

_Point: TypeAlias = tuple[float, float]

Tables: TypeAlias = Mapping[str, bytes]
"""A font's tables by their tags."""


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font as Pango chose it: its file, and which of the file's faces."""

    path: Path
    index: int = 0


@dataclass(frozen=True, slots=True)
class Facts:
    """A font's name and metrics; lengths in thousandths of an em.

    Sources: the tables head, hhea, OS/2 and post of the OpenType specification.
    """

    name: str
    bounds: tuple[int, ...]
    ascent: int
    descent: int
    capitals: int
    slant: int
    weight: int


class GlyphInk(NamedTuple):
    """Where a glyph's ink lies, in em, y up; `columns` has its lowest and highest in each."""

    left: float
    right: float
    bottom: float
    top: float
    columns: Mapping[int, tuple[float, float]]


@functools.cache
def units_per_em(file: FontFile) -> int:
    """Return how many units the font has in an em."""
    return int(_face(file).upem)


@functools.cache
def advances(file: FontFile) -> tuple[int, ...]:
    """Return the advance width of each glyph, in the font's units."""
    full = struct.unpack_from(">H", _table(file, "hhea"), 34)[0]
    pairs = struct.iter_unpack(">Hh", _table(file, "hmtx")[: 4 * full])
    found = [advance for advance, _ in pairs]
    return (*found, *found[-1:] * (int(_face(file).glyph_count) - full))


@functools.cache
def glyph_ink(file: FontFile, glyph: int) -> GlyphInk | None:
    """Return where a glyph's ink lies, by its outline; None if it has none."""
    contours = _contours(file, glyph)
    points = [point for contour in contours for point in contour]
    if not points:
        return None
    columns: dict[int, tuple[float, float]] = {}
    for (x, y), (u, v) in (piece for contour in contours for piece in pairwise(contour)):
        steps = int(2 * COLUMNS * abs(u - x)) + 1
        for part in (step / steps for step in range(steps + 1)):
            at, up = floor((x + part * (u - x)) * COLUMNS), y + part * (v - y)
            low, high = columns.get(at, (up, up))
            columns[at] = min(low, up), max(high, up)
    across, along = zip(*points, strict=True)
    return GlyphInk(min(across), max(across), min(along), max(along), columns)


def _contours(file: FontFile, glyph: int) -> list[list[_Point]]:
    """Return a glyph's contours as points in em, its curves in straight pieces."""
    unit = 1 / units_per_em(file)
    found: list[list[_Point]] = []

    def move(point: _Point) -> None:
        found.append([(point[0] * unit, point[1] * unit)])

    def curve(*ends: _Point) -> None:
        points = [found[-1][-1], *((x * unit, y * unit) for x, y in ends)]
        pieces = 1 if len(ends) == 1 else _STRAIGHT
        found[-1] += [_on_curve(points, step / pieces) for step in range(1, pieces + 1)]

    def close() -> None:
        found[-1].append(found[-1][0])

    pen = SimpleNamespace(moveTo=move, lineTo=curve, qCurveTo=curve, curveTo=curve, closePath=close)
    uharfbuzz.Font(_face(file)).draw_glyph_with_pen(glyph, pen)
    return found


def _on_curve(points: Sequence[_Point], part: float) -> _Point:
    """Return a point of a Bézier curve, by de Casteljau's construction."""
    while len(points) > 1:
        points = [(x + part * (u - x), y + part * (v - y)) for (x, y), (u, v) in pairwise(points)]
    return points[0]


def facts(file: FontFile) -> Facts:
    """Return what a font descriptor has (ISO 32000-2, table 120)."""
    head, hhea, os2, post = (_table(file, tag) for tag in ("head", "hhea", "OS/2", "post"))
    thousandth = 1000 / units_per_em(file)

    def scaled(value: int) -> int:
        return round(value * thousandth)

    ascent, descent = struct.unpack_from(">2h", hhea, 4)
    return Facts(
        name=str(_face(file).get_name(_POSTSCRIPT_NAME)),
        bounds=tuple(scaled(side) for side in struct.unpack_from(">4h", head, 36)),
        ascent=scaled(ascent),
        descent=scaled(descent),
        capitals=scaled(struct.unpack_from(">h", os2, 88)[0]),
        slant=round(struct.unpack_from(">i", post, 4)[0] / 65536),
        weight=struct.unpack_from(">H", os2, 4)[0],
    )


def cut(file: FontFile, glyphs: Collection[int]) -> tuple[Tables, dict[int, int]]:
    """Return the tables of a font that has these glyphs alone, and their new glyph ids."""
    wanted = uharfbuzz.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _DROPPED)
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING | uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
    plan = uharfbuzz.SubsetPlan(_face(file), wanted)
    small = plan.execute()
    tables = {tag: bytes(small.reference_table(tag).data) for tag in small.table_tags}
    return tables, dict(plan.old_to_new_glyph_mapping)


@functools.cache
def _face(file: FontFile) -> uharfbuzz.Face:
    return uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(file.path)), file.index)


def _table(file: FontFile, tag: str) -> bytes:
    return bytes(_face(file).reference_table(tag).data)
