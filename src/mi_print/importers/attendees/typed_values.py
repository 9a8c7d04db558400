"""What people type into forms because something must stand there, or in too much of a hurry."""

import re
from collections.abc import Iterator

from mi_print.event.attendees.spelling import in_capitals
from mi_print.event.text_checks.note import TextNote, quoted
from mi_print.event.text_checks.one_name import PARTICLE
from mi_print.importers.attendees.person_names import NameFields

UNASSIGNED = "info requested"
"""What Eventbrite writes as the given and as the family name of a seat that is nobody's yet."""
_NOTHING = frozenset(
    {
        *("n/a", "n.a.", "n. a.", "not applicable", "none", "-", "--", "---", "–", "—", ".", "/"),
        *(
            "tba",
            "tbd",
            "keine",
            "k.a.",
            "k. a.",
            "ohne",
            "aucune",
            "ninguna",
            "nessuna",
            UNASSIGNED,
        ),
    }
)
_LETTERS = re.compile(r"[^\W\d_]+")
_LONG = 5  # letters of a word that is hardly an acronym


def says_nothing(value: str) -> bool:
    """Tell whether somebody typed that there is nothing to say."""
    return value.casefold() in _NOTHING


def raised(parts: NameFields, notes: list[TextNote]) -> NameFields:
    """Return a name that is all in small letters with capitals, but for particles in it.

    One of a word is what somebody calls themselves.
    """
    if " " not in parts.name or not parts.name.islower():
        return parts
    found = NameFields(*map(_raised, parts))
    found = found._replace(name=found.name[:1].upper() + found.name[1:])
    message = f"{quoted(parts.name)} is all in small letters"
    notes.append(TextNote("small-letters", message, "", found.name))
    return found


def loud(affiliation: str) -> Iterator[tuple[str, str, str]]:
    """Yield what to say of an affiliation in capitals that is hardly an acronym."""
    words = _LETTERS.findall(affiliation)
    if in_capitals(affiliation) and any(len(word) >= _LONG for word in words):
        hint = "it stays so; write it in data/attendees.csv as it is meant, and that will stay"
        yield "capitals", f"{quoted(affiliation)} is all in capitals", hint


def _raised(text: str) -> str:
    return " ".join(
        word if PARTICLE.fullmatch(word) else _LETTERS.sub(_with_capital, word)
        for word in text.split()
    )


def _with_capital(letters: re.Match[str]) -> str:
    return letters[0][:1].upper() + letters[0][1:]
