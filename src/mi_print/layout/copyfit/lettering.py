"""Rows of lettering (`lettered` of templates): each as large as its place allows, none touching.

A name is one word or ten, in any script, and has to be read at three metres.
Rows (given name, family name, affiliation) are the texts of a stack, whose sizes
are whole points.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from mi_print.layout.copyfit.fit_box import NO_END, FitBox, FitRange
from mi_print.layout.copyfit.stack import Stack, stacked
from mi_print.layout.copyfit.stack_text import StackText
from mi_print.layout.grid import HALF_CAP
from mi_print.layout.text.pango import Face
from mi_print.layout.text.typography import direction, typographic

_STEP = 1.0  # points: sizes are whole
_GAP = 0.2  # em of the smaller row: the least white between the ink of two
_NEXT = 0.001  # points: the least from baseline to baseline, which ink makes more


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
        limit: the number of the row than which it is never larger, from 0.
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
    limit: int | None = None


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
    texts: list[StackText] = []
    baseline = place.baseline
    for row in rows:
        baseline += max(row.drop, _NEXT) if texts else 0.0
        width = row.width or place.width
        room = FitBox(
            width=width,
            height=NO_END,
            face=row.face,
            fit=FitRange(row.face.size, row.floor, row.least, row.few, row.most),
            align="right" if place.from_right else "left",
            hang=True,
            step=_STEP,
        )
        texts.append(
            StackText(
                text=typographic(row.text),
                lang=lang,
                room=room,
                corner=(0.0, 0.0),
                baseline=baseline,
                by_last=not texts,
                left=place.width - width if place.from_right else 0.0,
                limit=row.limit,
            )
        )
    found = stacked(texts, Stack("", (0.0, 0.0, place.width, place.height), gap=_GAP))
    return [
        [
            LetteredLine(
                line.shaped.text, row.step, row.face.sized(each.size), line.x, line.baseline
            )
            for line in each.lines
        ]
        for row, each in zip(rows, found, strict=True)
    ]
