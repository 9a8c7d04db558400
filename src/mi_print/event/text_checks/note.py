"""What is said of a text."""

import unicodedata
from typing import NamedTuple

from mi_print.source.wording import shown

_MOST = 60  # characters of a text in a message


class TextNote(NamedTuple):
    """A warning of a text, without its place.

    Attributes:
        rule: what is wrong with the text.
        message: the same in words.
        hint: what to do.
        meant: what the text probably was; `None` if nobody can tell.
    """

    rule: str
    message: str
    hint: str
    meant: str | None = None

    @property
    def said(self) -> tuple[str, str, str]:
        """Rule, message, and hint."""
        return self.rule, self.message, self.hint


def quoted(text: str) -> str:
    """Return a text as a message quotes it."""
    return f'"{shown(text, _MOST)}"'


def meant(rule: str, message: str, text: str) -> TextNote:
    """Return a note that proposes a text, if it can be shown."""
    if any(unicodedata.category(character) in {"Cc", "Cs", "Cn"} for character in text):
        return TextNote(rule, message, "write the characters themselves")
    return TextNote(rule, message, f"write {quoted(text)}", text)
