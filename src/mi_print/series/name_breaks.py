"""Where a name may be broken, so that it still reads as a name.

A line ends at a space, but not between an initial and what it stands before,
nor before "Jr."; a Chinese, Japanese or Korean name of up to four characters
stays whole, and so does what stands in brackets without a space.  After a
hyphen it breaks only where that helps much, inside a word only when nothing
else is left; a name is never hyphenated.
"""

import re
import unicodedata
from itertools import pairwise

_WHOLE = 4  # characters of a Chinese, Japanese or Korean name that stay together
_SPACES = re.compile(r"[^ ]+ *")
_JOINTS = re.compile(r"[^ \-‐–/·・]*[ \-‐–/·・]*")
_INITIALS = re.compile(r"(?:[^\W\d_][̀-ͯ]*\.?[-‐]?){1,3}")
_TITLES = frozenset({"dr", "mr", "mrs", "ms", "mx", "prof", "st", "sr", "sra"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md"})
_NOT_FIRST = frozenset(
    "、。，．・：；！？）」』】》〉］｝ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ)]},.:;!?"
)
_NOT_LAST = frozenset("（「『【《〈［｛([{")
_VIRAMA = 9  # Unicode's combining class of the sign that joins two consonants
_JOINER = "\u200d"


def at_spaces(text: str) -> list[str]:
    """Return the parts between which a line may end without harm, with their spaces."""
    found: list[str] = []
    for word in _SPACES.findall(text):
        if found and (_belongs_to_next(found[-1]) or _belongs_to_last(word)):
            found[-1] += word
        else:
            found.append(word)
    return [part for word in found for part in _between_ideographs(word)]


def at_joints(text: str) -> list[str]:
    """Return the parts when hyphens, slashes, and dots between names part as well."""
    return [part for word in at_spaces(text) for part in _JOINTS.findall(word) if part]


def at_letters(text: str) -> list[str]:
    """Return letters with their marks: where a name breaks if it must."""
    ends = [
        number
        for number, (before, after) in enumerate(pairwise(text), 1)
        if not unicodedata.category(after).startswith("M")
        and _JOINER not in {before, after}
        and unicodedata.combining(before) != _VIRAMA
        and after not in _NOT_FIRST
        and before not in _NOT_LAST
        and after != " "
    ]
    return [text[a:b] for a, b in pairwise([0, *ends, len(text)])]


def _belongs_to_next(word: str) -> bool:
    """Return whether a word is an initial or a title: "J.", "A.-M.", "Dr."."""
    bare = word.strip()
    if bare.rstrip(".").lower() in _TITLES:
        return bare.endswith(".")
    single = len(bare) == 1 and bare.isalpha() and not _ideographic(bare)
    return single or ("." in bare and _INITIALS.fullmatch(bare) is not None and _dotted(bare))


def _dotted(word: str) -> bool:
    """Return whether each letter of "J.-P." has its dot; "Bo." is a word cut short."""
    letters = sum(character.isalpha() for character in word)
    return word.count(".") == letters


def _belongs_to_last(word: str) -> bool:
    return word.strip().strip(".,").lower() in _SUFFIXES


def _between_ideographs(word: str) -> list[str]:
    """Return the parts of a long line of ideographs or kana, which has no spaces."""
    bare = word.strip()
    if len(bare) <= _WHOLE or not all(map(_ideographic, bare)):
        return [word]
    ends = [
        number
        for number, (before, after) in enumerate(pairwise(bare), 1)
        if after not in _NOT_FIRST and before not in _NOT_LAST
    ]
    return [word[a:b] for a, b in pairwise([0, *ends, len(word)])]


def _ideographic(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF" and not "가" <= character <= "힣"
