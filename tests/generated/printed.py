"""What each product prints of the data, by docs/data.md, docs/badges.md, and docs/signage.md.

Written anew from the data as it is in the files, without the package: a record is
what must stand together, in the whole file or on pages of its own.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, groupby

from mi_print.language.word_tables import FALLBACK, language_of, table
from tests.generated.event_strategy import GeneratedEvent, Row

OneOf = tuple[str, ...]
"""Texts of which one stands there."""


@dataclass(frozen=True)
class Record:
    """What belongs together.

    Attributes:
        about: whose or what it is.
        texts: what must be there of it, each whole.
        codes: what its QR codes say.
        times: how often each text stands there at least, of a record of the whole file.
    """

    about: str
    texts: tuple[str | OneOf, ...]
    codes: tuple[str, ...] = ()
    times: int = 1


@dataclass(frozen=True)
class Printed:
    """What a file must hold.

    Attributes:
        records: all of them.
        sides: how many pages each record has for itself; 0 if the file is one whole.
    """

    records: list[Record]
    sides: int = 0


def printed(product: str, event: GeneratedEvent) -> Printed:
    """Return what a product must hold of an event: `cfp`, `program`, `badges`, a kind of sign."""
    sides = {"cfp": 0, "program": 0, "badges": 2}
    return Printed(list(_PRODUCTS[product](event)), sides.get(product, 1))


# The flyer


def _flyer(event: GeneratedEvent) -> Iterator[Record]:
    workshop, call = event.workshop, event.workshop["call"]
    host = workshop["host"]
    yield Record("the workshop", (workshop["name"], host["name"], host["place"]))
    yield Record("about", tuple(workshop["about"]))
    yield Record("topics", tuple(workshop.get("topics", ())))
    yield Record("contact", (workshop["contact"]["email"], *_address(workshop)))
    notes = [call["notes"]] if "notes" in call else []
    tracks = [(track["name"], str(track["pages"])) for track in call["tracks"]]
    yield Record(
        "the call",
        (*notes, *chain.from_iterable(tracks), _shown(call["submit"])),
        (call["submit"],),
    )
    for person in workshop["people"]:
        if {"keynote", "panelist"} & set(person["roles"]):
            yield Record(person["id"], _given(person, "name", "affiliation"))
        if "organizer" in person["roles"]:
            yield Record(person["id"], (person["name"],))


# The booklet


def _booklet(event: GeneratedEvent) -> Iterator[Record]:
    workshop, venue = event.workshop, event.workshop["venue"]
    yield Record("the workshop", (workshop["name"],))
    yield Record("the host", (workshop["host"]["name"],), times=2)
    yield Record("the venue", (venue["name"], venue["room"]), times=2)
    where = venue.get("address") or workshop["host"]["place"]
    yield Record("the way", (where, *venue.get("directions", ())))
    yield Record("welcome", tuple(workshop.get("welcome", ())))
    yield Record("attendance", _given(workshop, "attendance"))
    yield Record("contact", (workshop["contact"]["email"], *_address(workshop)))
    for number, sponsor in enumerate(workshop.get("sponsors", ()), 1):
        texts = *_given(sponsor, "name", "level"), *_address(sponsor)
        yield Record(f"sponsor {number}", texts)
    people = {person["id"]: person for person in workshop["people"]}
    for person in workshop["people"]:
        if "organizer" in person["roles"]:
            texts = _given(person, "name", "position", "affiliation", "bio")
            yield Record(person["id"], texts)
    for session in event.program:
        yield from _session(session, people, event)
    for category in dict.fromkeys(paper.get("category") for paper in event.papers):
        if category and any(
            paper.get("category") == category and paper["session"] != "remote"
            for paper in event.papers
        ):
            yield Record("a category", (category,))
    for paper in event.papers:
        yield Record(f"paper {paper['id']}", (paper["title"],))
    for author in dict.fromkeys(name for paper in event.papers for name in paper["authors"]):
        yield Record("an author", (author,))


def _session(session: Row, people: dict[str, Row], event: GeneratedEvent) -> Iterator[Record]:
    about = f"session {session['id']}"
    keynote = session["kind"] == "keynote"
    yield Record(about, (_stretch(session, event),))
    yield Record(about, (session["title"],), times=3 if keynote else 2)
    if "room" in session:
        yield Record(about, (session["room"],))
    speakers = [people[each] for each in session.get("speakers", ())]
    if not session.get("talks"):
        yield Record(about, tuple(person["name"] for person in speakers), times=2)
    for person in speakers if keynote else ():
        yield Record(f"{about}, {person['id']}", _given(person, "position", "affiliation", "bio"))
    for talk in session.get("talks", ()):
        own = [people[each] for each in talk["speakers"]]
        names = tuple(person["name"] for person in own)
        places = tuple(person["affiliation"] for person in own if "affiliation" in person)
        yield Record(f"{about}, a talk", (talk["title"], *names, *places))


# The badges

_ROLES = ("speaker", "panelist", "organizer", "volunteer")
_FOREMOST = (*_ROLES, "sponsor", "press", "student", "other", "attendee")
_BADGE_ROLE = {"keynote": "speaker", "lightning": "speaker"}


def _badges(event: GeneratedEvent) -> Iterator[Record]:
    listed = {row["id"]: row for row in event.attendees}
    people = {person["id"]: person for person in event.workshop["people"]}
    authors = {
        name for paper in event.papers if paper.get("spotlight") for name in paper["authors"]
    }
    for person in people.values():
        roles = [_BADGE_ROLE.get(role, role) for role in person["roles"]]
        if set(person["roles"]) != {"volunteer"}:
            roles += (
                [listed[person["id"]].get("role") or "attendee"] if person["id"] in listed else []
            )
        elif person["id"] not in listed:
            continue
        yield _badge(event, person, min(map(str.lower, roles), key=_FOREMOST.index))
    known = {person["name"] for person in people.values()} | {
        row["name"] for row in event.attendees
    }
    for name in sorted(authors - known):
        yield _badge(event, {"id": "a spotlight's author", "name": name}, "speaker")
    for row in event.attendees:
        if row["id"] not in people:
            yield _badge(event, row, row.get("role") or "attendee")


def _badge(event: GeneratedEvent, person: Row, role: str) -> Record:
    workshop = event.workshop
    words = tuple(person["name"].split())
    fixed = (
        workshop["name"],
        workshop["host"]["name"],
        workshop["venue"]["room"],
        workshop["venue"]["name"],
    )
    called = tuple(
        each
        for session in event.program
        for each in (_start(session, event), _called(session, event))
    )
    own = (person["name"], _role(event, role), *words, *_given(person, "affiliation", "pronouns"))
    return Record(person["id"], (*own, *fixed, *called), _given(person, "url"))


def _role(event: GeneratedEvent, written: str) -> str:
    """Return what a badge says of a role: its own label, or the word of the language."""
    for identifier, role in event.workshop.get("roles", {}).items():
        if written in {identifier, identifier.upper(), role["label"], role["plural"]}:
            return str(role["label"])
    return _word(event, f"role-{written.lower()}")


def _called(session: Row, event: GeneratedEvent) -> OneOf:
    """Return what a session is called where there is little room: its title, or who speaks."""
    people = {person["id"]: person["name"] for person in event.workshop["people"]}
    names = [people[each] for each in session.get("speakers", ())]
    return session["title"], " & ".join(names) or session["title"]


# The signs


def _board_cards(event: GeneratedEvent) -> Iterator[Record]:
    sessions = _poster_sessions(event)
    for number in sorted({paper["board"] for _, papers in sessions.values() for paper in papers}):
        texts: list[str] = [str(number)]
        codes: list[str] = []
        for session, (order, papers) in sessions.items():
            posters = next(each for each in event.program if each["id"] == session)
            named = (
                _word(event, "session").format(number=order)
                if len(sessions) > 1
                else posters["title"]
            )
            texts += [named, _stretch(posters, event)]
            here = [paper for paper in papers if paper["board"] == number]
            texts += [] if here else [_word(event, "free-board").rstrip(".。")]
            for paper in here:
                texts += [
                    paper["title"],
                    *paper["authors"],
                    paper.get("category", _word(event, "other-papers")),
                ]
                codes += _given(paper, "url")
        yield Record(f"board {number}", tuple(texts), tuple(codes))


def _range_signs(event: GeneratedEvent) -> Iterator[Record]:
    for _, papers in _poster_sessions(event).values():
        for category, group in groupby(papers, key=lambda paper: paper.get("category")):
            boards = [paper["board"] for paper in group]
            numbers = tuple(dict.fromkeys(map(str, (min(boards), max(boards)))))
            yield Record(f"boards {numbers}", (*numbers, category or _word(event, "other-papers")))


def _poster_lists(event: GeneratedEvent) -> Iterator[Record]:
    for session, (_, papers) in _poster_sessions(event).items():
        posters = next(each for each in event.program if each["id"] == session)
        texts = [posters["title"], _stretch(posters, event)]
        for paper in papers:
            texts += [str(paper["board"]), paper["title"], *paper["authors"]]
            texts.append(paper.get("category", _word(event, "other-papers")))
        yield Record(f"session {session}", tuple(texts))


def _door_signs(event: GeneratedEvent) -> Iterator[Record]:
    room = event.workshop["venue"]["room"]
    for here in dict.fromkeys(session.get("room", room) for session in event.program):
        texts: list[str | OneOf] = [event.workshop["name"], here]
        for session in event.program:
            if session.get("room", room) == here:
                texts += [_start(session, event), session["title"], *_names(session, event)]
        yield Record(f"room {here}", tuple(texts))


def _names(session: Row, event: GeneratedEvent) -> Iterator[str]:
    for person in event.workshop["people"]:
        if person["id"] in session.get("speakers", ()) and not session.get("talks"):
            yield person["name"]


def _reserved_seats(event: GeneratedEvent) -> Iterator[Record]:
    if not event.signs.get("reserved", True):
        return
    for person in event.workshop["people"]:
        own = [session for session in event.program if _speaks(person["id"], session)]
        here = [session for session in own if not session.get("remote")]
        speaks = {"keynote", "panelist", "speaker", "lightning"} & set(person["roles"])
        if here or (speaks and not own):
            texts = [text for each in here for text in (_stretch(each, event), each["title"])]
            yield Record(person["id"], (_word(event, "reserved"), person["name"], *texts))


def _speaks(identifier: str, session: Row) -> bool:
    talks = [each for talk in session.get("talks", ()) for each in talk["speakers"]]
    return identifier in (*session.get("speakers", ()), *talks)


def _direction_signs(event: GeneratedEvent) -> Iterator[Record]:
    for sign in event.signs.get("directions", ()):
        yield Record(sign["id"], (sign.get("text", event.workshop["name"]), *sign["to"]))


def _time_cards(event: GeneratedEvent) -> Iterator[Record]:
    for minutes in event.signs.get("times", (10, 5, 2)):
        yield Record(f"{minutes} minutes", (str(minutes), _word(event, "minutes")))
    yield Record("the last card", (_word(event, "stop"),))


def _notices(event: GeneratedEvent) -> Iterator[Record]:
    for notice in event.signs.get("notices", ()):
        wifi = notice.get("wifi", {})
        texts = (notice["title"], *notice["lines"], *_given(wifi, "network", "password"))
        code = (notice["url"],) if "url" in notice else (_joining(wifi),) if wifi else ()
        yield Record(notice["id"], (*texts, *_address(notice)), code)


def _joining(wifi: Row) -> str:
    """Return the code that joins a network, as phones read it."""
    escaped = {
        key: "".join(f"\\{c}" if c in '\\;,:"' else c for c in text) for key, text in wifi.items()
    }
    if "password" in escaped:
        return f"WIFI:T:WPA;S:{escaped['network']};P:{escaped['password']};;"
    return f"WIFI:T:nopass;S:{escaped['network']};;"


def _poster_sessions(event: GeneratedEvent) -> dict[str, tuple[int, list[Row]]]:
    """Return by id the number and the papers of each poster session that has any, by board."""
    all_of_them = [session["id"] for session in event.program if session["kind"] == "posters"]
    found = {}
    for number, session in enumerate(all_of_them, 1):
        papers = [paper for paper in event.papers if paper["session"] == session]
        if papers:
            found[session] = number, sorted(papers, key=lambda paper: paper["board"])
    return found


# What they share


def _given(row: Row, *keys: str) -> tuple[str, ...]:
    return tuple(row[key] for key in keys if row.get(key))


def _address(row: Row) -> tuple[str, ...]:
    return tuple(_shown(url) for url in _given(row, "url"))


def _shown(url: str) -> str:
    """Return an address as it is written on paper."""
    return url.removeprefix("https://").removesuffix("/")


_TWO_FIGURES = ("de", "fr", "sv")
"""Languages that write an hour in two figures."""


def _start(session: Row, event: GeneratedEvent) -> str:
    return _time(str(session["start"]), event)


def _stretch(session: Row, event: GeneratedEvent) -> str:
    start, end = (_time(str(session[key]), event) for key in ("start", "end"))
    return _word(event, "time-range").format(start=start, end=end)


def _time(time: str, event: GeneratedEvent) -> str:
    return time if event.workshop["lang"] in _TWO_FIGURES else time.removeprefix("0")


def _word(event: GeneratedEvent, key: str) -> str:
    """Return what layouts say of their own, in the language of the event."""
    found = table(language_of(event.workshop["lang"]) or FALLBACK).words[key]
    return found if isinstance(found, str) else found["other"]


_PRODUCTS: dict[str, Callable[[GeneratedEvent], Iterator[Record]]] = {
    "cfp": _flyer,
    "program": _booklet,
    "badges": _badges,
    "board-cards": _board_cards,
    "range-signs": _range_signs,
    "poster-lists": _poster_lists,
    "door-sign": _door_signs,
    "reserved-seats": _reserved_seats,
    "direction-signs": _direction_signs,
    "time-cards": _time_cards,
    "notices": _notices,
}
