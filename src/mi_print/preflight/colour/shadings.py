"""Gradients: whether their functions make colours of the space they name."""

from mi_print.preflight.colour.colour_spaces import ColourSpace
from mi_print.preflight.pdf import limits
from mi_print.preflight.pdf.objects import PdfValue, dictionary, entry, items, number


def outputs(function: PdfValue, depth: int = 0) -> int | None:
    """Return how many values a function makes (ISO 32000-1, 7.10)."""
    if dictionary(function) is None or depth > limits.DEPTH:
        return None
    if number(entry(function, "/FunctionType")) == 3:  # noqa: PLR2004 - pieces joined
        pieces = items(entry(function, "/Functions"))
        return outputs(pieces[0], depth + 1) if pieces else None  # the others must make as many
    extent = items(entry(function, "/Range"))
    return len(extent) // 2 if extent else len(items(entry(function, "/C0"))) or 1


def fits(shading: PdfValue, space: ColourSpace) -> bool:
    """Return whether a shading's functions make as many parts as its space has."""
    functions = items(entry(shading, "/Function"))
    if not functions:
        return (number(entry(shading, "/ShadingType")) or 0) > 3  # noqa: PLR2004 - meshes need none
    made = [outputs(function) for function in functions]
    return made == [space.parts] if len(made) == 1 else made == [1] * space.parts
