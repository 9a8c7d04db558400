"""What two spellings of one name have in common."""

import functools
import re

from mi_print.event.collation import letters
from mi_print.event.names.titles import GENERATIONS, without_titles

_WORDS = re.compile(r"[^\W_]+")
_JUNIOR = re.compile(rf"\s*(?:{GENERATIONS})\s*")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200c\u200d\u200e\u200f\u2060\ufeff"))


@functools.lru_cache(maxsize=131_072)  # a list is asked when it is read, and for its badges
def folded(name: str) -> str:
    """Return a name's words without titles, case, marks and punctuation, in any order."""
    plain = _plain(without_titles(name))
    return " ".join(sorted(_WORDS.findall(plain))) or plain


def as_spoken(name: str) -> str:
    """Return the same words in the order in which they are spoken: Lovelace, Ada is Ada Lovelace.

    Li Wei and Wei Li may be two people.
    """
    bare = without_titles(name)
    family, _, given = bare.partition(",")
    plain = _plain(bare if _JUNIOR.fullmatch(given) else f"{given} {family}")
    return " ".join(_WORDS.findall(plain)) or plain


def _plain(bare: str) -> str:
    return bare.lower() if bare.isascii() else letters(bare.translate(_UNSEEN))
