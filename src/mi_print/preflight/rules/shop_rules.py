"""Our own rules for what a page paints: not too small, not cut off, no missing letters."""

from collections.abc import Iterator

from mi_print.geometry import common, empty, inside
from mi_print.preflight.interpreter.display_list import (
    Painted,
    PaintedShape,
    PaintedText,
    PaintedThrough,
)
from mi_print.preflight.pdf.open_file import OpenPage
from mi_print.preflight.rules.finding import Finding, size_in_words
from mi_print.problem import Severity
from mi_print.trade.shop_wishes import ShopWishes

_SLACK = 0.5
"""Points by which a box of text, which is an estimate, may cross an edge."""
_SPACE = 0.35
"""Of the size: how wide a space at the end of a string is, at most."""
_GRAIN = 0.01


def findings(painted: Painted, open_page: OpenPage, shop: ShopWishes) -> Iterator[Finding]:
    """Yield what our rules find in something where it stands on the page."""
    if isinstance(painted, PaintedText):
        yield from _glyphs(painted)
        if painted.paints:
            yield from _small(painted, shop)
            if painted.place is PaintedThrough.PAGE:
                yield from _cut(painted, open_page)


def anywhere(painted: Painted, shop: ShopWishes) -> Iterator[Finding]:
    """Yield what our rules find in something wherever it stands."""
    if isinstance(painted, PaintedShape) and painted.width is not None:
        least = shop.thinnest_line
        if painted.width < least - _GRAIN:
            hint = f"the shop prints no line below {size_in_words(least)}"
            yield Finding("MP-FIT", Severity.WARNING, painted, "is too thin to print", hint)


def _glyphs(text: PaintedText) -> Iterator[Finding]:
    missing = sum(map(text.font.missing, text.codes))
    if missing and text.font.embedded:
        fault = f"shows {missing} characters that the font has no letter for"
        if missing == 1:
            fault = "shows a character that the font has no letter for"
        hint = "set it in a font that has them"
        yield Finding("MP-GLYPH", Severity.ERROR, text, fault, hint)


def _small(text: PaintedText, shop: ShopWishes) -> Iterator[Finding]:
    least = shop.smallest_text
    if text.size < least - _GRAIN:
        hint = f"the shop prints no text below {size_in_words(least)}"
        yield Finding("MP-FIT", Severity.ERROR, text, "is too small to print", hint)


def _cut(text: PaintedText, open_page: OpenPage) -> Iterator[Finding]:
    box, trim = text.box, open_page.boxes.trim
    whole = inside(box, text.clip, _SLACK) and inside(box, trim, _SLACK)
    if whole or empty(common(box, open_page.boxes.bleed)):  # a slug may stand outside
        return
    said = text.font.text(text.codes)
    if not said.strip():
        return
    slack = _SLACK + _SPACE * text.size * (len(said) - len(said.strip()))
    seen = common(box, text.clip)
    if empty(seen):
        hint = "take away what nobody will see, or make room for it"
        yield Finding("MP-FIT", Severity.WARNING, text, "is hidden by a clip", hint)
        return
    if not inside(box, text.clip, slack):
        hint = "make room for it, or shorten it"
        yield Finding("MP-FIT", Severity.ERROR, text, "is cut off by a clip", hint)
    if not inside(seen, trim, slack):
        hint = "move it inside the trim"
        yield Finding("MP-FIT", Severity.ERROR, text, "will be cut off with the bleed", hint)
