"""What a session is, by the word that a schedule has for it, or by its title."""

import re

from mi_print.event.model.program import Kind

_WORDS: tuple[tuple[Kind, str], ...] = (
    (Kind.KEYNOTE, r"keynotes?|plenary|invited (?:talk|speaker)"),
    (Kind.LIGHTNING, r"lightning(?: talks?)?"),
    (Kind.TUTORIAL, r"tutorials?|workshops?|hands-on"),
    (Kind.PANEL, r"panels?|(?:panel )?discussions?|podium"),
    (Kind.POSTERS, r"posters?(?: session)?"),
    (Kind.OPENING, r"opening(?: remarks| ceremony)?|welcome|eröffnung|begrüßung"),
    (Kind.CLOSING, r"closing(?: remarks| ceremony)?|abschluss|verabschiedung"),
    (Kind.REGISTRATION, r"registration|anmeldung|check-?in"),
    (Kind.BREAK, r"(?:coffee |tea |lunch |kaffee|mittags)?(?:break|pause)|coffee|lunch|breakfast"),
    (Kind.SOCIAL, r"social(?: event)?|party|dinner|reception|drinks"),
    (Kind.MEETING, r"meetings?|bof|birds of a feather|meetup"),
    (Kind.TALK, r"talks?|lectures?|vortrag|presentations?|conférence|ponencia"),
)
_PATTERNS = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in _WORDS)
_NOT_SPOKEN = {Kind.OPENING, Kind.CLOSING, Kind.REGISTRATION, Kind.BREAK, Kind.SOCIAL}


def session_kind(word: str, title: str, *, spoken: bool) -> Kind:
    """Return what a session is.

    Args:
        word: that of the schedule; it counts as a whole, or one of its parts.
        title: the title; it counts as a whole, and only where nobody speaks.
        spoken: whether somebody speaks.
    """
    if word in set(Kind):
        return Kind(word)
    for text in (word, *re.split(r"[,/(:–-]\s*", word)):
        for kind, pattern in _PATTERNS:
            if pattern.fullmatch(text.strip()):
                return kind
    for kind, pattern in _PATTERNS:
        if not spoken and kind in _NOT_SPOKEN and pattern.fullmatch(title.strip()):
            return kind
    return Kind.TALK if spoken else Kind.SESSION
