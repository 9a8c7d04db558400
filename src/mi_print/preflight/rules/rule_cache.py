"""What is found in a thing wherever it stands, asked once for all things that look alike.

Of a hundred thousand lines and strings most have one of a few colours, sizes
and fonts, and most rules ask for nothing else.
"""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace

from mi_print.preflight.interpreter.display_list import Paint, Painted, PaintedShape, PaintedText
from mi_print.preflight.rules import gwg, pdfx, shop_rules
from mi_print.preflight.rules.finding import Finding
from mi_print.preflight.rules.gwg import GwgColumn
from mi_print.trade.shops import Process

_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class CachedFindings:
    """What rules find in a thing.

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
    def silent(self) -> bool:
        """Whether nothing is found."""
        return not (self.anywhere or self.inked or self.printed)

    def said(self, thing: Painted) -> "CachedFindings":
        """Return the same of another thing."""
        if self.silent:
            return self
        anywhere, inked = _said(self.anywhere, thing), _said(self.inked, thing)
        return CachedFindings(anywhere, inked, _said(self.printed, thing), self.spots)


class RuleCache:
    """The rules that go by the look of things alone."""

    def __init__(self, press: GwgColumn, intent: int, *, x1a: bool) -> None:
        """Begin with nothing seen.

        Args:
            press: whom the file goes to.
            intent: how many parts the output intent's colours have.
            x1a: whether the file says it is PDF/X-1a.
        """
        self._press, self._intent, self._x1a = press, intent, x1a
        self._office = press.shop.process is Process.OFFICE
        self._known: dict[Hashable, CachedFindings] = {}
        self._last: tuple[Paint, float | None, CachedFindings] | None = None

    def of(self, thing: Painted) -> CachedFindings:
        """Return what is found in a thing."""
        if isinstance(thing, PaintedShape):
            last = self._last  # rows of like shapes, as in a code, are asked about once
            if last is None or last[0] is not thing.paint or last[1] != thing.width:
                known = self._look(thing, (thing.paint, thing.width))
                last = self._last = thing.paint, thing.width, known
            return last[2].said(thing)
        if isinstance(thing, PaintedText):
            return self._look(thing, (thing.font, thing.size, thing.paints)).said(thing)
        return self._verdict(thing)

    def _look(self, thing: Painted, look: Hashable) -> CachedFindings:
        known = self._known.get(look)
        if known is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            known = self._known[look] = self._verdict(thing)
        return known

    def _verdict(self, thing: Painted) -> CachedFindings:
        spots = dict.fromkeys(spot for space in pdfx.spaces(thing) for spot in space.spots)
        printed = tuple(gwg.things(thing, self._press))
        inked = tuple(shop_rules.anywhere(thing, self._press.shop))
        return CachedFindings(tuple(self._anywhere(thing)), inked, printed, tuple(spots))

    def _anywhere(self, thing: Painted) -> Iterator[Finding]:
        yield from pdfx.fonts(thing)
        if not self._office:
            yield from pdfx.things(thing, self._intent, x1a=self._x1a)


def _said(found: tuple[Finding, ...], thing: Painted) -> tuple[Finding, ...]:
    return tuple(replace(each, thing=thing) for each in found)
