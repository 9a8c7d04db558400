"""Names in capitals and wrongly decoded names, and how they may be meant.

A corrected form is only proposed in a hint.
"""

import functools
import re
import unicodedata

_FEWEST = 3  # letters in capitals that are more than initials
_LETTERS = re.compile(r"[^\W\d_]+")
_NUMERALS = frozenset({"II", "III", "IV"})

_TIMES = 3  # as often as a text may have been misread
_LATIN = range(0xA0, 0x180)
_SCRIPTS = (range(0x370, 0x530), range(0x5D0, 0x5EB), range(0x620, 0x700))
"""Greek and Cyrillic, Hebrew, Arabic: two bytes each, and hardly ever a letter alone."""
_LONG = 0x800  # from here on a character has three bytes or more
_NO_TEXT = {"Cc", "Cn", "Co", "Cs"}


def in_capitals(text: str) -> bool:
    """Tell whether a name is all in capitals, initials and single letters aside."""
    if not text.isupper() or not any(word[1:].isalpha() for word in _LETTERS.findall(text)):
        return False
    words = (word for word in text.split() if "." not in word)
    return sum(map(str.isalpha, "".join(words))) >= _FEWEST


def without_capitals(text: str) -> str:
    """Return a name with capitals at the beginnings of its words only."""
    return _LETTERS.sub(lambda found: _lowered(found[0]), unicodedata.normalize("NFC", text))


def mended(text: str) -> str | None:
    """Return what a text was before UTF-8 was read as Windows-1252, or `None` if it was not.

    Some programs do it twice.  Characters that may be meant (É and a closing quote
    would be a phonetic letter) are left.
    """
    found = text
    for _ in range(_TIMES):
        found, before = _misread().sub(lambda run: _reread(run[0]), found), found
        if found == before:
            break
    unprintable = any(unicodedata.category(character) in _NO_TEXT for character in found)
    return None if unprintable or found == text else found


def _lowered(word: str) -> str:
    # Python leaves a dot above the i that it makes of İ.
    return word if word in _NUMERALS else word[0] + word[1:].lower().replace("i\u0307", "i")


@functools.cache
def _bytes() -> dict[str, int]:
    """Return the byte of each character of Windows-1252 above ASCII."""
    table = {chr(byte): byte for byte in range(0x80, 0x100)}
    for byte in range(0x80, 0xA0):
        # Five bytes mean nothing there, and programs let them stand.
        table[bytes([byte]).decode("cp1252", "replace")] = byte
    del table["\ufffd"]
    return table


@functools.cache
def _misread() -> re.Pattern[str]:
    """Return the pattern of runs whose bytes have the form of UTF-8 (RFC 3629)."""
    two, three, four, more = (
        _class(first, last)
        for first, last in ((0xC2, 0xDF), (0xE0, 0xEF), (0xF0, 0xF4), (0x80, 0xBF))
    )
    return re.compile(f"(?:{two}{more}|{three}{more}{{2}}|{four}{more}{{3}})+")


def _class(first: int, last: int) -> str:
    members = "".join(each for each, byte in _bytes().items() if first <= byte <= last)
    return f"[{re.escape(members)}]"


def _reread(run: str) -> str:
    try:
        meant = bytes(_bytes()[character] for character in run).decode("utf-8")
    except UnicodeDecodeError:
        return run
    return meant if _sound(meant) else run


def _sound(meant: str) -> bool:
    """Tell whether the characters are such as names, or misread names, are written with."""
    return all(
        ord(character) in _LATIN
        or ord(character) >= _LONG
        or character in _bytes()
        or (len(meant) > 1 and any(ord(character) in script for script in _SCRIPTS))
        for character in meant
    )
