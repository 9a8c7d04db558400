"""Where a name may be broken, so that it still reads as a name.

A line ends at a space, but not between an initial or a "de la" and what it
stands before, nor before "Jr." or "a. D."; a Chinese, Japanese or Korean name of
up to four characters stays whole, and so does what stands in brackets without a
space.  After a
hyphen it breaks only where that helps much, after an initial or inside a word
only when nothing else is left; a name is never hyphenated.
"""

import functools
import re
import unicodedata
from itertools import pairwise

from mi_print.layout.text.typography import NO_BREAK_SPACE
from mi_print.layout.text.word_breaks import NOT_FIRST, NOT_LAST, at_letters, ideographic

_WHOLE = 4  # characters of a Chinese, Japanese or Korean name that stay together
_SPACES = re.compile(r"(?:a\. ?D|i\. ?R)\. *|[^ ]+ *")
_JOINTS = re.compile(r"[^\-‐–/·・]*[\-‐–/·・]* *")
_WORDS = re.compile(r"[^ \-‐–/·・]*[ \-‐–/·・]*")
_HELD = re.compile(r"[^ \u00a0\-‐–/·・]*[ \u00a0\-‐–/·・]*")
_DIVIDED = re.compile(r"[^ ][\-‐–/·・]$")
_INITIALS = re.compile(r"(?:[^\W\d_][̀-ͯ]*\.?[-‐]?){1,3}")
_TITLES = frozenset({"dr", "mr", "mrs", "ms", "mx", "prof", "st", "sr", "sra"})
_BEFORE = (
    "af am av da das de degli dei del della den der des di do dos du e el het la las le los "
    "op ten ter van von y zu zum zur 't ’t abu al bar bat ben bin bint binti ibn "
    "بن ابن إبن بنت أبو ابو آل عبد בן בר בת אבו"
)
_PARTICLES = frozenset(_BEFORE.split())
"""Words before a family name, in small letters, after which no line ends; Arabic, Hebrew too."""
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md", "a.d", "i.r"})
"""Words that belong to what is before them; "a. D." and "i. R." are a title's, of the retired."""


def at_spaces(text: str) -> list[str]:
    """Return the parts between which a line may end without harm, with their spaces."""
    found: list[str] = []
    before = ""
    for word in _SPACES.findall(text):
        if found and (_belongs_to_next(before) or _belongs_to_last(word)):
            found[-1] += word
        else:
            found.append(word)
        before = word
    return [part for word in found for part in _between_ideographs(word)]


def at_joints(text: str) -> list[str]:
    """Return the parts when hyphens, slashes, and dots between names part as well."""
    return [part for word in at_spaces(text) for part in _JOINTS.findall(word) if part]


def at_words(text: str) -> list[str]:
    """Return the parts when all spaces part as well."""
    return [part for word in at_spaces(text) for part in _WORDS.findall(word) if part]


def divided_behind(line: str) -> bool:
    """Return whether a line ends after a hyphen and might have ended at a space: "Ulf Ost-"."""
    return _DIVIDED.search(line) is not None and len(at_spaces(line)) > 1


@functools.lru_cache(maxsize=64)  # a text of a stack is fitted many times
def at_ranks(text: str, *, letters: bool = False) -> tuple[tuple[str, int], ...]:
    """Return all parts of a list of names, and how well a line may end after each.

    3: after a name; 2: within one, at its no-break spaces, which then are plain
    spaces; 1: after a hyphen; 0: after a letter, if that is asked for.
    """
    found: list[tuple[str, int]] = []
    for name in at_spaces(text):
        for part in filter(None, _HELD.findall(name)):
            pieces = at_letters(part) if letters else [part]
            ranks = [0] * (len(pieces) - 1) + [2 if part[-1] == NO_BREAK_SPACE else 1]
            found += [(spaced(piece), rank) for piece, rank in zip(pieces, ranks, strict=True)]
        found[-1] = (found[-1][0], 3)
    return tuple(found)


def spaced(text: str) -> str:
    """Return a text as people write it and search for it: with plain spaces."""
    return text.replace(NO_BREAK_SPACE, " ")


def _belongs_to_next(word: str) -> bool:
    """Return whether a word is an initial, a title or a particle: "A.-M.", "Dr.", "von"."""
    bare = word.strip()
    if _belongs_to_last(bare):
        return False
    if bare in _PARTICLES:
        return True
    if bare.rstrip(".").lower() in _TITLES:
        return bare.endswith(".")
    single = len(bare) == 1 and bare.isalpha() and not ideographic(bare)
    return single or ("." in bare and _INITIALS.fullmatch(bare) is not None and _dotted(bare))


def _dotted(word: str) -> bool:
    """Return whether each letter of "J.-P." has its dot; "Bo." is a word cut short."""
    letters = sum(character.isalpha() for character in word)
    return word.count(".") == letters


def _belongs_to_last(word: str) -> bool:
    return word.replace(" ", "").strip(".,").lower() in _SUFFIXES


def _between_ideographs(word: str) -> list[str]:
    """Return the parts of a long line of ideographs, which has no spaces.

    Kana stay together, and so does what is written in letters among them.
    """
    bare = word.strip()
    if bare.isascii() or sum(unicodedata.east_asian_width(c) in "WF" for c in bare) <= _WHOLE:
        return [word]
    ends = [
        number
        for number, (before, after) in enumerate(pairwise(bare), 1)
        if (ideographic(before) or ideographic(after))
        and after not in NOT_FIRST
        and before not in NOT_LAST
    ]
    return [word[a:b] for a, b in pairwise([0, *ends, len(word)])]
