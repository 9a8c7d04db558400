"""Spot inks as colour spaces (ISO 32000-1, 8.6.6.4)."""

from collections.abc import Iterator, Mapping

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from mi_print.press.separate.palette import PressColour

Spots = Mapping[str, tuple[float, ...]]
"""Spot inks by name, each with its build of cyan, magenta, yellow and black from 0 to 1."""


def spot_name(ink: str) -> str:
    """Return what the colour space of a spot ink is called in resources."""
    return "/Spot" + ink.encode().hex()


def separation(paint: PressColour) -> Array:
    """Return the colour space of a paint's spot ink, with its build where it can't be printed."""
    tint = Dictionary(
        FunctionType=2, Domain=Array([0, 1]), C0=Array([0] * 4), C1=Array(paint.inks), N=1
    )
    return Array([Name.Separation, Name("/" + str(paint.spot)), Name.DeviceCMYK, tint])


def spots_of(book: Pdf) -> Spots:
    """Return the spot inks of separated pages, in the order of their names."""
    found = {
        str(space[1])[1:]: tuple(float(ink) for ink in list(space[3].C1))
        for space in _spaces(book)
        if isinstance(space, Array) and space[0] == Name.Separation
    }
    return dict(sorted(found.items()))


def _spaces(book: Pdf) -> Iterator[Object]:
    """Yield the colour spaces of all resources."""
    for thing in book.objects:
        if isinstance(thing, Dictionary | Stream):
            for holder in (thing, thing.get(Name.Resources)):
                named = holder.get(Name.ColorSpace) if isinstance(holder, Dictionary) else None
                if isinstance(named, Dictionary):
                    yield from named.values()
