"""Findings that depend only on how something looks, reckoned once for all that look alike.

Of a hundred thousand lines and strings most have one of a few colours, sizes
and fonts, and most rules depend on nothing else.
"""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace

from mi_print.preflight.interpreter.display_list import Paint, Painted, PaintedShape, PaintedText
from mi_print.preflight.rules import gwg, pdfx, shop_rules
from mi_print.preflight.rules.finding import Finding
from mi_print.preflight.rules.gwg import GwgColumn
from mi_print.trade.shop_wishes import Process

_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class CachedFindings:
    """What rules find in what is painted.

    Attributes:
        anywhere: holds wherever it is painted, in masks and outside the page too.
        inked: holds if it lays down ink, outside the page too.
        printed: holds if it comes to the press.
        spots: the spot inks that it can print.
    """

    anywhere: tuple[Finding, ...]
    inked: tuple[Finding, ...]
    printed: tuple[Finding, ...]
    spots: tuple[str, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing is found."""
        return not (self.anywhere or self.inked or self.printed)

    def on(self, painted: Painted) -> "CachedFindings":
        """Return the same of something else that looks alike."""
        if self.empty:
            return self
        anywhere, inked = _moved(self.anywhere, painted), _moved(self.inked, painted)
        return CachedFindings(anywhere, inked, _moved(self.printed, painted), self.spots)


class RuleCache:
    """The rules that depend on the look of what is painted alone."""

    def __init__(self, column: GwgColumn, intent: int, *, x1a: bool) -> None:
        """Begin with an empty cache.

        Args:
            column: whom the file goes to.
            intent: how many parts the output intent's colours have.
            x1a: whether the file says it is PDF/X-1a.
        """
        self._column, self._intent, self._x1a = column, intent, x1a
        self._office = column.shop.process is Process.OFFICE
        self._known: dict[Hashable, CachedFindings] = {}
        self._last: tuple[Paint, float | None, CachedFindings] | None = None

    def findings(self, painted: Painted) -> CachedFindings:
        """Return what is found in what is painted."""
        if isinstance(painted, PaintedShape):
            last = self._last  # rows of like shapes, as in a code, are asked about once
            if last is None or last[0] is not painted.paint or last[1] != painted.width:
                known = self._cached(painted, (painted.paint, painted.width))
                last = self._last = painted.paint, painted.width, known
            return last[2].on(painted)
        if isinstance(painted, PaintedText):
            return self._cached(painted, (painted.font, painted.size, painted.paints)).on(painted)
        return self._verdict(painted)

    def _cached(self, painted: Painted, look: Hashable) -> CachedFindings:
        known = self._known.get(look)
        if known is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            known = self._known[look] = self._verdict(painted)
        return known

    def _verdict(self, painted: Painted) -> CachedFindings:
        spots = dict.fromkeys(spot for space in pdfx.spaces(painted) for spot in space.spots)
        printed = tuple(gwg.findings(painted, self._column))
        inked = tuple(shop_rules.anywhere(painted, self._column.shop))
        return CachedFindings(tuple(self._anywhere(painted)), inked, printed, tuple(spots))

    def _anywhere(self, painted: Painted) -> Iterator[Finding]:
        yield from pdfx.fonts(painted)
        if not self._office:
            yield from pdfx.findings(painted, self._intent, x1a=self._x1a)


def _moved(found: tuple[Finding, ...], painted: Painted) -> tuple[Finding, ...]:
    return tuple(replace(each, subject=painted) for each in found)
