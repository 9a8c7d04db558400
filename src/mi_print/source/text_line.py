"""One line of text, as data and tables may hold it.

They are untrusted and get printed: a control character or a bidirectional override
would disturb the line that it stands in, so it is refused.  Everything is brought to
NFC, since fonts and indexes expect one spelling of one name.
"""

import re
import unicodedata
from typing import Annotated

from pydantic import AfterValidator, Field

LINE_LENGTH = 500
"""Characters that a line may have."""

_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SPACES = re.compile("  +")
_LINE_BREAKS = frozenset("\n\r\x85\u2028\u2029")


def _unprintable(text: str) -> str | None:
    for character in text:
        kind = unicodedata.category(character)
        if kind in {"Cc", "Cs", "Co", "Cn"} or character in _OVERRIDES | _LINE_BREAKS:
            return character
    return None


def line(text: str) -> str:
    """Return a text as one printed line.

    Raises:
        ValueError: it is none.
    """
    found = None if text.isprintable() else _unprintable(text)  # nearly all text is, in no time
    if found in _LINE_BREAKS:
        raise ValueError("this is one line of text; take the line break out")
    if found is not None:
        name = unicodedata.name(found, "a control or unassigned character")
        raise ValueError(f"U+{ord(found):04X} ({name}) can't be printed; take it out")
    clean = unicodedata.normalize("NFC", text).strip()
    if "  " in clean:
        clean = _SPACES.sub(" ", clean)
    if not clean:
        raise ValueError("this is empty; write it or take the key out")
    return clean


TextLine = Annotated[str, Field(max_length=LINE_LENGTH), AfterValidator(line)]
"""One printed line: no line break, no control character; NFC, trimmed."""
