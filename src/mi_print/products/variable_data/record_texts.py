"""The texts of records, and how wide they are: the sums of the advances of their letters."""

import unicodedata
from collections.abc import Hashable, Sequence

from mi_print.layout.text.pango import Face
from mi_print.layout.text.shaping.shape import shape

_FACE = Face("Inter", 1, 1)

RecordTexts = tuple[Hashable, Sequence[str | None]]
"""What a record is like (its role, its language), and its texts, field by field."""


class _Advances(dict[str, float]):
    """How wide letters by themselves are, in em."""

    def __missing__(self, letter: str) -> float:
        self[letter] = 1.0 if is_wide(letter) else shape(letter, _FACE).width
        return self[letter]


ADVANCES = _Advances()
"""How wide letters by themselves are, in em."""


def text_width(text: str) -> float:
    """Return how wide a text is, in em."""
    return sum(map(ADVANCES.__getitem__, text))


def is_wide(letter: str) -> bool:
    """Return whether a letter is as wide as it is high: Chinese, Japanese, Korean."""
    return unicodedata.east_asian_width(letter) in {"W", "F"}
