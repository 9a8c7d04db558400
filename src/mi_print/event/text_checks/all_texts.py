"""Looks for spoiled text in every text of every file.

One pattern passes over each text; only where it finds something do the checks look.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from mi_print.event.text_checks.escapes import backslashes, entities
from mi_print.event.text_checks.invisible import INVISIBLE, invisible
from mi_print.event.text_checks.latex import latex
from mi_print.event.text_checks.mojibake import lost, misread
from mi_print.event.text_checks.note import TextNote, meant, quoted
from mi_print.event.text_checks.one_name import one_name
from mi_print.problem import Problem, warning
from mi_print.source.located_values import Location, Source, SourceText

TextCheck = Callable[[str], TextNote | None]


def spaces(text: str) -> TextNote | None:
    """Several spaces; two at the end of a sentence are how some write."""
    found = _SPACES.sub(" ", text)
    if found == text or "\n" in text:
        return None
    return meant("spaces", f"{quoted(text)} has several spaces in a row: one prints", found)


CHECKS: tuple[TextCheck, ...] = (misread, lost, entities, backslashes, latex, spaces)
"""Each looks for one kind of spoiled text, in any text."""

_SPACES = re.compile(r"(?<=[^\s.!?:;…]) {2,}(?=\S)")
_SUSPECT = re.compile(
    # What was misread is a letter of Latin-1 and then a character of Windows-1252.
    rf"[\\{{$\ufffd{INVISIBLE}]|&[#A-Za-z]|``|---|  |[\xc2-\xf4][\x80-\u2122]"
)
_LONGEST = 5000  # characters: no text may have more
_WORDS = "words"
_WITHOUT_BRACES = str.maketrans("", "", "{}")
_SECRET = "password"  # noqa: S105 - the key of one: any character may be meant


def suspect(text: str) -> bool:
    """Tell whether anything in a text, or in a whole file, may be spoiled."""
    return _SUSPECT.search(text) is not None


def notes(text: str, *, name: bool = False) -> Iterator[TextNote]:
    """Yield what is said of a text; of a name, what is sound in running text too."""
    if len(text) <= _LONGEST and suspect(text):
        found = [each for check in CHECKS if (each := check(text))]
        yield from found
        unseen = invisible(text, name=name)
        if unseen and not any(each.rule == "mojibake" for each in found):
            yield unseen


def check_texts(source: Source, texts: Iterable[SourceText]) -> Iterator[Problem]:
    """Yield a warning for each spoiled text of a file."""
    for text, location, _, _ in texts:
        if location and (location[0] == _WORDS or location[-1] == _SECRET):
            if location[-1] == _SECRET:
                continue
            text = text.translate(_WITHOUT_BRACES)  # noqa: PLW2901 - what is put in is no LaTeX
        named = _is_name(location)
        found = list(notes(text, name=named)) if suspect(text) else []
        if named and not found:
            several = location[-2:-1] == ("authors",)
            each = one_name(text, in_list=several, typed=source.typed)
            found = [each] if each else []
        for note in found:
            yield warning(*note.said, **source.at(location))


def _is_name(location: Location) -> bool:
    """Tell whether a text is somebody's name: by itself in a list of names, or in a mapping."""
    if location[-1:] and location[-1] in _NAMES:
        return not _NAMING.isdisjoint(location)
    return location[-2:-1] == ("authors",)


_NAMES = frozenset({"name", "given", "family"})
_NAMING = frozenset({"people", "authors", "speakers", "chair", "person"})
"""Keys under which people are named."""
