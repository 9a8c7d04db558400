"""PDF/X for what a page paints (ISO 15930-7; ISO 15930-4 for files that say they are X-1a)."""

from collections.abc import Iterator

from mi_print.preflight.colour.colour_spaces import DEVICE, ColourSpace, used
from mi_print.preflight.interpreter.display_list import (
    NotedUse,
    Painted,
    PaintedImage,
    PaintedShading,
    PaintedShape,
    PaintedText,
)
from mi_print.preflight.rules.finding import Finding
from mi_print.problem import Severity

E = Severity.ERROR
_X1A_COLOURS = {"DeviceGray", "DeviceCMYK", "Separation", "DeviceN"}
_USES = {
    "transfer": ("X-GS", "is set", "take it away: the press has its own curves"),
    "halftone": ("X-GS", "is set", "take it away: the press has its own screens"),
    "lzw": ("X-FILT", "is drawn", "compress it otherwise"),
    "external": ("X-EXT", "is drawn", "put what it stands for into the file"),
}


def spaces(painted: Painted) -> tuple[ColourSpace, ...]:
    """Return the colour spaces that something is painted in."""
    if isinstance(painted, PaintedText):
        return tuple(paint.space for paint in painted.paints)
    if isinstance(painted, PaintedShape):
        return (painted.paint.space,)
    if isinstance(painted, PaintedImage):
        found = painted.space or (painted.paint.space if painted.paint else None)
        return (found,) if found else ()
    return (painted.space,) if isinstance(painted, PaintedShading) else ()


def fonts(painted: Painted) -> Iterator[Finding]:
    """Yield what is wrong with the font of a text."""
    if not isinstance(painted, PaintedText):
        return
    font = painted.font
    if not font.embedded:
        hint = "embed all fonts: the shop has others of the same name"
        yield Finding("X-FONT", E, painted, f"is in a font that is not embedded, {font.name}", hint)
    elif font.fault:
        hint = "embed the whole font anew: the shop's machine can't draw it"
        fault = f"is in the font {font.name}, whose program is unsound: {font.fault}"
        yield Finding("X-FONT", E, painted, fault, hint)


def widths(text: PaintedText) -> Iterator[Finding]:
    """Yield whether a text's widths are others than those of the font's program (9.2.4)."""
    if any(map(text.font.misfit, text.codes)):
        hint = "export the file again: what sets it by the font would set it otherwise"
        fault = f"is in the font {text.font.name}, whose widths are not those of its program"
        yield Finding("X-FONT", E, text, fault, hint)


def findings(painted: Painted, intent: int, *, x1a: bool) -> Iterator[Finding]:
    """Yield what PDF/X finds in what is painted.

    Args:
        painted: What is painted or used.
        intent: How many parts the output intent's colours have.
        x1a: Whether the file says it is PDF/X-1a.
    """
    for space in spaces(painted):
        yield from _colours(painted, used(space), intent)
        strange = sorted(set(used(space)) - _X1A_COLOURS)
        if x1a and strange:
            hint = "convert it to CMYK for the shop's condition"
            yield Finding("X1A-COL", E, painted, f"is in {' on '.join(strange)}", hint)
    if isinstance(painted, NotedUse):
        yield from _use(painted, intent, x1a=x1a)


def _use(painted: NotedUse, intent: int, *, x1a: bool) -> Iterator[Finding]:
    if painted.what in _USES:
        rule, fault, hint = _USES[painted.what]
        yield Finding(rule, E, painted, fault, hint)
    elif painted.what == "transparency" and x1a:
        hint = "flatten it, or hand in PDF/X-4"
        yield Finding("X1A-TRANS", E, painted, "is in a PDF/X-1a file", hint)
    elif painted.what == "group" and _foreign(painted.said, intent):
        fault = f"blends in {painted.said}, which is not the output intent's colour"
        named = NotedUse(painted.box, painted.what, "a transparency group")
        yield Finding("X-COL", E, named, fault, "let it blend in the output intent's space")


def _foreign(family: str, intent: int) -> bool:
    return DEVICE.get(family, intent) not in (1, intent)


def _colours(painted: Painted, families: Iterator[str], intent: int) -> Iterator[Finding]:
    for family in sorted(set(families)):
        if _foreign(family, intent):
            fault = f"is in {family}, which is not the output intent's colour"
            yield Finding("X-COL", E, painted, fault, "convert it to the output intent's colours")
