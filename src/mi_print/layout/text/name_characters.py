"""What of a name can be printed: ornaments that no font has are left out, letters never.

An emoji behind a name says nothing of who it is, and the rest stands for itself.
A letter, a mark, or a digit is a part of the name: without it another name would
be printed, so one that no font has is an error, in names as everywhere.
"""

import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator

from mi_print.event.located_texts import LocatedText, spelled
from mi_print.layout.text.coverage import check_coverage, missing_glyph, no_ink, uncovered
from mi_print.problem import Problem, error, warning

_NAME = re.compile(
    r"(?:.*\.)?(?:(?:people|attendees|speakers|authors)\[\d+\]|chair|person)"
    r"\.(?:name|given|family|affiliation)|papers\[\d+\]\.authors\[\d+\]"
)
_ORNAMENTS = frozenset({"So", "Sk", "Co"})
_LETTERED = re.compile(r"\b(?:LETTER|DIGIT|NUMBER)\b")
_WIDE_MARKS = re.compile("[\u035c-\u0362\u1dcd\u1dfc\ufe20-\ufe2f]")
_ONE_EACH = "write a mark at each of the letters: k̲h̲ (U+0332) for k͟h (U+035F)"
_LOST = "\ufffd"
_BLANK = "\u2800"  # a Braille cell without a dot
_JOINER = "\u200d"
_ATTACHED = re.compile("[\ufe00-\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]*")


def is_name(text: LocatedText) -> bool:
    """Return whether a text is a name or an affiliation of somebody."""
    return _NAME.fullmatch(text.field) is not None


def printable(name: str) -> str:
    """Return a name without the ornaments that no font has: the same in nearly every case.

    What is joined to an ornament (a skin tone, a selector, a second emoji) goes with it.
    """
    if name.isascii() or not uncovered(name):
        return name
    return spelled(
        "".join(part for part in _parts(name) if not (_is_ornament(part[0]) and uncovered(part)))
    )


def has_ink(text: str) -> bool:
    """Return whether anything of a text is seen; marks alone stand on nothing."""
    return any(_inked(character) for character in text)


def unseen(characters: Iterable[str]) -> set[str]:
    """Return those characters of which a name may consist and have no ink."""
    return {
        each
        for each in characters
        if not each.isascii() and not each.isspace() and not _inked(each)
    }


def check_characters(texts: Iterable[LocatedText]) -> Iterator[Problem]:
    """Yield what of each text can't be printed: an error, or a warning if a name does without.

    A mark over two letters gets a warning, since it comes from another font than they do.
    """
    for text in texts:
        if text.value.isascii() and text.value.isprintable():  # nearly all, and all drawn
            continue
        wide = _WIDE_MARKS.search(text.value)
        if wide and not uncovered(wide[0]):
            message = f"{text.field}: {_called(wide[0])} stands beside its two letters, not at both"
            yield warning("wide-mark", message, _ONE_EACH, **text.place)
        if not is_name(text):
            lacking = list(check_coverage([text]))
            yield from lacking
            if not lacking and not has_ink(text.value):
                yield _unseen(text, "write it, or take its key out")
            continue
        name = printable(text.value)
        yield from check_coverage([text._replace(value=name)])
        kept = set(name)
        left_out = [each for each in uncovered(text.value) if each not in kept]
        if not has_ink(name) and not text.field.endswith("affiliation"):
            yield _unseen(text, "write the name in letters")
        elif left_out:
            message = f"{missing_glyph(text, left_out[0])}; “{name}” is printed"
            yield warning("ornament", message, "take it out of the data", **text.place)


def _unseen(text: LocatedText, hint: str) -> Problem:
    message = f"{text.field} has no visible character: {_called(text.value)}"
    return error("invisible-name", message, hint, **text.place)


def _parts(text: str) -> Iterator[str]:
    """Yield ornaments with all that is joined to them, and other characters one by one."""
    at = 0
    while at < len(text):
        end = at + 1
        if _is_ornament(text[at]):
            end = _attached(text, end)
            while text[end : end + 1] == _JOINER:
                end = _attached(text, end + 2) if _is_ornament(text[end + 1 : end + 2]) else end + 1
        yield text[at:end]
        at = end


def _attached(text: str, at: int) -> int:
    found = _ATTACHED.match(text, at)
    return found.end() if found else at


@functools.cache
def _is_ornament(character: str) -> bool:
    if not character or character == _LOST or unicodedata.category(character) not in _ORNAMENTS:
        return False
    name = unicodedata.name(character, "")
    plain = unicodedata.normalize("NFKC", character)
    lettered = _LETTERED.search(name) and not name.startswith("REGIONAL INDICATOR")
    return not lettered and not any(each.isalnum() for each in plain)


@functools.cache
def _inked(character: str) -> bool:
    kind = unicodedata.category(character)[0]
    return kind not in "ZCM" and character != _BLANK and not no_ink(character)


def _called(text: str) -> str:
    """Return the characters of a text that nobody sees."""
    return ", ".join(
        f"U+{ord(each):04X} {unicodedata.name(each, 'a character without a name')}"
        for each in dict.fromkeys(text)
    )
