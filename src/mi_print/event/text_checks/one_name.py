"""Several names where one should stand, and names with the family name first.

A name with a Jr. or a degree behind a comma is one; so is that of a group, with its
"and".
"""

import re

from mi_print.event.names.titles import DEGREES, GENERATIONS
from mi_print.event.text_checks.note import TextNote, meant, quoted

SEPARATED = re.compile(r"[,;]|\s(?:and|und|et|og|och|&)\s")
"""What a single name hardly ever has in it."""

_STRONG = re.compile(r"\s*(?:,\s*)?(?:;|\s(?:and|und|et|og|och|&)\s)\s*")
_COMMA = re.compile(r"\s*,\s*")
_BEHIND = re.compile(rf"(?:{GENERATIONS}|{DEGREES}|Ph\.?D|Dr\.?)(?:\s|\Z)")
PARTICLE = re.compile(
    r"(?:al|auf|bin|da|dal|das|de|del|della|den|der|di|do|dos|du|e|el|ibn|la|le|ten|ter|van|von|y|zu)"
)
"""What stands before a family name and belongs to it, in small letters."""
_GROUP = re.compile(
    r"\b(?:arbeitsgruppe|association|authors?|cent(?:er|re)|collaboration|college|committee|company"
    r"|consortium|council|department|dept|equipe|équipe|foundation|gesellschaft|gmbh|group|gruppe"
    r"|inc|initiative|institut[eo]?|labs?|laboratory|llc|ltd|members?|network|organi[sz]ation"
    r"|project|research|school|society|students?|team|universit\w+|verein|workshop)\b",
    re.IGNORECASE,
)
_LONGEST = 500
_MOST_WORDS = 5


def one_name(text: str, *, in_list: bool = False, typed: bool = True) -> TextNote | None:
    """Several names, or a name with the family name first.

    Args:
        text: what stands as one name.
        in_list: whether several names may stand there, each for itself.
        typed: whether the file has lists, as YAML has.
    """
    names = _meant(text)
    if not names:
        return None
    if len(names) == 1:
        return meant("one-name", f"{quoted(text)} has the family name first", names[0])
    hint = "write one name here: each person has an entry"
    if in_list:
        hint = f"write [{', '.join(names)}]" if typed else f'write "{"; ".join(names)}"'
    return TextNote("one-name", f"{quoted(text)} stands as one name", hint)


def _meant(text: str) -> list[str]:
    """Return the names that a text may mean, in the usual order; none if it is one already."""
    if len(text) > _LONGEST or not SEPARATED.search(text) or _GROUP.search(text):
        return []
    groups = [_whole(_COMMA.split(group)) for group in _STRONG.split(text.strip(" ,;"))]
    pieces = [piece for group in groups for piece in group]
    if len(pieces) == 1 or not all(map(_like_a_name, pieces)):
        return []
    if all(map(_family_first, groups)):
        return [f"{given} {family}" for family, given in groups]
    whole = [len(piece.split()) > 1 for piece in pieces]
    if not any(whole):
        return []
    if not whole[0] and len(pieces) == 2:  # noqa: PLR2004 - Ida and Ole Sample
        pieces[0] = f"{pieces[0]} {pieces[1].split()[-1]}"
    return pieces


def _whole(pieces: list[str]) -> list[str]:
    """Return the pieces between commas, with a Jr. or PhD at the name that it belongs to."""
    found = pieces[:1]
    for piece in filter(None, pieces[1:]):
        if _BEHIND.match(piece):
            found[-1] += f", {piece}"
        else:
            found.append(piece)
    return found


def _like_a_name(piece: str) -> bool:
    words = piece.replace(",", " ").split()
    return 0 < len(words) <= _MOST_WORDS and all(
        not any(map(str.isdigit, word))
        and (not word[0].islower() or PARTICLE.fullmatch(word) is not None)
        for word in words
    )


def _family_first(group: list[str]) -> bool:
    """Tell whether a group is a family name, a comma, and given names."""
    if len(group) != 2:  # noqa: PLR2004 - two parts
        return False
    family = [word for word in group[0].split() if not PARTICLE.fullmatch(word.lower())]
    return len(family) == 1
