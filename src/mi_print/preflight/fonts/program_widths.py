"""How far a font's codes move on by its program, to be held against its dictionary.

ISO 32000-1, 9.2.4: the two must agree, because a viewer takes one for the other.
"""

import codecs
import struct
from collections.abc import Callable, Mapping

from mi_print.preflight.fonts.cff import ASCII_NAMES, CffProgram
from mi_print.preflight.fonts.font_programs import FontProgram
from mi_print.preflight.fonts.sfnt import SfntProgram
from mi_print.preflight.fonts.type1 import Type1Program

CodeWidth = Callable[[int], float | None]
"""A width in thousandths, None where it can't be told."""

_CODECS = {"WinAnsiEncoding": "cp1252", "MacRomanEncoding": "mac_roman"}
_QUOTES = (39, 96)  # straight in some encodings, curled in others
_CHARACTERS = {word: code for code, word in ASCII_NAMES.items() if code not in _QUOTES}


def of_characters(
    program: FontProgram, glyph: Callable[[int], int], *, by_character: bool
) -> CodeWidth:
    """Return the widths of a composite font's characters.

    Args:
        program: its program.
        glyph: which glyph of a TrueType program a character is.
        by_character: whether the program's own outlines are chosen by character (CID).
    """
    if isinstance(program, Type1Program):
        return lambda _character: None
    compact = program.compact if isinstance(program, SfntProgram) else program
    keyed = by_character and compact is not None and compact.by_character

    def advance(character: int) -> float | None:
        chosen = compact.glyph_of.get(character) if keyed and compact else glyph(character)
        return None if chosen is None else program.advance(chosen)

    return _safe(advance)


def of_codes(
    program: FontProgram, encoding: str | None, named: Mapping[int, str], *, symbolic: bool
) -> CodeWidth:
    """Return the widths of a simple font's codes.

    Args:
        program: its program.
        encoding: the name of the encoding it is based on, if it has one.
        named: the glyphs of the codes that differ from it.
        symbolic: whether the font says that its codes are its own.
    """
    if isinstance(program, SfntProgram) and program.compact is None:
        return _safe(lambda code: _of_table(program, encoding, named, code, symbolic=symbolic))
    compact = program.compact if isinstance(program, SfntProgram) else program

    def advance(code: int) -> float | None:
        word = named.get(code)
        if word is None and encoding is None and compact is not None and compact.encoding:
            known = compact.encoding.get(code)
            if isinstance(compact, CffProgram):
                return compact.advance(known) if isinstance(known, int) else None
            word = known if isinstance(known, str) else None
        if word is None and code not in _QUOTES:
            word = ASCII_NAMES.get(code) if encoding or not symbolic else None
        if word is None or word == ".notdef":
            return None
        if isinstance(compact, CffProgram):
            glyph = compact.names.get(word)
            return None if glyph is None else compact.advance(glyph)
        return compact.advance(word) if compact else None

    return _safe(advance)


def _of_table(
    program: SfntProgram,
    encoding: str | None,
    named: Mapping[int, str],
    code: int,
    *,
    symbolic: bool,
) -> float | None:
    character: int | None = None
    if not symbolic:
        if code in named:
            character = _CHARACTERS.get(named[code])
        elif encoding in _CODECS:
            said, _ = codecs.lookup(_CODECS[encoding]).decode(bytes([code]), "ignore")
            character = ord(said) if said else None
        if character is None:
            return None
    glyph = program.glyph(code, character)
    return program.advance(glyph) if glyph else None


def _safe(advance: CodeWidth) -> CodeWidth:
    def asked(code: int) -> float | None:
        try:
            return advance(code)
        except (struct.error, LookupError, ValueError, OverflowError):
            return None

    return asked
