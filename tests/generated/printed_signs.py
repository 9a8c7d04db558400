"""What each kind of sign prints, by docs/signage.md."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise, takewhile, zip_longest

from tests.generated.facts import Facts, Posters, names, natural, spotlit
from tests.generated.printed_documents import address, given
from tests.generated.record import OneOf, Record
from tests.generated.rows import Row

# Posters

_CODE = 213  # bytes of an address whose code stands on a card at the most
_MOST = 6
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
        codes += [url for url in given(paper, "url") if len(url.encode()) <= _CODE]
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
    """Yield a sign for each topic's boards that hang side by side, or for each row of boards.

    The rows are for the sessions in which most papers hang with at most two of their topic.
    """
    apart = [posters for posters in facts.poster_sessions if _apart(facts, posters)]
    for posters in facts.poster_sessions:
        if posters in apart:
            continue
        for topic, group in groupby(_hung(facts, posters), key=lambda each: each[1]):
            labels = [label for label, _ in group]
            span = "–".join(dict.fromkeys((labels[0], labels[-1])))
            said = _range(labels[0], labels[-1])
            yield Record(f"boards {span}", (said, topic, *_when_hung(facts, posters)))
    for row in _rows({label for posters in apart for label, _ in posters.papers if label}):
        shown = [posters for posters in apart if any(label in row for label, _ in posters.papers)]
        texts = [text for posters in shown for text in _when_hung(facts, posters)]
        ends = [row[0], row[-1]]
        if all(re.fullmatch("[0-9]+[^0-9]+", label) for label in row):
            ends = [re.sub("[^0-9]", "", label) for label in ends]
        span = "–".join(dict.fromkeys(ends))
        yield Record(f"boards {span}", (_range(ends[0], ends[-1]), *texts))


def _range(first: str, last: str) -> OneOf:
    """Return boards from one to another: in full, or what both begin with once."""
    span = "–".join(dict.fromkeys((first, last)))
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False))
    shared = "".join(one for one, _ in alike).rstrip("0123456789")
    return span, f"{first}–{last[len(shared) :]}"


def _when_hung(facts: Facts, posters: Posters) -> tuple[str | OneOf, ...]:
    called = facts.speech.word("poster-session", number=posters.number)
    named = called if len(facts.poster_sessions) > 1 else str(posters.session["title"])
    return named, when(facts, posters.session)


def _apart(facts: Facts, posters: Posters) -> bool:
    """Return whether more than half of the papers hang in short runs of topics with others."""
    runs = [[*group] for _, group in groupby(_hung(facts, posters), key=lambda each: each[1])]
    bare = Counter(facts.topic(paper) for label, paper in posters.papers if not label)
    last = {run[0][1]: number for number, run in enumerate(runs)}
    topics = Counter(run[0][1] for run in runs)
    long = [
        len(run) + (bare[run[0][1]] if last[run[0][1]] == number else 0)
        for number, run in enumerate(runs)
    ]
    short = [
        size for size, run in zip(long, runs, strict=True) if size < 4 and topics[run[0][1]] > 1
    ]
    return 2 * sum(short) > len(posters.papers)


def _rows(labels: Iterable[str]) -> Iterator[list[str]]:
    """Yield boards row by row: at most twelve, in even rows, new ones behind an aisle."""

    def board(label: str) -> tuple[str, int]:
        found = re.match("([^0-9]*)([0-9]+)", label)
        return (found[1], int(found[2])) if found else (label, 0)

    aisles: list[list[list[str]]] = []
    before = ("", -100)
    for here, group in groupby(sorted(labels, key=natural), key=board):
        if not aisles or here[0] != before[0] or here[1] > before[1] + 10:
            aisles.append([])
        aisles[-1].append([*group])
        before = here
    for aisle in aisles:
        rows = -(-len(aisle) // 12)
        cuts = [len(aisle) * row // rows for row in range(rows + 1)]
        for first, stop in pairwise(cuts):
            yield [label for labels in aisle[first:stop] for label in labels]


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
        yield Record(f"session {posters.session['id']}", tuple(texts), head=tuple(texts[:2]))


# Days and seats


def door_signs(facts: Facts) -> Iterator[Record]:
    """Yield a sign for each room of each day, and for each other place."""
    venue, speech = facts.workshop["venue"], facts.speech
    listed = [room["name"] for room in venue.get("rooms", ())]
    by_id = {session["id"]: session for session in facts.event.program}
    for day in facts.days:
        rooms: dict[str, list[Row]] = {}
        shared: list[Row] = []
        for session in sorted(facts.event.program, key=lambda each: (each["start"], _until(each))):
            outer = by_id.get(session.get("within", ""), session)
            placed = session if "room" in session or "place" in session else outer
            if facts.day(session) != day:
                continue
            own = facts.where(placed) or facts.room or (None if listed else venue["name"])
            if own:
                rooms.setdefault(own, []).append(session)
            elif session["kind"] == "break" and "within" not in session:
                shared.append(session)
        first = listed or [facts.room or venue["name"]]
        order = {name: number for number, name in enumerate(first)}
        for room in sorted(rooms, key=lambda room: order.get(room, len(order))):
            here = [*rooms[room], *(each for each in shared if _between(each, rooms[room]))]
            here.sort(key=lambda each: each["start"])
            texts: list[str | OneOf] = [room, speech.weekday(day), speech.full_day(day)]
            for session in here:
                texts += [speech.time(session["start"]), session["title"]]
                texts += [] if session.get("talks") else names(facts.speakers(session))
                texts += [speech.word("by-video")] if session.get("remote") else []
            name = tuple(
                {facts.workshop[key] for key in ("name", "short") if key in facts.workshop}
            )
            head = (name, room, speech.weekday(day), speech.full_day(day))
            texts += [speech.time(end) for end in _ends(here)]
            yield Record(f"room {room} on {day}", (name, *texts), head=head)


def chair_sheets(facts: Facts) -> Iterator[Record]:
    """Yield a sheet for each session in which somebody speaks, with what is in its room next."""
    venue, speech = facts.workshop["venue"], facts.speech
    by_id = {session["id"]: session for session in facts.event.program}
    for day in facts.days:
        of_day = _in_time([each for each in facts.event.program if facts.day(each) == day], facts)
        rooms = []
        for session in of_day:
            outer = by_id.get(session.get("within", ""), session)
            placed = session if "room" in session or "place" in session else outer
            rooms.append(
                facts.where(placed) or facts.room or (None if "rooms" in venue else venue["name"])
            )
        for session, room in zip(of_day, rooms, strict=True):
            later = next(
                (
                    each
                    for each, own in zip(of_day, rooms, strict=True)
                    if own == room
                    and each["start"] >= _until(session)
                    and each["start"] > session["start"]
                ),
                None,
            )
            talks = [text for talk in session.get("talks", ()) for text in _talk(facts, talk)]
            talks += [text for paper in _pitched(facts, session) for text in _paper(facts, paper)]
            speakers = [] if "speakers" not in session else facts.speakers(session)
            introduced = [text for person in speakers for text in _introduced(person)]
            introduced += [person["bio"] for person in speakers if "bio" in person]
            chair = [facts.somebody(session["chair"])] if "chair" in session else []
            if not (talks or introduced):
                continue
            name = tuple(
                {facts.workshop[key] for key in ("name", "short") if key in facts.workshop}
            )
            title = tuple({session[key] for key in ("title", "short") if key in session})
            where = speech.word("by-video") if session.get("remote") else room
            head: list[str | OneOf] = [name, title, speech.stretch(session), speech.weekday(day)]
            head += [speech.full_day(day), *([where] if where else [])]
            head += [text for each in chair for text in given(each, "name", "pronunciation")]
            texts: tuple[str | OneOf, ...] = (*head, *introduced, *talks)
            if later is not None:
                called = tuple({later[key] for key in ("title", "short") if key in later})
                texts = (*texts, speech.time(later["start"]), called)
            yield Record(f"chair of {session['id']}", texts, head=tuple(head))


def _in_time(sessions: list[Row], facts: Facts) -> list[Row]:
    """Return sessions by their start, then in the order of rooms; what is within one follows it."""
    rooms = [room["name"] for room in facts.workshop["venue"].get("rooms", ())]

    def room_number(session: Row) -> int:
        where = facts.where(session)
        known = rooms.index(where) if where in rooms else len(rooms)
        return known if where else 0

    own = {
        each["id"]: (each["start"], room_number(each), _until(each), number)
        for number, each in enumerate(sessions)
    }

    def key(session: Row) -> tuple[object, ...]:
        outer = session.get("within")
        return (
            session["start"],
            own.get(outer, own[session["id"]]),
            outer in own,
            own[session["id"]],
        )

    return sorted(sessions, key=key)


def _talk(facts: Facts, talk: Row) -> Iterator[str | OneOf]:
    yield facts.talk_title(talk)
    if "start" in talk:
        yield facts.speech.time(talk["start"])
    if "minutes" in talk:
        yield f"{talk['minutes']} {facts.speech.word('minutes')}"
    if talk.get("speakers"):
        yield from (text for each in facts.speakers(talk) for text in _introduced(each))
    elif "paper" in talk:
        yield from _paper(facts, facts.papers[talk["paper"]], titled=False)


def _paper(facts: Facts, paper: Row, *, titled: bool = True) -> Iterator[str]:
    yield from [paper["title"]] if titled else []
    for author in facts.authors(paper):
        yield from given(author, "name", "pronunciation")


def _introduced(person: Row) -> Iterator[str]:
    yield from given(person, "name", "pronunciation", "position", "affiliation")


def _pitched(facts: Facts, session: Row) -> Iterator[Row]:
    """Yield the papers that speak in a session of spotlights, besides those of its talks."""
    said = {talk.get("paper") for talk in session.get("talks", ())}
    for posters in facts.poster_sessions if session["kind"] == "spotlights" else ():
        if posters.session["id"] == session.get("posters"):
            shown = {paper["id"]: paper for _, paper in posters.papers}
            yield from (each for each in shown.values() if spotlit(each) and each["id"] not in said)


def _between(pause: Row, sessions: list[Row]) -> bool:
    """Return whether a pause is in a day of sessions, while none of them runs."""
    start, end = pause["start"], pause.get("end", pause["start"])
    if not sessions[0]["start"] < start < sessions[-1]["start"]:
        return False
    return not any(each["start"] < max(end, start) and start < _until(each) for each in sessions)


def _until(session: Row) -> str:
    """Return when a session ends, on the clock of the day on which it begins: "25:30"."""
    start, end = str(session["start"]), str(session.get("end", session["start"]))
    return f"{int(end[:2]) + 24}{end[2:]}" if end < "06:00" and end <= start else end


def _ends(sessions: list[Row]) -> Iterator[str]:
    """Yield when sessions end behind which nothing follows for a quarter of an hour, or at all."""
    reached = ""
    for session, later in zip_longest(sessions, sessions[1:]):
        opens = "end" not in session and session["start"] >= reached
        reached = max(reached, session["start"], _until(session))
        hours, minutes = map(int, reached.split(":"))
        if not opens and (later is None or _minutes(later["start"]) >= hours * 60 + minutes + 15):
            yield f"{hours % 24:02}:{minutes:02}"


def _minutes(clock: str) -> int:
    return int(clock[:2]) * 60 + int(clock[3:5])


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
        head = (notice["title"],)
        yield Record(notice["id"], (*texts, *address(notice)), code, head=head)


def _joining(wifi: Row) -> str:
    """Return the code that joins a network, as phones read it."""
    escaped = {
        key: "".join(f"\\{c}" if c in '\\;,:"' else c for c in text) for key, text in wifi.items()
    }
    if "password" in escaped:
        return f"WIFI:T:WPA;S:{escaped['network']};P:{escaped['password']};;"
    return f"WIFI:T:nopass;S:{escaped['network']};;"
