"""What two spellings of one name have in common."""

import functools
import re

from mi_print.event.collation import letters
from mi_print.event.names.titles import without_titles

_WORDS = re.compile(r"[^\W_]+")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200c\u200d\u200e\u200f\u2060\ufeff"))


@functools.lru_cache(maxsize=32_768)  # a list is asked when it is read, and for its badges
def folded(name: str) -> str:
    """Return a name's words without titles, case, marks and punctuation, in any order."""
    bare = without_titles(name)
    plain = bare.lower() if bare.isascii() else letters(bare.translate(_UNSEEN))
    return " ".join(sorted(_WORDS.findall(plain))) or plain
