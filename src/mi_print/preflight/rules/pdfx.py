"""PDF/X for things on a page (ISO 15930-7; ISO 15930-4 for files that say they are X-1a)."""

from collections.abc import Iterator

from mi_print.preflight.interpreter.colour_spaces import DEVICE, ColourSpace, used
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
    "external": ("X-EXT", "is drawn", "put what it stands for into the file"),
}


def spaces(thing: Painted) -> tuple[ColourSpace, ...]:
    """Return the colour spaces that a thing is painted in."""
    if isinstance(thing, PaintedText):
        return tuple(paint.space for paint in thing.paints)
    if isinstance(thing, PaintedShape):
        return (thing.paint.space,)
    if isinstance(thing, PaintedImage):
        found = thing.space or (thing.paint.space if thing.paint else None)
        return (found,) if found else ()
    return (thing.space,) if isinstance(thing, PaintedShading) else ()


def fonts(thing: Painted) -> Iterator[Finding]:
    """Yield what is wrong with the font of a text."""
    if isinstance(thing, PaintedText) and not thing.font.embedded:
        hint = "embed all fonts: the shop has others of the same name"
        yield Finding(
            "X-FONT", E, thing, f"is in a font that is not embedded, {thing.font.name}", hint
        )


def things(thing: Painted, intent: int, *, x1a: bool) -> Iterator[Finding]:
    """Yield what PDF/X finds in one thing.

    Args:
        thing: What is painted or used.
        intent: How many parts the output intent's colours have.
        x1a: Whether the file says it is PDF/X-1a.
    """
    for space in spaces(thing):
        yield from _colours(thing, used(space), intent)
        strange = sorted(set(used(space)) - _X1A_COLOURS)
        if x1a and strange:
            hint = "convert it to CMYK for the shop's condition"
            yield Finding("X1A-COL", E, thing, f"is in {' on '.join(strange)}", hint)
    if isinstance(thing, NotedUse):
        yield from _use(thing, intent, x1a=x1a)


def _use(thing: NotedUse, intent: int, *, x1a: bool) -> Iterator[Finding]:
    if thing.what in _USES:
        rule, fault, hint = _USES[thing.what]
        yield Finding(rule, E, thing, fault, hint)
    elif thing.what == "transparency" and x1a:
        hint = "flatten it, or hand in PDF/X-4"
        yield Finding("X1A-TRANS", E, thing, "is in a PDF/X-1a file", hint)
    elif thing.what == "group" and _foreign(thing.said, intent):
        fault = f"blends in {thing.said}, which is not the output intent's colour"
        named = NotedUse(thing.box, thing.what, "a transparency group")
        yield Finding("X-COL", E, named, fault, "let it blend in the output intent's space")


def _foreign(family: str, intent: int) -> bool:
    return DEVICE.get(family, intent) not in (1, intent)


def _colours(thing: Painted, families: Iterator[str], intent: int) -> Iterator[Finding]:
    for family in sorted(set(families)):
        if _foreign(family, intent):
            fault = f"is in {family}, which is not the output intent's colour"
            yield Finding("X-COL", E, thing, fault, "convert it to the output intent's colours")
