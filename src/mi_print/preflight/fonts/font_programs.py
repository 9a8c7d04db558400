"""Embedded font programs: which glyphs they hold, and what is wrong with them."""

import struct
from collections.abc import Container
from typing import TypeAlias

from mi_print.preflight.fonts import sfnt
from mi_print.preflight.fonts.cff import CffProgram
from mi_print.preflight.fonts.program_error import ProgramError
from mi_print.preflight.fonts.sfnt import SfntProgram
from mi_print.preflight.fonts.type1 import Type1Program
from mi_print.preflight.pdf import limits
from mi_print.preflight.pdf.objects import PdfValue
from mi_print.preflight.pdf.streams import unpacked

FontProgram: TypeAlias = SfntProgram | CffProgram | Type1Program


def read(stream: PdfValue) -> FontProgram:
    """Return the program that a stream is.

    Raises:
        ProgramError: it is none, or is damaged; the message is a clause that says how.
        LimitError: it is too large.
    """
    data = unpacked(stream, limits.SMALL_STREAM)
    if data is None:
        raise ProgramError("it can't be unpacked")
    return opened(data)


def opened(data: bytes) -> FontProgram:
    """Return the program that these bytes are.

    Raises:
        ProgramError: they are none, or damaged.
    """
    if not data:
        raise ProgramError("it is empty")
    if data[:4] in sfnt.SIGNATURES:
        return SfntProgram(data)
    return CffProgram(data) if data[:1] == b"\1" else Type1Program(data)


def glyphs(program: FontProgram, *, by_character: bool) -> Container[int] | None:
    """Return the numbers of the glyphs, None for a program that names its glyphs.

    Args:
        program: the program.
        by_character: whether a CID-keyed CFF is asked by character (CID), not by glyph.
    """
    if isinstance(program, Type1Program):
        return None
    compact = program.compact if isinstance(program, SfntProgram) else program
    if compact is not None and by_character:
        try:
            return compact.holds()
        except (struct.error, IndexError):
            return None
    return range(program.count)
