"""Where a line may end in a text without spaces: Chinese and Japanese, and web addresses.

Unicode's rules for the former, but that words in katakana stay whole, as in titles.  Korean is
broken at its spaces.  https://www.unicode.org/reports/tr14/
"""

import re
import unicodedata
from collections.abc import Callable
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


def is_unspaced(text: str) -> bool:
    """Return whether some of a text is Chinese or Japanese."""
    return not text.isascii() and bool(_UNSPACED.search(text))


def parts(text: str) -> list[str]:
    """Return the parts of a text between which a line may end, with their spaces."""
    if not is_unspaced(text):
        return words(text)
    return [part for word in words(text) for part in _between_characters(word)]


def words(text: str) -> list[str]:
    """Return what stands between the spaces of a text, with these."""
    return _WORDS.findall(text)[:-1] or [text]


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


def address_parts(address: str, fits: Callable[[str], bool]) -> list[str]:
    """Return the parts of a web address between which a line may end.

    It may after what joins them; where a part does not fit on a line, also at hyphens and dots;
    and where that is not enough, between letters.
    """
    found = _joined(address, after="/?=&")
    for finer in (lambda part: _joined(part, "-_", "@."), at_letters):
        found = [piece for part in found for piece in ([part] if fits(part) else finer(part))]
    return found


def _joined(text: str, after: str, before: str = "") -> list[str]:
    """Return what stands between joints, after or before which a line may end."""
    found = [""]
    for character in text:
        if character in before and found[-1]:
            found.append("")
        found[-1] += character
        if character in after:
            found.append("")
    return [piece for piece in found if piece]
