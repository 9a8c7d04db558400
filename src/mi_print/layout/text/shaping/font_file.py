"""A font as a file: its glyphs' widths, the facts that a PDF needs, and subsets.

This is the only module that imports uharfbuzz.
"""

import functools
import struct
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import uharfbuzz

_DROPPED = ("GDEF", "GPOS", "GSUB", "name", "OS/2", "post", "STAT", "meta", "DSIG", "gasp")
_POSTSCRIPT_NAME = 6  # in the table name

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
