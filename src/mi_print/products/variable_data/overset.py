"""Texts of a stamped series that do not fit, as problems of its records."""

import unicodedata
from collections.abc import Iterator

from mi_print.problem import Place, Problem, error
from mi_print.products.variable_data.stamp_series import StampedSeries
from mi_print.source import wording

_SHOWN = 39  # characters of a text in a message
_SHORTEN = "shorten the text, or give its slot more room in the layout"
_NO_FONT = "write it another way; mi-print list fonts shows the scripts that there are"


def overset(series: StampedSeries, file: str) -> Iterator[tuple[int, Problem]]:
    """Yield an error for each text that no font can write or that is too large.

    Args:
        series: what was stamped.
        file: what a problem calls the layout's template.

    Yields:
        The record's number, from 0, and what is wrong on which of its pages, from 1.
    """
    for number, texts in enumerate(series.texts):
        for outcome in texts:
            slot, text, missing = outcome.slot, outcome.text, outcome.missing
            if not missing and not outcome.excess:
                continue
            place: Place = {"file": file, "line": slot.line, "page": slot.page, "box": slot.bounds}
            for character in missing:
                message = f"no font has “{character}” ({_called(character)}) of {shown(text)}"
                yield number, error("glyph", message, _NO_FONT, **place)
            if not missing:
                message = f"{shown(text)} is {outcome.excess:.1f} pt too large for “{slot.name}”"
                yield number, error("overflow", message, _SHORTEN, **place)


def shown(text: str) -> str:
    """Return a text as a message quotes it."""
    return f"“{wording.shown(text, _SHOWN)}”"


def _called(character: str) -> str:
    """Return what a character is, for those who see a box in its place."""
    return f"U+{ord(character):04X} {unicodedata.name(character, 'without a name')}"
