"""Which kinds of event there are, and which of them matter to which product."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations

from tests.generated.made_texts import WORDS
from tests.generated.rows import GeneratedEvent, Row

KINDS: Mapping[str, Callable[[GeneratedEvent], object]] = {
    "several days": lambda event: len(event.workshop.get("dates", ())) > 1,
    "sessions in several rooms at once": lambda event: _at_once(event.program),
    "a night": lambda event: [s for s in event.program if s.get("end", "9") < "06"],
    "an open end": lambda event: [s for s in event.program if "end" not in s],
    "sessions within another": lambda event: [s for s in event.program if "within" in s],
    "a place": lambda event: [s for s in event.program if "place" in s],
    "talks with times": lambda event: [t for t in _talks(event) if "start" in t],
    "talks about papers": lambda event: [t for t in _talks(event) if "paper" in t],
    "somebody named where they speak": lambda event: [
        person
        for part in _talks(event)
        for person in part.get("speakers", ())
        if isinstance(person, dict)
    ],
    "roles of its own": lambda event: "roles" in event.workshop,
    "another language": lambda event: event.workshop.get("lang", "en")[:2] != "en",
    "a language without words": lambda event: event.workshop.get("lang") == "sv",
    "words of its own": lambda event: "words" in event.workshop,
    "twelve hours": lambda event: event.workshop.get("clock") == 12,
    "boards with letters": lambda event: [p for p in event.papers if _lettered(p)],
    "shared boards": lambda event: any(
        count > 1 for count in Counter((p["session"], p["board"]) for p in _hung(event)).values()
    ),
    "papers in several sessions": lambda event: [p for p in event.papers if "boards" in p],
    "papers without a place": lambda event: [
        p for p in event.papers if not {"session", "boards", "remote"} & p.keys()
    ],
    "papers without a board": lambda event: [
        p for p in event.papers if "board" not in p and p.get("session", "remote") != "remote"
    ],
    "papers without authors": lambda event: [p for p in event.papers if "authors" not in p],
    "a table of papers": lambda event: "papers.csv" in event.files(),
    "a table of authors": lambda event: "authors.csv" in event.files(),
    "a colour of its own": lambda event: "theme" in event.workshop,
    "logos": lambda event: [s for s in event.workshop.get("sponsors", ()) if "logo" in s],
    "more than four rooms": lambda event: len(event.workshop["venue"].get("rooms", ())) > 4,
    "who is who of the attendees": lambda event: [a for a in event.attendees if "same_as" in a],
    "a format": lambda event: "format" in event.orders,
    "another booklet": lambda event: "pocket" in event.orders.get("orders", {}),
    "spotlights in an order": lambda event: [p for p in event.papers if "spotlight_order" in p],
    "papers in another language": lambda event: [p for p in event.papers if "lang" in p],
    "a paper of very many": lambda event: any(
        len(p.get("authors", ())) > _VERY_MANY for p in event.papers
    ),
    "more than three poster sessions": lambda event: len(_posters(event)) > 3,
    "no host": lambda event: "host" not in event.workshop,
    "no contact": lambda event: "contact" not in event.workshop,
}
"""What an event may have or lack, besides what it is extreme in and the script of its texts."""


def kinds_of(event: GeneratedEvent) -> set[str]:
    """Return the kinds of an event, and its script."""
    found = {kind for kind, has in KINDS.items() if has(event)}
    return {*found, *event.extremes, _script(event)}


def _script(event: GeneratedEvent) -> str:
    """Return the script of most of what its sessions are called."""
    titles = "".join(session["title"] for session in event.program) + event.workshop["name"]
    names = (unicodedata.name(letter, "").split()[0] for letter in titles if letter.isalpha())
    word = Counter(names).most_common(1)[0][0]
    return _SCRIPTS.get(word, word.capitalize())


_VERY_MANY = 11  # authors: more than a card names where there is hardly room
_SCRIPTS = {"HIRAGANA": "Japanese", "KATAKANA": "Japanese", "CJK": "Chinese", "HANGUL": "Korean"}

_TEXTS = {"Arabic", "Japanese", "Thai", "titles", "letters", "unbroken", "mixed", "bare"}
_NAMES = {"names", "scripts", "affiliations"}
_SPEECH = {"another language", "a language without words", "words of its own", "twelve hours"}
_DAY = {
    *("sessions", "talks", "days", "several days", "sessions in several rooms at once"),
    *("a night", "an open end", "sessions within another", "talks with times"),
    *("more than four rooms",),
}
_BOARDS = {
    *("boards", "boards with letters", "shared boards", "papers in several sessions"),
    *("papers", "categories", "papers without authors"),
}

MATTER: Mapping[str, set[str]] = {
    "cfp": _TEXTS
    | _SPEECH
    | {*WORDS, "workshop", "no host", "no contact", "a colour of its own", "a format"}
    | {"organizers", "keynotes", "panel", "affiliations", "topics", "sponsors", "logos", "tracks"},
    "program": _TEXTS
    | _NAMES
    | _DAY
    | _BOARDS
    | {"papers without a place", "papers without a board", "papers in another language"}
    | {"a table of papers", "a table of authors", "spotlights in an order", "talks about papers"}
    | {"bios", "organizers", "keynotes", "panel", "sponsors", "topics", "a place"},
    "badges": _TEXTS
    | _NAMES
    | _DAY
    | {"attendees", "addresses", "roles", "roles of its own", "who is who of the attendees"}
    | {"workshop", "no host", "somebody named where they speak"},
    "signage-board-cards": {*WORDS, "titles", "letters", "names", "addresses"} | _BOARDS,
    "signage-range-signs": _BOARDS - {"papers", "papers without authors"},
    "signage-poster-lists": {"Arabic", "Thai", "titles", "letters", "names"} | _BOARDS,
    "signage-door-sign": _TEXTS | _DAY | {"another language", "twelve hours", "rooms"},
    "signage-chair-sheets": {"titles", "names", "scripts", "talks", "talks with times"}
    | {"talks about papers", "somebody named where they speak", "panel"},
    "signage-reserved-seats": {"names", "scripts", "affiliations", "signs"},
    "signage-direction-signs": {"rooms", "signs", "unbroken", "scripts"},
    "signage-time-cards": {"signs"},
    "signage-notices": {"signs", "addresses", "unbroken"},
}
"""The kinds that a file shows in ways of its own; a kind shows in one file at the least."""


def _at_once(program: Sequence[Row]) -> bool:
    return any(
        one.get("day") == other.get("day") and one["start"] == other["start"]
        for one, other in combinations(program, 2)
        if one.get("room") != other.get("room")
    )


def _talks(event: GeneratedEvent) -> list[Row]:
    return [talk for session in event.program for talk in session.get("talks", ())]


def _hung(event: GeneratedEvent) -> list[Row]:
    return [paper for paper in event.papers if "board" in paper]


def _posters(event: GeneratedEvent) -> list[Row]:
    return [session for session in event.program if session["kind"] == "posters"]


def _lettered(paper: Row) -> bool:
    return not str(paper.get("board", "1")).isdecimal()
