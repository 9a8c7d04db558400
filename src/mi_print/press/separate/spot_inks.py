"""Spot inks as colour spaces (ISO 32000-1, 8.6.6.4)."""

from pikepdf import Array, Dictionary, Name

from mi_print.press.separate.palette import PressColour


def spot_name(ink: str) -> str:
    """Return what the colour space of a spot ink is called in resources."""
    return "/Spot" + ink.encode().hex()


def separation(paint: PressColour) -> Array:
    """Return the colour space of a paint's spot ink, with its build where it can't be printed."""
    tint = Dictionary(
        FunctionType=2, Domain=Array([0, 1]), C0=Array([0] * 4), C1=Array(paint.inks), N=1
    )
    return Array([Name.Separation, Name("/" + str(paint.spot)), Name.DeviceCMYK, tint])
