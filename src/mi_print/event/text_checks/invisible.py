"""Characters that nobody sees and that do no service where they stand.

Persian needs a zero width non-joiner, Indic scripts and emoji a joiner, text from right
to left its marks (Unicode 16, chapter 23.2).
"""

import re
import unicodedata

from mi_print.event.text_checks.note import TextNote, meant, quoted

INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2060-\u2064\u3164\ufeff\uffa0"
    "\ufe00-\ufe0f\U000e0001\U000e0020-\U000e007f"
)
"""Members of a class of a pattern."""

_ONE = re.compile(f"[{INVISIBLE}]")
_SPACES = re.compile("  +")
_JOINED = ("ARABIC", "SYRIAC", "MONGOLIAN", "NKO", "PSALTER", "MANICHAEAN")
_INDIC = (
    *("DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI", "ORIYA", "TAMIL", "TELUGU", "KANNADA"),
    *("MALAYALAM", "SINHALA", "TIBETAN", "MYANMAR", "KHMER", "BALINESE", "JAVANESE"),
)
_SYMBOLS = {"So", "Sk", "Sm", "Po", "Nd", "Mn", "Cf"}


def invisible(text: str, *, name: bool = False) -> TextNote | None:
    """A zero width space, a byte order mark, a mark of direction without directions.

    A soft hyphen in a word hyphenates it, but in a name it is left over.
    """
    idle = [at.start() for at in _ONE.finditer(text) if not _serves(text, at.start(), name=name)]
    if not idle:
        return None
    what = ", ".join(dict.fromkeys(unicodedata.name(text[at], "a character") for at in idle))
    left = "".join(character for at, character in enumerate(text) if at not in idle)
    if not left.strip():
        return None
    marked = "".join(f"[U+{ord(c):04X}]" if at in idle else c for at, c in enumerate(text))
    message = f"{quoted(marked)} has an invisible character: {what}"
    return meant("invisible", message, _SPACES.sub(" ", left.strip()))


def _serves(text: str, at: int, *, name: bool) -> bool:
    character, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    code = ord(character)
    if character == "\u00ad":
        return not name and before.isalpha() and after.isalpha()
    if character in "\u200e\u200f\u061c":
        return any(unicodedata.bidirectional(each) in {"R", "AL"} for each in text)
    if character in "\u200c\u200d" and before and after:
        scripts = (*_JOINED, *_INDIC)
        both = all(unicodedata.name(each, "").startswith(scripts) for each in (before, after))
        return both or (character == "\u200d" and unicodedata.category(before) in _SYMBOLS)
    if character == "\u200d":
        return unicodedata.name(before or " ").startswith(_INDIC)
    if 0xFE00 <= code <= 0xFE0F or code > 0xE0000:  # noqa: PLR2004 - selectors and tags
        return (bool(before) and not before.isspace() and not before.isalpha()) or _is_han(before)
    return False


def _is_han(character: str) -> bool:
    return unicodedata.name(character or " ").startswith(("CJK", "MYANMAR", "PHAGS-PA"))
