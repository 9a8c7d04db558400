"""Write lines of glyphs as a page's content stream, with as few operators as can be.

A line is one `TJ` a font; between its strings is kerning alone, and tracking is
`Tc`.  The typesetter cuts kerning and tracking to whole thousandths of an em,
glyph by glyph.  So does this: else a stamped line would end up to half a point
from where the typeset one does.  The caller sets the colour.  ISO 32000-2, 9.4.
"""

import functools
from dataclasses import dataclass, field

from mi_print.series.codes import Fonts
from mi_print.series.fit import Fitted
from mi_print.series.font_file import advances
from mi_print.series.shape import Cluster, Run, Shaped

_PIXELS = 96 / 72  # CSS pixels in a point
_SCALE = 1024  # PANGO_SCALE


def text_stream(fitted: Fitted, left: float, top: float, fonts: Fonts) -> bytes:
    """Return the operators that write a fitted text.

    Args:
        fitted: the lines, with their places in the slot.
        left: the slot's left edge in the page's space, in points.
        top: its top edge, y up.
        fonts: take the codes that are used.

    Raises:
        ValueError: there is a character that no font has: a problem said before.
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
        said = _scattered(line.shaped)
        if said:
            parts.append(f"/Span <</ActualText <{_utf16(line.shaped.text)}>>> BDC")
        for number, run in enumerate(line.shaped.runs):
            name, shown = _shown(run, fonts, spacing, first=not number)
            if name != font:
                parts.append(f"/{name} {_number(fitted.size)} Tf")
                font = name
            parts.append(shown)
        if said:
            parts.append("EMC")
    if spacing.step:
        parts.append("0 Tc")
    parts.append("ET\n")
    return "\n".join(parts).encode()


@dataclass(frozen=True, slots=True)
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
        kerns: what `kern` has found.
    """

    scale: float
    shift: float = 0.0
    left: float = 0.0
    right: float = 0.0
    cut: int = 0
    kerns: dict[tuple[int, int, int, bool], int] = field(default_factory=dict)

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
            width: what its font says.
            advance: what it takes, kerned.
            upem: the units of both in an em.
            begins: whether the line begins with it, where there is no left half.
        """
        key = width, advance, upem, begins
        found = self.kerns.get(key)
        if found is None:
            unit = self.scale / upem
            drawn = round(width * unit) + round((advance - width) * unit)
            extra = -self.right if begins else self.shift - self.left - self.right
            whole = round(width * 1000 / upem)
            found = self.kerns[key] = int(whole + extra - drawn * 1000 / self.scale) - self.cut
        return found


def _shown(run: Run, fonts: Fonts, spacing: _Spacing, *, first: bool) -> tuple[str, str]:
    """Return a run's font and the operator that shows it.

    `first` says that the line begins here, where tracking has no left half.
    """
    name, codes = fonts.run(run)
    pieces: list[str] = []
    string = ""
    carry = 0.0
    begins = first and bool(spacing.step)
    if begins and run.level % 2 and run.marked:
        pieces.append(_number(-spacing.shift))
        begins = False
    for (code, width), cluster in zip(codes, run.clusters, strict=True):
        string += code
        kern = spacing.kern(width, cluster.advance, run.upem, begins=begins)
        begins = False
        if len(cluster.glyphs) > 1:
            carry += _lost(cluster, run, spacing.shift)
            kern -= round(carry)
            carry -= round(carry)
        if kern:
            pieces.append(f"<{string}>{kern}")
            string = ""
    if not pieces:
        return name, f"<{string}> Tj"
    last = f"<{string}>" if string else ""
    return name, f"[{''.join(pieces)}{last}] TJ"


def _lost(cluster: Cluster, run: Run, shift: float) -> float:
    """Return what the typesetter's cutting of marks' places adds to a cluster, in thousandths.

    It moves a mark to its place and back again, but back by whole thousandths.
    Tracking moves the letter; its marks are moved along, or back if they follow.
    """
    widths = advances(run.font)
    own = _SCALE / run.upem
    moved = shift if run.level % 2 else -shift
    lost, pen = 0.0, 0
    for glyph, x, _ in cluster.glyphs:
        width = widths[glyph]
        if not width:
            move = (x - pen) * own + moved
            lost += move - int(move)
            moved = moved if run.level % 2 else 0
        pen += width
    return lost


def _scattered(line: Shaped) -> bool:
    """Return whether a line is single letters with spaces between, as in a short Chinese name.

    Poppler drops spaces and guesses them from the gaps; here it finds nothing
    to guess from, so the line says what it is.
    """
    spaces = line.text.count(" ")
    letters = sum(len(run.clusters) for run in line.runs)
    return bool(spaces) and letters == 2 * spaces + 1 and not any(r.level % 2 for r in line.runs)


def _utf16(text: str) -> str:
    return (b"\xfe\xff" + text.encode("utf-16-be")).hex()


def _number(value: float, digits: int = 3) -> str:
    """Return a number as PDF writes it, to a thousandth of a point."""
    return f"{value:.{digits}f}".rstrip("0").rstrip(".") or "0"
