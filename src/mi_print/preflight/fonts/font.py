"""Fonts as a page uses them: embedded or not, how wide, which glyphs (ISO 32000-1, 9).

Widths come from the dictionaries, as a viewer takes them.  Font programs are
opened only to learn which glyphs they hold.
"""

import struct
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

import pikepdf

from mi_print.geometry import IDENTITY, Matrix
from mi_print.preflight.fonts import cmaps, font_programs, program_widths
from mi_print.preflight.fonts.cmaps import CharacterMap
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
_CLOSE = 3.0  # thousandths: widths are rounded, of small units too
_SYMBOLIC = 4  # of a descriptor's flags
_SPACE = 32
_CODES = 1 << 16

Answer = TypeVar("Answer")


class _Answers(dict[int, Answer]):
    """What has been asked of a font, by code: a text asks the same again and again."""

    __slots__ = ("ask",)

    def __init__(self, ask: Callable[[int], Answer]) -> None:
        """Begin with nothing asked."""
        self.ask = ask

    def __missing__(self, code: int) -> Answer:
        """Ask, and keep the answer as long as there is room."""
        found = self.ask(code)
        if len(self) < _CODES:
            self[code] = found
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Font:
    """One font of the file."""

    name: str
    embedded: bool
    widths: Mapping[int, float]
    """By code (simple) or by character (composite), in thousandths of the size."""
    usual: float
    """The width of all others."""
    codes: CharacterMap | None
    """How bytes become characters; None where each byte is a code."""
    spelt: CharacterMap | None
    """What codes say, from ToUnicode."""
    holds: Container[int] | None
    """The codes or characters that it has a glyph for; None where that can't be told."""
    glyph: Callable[[int], int] = field(default=int)
    """Which glyph a character is."""
    drawn: pikepdf.Object | None = None
    """The dictionary of a font whose letters are content streams (Type 3)."""
    matrix: Matrix = (0.001, 0.0, 0.0, 0.001, 0.0, 0.0)
    letters: Mapping[int, PdfValue] = field(default_factory=dict)
    """The content streams of such letters by code."""
    fault: str | None = None
    """What is wrong with its program, as a clause."""
    advance: Callable[[int], float | None] | None = None
    """How far a character moves on by the program."""
    width: Callable[[int], float] = field(init=False)
    """How far a code moves on, in thousandths of the size."""
    missing: Callable[[int], bool] = field(init=False)
    """Whether the font can only show its box for a missing glyph."""
    misfit: Callable[[int], bool] = field(init=False)
    """Whether a code's width is not that of the program."""

    def __post_init__(self) -> None:
        """Begin with no code asked for."""
        object.__setattr__(self, "width", _Answers(self._width).__getitem__)
        object.__setattr__(self, "missing", _Answers(self._missing).__getitem__)
        object.__setattr__(self, "misfit", _Answers(self._misfit).__getitem__)

    def split(self, shown: bytes) -> list[int]:
        """Return the codes of a shown string."""
        return list(shown) if self.codes is None else self.codes.split(shown)

    def character(self, code: int) -> int:
        """Return the character that a code selects."""
        if self.codes is None:
            return code
        found = self.codes.of(code)
        return found if isinstance(found, int) else 0

    def _width(self, code: int) -> float:
        if self.codes is None:
            return self.widths.get(code, self.usual)
        return self.widths.get(self.character(code), self.usual)

    def _missing(self, code: int) -> bool:
        if self.holds is None:
            return False
        if self.codes is None:
            return code not in self.holds
        glyph = self.glyph(self.character(code))
        return glyph == 0 or glyph not in self.holds

    def _misfit(self, code: int) -> bool:
        if self.advance is None or self._missing(code):
            return False
        found = self.advance(self.character(code))
        return found is not None and abs(found - self._width(code)) > _CLOSE

    def text(self, codes: tuple[int, ...]) -> str:
        """Return what codes say, as far as the font tells."""
        said = []
        for code in codes:
            meant = self.spelt.of(code) if self.spelt else None
            if isinstance(meant, str):
                said.append(meant)
            elif self.codes is None and _SPACE <= code < 127:  # noqa: PLR2004 - ASCII
                said.append(chr(code))
            else:
                said.append("\N{REPLACEMENT CHARACTER}")
        return "".join(said)


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
    if len(parts) > _CODES:
        raise limits.LimitError(f"a font lists more than {_CODES:,} widths")
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
            if last is not None and width is not None and 0 <= last - first < _CODES:
                found.update(dict.fromkeys(range(int(first), int(last) + 1), width))
            at += 3
    return found
