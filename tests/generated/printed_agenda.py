"""What the back of a badge says of the days: everything, or what is left where it has no room."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from tests.generated.facts import Facts, names
from tests.generated.record import OneOf, Way
from tests.generated.rows import Row

Text = str | OneOf
Group = list[Row]

_BOTH = 84  # letters of an address whose code stands on every back beside another
_PAUSE = dt.timedelta(minutes=30)
_HOUR = dt.timedelta(hours=1)
_SECOND_PART = re.compile(r":\s|：| [–—] | ?[(（]")


@dataclass(frozen=True)
class _Step:
    """What a back says less: of talks in a row a name for each, or how many there are."""

    without: frozenset[str] = frozenset()
    inner: bool = True
    brief: bool = False
    hours: bool = False
    first: bool = False
    counted: bool = False
    together: bool = False
    unnamed: bool = False
    rooms: bool = True


_AWAKE = _Step(frozenset({"break"}))
_BRIEF = _Step(frozenset({"break", "registration"}), inner=False, brief=True)
_HOURS = replace(_BRIEF, hours=True, together=True)
_COUNTED = replace(_BRIEF, counted=True, together=True)
_STEPS = (
    _Step(),
    _AWAKE,
    replace(_AWAKE, inner=False),
    _BRIEF,
    _HOURS,
    replace(_BRIEF, together=True),
    replace(_HOURS, first=True),
    _COUNTED,
    replace(_COUNTED, rooms=False),
    replace(_COUNTED, rooms=False, unnamed=True),
    replace(_COUNTED, rooms=False, unnamed=True, without=_BRIEF.without | {"social"}),
)


def ways(facts: Facts, *, own_code: bool) -> tuple[Way, ...]:
    """Return what may stand on a back, step by step less; then with the workshop's code too."""
    days = [
        sorted((s for s in facts.event.program if facts.day(s) == day), key=lambda s: s["start"])
        for day in facts.days
    ]
    days = [day for day in days if day]
    site = facts.workshop.get("url", "")
    code = (site,) if site and len(site) <= _BOTH else ()
    everything, *less = (tuple(_texts(facts, days, step)) for step in _STEPS)
    less.append(tuple(_begins(facts, days)))
    return Way(everything), *(Way(texts, code if own_code else ()) for texts in less)


def _texts(facts: Facts, days: Sequence[Group], step: _Step) -> Iterator[Text]:
    for day in days:
        if len(facts.days) > 1:
            yield from _heading(facts, day)
        for at_once in _rows(facts, day, step):
            yield facts.speech.time(at_once[0][0]["start"])
            yield from _said(facts, at_once, step)
            for session in (group[0] for group in at_once if step.rooms):
                where = facts.where(session)
                if where and where != (facts.room or where):
                    yield where


def _begins(facts: Facts, days: Sequence[Group]) -> Iterator[Text]:
    for day in days:
        yield facts.speech.time(day[0]["start"])
        yield from _heading(facts, day)


def _heading(facts: Facts, day: Group) -> Iterator[Text]:
    date = facts.day(day[0])
    yield facts.speech.weekday(date)
    yield facts.speech.day_month(date)


def _said(facts: Facts, at_once: list[Group], step: _Step) -> Iterator[Text]:
    """Yield what is said of groups of sessions that start together."""
    everybody = [session for group in at_once for session in group]
    talks = all(session["kind"] == "talk" for session in everybody)
    alike = len(at_once) > 1 and len({_brief(_title(group[0])) for group in at_once}) == 1
    if len(everybody) == 1:
        yield _named(facts, everybody[0], brief=step.brief)
    elif talks and step.counted and not (step.unnamed and len(at_once) > 1):
        yield from _counted(facts, everybody, step)
    elif step.unnamed or alike:
        joined = facts.speech.word("more-texts", first="", second="").join(
            _named(facts, group[0], brief=True)[-1] for group in at_once
        )
        many = _number(facts, "parallel-sessions", len(at_once))
        every = _number(facts, "talks", len(everybody)) if talks else many
        yield (many, *_lowered(many), every, joined, *_tracks(facts, everybody))
    else:
        for group in at_once:
            if step.counted and len(group) > 1:
                yield from _counted(facts, group, step)
            elif step.first and len(group) > 1:
                yield from _first(facts, group)
            else:
                yield from (_named(facts, session, brief=True) for session in group)


def _first(facts: Facts, talks: Group) -> Iterator[Text]:
    """Yield the first of several talks, and of each other its name or how many these are."""
    first, *others = talks
    number = _small(facts, len(others))
    more = facts.speech.word("more-talks", n=len(others), title="", number=number).strip()
    yield _named(facts, first, brief=True)
    yield from ((*_named(facts, other, brief=True), more) for other in others)


def _counted(facts: Facts, talks: Group, step: _Step) -> Iterator[Text]:
    yield (_number(facts, "talks", len(talks)), *_tracks(facts, talks))
    ends = [talk["end"] for talk in talks if "end" in talk]
    if ends and not step.unnamed:
        yield tuple(facts.speech.word("until", time=facts.speech.time(end)) for end in ends)


def _tracks(facts: Facts, talks: Group) -> list[str]:
    tracks = {talk.get("track") for talk in talks}
    others = {session.get("track") for session in facts.event.program} - {None}
    return [track for track in tracks if track and len(tracks) == 1 < len(others)]


def _number(facts: Facts, key: str, count: int) -> str:
    number = _small(facts, count)
    return facts.speech.word(key, n=count, number=number[:1].upper() + number[1:])


def _small(facts: Facts, count: int) -> str:
    small = 12
    return facts.speech.word(f"number-{count}") if count <= small else str(count)


def _lowered(text: str) -> tuple[str, ...]:
    """Return a text as it stands behind another one."""
    return (text[:1].lower() + text[1:],)


def _title(session: Row) -> str:
    return str(session.get("short") or session["title"])


def _named(facts: Facts, session: Row, *, brief: bool) -> OneOf:
    """Return what a session is called; the last is the shortest."""
    found = called(session, facts)
    if not brief or "short" in session or found[-1] != found[1]:
        return found
    return (*found, _brief(found[-1]))


def _brief(title: str) -> str:
    """Return a title up to its colon, its spaced dash, or its parenthesis."""
    parts = (title[: each.start()] for each in _SECOND_PART.finditer(title))
    return next((part for part in parts if any(map(str.isalnum, part))), title)


def called(session: Row, facts: Facts) -> OneOf:
    """Return what a session is called where there is little room: its title, or who speaks."""
    people = names(facts.speakers(session))
    title = str(session.get("short") or session["title"])
    both = {"first": people[0], "second": people[-1]} if people else {}
    named = facts.speech.word("two-names", **both) if len(people) == 2 else "".join(people[:1])
    return title, str(session["title"]), named or title


def _rows(facts: Facts, day: Group, step: _Step) -> list[list[Group]]:
    """Return the sessions that are named, those of one row together, by the rooms they are in."""
    ids = {session["id"] for session in day}
    listed = [session for session in day if step.inner or session.get("within") not in ids]
    groups = [[session] for session in listed]
    if step.together:
        groups = _in_a_row(facts, listed)
        if step.hours:
            groups = [hour for group in groups for hour in _hours(group)]
    groups = [group for group in groups if group[0]["kind"] not in step.without]
    if not step.together:
        return [[group] for group in groups]
    groups.sort(key=lambda group: group[0]["start"])
    return [list(at) for _, at in groupby(groups, key=lambda group: group[0]["start"])]


def _in_a_row(facts: Facts, listed: Group) -> list[Group]:
    """Return sessions; talks that follow each other in a room are one group."""
    groups: list[Group] = []
    rows: dict[str, Group] = {}
    for session in listed:
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
    return groups


def _hours(group: Group) -> Iterator[Group]:
    found: Group = []
    for session in group:
        if found and _moment(session["start"]) - _moment(found[0]["start"]) >= _HOUR:
            yield found
            found = []
        found.append(session)
    yield found


def _follow(first: Row, second: Row) -> bool:
    if "end" not in first:
        return True
    start, end = _moment(first["start"]), _moment(first["end"])
    ended = end + dt.timedelta(days=1) if end <= start else end
    return _moment(second["start"]) - ended <= _PAUSE


def _moment(clock: str) -> dt.datetime:
    return dt.datetime.fromisoformat(f"2000-01-01T{clock}")
