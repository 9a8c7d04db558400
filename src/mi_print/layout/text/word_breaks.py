"""Where a line may end in a text without spaces: between Chinese and Japanese characters.

Unicode's rules for them, but that words in katakana stay whole, as in titles.  Korean is broken
at its spaces.  https://www.unicode.org/reports/tr14/
"""

import re
import unicodedata
from itertools import pairwise

NOT_FIRST = frozenset(
    "、。，．・：；！？）」』】》〉］｝ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ)]},.:;!?"
)
"""What does not begin a line."""
NOT_LAST = frozenset("（「『【《〈［｛([{")
"""What does not end a line."""

_HAN = (("\u3400", "\u9fff"), ("\uf900", "\ufaff"), ("\U00020000", "\U0003ffff"))
_WORDS = re.compile("[^ ]* *(?:[-–—] +)*")
"""A word, and a dash behind it: no line begins with one."""
_UNSPACED = re.compile(
    "[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff65\U00020000-\U0003ffff]"
)
_KATAKANA = re.compile("[\u30a1-\u30fa\u30fc]")

_NOT_FIRST_LETTERS = NOT_FIRST | frozenset("ะาำๅๆฯະາຳຽໆຯ")
_NOT_LAST_LETTERS = NOT_LAST | frozenset("เแโใไເແໂໃໄ")
"""With the vowels that Thai and Lao write behind and before their consonant."""

_VIRAMA = 9  # Unicode's combining class of the sign that joins two consonants
_JOINER = "\u200d"


def ideographic(character: str) -> bool:
    """Return whether a character is a Han character."""
    return any(first <= character <= last for first, last in _HAN)


def parts(text: str) -> list[str]:
    """Return the parts of a text between which a line may end, with their spaces."""
    if text.isascii() or not _UNSPACED.search(text):
        return _WORDS.findall(text)[:-1] or [text]
    return [part for word in _WORDS.findall(text)[:-1] for part in _between_characters(word)]


def _between_characters(word: str) -> list[str]:
    ends = [
        number
        for number, (before, after) in enumerate(pairwise(word), 1)
        if (_UNSPACED.match(before) or _UNSPACED.match(after))
        and not (_KATAKANA.match(before) and _KATAKANA.match(after))
        and after not in NOT_FIRST
        and before not in NOT_LAST
        and after != " "
    ]
    return [word[a:b] for a, b in pairwise([0, *ends, len(word)])]


def at_letters(text: str) -> list[str]:
    """Return letters with their marks: where a name breaks if it must."""
    ends = [
        number
        for number, (before, after) in enumerate(pairwise(text), 1)
        if not unicodedata.category(after).startswith("M")
        and _JOINER not in {before, after}
        and unicodedata.combining(before) != _VIRAMA
        and after not in _NOT_FIRST_LETTERS
        and before not in _NOT_LAST_LETTERS
        and after != " "
    ]
    return [text[a:b] for a, b in pairwise([0, *ends, len(text)])]
