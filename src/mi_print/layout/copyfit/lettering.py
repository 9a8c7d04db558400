"""Set a name as large as it goes: the lines of a badge, by measuring and nothing else.

A name is one word or ten, in any script, and has to be read at three metres.
So each row of lettering (given name, family name, affiliation) is set in the
largest size in which it is as wide as its place, and the rows stand where the
layout wants them unless their ink would touch: a tall script moves the next
row down, and when the foot is reached the first row shrinks.

Sizes are whole points.  Ink is measured once, at 100 pt: no font here is
hinted, so every other size is a proportion of it.
"""

import dataclasses
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from mi_print.layout.grid import HALF_CAP
from mi_print.layout.text.pango import Extent, Face, measure
from mi_print.layout.text.typography import direction, typographic

_TRIAL = 100.0  # points: the size at which ink is measured
_GAP = 0.2  # em of the smaller line: the least white between the ink of two rows
_CLOSE = 0.04  # the same between the lines of a row
_GAIN = 1.2  # by how much larger a name must get for a break after a hyphen
_VIRAMA = 9  # Unicode's combining class of the sign that joins two consonants

_SPACES = re.compile(r"[^ ]+ *")
_JOINTS = re.compile(r"[^ \-‐–/·・]*[ \-‐–/·・]*")


@dataclass(frozen=True, slots=True)
class LetteredRow:
    """What is to be set: its text, the face of its wished size, and how it may shrink.

    Attributes:
        text: the words.
        step: the step of the type scale, for the CSS class.
        face: that step in the size that it has where there is room.
        least: a size below which it would rather have one more line.
        floor: the size below which it is never set.
        few: the fewest lines, if there is where to break.
        most: the most lines.
        drop: from the baseline above to its first baseline, in points.
        width: how wide it may be, in points, if not as wide as its place.
    """

    text: str
    step: str
    face: Face
    least: float
    floor: float
    few: int = 1
    most: int = 1
    drop: float = 0.0
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class LetteredLine:
    """A line as it is placed, in points from its place's top left corner."""

    text: str
    step: str
    face: Face
    left: float
    baseline: float

    @property
    def direction(self) -> str:
        """Whether it is read from the left ("ltr") or from the right ("rtl")."""
        return direction(self.text)

    @property
    def style(self) -> str:
        """The CSS of its size and place."""
        size = self.face.size
        top = self.baseline - (0.5 + HALF_CAP) * size
        return f"left:{self.left:.3f}pt;top:{top:.3f}pt;font-size:{size:g}pt;line-height:{size:g}pt"


@dataclass(frozen=True, slots=True)
class LetteringBox:
    """A rectangle for lettering, in points: `baseline` is that of the first row, from the top."""

    width: float
    height: float
    baseline: float
    from_right: bool = False


def lettered(
    rows: Sequence[LetteredRow], place: LetteringBox, lang: str
) -> list[list[LetteredLine]]:
    """Return the lines of each row, as large as the place allows.

    `place.baseline` is wished for the last line of the first row.  What can't
    be set at its floor runs out of the place, where the checks of the pages find it.
    """
    rows = [dataclasses.replace(row, text=typographic(row.text)) for row in rows]
    fitted = [_fitted(row, row.width or place.width, lang) for row in rows]
    while True:
        baselines = _baselines(rows, fitted, place, lang)
        last, face = fitted[-1][0][-1], fitted[-1][1]
        excess = baselines[-1][-1] + _depth(last, face, lang) - place.height
        shrunk = _shrunk(rows, fitted, place, lang) if excess > 0 else None
        if shrunk is None:
            break
        fitted = shrunk
    return [
        [
            LetteredLine(line, row.step, face, _left(line, face, place, lang), baseline)
            for line, baseline in zip(lines, heights, strict=True)
        ]
        for row, (lines, face), heights in zip(rows, fitted, baselines, strict=True)
    ]


RowFit = tuple[list[str], Face]


def _fitted(row: LetteredRow, width: float, lang: str, cap: float | None = None) -> RowFit:
    """Return a row's lines in the largest size that is as wide as `width`, `cap` at most."""
    cap = min(cap or row.face.size, row.face.size)

    def best(pieces: list[str]) -> RowFit:
        found: list[RowFit] = []
        for count in range(min(row.few, len(pieces)), min(row.most, len(pieces)) + 1):
            lines = _even(pieces, count, lambda line: _room(line, row.face, lang))
            widest = max(_room(line, row.face, lang) for line in lines)
            size = max(min(cap, int(_TRIAL * width / widest + 1e-6)), 1.0)
            found.append((lines, _sized(row.face, size)))
            if size >= min(row.least, cap):
                break
        return max(found, key=lambda fit: fit[1].size)

    fit = best(_SPACES.findall(row.text))
    if fit[1].size < row.least:
        other = best([piece for piece in _JOINTS.findall(row.text) if piece])
        fit = other if other[1].size >= _GAIN * fit[1].size else fit
    if fit[1].size < row.floor:
        longest = _TRIAL * width / row.floor
        other = best(
            [
                part
                for piece in _SPACES.findall(row.text)
                for part in (
                    [piece] if _room(piece, row.face, lang) <= longest else _clusters(piece)
                )
            ]
        )
        fit = other if other[1].size > fit[1].size else fit
    return fit[0], _sized(row.face, max(fit[1].size, row.floor))


def _shrunk(
    rows: Sequence[LetteredRow], fitted: list[RowFit], place: LetteringBox, lang: str
) -> list[RowFit] | None:
    """Return the rows with one of them a point smaller: the first that is above its floor."""
    for number, (row, (_, face)) in enumerate(zip(rows, fitted, strict=True)):
        if face.size - 1 >= row.floor:
            smaller = _fitted(row, row.width or place.width, lang, face.size - 1)
            return [*fitted[:number], smaller, *fitted[number + 1 :]]
    return None


def _baselines(
    rows: Sequence[LetteredRow], fitted: Sequence[RowFit], place: LetteringBox, lang: str
) -> list[list[float]]:
    """Return each line's baseline: as wished, unless ink would touch."""
    found: list[list[float]] = []
    above: tuple[str, Face, float] | None = None
    for row, (lines, face) in zip(rows, fitted, strict=True):
        baselines = []
        for number, line in enumerate(lines):
            wished, gap = (face.leading, _CLOSE) if number else (row.drop, _GAP)
            least = _apart(above[:2], (line, face), gap, lang) if above else 0
            baseline = above[2] + max(wished, least) if above else 0
            baselines.append(baseline)
            above = line, face, baseline
        found.append(baselines)
    (first, *_), face = fitted[0]
    (last, *_) = reversed(fitted[-1][0])
    top = _ink(first, face, lang).ink_top
    bottom = found[-1][-1] + _depth(last, fitted[-1][1], lang)
    shift = min(place.baseline - found[0][-1], place.height - bottom)
    shift = max(shift, top)
    return [[baseline + shift for baseline in row] for row in found]


def _apart(upper: tuple[str, Face], lower: tuple[str, Face], gap: float, lang: str) -> float:
    """Return the least distance of two baselines at which the lines' ink is apart."""
    white = gap * min(upper[1].size, lower[1].size)
    return _ink(*upper, lang).ink_bottom + white + _ink(*lower, lang).ink_top


def _depth(line: str, face: Face, lang: str) -> float:
    """Return how far below its baseline a line reaches: its ink, and its line box."""
    return max(_ink(line, face, lang).ink_bottom, (0.5 - HALF_CAP) * face.size)


def _left(line: str, face: Face, place: LetteringBox, lang: str) -> float:
    """Return the left of a line whose ink begins on the place's edge."""
    ink = _ink(line, face, lang)
    return place.width - ink.ink_right if place.from_right else -ink.ink_left


def _sized(face: Face, size: float) -> Face:
    return dataclasses.replace(face, size=size, leading=face.leading * size / face.size)


def _room(line: str, face: Face, lang: str) -> float:
    """Return how wide a line is at 100 pt without the white before its first letter."""
    extent = measure(line, _sized(face, _TRIAL), lang)
    return max(extent.width - extent.ink_left, extent.ink_right)


def _ink(line: str, face: Face, lang: str) -> Extent:
    return measure(line, _sized(face, _TRIAL), lang).scaled(face.size / _TRIAL)


def _even(pieces: list[str], count: int, measured: Callable[[str], float]) -> list[str]:
    """Return the pieces in so many lines whose longest is as short as can be."""

    @cache
    def broken(start: int, left: int) -> tuple[float, tuple[str, ...]]:
        if left == 1:
            line = _joined(pieces[start:])
            return measured(line), (line,)
        ways = []
        for end in range(start + 1, len(pieces) - left + 2):
            line = _joined(pieces[start:end])
            width, rest = broken(end, left - 1)
            ways.append((max(measured(line), width), (line, *rest)))
        return min(ways, key=lambda way: way[0])

    return list(broken(0, count)[1])


def _joined(pieces: Sequence[str]) -> str:
    return "".join(pieces).strip()


def _clusters(text: str) -> list[str]:
    """Return the text in letters with their marks: where it breaks if it must."""
    ends = [
        number
        for number, (before, after) in enumerate(pairwise(text), 1)
        if not unicodedata.category(after).startswith("M")
        and after != "\u200d"
        and before != "\u200d"
        and unicodedata.combining(before) != _VIRAMA
    ]
    return [text[a:b] for a, b in pairwise([0, *ends, len(text)])]
