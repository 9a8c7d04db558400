"""Lines of one face as a block, and where they stand so that nothing touches: by their ink."""

from dataclasses import dataclass, replace

from mi_print.layout.grid import HALF_CAP
from mi_print.layout.text.pango import Face, measure
from mi_print.layout.text.shaping.line_clearance import clear_of_each_other

_APART = 0.06
"""Em between the ink of a block and that of the next."""


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Lines that stand below each other, in points.

    Attributes:
        lines: none of a block that is empty.
        size: of the type.
        leading: at which their ink does not touch.
        above: the first baseline, from the top of the first line's box.
        ascent: how far ink reaches up from the first baseline.
        depth: how far it reaches down from there, with all lines.
        last: how far it reaches down from the last baseline.
        top: of the first line's box.
    """

    lines: list[str]
    size: float
    leading: float
    above: float
    ascent: float = 0.0
    depth: float = 0.0
    last: float = 0.0
    top: float = 0.0

    @property
    def baseline(self) -> float:
        """The first one."""
        return self.top + self.above

    @property
    def foot(self) -> float:
        """Where the last line's box ends."""
        return self.top + len(self.lines) * self.leading

    @property
    def lowest(self) -> float:
        """Where the ink ends."""
        return self.baseline + self.depth

    def on(self, baseline: float) -> "TextBlock":
        """Return it with its first line on a baseline."""
        return replace(self, top=baseline - self.above)

    def under(self, other: "TextBlock", gap: float = 0.0) -> "TextBlock":
        """Return it below another, at least so far that neither boxes nor ink overlap."""
        ink = other.lowest + self.ascent + _APART * self.size
        return self.on(max(other.foot + gap + self.above, ink))


def text_block(lines: list[str], face: Face, lang: str) -> TextBlock:
    """Return lines in a face as a block whose top is 0."""
    leading = clear_of_each_other(lines, face, lang).leading
    above = leading / 2 + HALF_CAP * face.size
    if not lines:
        return TextBlock([], face.size, leading, above)
    first, last = (measure(lines[at], face, lang) for at in (0, -1))
    depth = (len(lines) - 1) * leading + last.ink_bottom
    return TextBlock(lines, face.size, leading, above, first.ink_top, depth, last.ink_bottom)
