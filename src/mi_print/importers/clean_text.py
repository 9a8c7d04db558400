"""Spoiled texts put right, by the checks that the data has for them."""

import re

from mi_print.event.attendees.spelling import in_capitals, title_without_capitals
from mi_print.event.text_checks.all_texts import notes, suspect
from mi_print.event.text_checks.note import TextNote
from mi_print.problem import Problem, error
from mi_print.source.wording import shown

FORMULA = re.compile(r"=[A-Za-z@+(]")
"""How a title begins that a spreadsheet would run."""

_FEWEST_WORDS = 3  # of a title in capitals that is more than a name
_TIMES = 6  # kinds of spoiled text that one may have at once


def clean(text: str, *, name: bool = False) -> tuple[str, list[TextNote]]:
    """Return a text as it was probably meant, and what was changed."""
    found: list[TextNote] = []
    if not suspect(text):
        return text, found
    for _ in range(_TIMES):
        said = notes(text, name=name)
        note = next((each for each in said if each.meant), None)
        if note is None or note.meant is None or note.meant == text:
            break
        text = " ".join(note.meant.split()) if name else note.meant
        found.append(note)
    return text, found


def quiet_title(title: str) -> tuple[str, tuple[str, str, str] | None]:
    """Return a title that is all in capitals with them at its words only, and what to say of it.

    One of a word or two may be an acronym, and stays.
    """
    if not in_capitals(title) or len(title.split()) < _FEWEST_WORDS:
        return title, None
    quiet = title_without_capitals(title)
    hint = f'it is now "{shown(quiet)}"; put the capitals of acronyms back in the data'
    return quiet, ("capitals", f'"{shown(title)}" is all in capitals', hint)


def formula(text: str, file: str, line: int | None) -> Problem:
    """Return the problem of a cell that a spreadsheet would run."""
    message = f'"{shown(text)}" begins as a formula, which a spreadsheet would run'
    hint = "correct it in the list, or take it out"
    return error("formula", message, hint, file=file, line=line)
