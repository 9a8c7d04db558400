"""Where a word too wide for its line may be divided, in the language of its text.

The dictionaries are those by which the typesetter divides words too (`hyphens: auto`).
"""

import functools
import re
from itertools import pairwise
from typing import NamedTuple

import pyphen

from mi_print.layout.text.typography import NO_BREAK_SPACE, WORD_JOINER

SOFT_HYPHEN = "\u00ad"
"""Ends a part after which a hyphen is added where a line ends."""

_BEFORE, _AFTER = 4, 3
"""Letters that must stand before and after a hyphen."""
_LETTERS = re.compile(r"[^\W\d_]{7,}")
_JOINTS = re.compile(rf".*?(?:[-‐–/·・](?!{WORD_JOINER})|{SOFT_HYPHEN}|$)")
_AT_THE_END = f" {NO_BREAK_SPACE}"
_RUN = re.compile(f"{SOFT_HYPHEN}+")
_IDLE = re.compile(rf"(?<!\w){SOFT_HYPHEN}|{SOFT_HYPHEN}(?!\w)")
_SPACES = re.compile(rf"[^{NO_BREAK_SPACE}]*{NO_BREAK_SPACE}*")


class _Joints(NamedTuple):
    """How the first word of a compound ends in a language, and how the second begins."""

    end: re.Pattern[str]
    start: re.Pattern[str]


_COMPOUNDS = {
    "de": _Joints(
        re.compile(
            "(?:(?:heit|keit|schaft|ung|ion|tät|ling|tum)|(?<!tra)(?<=\\w{4})[dfgkmnprt])s$"
        ),
        re.compile("(?:über|unter|auf|aus|durch|ent(?=[^es])|nach|ver|vor|wieder|zer|zusammen)..."),
    ),
}
"""Where a compound is best divided: behind a linking s, and before a prefix of the second word."""


def divisions(word: str, lang: str) -> list[list[str]]:
    """Return the ways to divide a word (with its spaces), each finer than the one before.

    At its no-break spaces; at its own hyphens and slashes; between the words of a compound;
    between syllables.  A part that ends with a soft hyphen is set with a hyphen at the end of a
    line.  Without a language ("") no hyphen is added.
    """
    word = _IDLE.sub("", _RUN.sub(SOFT_HYPHEN, word))
    bound = [part for part in _SPACES.findall(word) if part] or [""]
    joints = [part for each in bound for part in _JOINTS.findall(each) if part]
    return [bound, joints, _hyphenated(joints, lang, links=True), _hyphenated(joints, lang)]


def shown(line: str) -> str:
    """Return a line as it is set, of the parts that stand in it."""
    line = line.rstrip(_AT_THE_END)
    if SOFT_HYPHEN not in line:
        return line
    hyphen = "-" if line.endswith(SOFT_HYPHEN) else ""
    return line.replace(SOFT_HYPHEN, "") + hyphen


def _hyphenated(parts: list[str], lang: str, *, links: bool = False) -> list[str]:
    return [piece for part in parts for piece in _syllables(part, lang, links=links)]


def _syllables(part: str, lang: str, *, links: bool) -> list[str]:
    """Return the pieces of a part; what has capitals within is a name or an abbreviation."""
    ends = [
        found.start() + at
        for found in _LETTERS.finditer(part)
        if found[0][1:].islower()
        for at in _positions(found[0], lang)
        if not links or _joins(found[0], at, lang)
    ]
    pieces = [part[a:b] for a, b in pairwise([0, *ends, len(part)])]
    return [*(f"{piece}{SOFT_HYPHEN}" for piece in pieces[:-1]), pieces[-1]]


def _joins(word: str, at: int, lang: str) -> bool:
    """Return whether two words of a compound meet after so many letters."""
    joints = _COMPOUNDS.get(lang.partition("-")[0].lower())
    if joints is None:
        return False
    return bool(joints.end.search(word[:at].lower()) or joints.start.match(word[at:].lower()))


def _positions(word: str, lang: str) -> list[int]:
    """Return after how many letters a word may be divided without changing its spelling."""
    rules = _rules(lang)
    found = rules.positions(word) if rules else []
    return [int(at) for at in found if not at.data]


@functools.cache
def _rules(lang: str) -> pyphen.Pyphen | None:
    """Return the rules of a language, or None if there are none."""
    known = pyphen.language_fallback(lang)
    return pyphen.Pyphen(lang=known, left=_BEFORE, right=_AFTER) if known else None
