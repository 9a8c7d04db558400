"""Say what is wrong with a text that was fitted: of which record, and how to mend it.

A name that no font can draw, or that is too long for its slot, must stop the
run before a thousand badges are cut.  A name that had to be set very small is
worth a look, and is for the fit report.
"""

import unicodedata

from mi_print.problem import Problem, error
from mi_print.series.fit import Fitted


def fit_problems(fitted: Fitted, slot: str, record: str, **place: object) -> list[Problem]:
    """Return an error for each character that can't be drawn, and one for a text too long.

    Args:
        fitted: the text in its slot.
        slot: the slot's name.
        record: the id of the record that fills it.
        place: where the record stands: `file`, `line`, `column`.
    """
    problems = [
        error(
            "glyph",
            f"{slot} of {record}: {character!r} (U+{ord(character):04X} "
            f"{unicodedata.name(character, 'a character without a name')}) is in none of the fonts",
            "write it another way; docs/fonts.md says what the fonts have, and how to add one",
            **place,
        )
        for character in fitted.missing
    ]
    if fitted.excess:
        problems.append(
            error(
                "fit",
                f'{slot} of {record}: "{fitted.text}" is {fitted.excess:.1f} pt too long '
                f"at {fitted.size:g} pt, its smallest size",
                "shorten it, or give the slot more room, more lines or a smaller size",
                **place,
            )
        )
    return problems
