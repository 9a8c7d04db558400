"""A font as a page uses it: what its codes are, how wide, which glyphs (ISO 32000-1, 9).

`preflight/fonts/font_cache.py` makes it from the dictionaries.
"""

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

import pikepdf

from mi_print.geometry import Matrix
from mi_print.preflight.fonts.cmaps import CharacterMap
from mi_print.preflight.pdf.objects import PdfValue

_CLOSE = 3.0  # thousandths: widths are rounded, of small units too
_SPACE = 32
MOST_CODES = 1 << 16

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
        if len(self) < MOST_CODES:
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
