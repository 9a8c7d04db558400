"""Which session of the data a source means."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from mi_print.event.collation import letters
from mi_print.event.model.program import Kind, Session

_WORDS = re.compile(r"[^\W_]+")
_NOON = dt.time(12)
_HALVES = {"morning": True, "vormittag": True, "afternoon": False, "nachmittag": False}


def session_meant(name: str, sessions: Sequence[Session]) -> str | None:
    """Return the id of the session that a name is for, if only one is.

    It is the session of that id or title; else the one poster session whose id or title has
    all words of the name, or has them all in the name; else the one in that half of the day.
    """
    said = letters(name).strip()
    for session in sessions:
        if said in {letters(session.id), letters(session.title)}:
            return session.id
    posters = [each for each in sessions if each.kind is Kind.POSTERS]
    words = set(_WORDS.findall(said))
    near = [each for each in posters if _near(words, each)]
    if len(near) == 1:
        return near[0].id
    return _in_half(words, posters)


def _near(words: set[str], session: Session) -> bool:
    titles = ({*_WORDS.findall(letters(text))} for text in (session.id, session.title))
    return any(words <= title or (title and title <= words) for title in titles)


def _in_half(words: Iterable[str], posters: Sequence[Session]) -> str | None:
    halves = {_HALVES[word] for word in words if word in _HALVES}
    if len(halves) != 1:
        return None
    found = [each.id for each in posters if (each.start < _NOON) in halves]
    return found[0] if len(found) == 1 else None
