"""How a text is set: spaces that hold it together, its direction, its apostrophes."""

import re
import unicodedata

EM_SPACE = "\u2003"
NO_BREAK_SPACE = "\u00a0"
WORD_JOINER = "\u2060"
_SHORT = 10  # characters of a word that should not stand alone
_LONG = 36  # characters of a name that may be wider than a line


def bound(name: str) -> str:
    """Return a name that stays on one line, if it is not too long for most lines.

    Its spaces become U+00A0.  A word joiner follows each hyphen: it leaves no
    trace in what is printed, whereas a non-breaking hyphen would no longer be
    found by searching, and before an element that may not be broken the
    typesetter can end a line after its first name.
    """
    if len(name) > _LONG:
        return name
    return name.replace(" ", NO_BREAK_SPACE).replace("-", f"-{WORD_JOINER}")


def settled(text: str) -> str:
    """Return a paragraph whose last line is never a single short word."""
    rest, space, last = text.rpartition(" ")
    return f"{rest}{NO_BREAK_SPACE}{last}" if space and len(last) < _SHORT else text


def short_address(address: str) -> str:
    """Return a web address as people write it on paper: no scheme, no last slash."""
    return address.removeprefix("https://").removeprefix("http://").removesuffix("/")


_FROM_RIGHT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def direction(text: str) -> str:
    """Return "rtl" for a text that begins in a script read from right to left, else "ltr".

    A list, as of authors, is read from right to left only if all of it is.
    """
    if text.isascii() or not _FROM_RIGHT.search(text):
        return "ltr"
    parts = {_first_direction(part) for part in text.split(", ")} - {""}
    return "rtl" if parts == {"rtl"} else "ltr"


def _first_direction(text: str) -> str:
    """Return the direction of the first letter, "" if there is none (UAX #9, P2 and P3)."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in {"L", "R", "AL"}:
            return "ltr" if kind == "L" else "rtl"
    return ""


def undivided(name: str) -> bool:
    """Return whether a name is Chinese, Japanese or Korean, which stands in one line."""
    letters = [character for character in name if character.isalpha()]
    return bool(letters) and all(unicodedata.east_asian_width(c) in "WF" for c in letters)


def name_parts(name: str, given: str | None, family: str | None) -> tuple[str, str]:
    """Return what of a name stands in large and what below it; nothing if it is not divided.

    A name is divided by what the data has of it alone: below the given name stands the family
    name, or else the whole name.
    """
    rest = family or (name if name != given else "")
    return (given, rest) if given and rest and not undivided(name) else ("", "")


_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")


def typographic(text: str) -> str:
    """Return the text with typewriter apostrophes inside words made real ones."""
    return _APOSTROPHE.sub("’", text)
