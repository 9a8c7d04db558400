"""Fonts as their dictionaries describe them, each read once (ISO 32000-1, 9).

Widths come from the dictionaries, as a viewer takes them.  Font programs are
opened only to learn which glyphs they hold, and how wide these are.
"""

import struct
from collections.abc import Callable, Container

import pikepdf

from mi_print.geometry import IDENTITY
from mi_print.preflight.fonts import cmaps, font_programs, program_widths
from mi_print.preflight.fonts.cmaps import CharacterMap
from mi_print.preflight.fonts.font import MOST_CODES, Font
from mi_print.preflight.fonts.font_programs import FontProgram
from mi_print.preflight.fonts.program_error import ProgramError
from mi_print.preflight.pdf import limits
from mi_print.preflight.pdf.objects import (
    PdfValue,
    dictionary,
    entries,
    entry,
    identity,
    items,
    matrix,
    name,
    number,
)
from mi_print.preflight.pdf.streams import contents

_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_WIDE = 1000.0
_SYMBOLIC = 4  # of a descriptor's flags


class FontCache:
    """The fonts of one file, each read once."""

    def __init__(self) -> None:
        """Begin with none."""
        self._known: dict[tuple[int, int], Font | None] = {}

    def read(self, value: PdfValue) -> Font | None:
        """Return the font that a dictionary describes, None if it describes none."""
        known = identity(value)
        if known is not None and known in self._known:
            return self._known[known]
        found = dictionary(value)
        font = None if found is None else _font(found)
        if known is not None:
            self._known[known] = font
        return font


def _plain(value: PdfValue) -> str:
    """Return a font's name without the tag of its subset."""
    found = name(value) or "an unnamed font"
    head, plus, tail = found.partition("+")
    return tail if plus and len(head) == 6 else found  # noqa: PLR2004 - the tag's letters


def _font(font: pikepdf.Object) -> Font | None:
    kind = name(entry(font, "/Subtype"))
    spelt = contents(entry(font, "/ToUnicode"), limits.SMALL_STREAM)
    meaning = None if spelt is None else cmaps.read(spelt)
    if kind == "Type0":
        return _composite(font, meaning)
    if kind == "Type3":
        return _drawn(font, meaning)
    return _simple(font, meaning) if kind in ("Type1", "MMType1", "TrueType") else None


def _program(descriptor: PdfValue) -> PdfValue:
    streams = (entry(descriptor, key) for key in _FILES)
    return next((found for found in streams if isinstance(found, pikepdf.Stream)), None)


def _read(program: PdfValue) -> tuple[FontProgram | None, str | None]:
    """Return a font program, or what is wrong with it."""
    if program is None:
        return None, None
    try:
        return font_programs.read(program), None
    except ProgramError as fault:
        return None, str(fault)
    except limits.LimitError:
        return None, "it is too large to be checked"


def _widths(font: pikepdf.Object) -> dict[int, float]:
    first = int(number(entry(font, "/FirstChar")) or 0)
    listed = items(entry(font, "/Widths"))[:256]
    return {first + n: number(width) or 0.0 for n, width in enumerate(listed)}


def _differences(font: pikepdf.Object) -> dict[int, str]:
    code, found = 0, {}
    for item in items(entry(entry(font, "/Encoding"), "/Differences")):
        start = number(item)
        if start is not None:
            code = int(start)
        else:
            found[code] = name(item) or ""
            code += 1
    return found


def _simple(font: pikepdf.Object, spelt: CharacterMap | None) -> Font:
    descriptor = entry(font, "/FontDescriptor")
    program = _program(descriptor)
    widths = _widths(font)
    absent = {code for code, glyph in _differences(font).items() if glyph == ".notdef"}
    holds = set(widths) - absent if program is not None and widths else None
    usual = number(entry(descriptor, "/MissingWidth")) or (0.0 if widths else 500.0)
    named = _plain(entry(font, "/BaseFont"))
    found, fault = _read(program)
    flags = int(number(entry(descriptor, "/Flags")) or 0)
    encoding = entry(font, "/Encoding")
    base = name(encoding) or name(entry(encoding, "/BaseEncoding"))
    advance = None
    if found and widths and name(entry(font, "/Subtype")) != "MMType1":
        advance = program_widths.of_codes(
            found, base, _differences(font), symbolic=bool(flags & _SYMBOLIC)
        )
    return Font(
        named,
        program is not None,
        widths,
        usual,
        None,
        spelt,
        holds,
        fault=fault,
        advance=advance,
    )


def _drawn(font: pikepdf.Object, spelt: CharacterMap | None) -> Font:
    streams = dict(entries(entry(font, "/CharProcs")))
    named = _differences(font)
    letters = {
        code: streams[f"/{glyph}"] for code, glyph in named.items() if f"/{glyph}" in streams
    }
    shape = matrix(entry(font, "/FontMatrix")) or IDENTITY
    widths = {code: width * abs(shape[0]) * _WIDE for code, width in _widths(font).items()}
    title = _plain(entry(font, "/Name"))
    return Font(
        title,
        embedded=True,
        widths=widths,
        usual=0.0,
        codes=None,
        spelt=spelt,
        holds=set(letters),
        drawn=font,
        matrix=shape,
        letters=letters,
    )


def _composite(font: pikepdf.Object, spelt: CharacterMap | None) -> Font | None:
    below = dictionary(next(iter(items(entry(font, "/DescendantFonts"))), None))
    if below is None:
        return None
    encoding = contents(entry(font, "/Encoding"), limits.SMALL_STREAM)
    codes = cmaps.two_bytes() if encoding is None else cmaps.read(encoding)
    program = _program(entry(below, "/FontDescriptor"))
    holds: Container[int] | None = None
    glyph: Callable[[int], int] = int
    predefined = encoding is None and not (name(entry(font, "/Encoding")) or "").startswith(
        "Identity"
    )
    found, fault = _read(program)
    advance = None
    if found and not predefined:
        by_character = name(entry(below, "/Subtype")) == "CIDFontType0"
        holds = font_programs.glyphs(found, by_character=by_character)
        glyph = int if by_character else _to_glyph(entry(below, "/CIDToGIDMap"))
        advance = program_widths.of_characters(found, glyph, by_character=by_character)
    usual = number(entry(below, "/DW"))
    return Font(
        _plain(entry(font, "/BaseFont")), program is not None,
        _composite_widths(below), _WIDE if usual is None else usual,
        codes, spelt, holds, glyph, fault=fault, advance=advance,
    )  # fmt: skip


def _to_glyph(value: PdfValue) -> Callable[[int], int]:
    table = contents(value, limits.SMALL_STREAM)
    if table is None:
        return int

    def glyph(character: int) -> int:
        at = 2 * character
        return struct.unpack_from(">H", table, at)[0] if at + 2 <= len(table) else 0

    return glyph


def _composite_widths(font: pikepdf.Object) -> dict[int, float]:
    """Return the widths of a `W` array (9.7.4.3): `c [w …]` and `first last w`."""
    found: dict[int, float] = {}
    listed = entry(font, "/W")
    parts = list(listed) if isinstance(listed, pikepdf.Array) else []
    if len(parts) > MOST_CODES:
        raise limits.LimitError(f"a font lists more than {MOST_CODES:,} widths")
    at = 0
    while at + 1 < len(parts):
        first, second = number(parts[at]), parts[at + 1]
        if first is None:
            at += 1
        elif isinstance(second, pikepdf.Array):
            widths = [number(width) or 0.0 for width in list(second)]
            found.update(zip(range(int(first), int(first) + len(widths)), widths, strict=True))
            at += 2
        else:
            last, width = number(second), number(parts[at + 2]) if at + 2 < len(parts) else None
            if last is not None and width is not None and 0 <= last - first < MOST_CODES:
                found.update(dict.fromkeys(range(int(first), int(last) + 1), width))
            at += 3
    return found
