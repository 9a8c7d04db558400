"""Showing text: where a string comes to stand, and how large (ISO 32000-1, 9.4)."""

from mi_print.geometry import IDENTITY, Matrix, Rectangle, around, scales, times
from mi_print.preflight.fonts.font import Font
from mi_print.preflight.interpreter.graphics_state import GraphicsState

_THOUSAND = 1000.0
_SPACE = 32
_CAPITALS = 0.7  # of the size: what stands above the baseline, give or take the font


class TextPosition:
    """The text matrix and the matrix of the line's start."""

    __slots__ = ("start", "text")

    def __init__(self) -> None:
        """Begin at the origin, as `BT` does."""
        self.text: Matrix = IDENTITY
        self.start: Matrix = IDENTITY

    def move(self, x: float, y: float) -> None:
        """Go to the next line, so far from the start of this one."""
        self.start = self.text = times((1.0, 0.0, 0.0, 1.0, x, y), self.start)

    def put(self, m: Matrix) -> None:
        """Begin a line anywhere."""
        self.start = self.text = m

    def show(
        self, parts: tuple[object, ...], state: GraphicsState, font: Font
    ) -> tuple[tuple[int, ...], Rectangle, float]:
        """Move on over strings and the numbers between them.

        Returns:
            The codes shown, the rectangle from the baseline to the top of its
            capitals on the page, and the size in points on the page.
        """
        size, stretch = state.size, state.stretch
        codes: list[int] = []
        at = end = 0.0
        begin: float | None = None
        simple = font.codes is None
        for part in parts:
            if not isinstance(part, bytes):
                at -= float(part) / _THOUSAND * size * stretch  # type: ignore[arg-type]
                continue
            begin = at if begin is None else begin
            shown = font.split(part)
            codes += shown
            moved = sum(map(font.width, shown)) / _THOUSAND * size
            moved += state.letter_space * len(shown)
            if simple and state.word_space:
                moved += state.word_space * shown.count(_SPACE)
            at += moved * stretch
            end = at - state.letter_space * stretch if shown else at
        whole = times(self.text, state.ctm)
        self.text = times((1.0, 0.0, 0.0, 1.0, at, 0.0), self.text)
        first = begin or 0.0
        low, high = state.rise, state.rise + _CAPITALS * size
        box = (min(first, end), min(low, high), max(first, end), max(low, high))
        return tuple(codes), around(box, whole), abs(size) * scales(whole)[1]
