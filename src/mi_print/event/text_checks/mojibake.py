"""Text that was UTF-8 and was read as Windows-1252, and characters that were lost."""

import functools
import re
import unicodedata

from mi_print.event.text_checks.note import TextNote, meant, quoted

_LOST = "\ufffd"
_TIMES = 3  # as often as a text may have been misread
_LATIN = range(0xA0, 0x180)
_SCRIPTS = (range(0x370, 0x530), range(0x5D0, 0x5EB), range(0x620, 0x700))
"""Greek and Cyrillic, Hebrew, Arabic: two bytes each, and hardly ever a letter alone."""
_LONG = 0x800  # from here on a character has three bytes or more
_NO_TEXT = {"Cc", "Cn", "Co", "Cs"}


def misread(text: str) -> TextNote | None:
    """UTF-8 that was read as Windows-1252."""
    if text.isascii() or not (found := mended(text)):
        return None
    return meant("mojibake", f"{quoted(text)} is UTF-8 that was read as Windows-1252", found)


def lost(text: str) -> TextNote | None:
    """A character that a program could not read."""
    if _LOST not in text:
        return None
    message = f"a program lost a character of {quoted(text)}"
    return TextNote("mojibake", message, "ask how it is written")


def mended(text: str) -> str | None:
    """Return what a text was before UTF-8 was read as Windows-1252, or `None` if it was not.

    Some programs do it twice.  Characters that may be meant (É and a closing quote
    would be a phonetic letter) are left.
    """
    found = text
    for _ in range(_TIMES):
        found, before = MISREAD.sub(lambda run: _reread(run[0]), found), found
        if found == before:
            break
    unprintable = any(unicodedata.category(character) in _NO_TEXT for character in found)
    return None if unprintable or found == text else found


@functools.cache
def _bytes() -> dict[str, int]:
    """Return the byte of each character of Windows-1252 above ASCII."""
    table = {chr(byte): byte for byte in range(0x80, 0x100)}
    for byte in range(0x80, 0xA0):
        # Five bytes mean nothing there, and programs let them stand.
        table[bytes([byte]).decode("cp1252", "replace")] = byte
    del table["\ufffd"]
    return table


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


_TWO, _THREE, _FOUR, _MORE = (
    _class(first, last) for first, last in ((0xC2, 0xDF), (0xE0, 0xEF), (0xF0, 0xF4), (0x80, 0xBF))
)
MISREAD = re.compile(f"(?:{_TWO}{_MORE}|{_THREE}{_MORE}{{2}}|{_FOUR}{_MORE}{{3}})+")
"""Runs whose bytes have the form of UTF-8 (RFC 3629)."""
