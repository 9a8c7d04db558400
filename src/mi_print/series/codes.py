"""Codes for what is drawn: one set for a file of ten thousand names.

While lines are written, every cluster gets a code of its font: one for each
pair of what is drawn and what it says.  A glyph that stands for different
letters has several codes; a syllable of several glyphs has one.  So the map
from codes to letters (ToUnicode) says everything, and no reader has to guess.

Several processes may write parts of one file: each takes codes of its own,
which `fonts.embed` puts together.  The same parts give the same bytes.
"""

import functools
from dataclasses import dataclass, field

from mi_print.errors import MissingError
from mi_print.resources import FONTS
from mi_print.series.font_file import FontFile, advances
from mi_print.series.shape import Run

_CODES = 0x10000  # a code is two bytes

Drawn = tuple[str, tuple[tuple[int, int, int], ...], int]
"""What a code stands for: its text, its glyphs with their places, its width in font units."""

CodedRun = tuple[str, list[tuple[str, int]]]
"""A font's name in the resources; of each cluster its code, in hexadecimal, and its width.

Widths are what the font says, in its units: what is drawn may be kerned.
"""


@dataclass(slots=True)
class Coded:
    """One font of the file: which code, in hexadecimal, stands for what."""

    file: FontFile
    codes: dict[Drawn, str] = field(default_factory=dict)


@dataclass(slots=True)
class Fonts:
    """The fonts of a file, or of one process's part of it.

    Attributes:
        part: which of `parts` this is, from 0; each takes every `parts`-th code.
        parts: how many processes write the file.
        coded: the fonts by their names in a page's resources.
    """

    part: int = 0
    parts: int = 1
    coded: dict[str, Coded] = field(default_factory=dict)
    _latest: dict[FontFile, tuple[str, Coded]] = field(default_factory=dict)

    def run(self, run: Run) -> CodedRun:
        """Return the font's name in the resources, and each cluster's code and width.

        Readers turn a line that is read from the right round, letter by letter,
        and turn the letters of one code round with it; so these stand backwards.
        """
        name, coded = self._current(run.font, len(run.clusters))
        widths = advances(run.font)
        codes = coded.codes
        order = -1 if run.level % 2 else 1
        found = []
        for letters, glyphs, advance, _ in run.clusters:
            text = letters[::order]
            width = widths[glyphs[0][0]] if single(glyphs) else advance
            drawn = (text, glyphs, width)
            code = codes.get(drawn)
            if code is None:
                code = codes[drawn] = f"{1 + self.part + self.parts * len(codes):04x}"
            found.append((code, width))
        return name, found

    def _current(self, file: FontFile, more: int) -> tuple[str, Coded]:
        """Return the font that takes so many more codes: another one when that is full."""
        known = self._latest.get(file)
        if known and 1 + self.part + self.parts * (len(known[1].codes) + more) < _CODES:
            return known
        volume = sum(coded.file == file for coded in self.coded.values())
        name = _name(file) + (f"x{volume}" if volume else "")
        coded = self.coded[name] = Coded(file)
        self._latest[file] = name, coded
        return name, coded


def single(glyphs: tuple[tuple[int, int, int], ...]) -> bool:
    """Return whether a cluster is one glyph where it stands by nature."""
    return len(glyphs) == 1 and not glyphs[0][1] and not glyphs[0][2]


def _name(file: FontFile) -> str:
    """Return a bundled font's name in the resources, the same in every process."""
    number = _numbers().get(file)
    if number is None:
        raise MissingError(
            f"{file.path.name} is none of the TrueType fonts that travel with mi-print",
            "docs/fonts.md says how to add a font",
        )
    return f"F{number}"


@functools.cache
def _numbers() -> dict[FontFile, int]:
    return {FontFile(path): n for n, path in enumerate(sorted(FONTS.resolve().glob("*/*.ttf")))}
