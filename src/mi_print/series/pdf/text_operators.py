"""Write lines of glyphs as a page's content stream, with as few operators as can be.

A line is one `TJ` a font; between its strings is kerning alone, and tracking is
`Tc`.  The typesetter cuts kerning and tracking to whole thousandths of an em,
glyph by glyph.  So does this: else a stamped line would end up to half a point
from where the typeset one does.  The caller sets the colour.  ISO 32000-2, 9.4.
"""

import functools
from dataclasses import dataclass

from mi_print.layout.copyfit.fit import FittedText
from mi_print.layout.text.shaping.clusters import Cluster
from mi_print.layout.text.shaping.font_file import FontFile, advances, units_per_em
from mi_print.layout.text.shaping.shape import GlyphRun, ShapedLine
from mi_print.series.pdf.cid_map import CodedFont, UsedFonts

_PIXELS = 96 / 72  # CSS pixels in a point
_SCALE = 1024  # PANGO_SCALE


def text_operators(fitted: FittedText, left: float, top: float, fonts: UsedFonts) -> bytes:
    """Return the operators that write a fitted text.

    Args:
        fitted: the lines, with their places in the slot.
        left: the slot's left edge in the page's space, in points.
        top: its top edge, y up.
        fonts: take the codes that are used.

    Raises:
        ValueError: there is a character that no font has: a problem that is reported before.
    """
    if fitted.missing:
        raise ValueError(f"no font has {fitted.missing!r}")
    spacing = _Spacing.of(fitted.size, fitted.tracking)
    parts = ["BT"]
    if spacing.step:
        parts.append(f"{_number(spacing.step * fitted.size / 1000, 5)} Tc")
    font = ""
    x = y = 0.0
    for line in fitted.lines:
        to_x, to_y = round(left + line.x, 3), round(top - line.baseline, 3)
        parts.append(f"{_number(to_x - x)} {_number(to_y - y)} Td")
        x, y = to_x, to_y
        scattered = _scattered(line.shaped)
        if scattered:
            parts.append(f"/Span <</ActualText <{_utf16(line.shaped.text)}>>> BDC")
        for number, run in enumerate(line.shaped.runs):
            coded = fonts.taking(run.font, len(run.clusters))
            if coded.name != font:
                parts.append(f"/{coded.name} {_number(fitted.size)} Tf")
                font = coded.name
            parts.append(_shown(run, coded, spacing, first=not number))
        if scattered:
            parts.append("EMC")
    if spacing.step:
        parts.append("0 Tc")
    parts.append("ET\n")
    return "\n".join(parts).encode()


@dataclass(frozen=True, slots=True, eq=False)
class _Spacing:
    """How the typesetter sets letters apart, in thousandths of an em.

    Pango puts half of the tracking on each side of a letter, and WeasyPrint
    takes Pango's units (1024 a pixel) for thousandths when it moves a letter by
    the half on its left: `shift` is that, `left` the half as it should be.

    Attributes:
        scale: Pango's units in an em.
        shift: by how much a letter is moved.
        left: the half of the tracking on a letter's left.
        right: the other half.
        cut: the whole thousandths that all letters are moved together by.
    """

    scale: float
    shift: float = 0.0
    left: float = 0.0
    right: float = 0.0
    cut: int = 0

    @classmethod
    @functools.lru_cache(maxsize=256)
    def of(cls, size: float, tracking: float) -> "_Spacing":
        scale = int(size * _PIXELS * _SCALE)
        if not tracking:
            return cls(scale)
        whole = int(tracking * size * _PIXELS * _SCALE)
        half = int(whole / 2)
        shift = half * _SCALE / scale
        thousandth = 1000 / scale
        cut = int(shift - whole * thousandth)
        return cls(scale, shift, half * thousandth, (whole - half) * thousandth, cut)

    @property
    def step(self) -> float:
        """What `Tc` adds after each letter."""
        return self.shift - self.cut

    def kern(self, width: int, advance: int, upem: int, *, begins: bool) -> int:
        """Return by how much a letter is drawn back, in whole thousandths.

        Args:
            width: by its font.
            advance: what it takes, kerned.
            upem: the units of both in an em.
            begins: whether the line begins with it, where there is no left half.
        """
        unit = self.scale / upem
        drawn = round(width * unit) + round((advance - width) * unit)
        extra = -self.right if begins else self.shift - self.left - self.right
        whole = round(width * 1000 / upem)
        return int(whole + extra - drawn * 1000 / self.scale) - self.cut


class _Shown(dict[Cluster, tuple[str, int, float]]):
    """A font's clusters in one spacing: of each its code, its kern and what it loses."""

    def __init__(
        self, coded: CodedFont, spacing: _Spacing, *, backward: bool, begins: bool
    ) -> None:
        """Begin; a cluster is added when it is first shown."""
        self._given = coded, spacing, backward, begins

    def __missing__(self, cluster: Cluster) -> tuple[str, int, float]:
        coded, spacing, backward, begins = self._given
        code, width = coded.code(cluster, backward=backward)
        upem = units_per_em(coded.file)
        kern = spacing.kern(width, cluster.advance, upem, begins=begins)
        lost = 0.0
        if len(cluster.glyphs) > 1:
            lost = _lost(cluster, coded.file, spacing.shift, backward=backward)
        found = self[cluster] = code, kern, lost
        return found


_shown_in = functools.lru_cache(maxsize=512)(_Shown)


def _shown(run: GlyphRun, coded: CodedFont, spacing: _Spacing, *, first: bool) -> str:
    """Return the operator that shows a run.

    `first`: the line begins here, where tracking has no left half.
    """
    pieces: list[str] = []
    string = ""
    carry = 0.0
    backward = bool(run.level % 2)
    begins = first and bool(spacing.step)
    if begins and backward and run.marked:
        pieces.append(_number(-spacing.shift))
        begins = False
    inside = _shown_in(coded, spacing, backward=backward, begins=False)
    found = list(map(inside.__getitem__, run.clusters))
    if begins:
        found[0] = _shown_in(coded, spacing, backward=backward, begins=True)[run.clusters[0]]
    for code, kern, lost in found:
        string += code
        carry += lost
        made_up = round(carry) if lost else 0
        carry -= made_up
        if kern != made_up:
            pieces.append(f"<{string}>{kern - made_up}")
            string = ""
    if not pieces:
        return f"<{string}> Tj"
    last = f"<{string}>" if string else ""
    return f"[{''.join(pieces)}{last}] TJ"


def _lost(cluster: Cluster, file: FontFile, shift: float, *, backward: bool) -> float:
    """Return what the typesetter's cutting of marks' places adds to a cluster, in thousandths.

    It moves a mark to its place and back again, but back by whole thousandths.
    Tracking moves the letter; its marks are moved along, or back if they follow.
    """
    widths = advances(file)
    own = _SCALE / units_per_em(file)
    moved = shift if backward else -shift
    lost, pen = 0.0, 0
    for glyph, x, _ in cluster.glyphs:
        width = widths[glyph]
        if not width:
            move = (x - pen) * own + moved
            lost += move - int(move)
            moved = moved if backward else 0
        pen += width
    return lost


def _scattered(line: ShapedLine) -> bool:
    """Return whether a line is single letters with spaces between, as in a short Chinese name.

    Poppler drops spaces and guesses them from the gaps; here it finds nothing
    to guess from, so the line has an ActualText.
    """
    spaces = line.text.count(" ")
    if not spaces or any(run.level % 2 for run in line.runs):
        return False
    return sum(len(run.clusters) for run in line.runs) == 2 * spaces + 1


def _utf16(text: str) -> str:
    return (b"\xfe\xff" + text.encode("utf-16-be")).hex()


@functools.lru_cache(maxsize=4096)
def _number(value: float, digits: int = 3) -> str:
    """Return a number as PDF writes it, to a thousandth of a point."""
    return f"{value:.{digits}f}".rstrip("0").rstrip(".") or "0"
