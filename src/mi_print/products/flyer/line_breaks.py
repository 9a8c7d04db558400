"""Lines of running text and of addresses, each as full as it goes, whatever is too wide."""

import functools

from mi_print.layout.text import word_breaks
from mi_print.layout.text.balance import divided, greedy
from mi_print.layout.text.hyphenation import SOFT_HYPHEN, divisions, shown
from mi_print.layout.text.pango import Face, measure

_LONG = 12
"""Letters of a word that may be divided in running text of languages other than English."""
_AFTER = 4
"""Letters of such a word that stand on the next line at the least."""
_RUNNING, _TITLE, _NAME = "running", "title", "name"
"""How words may be divided."""
_CLOSE = 0.05
"""Points by which a line is broken narrower than its column."""


@functools.lru_cache(maxsize=8192)
def _lines(text: str, width: float, face: Face, lang: str, division: str) -> tuple[str, ...]:
    def measured(line: str) -> float:
        return measure(shown(line), face, lang).width

    if measured(text) <= width:
        return (text,)
    pieces = word_breaks.parts(text)
    if division == _RUNNING and not lang.startswith("en"):
        pieces = [part for piece in pieces for part in _divisible(piece, lang)]
    pieces = divided(pieces, width, measured, "" if division == _NAME else lang)
    narrow = [
        part
        for piece in pieces
        for part in ([piece] if measured(piece) <= width else word_breaks.at_letters(piece))
    ]
    return tuple(greedy(narrow, width, measured))


def lines_of(  # noqa: PLR0913 - of a text
    text: str, width: float, face: Face, lang: str, *, running: bool = False, name: bool = False
) -> list[str]:
    """Return a text's lines, each as full as it goes; a word that is too wide is divided.

    In running text of other languages than English long words are divided too; a name gets no
    hyphen.
    """
    division = _RUNNING if running else _NAME if name else _TITLE
    return list(_lines(text, width - _CLOSE, face, lang, division))


def _divisible(word: str, lang: str) -> list[str]:
    """Return a long word in the pieces between which a line may end, with four letters after it.

    A compound is divided between its words alone, where these are known.
    """
    if sum(map(str.isalpha, word)) < _LONG:
        return [word]
    _, joints, words, syllables = divisions(word, lang)
    pieces = words if len(words) > len(joints) else syllables
    if len(pieces) > 1 and sum(map(str.isalpha, pieces[-1])) < _AFTER:
        pieces = [*pieces[:-2], pieces[-2].removesuffix(SOFT_HYPHEN) + pieces[-1]]
    return pieces


def address_lines(address: str, width: float, face: Face, lang: str) -> list[str]:
    """Return an address in lines, divided after what joins it, before @ and dots, or anywhere."""

    def measured(line: str) -> float:
        return measure(line, face, lang).width

    width -= _CLOSE
    parts = word_breaks.address_parts(address, lambda part: measured(part) <= width)
    return greedy(parts, width, measured)
