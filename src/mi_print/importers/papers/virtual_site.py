"""Papers of the virtual sites of NeurIPS, ICML, and ICLR, and of Mini-Conf, in JSON.

A paper may stand there several times, for each place where it is shown; orals have no
`poster_position`, and `event_type` may hold a `{location}` that nobody filled in.
"""

import re
from collections.abc import Iterator

from mi_print.importers.papers.source_paper import SourceAuthor, SourcePaper

_DECISION = re.compile(r"accept\s*\(?\s*([^()]*)\)?", re.IGNORECASE)
_ARROW = "->"


def virtual_papers(value: object) -> Iterator[SourcePaper] | None:
    """Return the papers of a JSON value, if it is from such a site."""
    found = value.get("results") if isinstance(value, dict) else None
    if not isinstance(found, list) or not found:
        return None
    first = found[0]
    if not isinstance(first, dict) or not {"name", "authors"} <= first.keys():
        return None
    return (_paper(each) for each in found if isinstance(each, dict))


def mini_conf_papers(value: object) -> Iterator[SourcePaper] | None:
    """Return the papers of a JSON value, if it is from Mini-Conf."""
    if not isinstance(value, list) or not value:
        return None
    if not isinstance(value[0], dict) or not {"UID", "title"} <= value[0].keys():
        return None
    return (_mini_conf(each) for each in value if isinstance(each, dict))


def _paper(entry: dict[str, object]) -> SourcePaper:
    topic, decision = _text(entry, "topic"), _text(entry, "decision")
    accepted = _DECISION.fullmatch(decision)
    authors = entry.get("authors")
    return SourcePaper(
        id=_text(entry, "sourceid") or _text(entry, "id"),
        title=_text(entry, "name"),
        authors=tuple(
            SourceAuthor(_text(each, "fullname"), _text(each, "institution"))
            for each in authors
            if isinstance(each, dict)
        )
        if isinstance(authors, list)
        else None,
        session=_text(entry, "session"),
        board=_text(entry, "poster_position").lstrip("#"),
        type=accepted[1].strip() if accepted else "",
        category=topic.partition(_ARROW)[0].strip() if _ARROW in topic else "",
        topic=topic.rpartition(_ARROW)[2].strip(),
        abstract=_text(entry, "abstract"),
        url=_text(entry, "paper_url") or _text(entry, "url"),
        status="" if accepted else decision,
    )


def _mini_conf(entry: dict[str, object]) -> SourcePaper:
    authors, sessions = entry.get("authors"), entry.get("sessions")
    names = authors if isinstance(authors, list) else str(authors or "").split("|")
    named = sessions if isinstance(sessions, list) else str(sessions or "").split("|")
    first, *more = [str(each).strip() for each in named] or [""]
    return SourcePaper(
        id=_text(entry, "UID"),
        title=_text(entry, "title"),
        authors=tuple(SourceAuthor(str(each).strip()) for each in names if str(each).strip()),
        session=first,
        more_sessions=tuple(filter(None, more)),
        abstract=_text(entry, "abstract"),
    )


def _text(entry: dict[str, object], key: str) -> str:
    found = entry.get(key)
    return str(found).strip() if isinstance(found, str | int) and found is not True else ""
