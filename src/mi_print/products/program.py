"""The program booklet: what its parts are told, and its pages."""

import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

from mi_print.event.model import Event, Kind, Person, Role, Session, Talk
from mi_print.event.views import PosterSession, people, poster_sessions, remote_papers, spotlights
from mi_print.layout import words
from mi_print.layout.compose import Desk
from mi_print.layout.parts import Numbers, paginate
from mi_print.layout.typeset import Pages
from mi_print.products import index
from mi_print.products.prepared import Prepared

_QUIET = {Kind.SOCIAL, Kind.BREAK}
_MINUTES_A_LINE = (15, 20, 30, 60)
_HEAD_LINES = 8
_INDEX_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the day page, `lines` base lines high."""

    time: str
    who: list[str]
    what: list[str]
    aside: str
    quiet: bool
    anchor: str
    lines: int


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of the contents; `topic` is None for a chapter."""

    title: str
    anchor: str
    note: str = ""
    topic: int | None = None
    divided: bool = False
    """Whether entries of its own follow, which say the pages."""


def pages(prepared: Prepared) -> Pages:
    """Typeset the booklet."""
    event, desk, layout = prepared.event, prepared.desk, prepared.layout
    given = {**desk.variables(), **_variables(event, desk)}
    names = index.entries(event)

    def compose(part: str, numbers: Numbers) -> str:
        own: dict[str, object] = {"start": numbers.start, "page_of": numbers.page_of}
        if part == "index":
            own |= _index(names, numbers, desk)
        if part == "notes":
            own["fill"] = -numbers.others % prepared.shop.page_multiple
        return prepared.templates.render(f"{layout.name}/{part}.html.j2", given | own)

    def typeset(part: str, html: str) -> Pages:
        return prepared.typesetter.set(html, layout.folder, f"{layout.name}/{part}.html.j2")

    return paginate(layout.manifest.parts, compose, typeset)


def _variables(event: Event, desk: Desk) -> dict[str, object]:
    posters = poster_sessions(event)
    sessions = event.program.sessions
    named = {each.session.id: each for each in posters}
    return {
        "workshop": event.workshop,
        "organizers": event.having(Role.ORGANIZER),
        "poster_sessions": [_labelled(each, len(posters)) for each in posters],
        "day": day_rows(event, named, desk),
        "sessions": [_detailed(each, event, named) for each in sessions],
        "keynotes": [
            {"session": each, "people": people(event, each.speakers)}
            for each in sessions
            if each.kind is Kind.KEYNOTE
        ],
        "lightning": [
            {
                "id": each.id,
                "title": each.title,
                "start": each.start,
                "end": each.end,
                "talks": [_talk(talk, event) for talk in each.talks],
            }
            for each in sessions
            if each.talks
        ],
        "remote": remote_papers(event),
        "contents": _contents(event, posters),
    }


def _labelled(posters: PosterSession, count: int) -> dict[str, object]:
    label = f"{posters.session.title}, session {posters.number}"
    return {
        "number": posters.number,
        "label": label if count > 1 else posters.session.title,
        "session": posters.session,
        "blocks": posters.blocks,
        "spotlights": posters.spotlights,
    }


def _talk(talk: Talk, event: Event) -> dict[str, object]:
    speakers = people(event, talk.speakers)
    places = dict.fromkeys(person.affiliation for person in speakers if person.affiliation)
    return {
        "title": talk.title,
        "names": " & ".join(words.bound(person.name) for person in speakers),
        "affiliations": ", ".join(places),
        "people": speakers,
    }


def day_rows(event: Event, posters: dict[str, PosterSession], desk: Desk) -> list[Row]:
    """Return the day's rows, so high that the day fills its page at most once.

    One line is the least of 15, 20, 30 or 60 minutes with which it all fits;
    a row with more text than time grows by whole lines.
    """
    sessions = sorted(event.program.sessions, key=lambda each: (each.start, each.end))
    if not sessions:
        return []
    rows = [_row(each, event, posters, desk) for each in sessions]
    free = desk.grid.lines - _HEAD_LINES - 1
    ends = [each.start for each in sessions[1:]] + [max(each.end for each in sessions)]
    spans = [_minutes(one.start, end) for one, end in zip(sessions, ends, strict=True)]
    for unit in _MINUTES_A_LINE:
        high = [max(row.lines, ceil(m / unit)) for row, m in zip(rows, spans, strict=True)]
        if sum(high) <= free:
            break
    placed = [
        Row(r.time, r.who, r.what, r.aside, r.quiet, r.anchor, lines)
        for r, lines in zip(rows, high, strict=True)
    ]
    return [*placed, Row(words.clock(ends[-1]), ["End"], [], "", True, "", 1)]


def _minutes(start: object, end: object) -> int:
    from datetime import time

    if not isinstance(start, time) or not isinstance(end, time):
        raise TypeError
    return 60 * (end.hour - start.hour) + end.minute - start.minute


def _row(session: Session, event: Event, posters: dict[str, PosterSession], desk: Desk) -> Row:
    who, what, anchor = _said(session, event, posters)
    who_lines = desk.balanced(who, "book-strong", desk.grid.span(4))
    what_lines = desk.balanced(what, "book", desk.grid.span(6)) if what else []
    aside = "by video" if session.remote else ""
    high = max(len(who_lines) + bool(aside), len(what_lines), 1)
    quiet = session.kind in _QUIET
    return Row(words.clock(session.start), who_lines, what_lines, aside, quiet, anchor, high)


def _said(
    session: Session, event: Event, posters: dict[str, PosterSession]
) -> tuple[str, str, str]:
    """Return who (or what) a row names, what it adds, and where more is said."""
    if session.id in posters:
        found = posters[session.id]
        first, last = found.boards
        number = f"Session {found.number}, boards" if len(posters) > 1 else "Boards"
        return session.title, f"{number} {first}–{last}", _topic_anchor(found, 0)
    if session.kind is Kind.SPOTLIGHTS and session.posters in posters:
        part = f"Session {posters[session.posters].number}" if len(posters) > 1 else ""
        return session.title, part, f"session-{session.id}"
    if session.talks:
        count = len({name for talk in session.talks for name in talk.speakers})
        return (
            session.title,
            f"{words.numeral(count).capitalize()} invited speakers",
            (f"lightning-{session.id}"),
        )
    if session.speakers:
        names = [words.bound(person.name) for person in people(event, session.speakers)]
        anchor = f"keynote-{session.id}" if session.kind is Kind.KEYNOTE else ""
        return ", ".join(names), session.title, anchor or f"session-{session.id}"
    return session.title, "", ""


def _detailed(
    session: Session, event: Event, posters: dict[str, PosterSession]
) -> dict[str, object]:
    who, what, anchor = _said(session, event, posters)
    chosen = []
    if session.kind is Kind.SPOTLIGHTS and session.posters in posters:
        chosen = spotlights(posters[session.posters].papers)
    return {
        "id": session.id,
        "start": session.start,
        "end": session.end,
        "quiet": session.kind in _QUIET,
        "headline": who,
        "what": what,
        "remote": session.remote,
        "room": session.room,
        "anchor": "" if anchor == f"session-{session.id}" else anchor,
        "spotlights": chosen,
        "blocks": posters[session.id].blocks if session.id in posters else (),
        "number": posters[session.id].number if session.id in posters else 0,
    }


def _contents(event: Event, posters: list[PosterSession]) -> list[Listed]:
    kinds = {each.kind for each in event.program.sessions}
    found = [Listed("Welcome", "welcome")] if event.workshop.welcome else []
    found += [Listed("The day at a glance", "day"), Listed("Sessions", "sessions")]
    if Kind.KEYNOTE in kinds:
        found.append(Listed("Keynotes", "keynotes"))
    found += [
        Listed(each.title, f"lightning-{each.id}") for each in event.program.sessions if each.talks
    ]
    for session in posters:
        number = f", session {session.number}" if len(posters) > 1 else ""
        time = words.stretch(session.session.start, session.session.end)
        found.append(Listed(session.session.title + number, _topic_anchor(session, 0), time, divided=True))
        found += [
            Listed(block.name, _topic_anchor(session, at), _boards(block.first, block.last), topic)
            for at, block in enumerate(session.blocks)
            for topic in [block.topic]
        ]
    if remote_papers(event):
        found.append(Listed("Remote papers", "remote"))
    if event.having(Role.ORGANIZER):
        found.append(Listed("Organizers", "organizers"))
    return [*found, Listed("Room and venue", "venue"), Listed("Index of people", "index")]


def _topic_anchor(session: PosterSession, block: int) -> str:
    return f"topic-{session.number}-{session.blocks[block].topic}"


def _boards(first: int, last: int) -> str:
    return f"{first}–{last}" if first != last else str(first)


def _index(names: list[index.Entry], numbers: Numbers, desk: Desk) -> dict[str, object]:
    grid = desk.grid
    width = (grid.measure - 2 * grid.gutter) / _INDEX_COLUMNS
    items = index.columns(names, numbers.page_of, desk, width)
    first = itertools.repeat(grid.lines - _HEAD_LINES, _INDEX_COLUMNS)
    columns = index.filled(items, itertools.chain(first, itertools.repeat(grid.lines)))
    return {
        "index_width": width,
        "index_pages": [
            columns[at : at + _INDEX_COLUMNS] for at in range(0, len(columns), _INDEX_COLUMNS)
        ]
        if items
        else [],
    }
