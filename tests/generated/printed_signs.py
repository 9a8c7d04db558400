"""What each kind of sign prints, by docs/signage.md."""

from collections.abc import Iterator
from itertools import groupby, pairwise

from tests.generated.facts import Facts, Posters, names, natural, spotlit
from tests.generated.printed_documents import address, given
from tests.generated.record import OneOf, Record
from tests.generated.rows import Row

# Posters

_MOST = 4
"""Papers of a card."""
MOST_NAMES, _FEW_NAMES = 100, 10
"""Authors that a card names, and where there is hardly room."""


def board_cards(facts: Facts) -> Iterator[Record]:
    """Yield the cards of each board: of all sessions, or of each if papers share the board."""
    sessions = facts.poster_sessions
    labels = {label for posters in sessions for label, _ in posters.papers if label}
    for label in sorted(labels, key=natural):
        here = [[paper for own, paper in each.papers if own == label] for each in sessions]
        slots: list[tuple[Posters, Row | None]]
        if max(map(len, here)) > 1:
            for posters, papers in zip(sessions, here, strict=True):
                slots = [(posters, paper) for paper in papers]
                yield from _cards(facts, label, slots)
        else:
            slots = [
                (each, papers[0] if papers else None)
                for each, papers in zip(sessions, here, strict=True)
            ]
            yield from _cards(facts, label, slots)


def _cards(facts: Facts, label: str, slots: list[tuple[Posters, Row | None]]) -> Iterator[Record]:
    """Yield as few cards as may be, as even as may be, but none on which the board is free."""
    count = -(-len(slots) // _MOST)
    size = -(-len(slots) // count) if count else 0
    for at in range(0, len(slots), size or 1):
        card = slots[at : at + size]
        if any(paper for _, paper in card):
            yield _card(facts, label, card)


def _card(facts: Facts, label: str, slots: list[tuple[Posters, Row | None]]) -> Record:
    texts: list[str | OneOf] = [label]
    codes: list[str] = []
    for posters, paper in slots:
        texts += [_named(facts, posters), when(facts, posters.session)]
        if paper is None:
            texts.append(facts.speech.word("free-board"))
            continue
        texts += [paper["title"], facts.topic(paper), *special(paper)]
        texts += [facts.speech.word("spotlight-talk")] if spotlit(paper) else []
        texts += _authors(facts, paper)
        codes += given(paper, "url")
    return Record(f"board {label}", tuple(texts), tuple(codes))


def _authors(facts: Facts, paper: Row) -> list[str | OneOf]:
    """Return the first authors, which are always there, and all, or how many are not."""
    said = names(facts.authors(paper))
    first, rest = said[:_FEW_NAMES], len(said)
    if rest <= _FEW_NAMES + 1:
        return [*said]
    more = [facts.speech.word("more-authors", n=rest - most) for most in (_FEW_NAMES, MOST_NAMES)]
    return [*first, (said[-1], *more)]


def special(paper: Row) -> list[str]:
    """Return what is said of a paper: its type, if it is not what all are, and its awards."""
    kind = paper.get("type", "")
    ordinary = kind.casefold() in {"", "poster", "spotlight"}
    return [*([] if ordinary else [kind[0].upper() + kind[1:]]), *paper.get("awards", ())]


def _named(facts: Facts, posters: Posters) -> str:
    if len(facts.poster_sessions) > 1:
        return facts.speech.word("session", number=posters.number)
    return str(posters.session["title"])


def range_signs(facts: Facts) -> Iterator[Record]:
    """Yield a sign for each topic's boards that hang side by side."""
    for posters in facts.poster_sessions:
        for topic, group in groupby(_hung(facts, posters), key=lambda each: each[1]):
            labels = [label for label, _ in group]
            span = "–".join(dict.fromkeys((labels[0], labels[-1])))
            called = facts.speech.word("poster-session", number=posters.number)
            named = called if len(facts.poster_sessions) > 1 else posters.session["title"]
            texts = (span, topic, named, when(facts, posters.session))
            yield Record(f"boards {span}", texts)


def _hung(facts: Facts, posters: Posters) -> list[tuple[str, str]]:
    """Return labels with topics; of papers that share a board, each beside others of its topic."""
    labelled = [(label, facts.topic(paper)) for label, paper in posters.papers if label]
    boards = [list(group) for _, group in groupby(labelled, key=lambda each: each[0])]
    found: list[tuple[str, str]] = []
    for here, behind in pairwise([*boards, []]):
        before, after = found[-1][1] if found else "", {topic for _, topic in behind}
        found += sorted(here, key=lambda each: (each[1] != before, each[1] in after))
    return found


def poster_lists(facts: Facts) -> Iterator[Record]:
    """Yield a list for each poster session."""
    for posters in facts.poster_sessions:
        texts: list[str | OneOf] = [posters.session["title"], when(facts, posters.session)]
        for label, paper in posters.papers:
            texts += [label, paper["title"], *names(facts.authors(paper))]
            texts += [facts.topic(paper), *special(paper)]
        yield Record(f"session {posters.session['id']}", tuple(texts))


# Days and seats


def door_signs(facts: Facts) -> Iterator[Record]:
    """Yield a sign for each room of each day."""
    venue, speech = facts.workshop["venue"], facts.speech
    listed = [room["name"] for room in venue.get("rooms", ())]
    by_id = {session["id"]: session for session in facts.event.program}
    for day in facts.days:
        rooms: dict[str, list[Row]] = {}
        for session in sorted(facts.event.program, key=lambda each: each["start"]):
            outer = by_id.get(session.get("within", ""), session)
            placed = session if "room" in session or "place" in session else outer
            if facts.day(session) == day and "place" not in placed:
                own = facts.where(placed) or facts.room or (None if listed else venue["name"])
                if own:
                    rooms.setdefault(own, []).append(session)
        for room in sorted(rooms, key=lambda each: listed.index(each) if each in listed else 0):
            texts: list[str | OneOf] = [facts.workshop["name"], room]
            texts += [speech.weekday(day), speech.full_day(day)]
            for session in rooms[room]:
                texts += [speech.time(session["start"]), session["title"]]
                texts += [] if session.get("talks") else names(facts.speakers(session))
                texts += [speech.word("by-video")] if session.get("remote") else []
            yield Record(f"room {room} on {day}", tuple(texts))


def reserved_seats(facts: Facts) -> Iterator[Record]:
    """Yield a card for each who speaks in the room."""
    if not facts.event.signs.get("reserved", True):
        return
    spoken: dict[str, tuple[Row, list[Row]]] = {}
    for session in facts.event.program:
        own = [*facts.speakers(session)]
        for talk in session.get("talks", ()):
            own += facts.speakers(talk) if "speakers" in talk else []
        for person in {each["name"]: each for each in own}.values():
            spoken.setdefault(person["name"], (person, []))[1].append(session)
    for name, (_, sessions) in spoken.items():
        here = [session for session in sessions if not session.get("remote")]
        texts = [text for each in here for text in (when(facts, each), each["title"])]
        if here:
            yield Record(name, (facts.speech.word("reserved"), name, *texts))
    for person in facts.people.values():
        speaks = {"keynote", "panelist", "speaker", "lightning"} & set(facts.roles(person))
        if speaks and person["name"] not in spoken:
            yield Record(person["id"], (facts.speech.word("reserved"), person["name"]))


def when(facts: Facts, session: Row) -> OneOf:
    """Return when a session is, with its day if there are several."""
    times = facts.speech.stretch(session)
    if len(facts.days) == 1:
        return times
    day = facts.speech.short_day(facts.day(session))
    return tuple(facts.speech.word("day-time", day=day, time=time) for time in times)


# The other signs


def direction_signs(facts: Facts) -> Iterator[Record]:
    """Yield a sign for each direction, or for each room in use if it does not say where."""
    name = (facts.workshop["name"], *given(facts.workshop, "short"))
    used = {facts.where(session) for session in facts.event.program}
    rooms = [room for room in facts.workshop["venue"].get("rooms", ()) if room["name"] in used]
    for sign in facts.event.signs.get("directions", ()):
        text = sign.get("text", name)
        if sign.get("to") or len(rooms) == 1 or not rooms:
            yield Record(sign["id"], (text, *sign.get("to", ())))
            continue
        for room in rooms:
            yield Record(sign["id"], (text, *given(room, "level", "name")))


def time_cards(facts: Facts) -> Iterator[Record]:
    """Yield a card for each number of minutes, and the last."""
    for minutes in facts.event.signs.get("times", (10, 5, 2)):
        yield Record(f"{minutes} minutes", (str(minutes), facts.speech.word("minutes")))
    yield Record("the last card", (facts.speech.word("stop"),))


def notices(facts: Facts) -> Iterator[Record]:
    """Yield a sign for each notice."""
    for notice in facts.event.signs.get("notices", ()):
        wifi = notice.get("wifi", {})
        texts = (notice["title"], *notice["lines"], *given(wifi, "network", "password"))
        code = (notice["url"],) if "url" in notice else (_joining(wifi),) if wifi else ()
        yield Record(notice["id"], (*texts, *address(notice)), code)


def _joining(wifi: Row) -> str:
    """Return the code that joins a network, as phones read it."""
    escaped = {
        key: "".join(f"\\{c}" if c in '\\;,:"' else c for c in text) for key, text in wifi.items()
    }
    if "password" in escaped:
        return f"WIFI:T:WPA;S:{escaped['network']};P:{escaped['password']};;"
    return f"WIFI:T:nopass;S:{escaped['network']};;"
