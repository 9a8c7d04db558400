"""What the back of a badge says of the days: everything, or what is left where it has no room."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from tests.generated.facts import Facts, names
from tests.generated.record import OneOf, Way
from tests.generated.rows import Row

Text = str | OneOf
Group = list[Row]

_BOTH = 84  # letters of an address whose code stands on every back beside another
_PAUSE = dt.timedelta(minutes=30)


def ways(facts: Facts, url: str | None) -> tuple[Way, ...]:
    """Return what may stand on a back, step by step less; then with the workshop's code too."""
    days = [
        sorted((s for s in facts.event.program if facts.day(s) == day), key=lambda s: s["start"])
        for day in facts.days
    ]
    days = [day for day in days if day]
    site = facts.workshop.get("url", "")
    code = (site,) if site and len(site) <= _BOTH else ()

    def said(groups: Callable[[Group], list[list[Group]]], *, rooms: bool) -> tuple[Text, ...]:
        return tuple(_texts(facts, days, groups, rooms=rooms))

    def one_by_one(day: Group) -> list[list[Group]]:
        return [[[session]] for session in day]

    def awake(day: Group) -> list[list[Group]]:
        return [[[session]] for session in day if session["kind"] != "break"]

    def in_rows(day: Group) -> list[list[Group]]:
        return [[row] for row in _rows(facts, day)]

    def together(day: Group) -> list[list[Group]]:
        return [list(at) for _, at in groupby(_rows(facts, day), key=lambda row: row[0]["start"])]

    everything = Way(said(one_by_one, rooms=True))
    less = [
        said(awake, rooms=True),
        said(awake, rooms=False),
        said(in_rows, rooms=True),
        said(together, rooms=False),
        tuple(_begins(facts, days)),
    ]
    return everything, *(Way(texts, code if url or code else ()) for texts in less)


def _texts(
    facts: Facts,
    days: Sequence[Group],
    groups: Callable[[Group], list[list[Group]]],
    *,
    rooms: bool,
) -> Iterator[Text]:
    for day in days:
        if len(facts.days) > 1:
            yield from _heading(facts, day)
        for at_once in groups(day):
            first = at_once[0][0]
            yield facts.speech.time(first["start"])
            yield _said(facts, at_once)
            where = facts.where(first)
            if rooms and where and where != (facts.room or where):
                yield where


def _begins(facts: Facts, days: Sequence[Group]) -> Iterator[Text]:
    for day in days:
        yield facts.speech.time(day[0]["start"])
        yield from _heading(facts, day)


def _heading(facts: Facts, day: Group) -> Iterator[Text]:
    date = facts.day(day[0])
    yield facts.speech.weekday(date)
    yield facts.speech.day_month(date)


def _said(facts: Facts, at_once: list[Group]) -> Text:
    """Return what is said of groups of sessions that start together."""
    everybody = [session for group in at_once for session in group]
    if len(everybody) == 1:
        return called(everybody[0], facts)
    if all(session["kind"] == "talk" for session in everybody):
        count, key = len(everybody), "talks"
    else:
        count, key = len(at_once), "parallel-sessions"
    small = 12
    number = facts.speech.word(f"number-{count}") if count <= small else str(count)
    text = facts.speech.word(key, n=count, number=number)
    tracks = {session.get("track") for session in everybody}
    return (text, *(track for track in tracks if track and len(tracks) == 1 == len(at_once)))


def called(session: Row, facts: Facts) -> OneOf:
    """Return what a session is called where there is little room: its title, or who speaks."""
    people = names(facts.speakers(session))
    title = str(session.get("short") or session["title"])
    both = {"first": people[0], "second": people[-1]} if people else {}
    named = facts.speech.word("two-names", **both) if len(people) == 2 else "".join(people[:1])
    return title, str(session["title"]), named or title


def _rows(facts: Facts, day: Group) -> list[Group]:
    """Return the sessions in no other; talks that follow each other in a room are one group."""
    ids = {session["id"] for session in day}
    groups: list[Group] = []
    rows: dict[str, Group] = {}
    for session in day:
        if session.get("within") in ids:
            continue
        room = facts.where(session) or ""
        talk = session["kind"] == "talk"
        if talk and room in rows and _follow(rows[room][-1], session):
            rows[room].append(session)
            continue
        groups.append([session])
        if not room:
            rows.clear()
        rows.pop(room, None)
        if talk:
            rows[room] = groups[-1]
    return [group for group in groups if group[0]["kind"] != "break"]


def _follow(first: Row, second: Row) -> bool:
    if "end" not in first:
        return True
    start, end, after = (
        dt.datetime.fromisoformat(f"2000-01-01T{time}")
        for time in (first["start"], first["end"], second["start"])
    )
    return after - (end + dt.timedelta(days=1) if end <= start else end) <= _PAUSE
