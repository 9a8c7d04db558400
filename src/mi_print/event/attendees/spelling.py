"""Names in capitals, and how they may be meant.

A corrected form is only proposed in a hint.
"""

import re
import unicodedata

_FEWEST = 3  # letters in capitals that are more than initials
_LETTERS = re.compile(r"[^\W\d_]+")
_SMALL = frozenset(
    {"a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "is", "of", "on"}
)
_SMALL |= {"or", "the", "to", "via", "with"}
_NUMERALS = frozenset({"II", "III", "IV"})


def in_capitals(text: str) -> bool:
    """Tell whether a name is all in capitals, initials and single letters aside."""
    if not text.isupper() or not any(word[1:].isalpha() for word in _LETTERS.findall(text)):
        return False
    words = (word for word in text.split() if "." not in word)
    return sum(map(str.isalpha, "".join(words))) >= _FEWEST


def without_capitals(text: str) -> str:
    """Return a name with capitals at the beginnings of its words only."""
    return _LETTERS.sub(lambda found: _lowered(found[0]), unicodedata.normalize("NFC", text))


def title_without_capitals(text: str) -> str:
    """Return a title with a capital at the beginning of each word but the small ones."""
    first, *words = without_capitals(text).split()
    return " ".join([first, *(each.lower() if each.lower() in _SMALL else each for each in words)])


def _lowered(word: str) -> str:
    # Python leaves a dot above the i that it makes of İ.
    return word if word in _NUMERALS else word[0] + word[1:].lower().replace("i\u0307", "i")
