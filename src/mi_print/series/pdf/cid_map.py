"""Codes for what is drawn: one set for a file of ten thousand names.

While lines are written, every cluster gets a code of its font: one for each
pair of what is drawn and its text.  A glyph that stands for different
letters has several codes; a syllable of several glyphs has one.  So the map
from codes to letters (ToUnicode) is complete.

Several processes may write parts of one file: each takes codes of its own,
which `embed_fonts` puts together.  The same parts give the same bytes.
"""

import functools
from dataclasses import dataclass, field

from mi_print.errors import MissingError
from mi_print.layout.text.shaping.clusters import Cluster
from mi_print.layout.text.shaping.font_file import FontFile, advances
from mi_print.resources import FONTS

_CODES = 0x10000  # a code is two bytes

ClusterKey = tuple[str, tuple[tuple[int, int, int], ...], int]
"""What a code stands for: its text, its glyphs with their places, its width in font units."""


@dataclass(slots=True, eq=False)
class CodedFont:
    """One font of the file: which code, in hexadecimal, stands for what.

    Attributes:
        name: in a page's resources.
        file: whose glyphs are drawn.
        first: the first code that it may take.
        step: from one code to the next.
        codes: those that are taken.
    """

    name: str
    file: FontFile
    first: int
    step: int
    codes: dict[ClusterKey, str] = field(default_factory=dict)

    def code(self, cluster: Cluster, *, backward: bool) -> tuple[str, int]:
        """Return a cluster's code, and its width: what is drawn may be kerned.

        Readers turn a line that is read from the right round, letter by letter,
        and turn the letters of one code round with it; so these stand backwards.
        """
        letters, glyphs, advance = cluster
        width = advances(self.file)[glyphs[0][0]] if single(glyphs) else advance
        drawn = letters[::-1] if backward else letters, glyphs, width
        known = self.codes.get(drawn)
        if known is None:
            known = self.codes[drawn] = f"{self.first + self.step * len(self.codes):04x}"
        return known, width


@dataclass(slots=True)
class UsedFonts:
    """The fonts of a file, or of one process's part of it.

    Attributes:
        part: which of `parts` this is, from 0; each takes every `parts`-th code.
        parts: how many processes write the file.
        coded: the fonts by their names in a page's resources.
    """

    part: int = 0
    parts: int = 1
    coded: dict[str, CodedFont] = field(default_factory=dict)
    _latest: dict[FontFile, CodedFont] = field(default_factory=dict)

    def taking(self, file: FontFile, more: int) -> CodedFont:
        """Return the font that takes so many more codes: another one when that is full."""
        known = self._latest.get(file)
        if known and known.first + known.step * (len(known.codes) + more) < _CODES:
            return known
        volume = sum(coded.file == file for coded in self.coded.values())
        name = _name(file) + (f"x{volume}" if volume else "")
        made = CodedFont(name, file, 1 + self.part, self.parts)
        self.coded[name] = self._latest[file] = made
        return made


def single(glyphs: tuple[tuple[int, int, int], ...]) -> bool:
    """Return whether a cluster is one glyph where it stands by nature."""
    return len(glyphs) == 1 and not glyphs[0][1] and not glyphs[0][2]


def _name(file: FontFile) -> str:
    """Return a bundled font's name in the resources, the same in every process."""
    number = _numbers().get(file)
    if number is None:
        raise MissingError(
            f"{file.path.name} is none of the TrueType fonts that travel with mi-print",
            "mi-print explain fonts says how to add a font",
        )
    return f"F{number}"


@functools.cache
def _numbers() -> dict[FontFile, int]:
    return {FontFile(path): n for n, path in enumerate(sorted(FONTS.resolve().glob("*/*.ttf")))}
