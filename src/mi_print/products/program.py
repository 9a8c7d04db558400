"""The program booklet: what its parts are told, and its pages."""

import itertools
from collections.abc import Mapping

from mi_print.event.model import Event, Kind, Role, Session, Talk
from mi_print.event.views import PosterSession, people, poster_sessions, remote_papers, spotlights
from mi_print.layout.compose import Desk
from mi_print.layout.parts import Numbers, paginate
from mi_print.layout.typeset import Pages
from mi_print.products import day, index
from mi_print.products.contents import contents
from mi_print.products.prepared import Prepared

_INDEX_COLUMNS = 2


def pages(prepared: Prepared) -> Pages:
    """Typeset the booklet."""
    event, desk = prepared.event, prepared.desk
    given = variables(event, desk)
    names = index.entries(event)

    def compose(part: str, numbers: Numbers) -> str:
        own: dict[str, object] = {"start": numbers.start, "page_of": numbers.page_of}
        if part == "index":
            own |= _index(names, numbers, desk)
        if part == "notes":
            own["fill"] = -numbers.others % prepared.shop.page_multiple
        return prepared.compose(part, given | own)

    return paginate(prepared.layout.manifest.parts, compose, prepared.typeset)


def variables(event: Event, desk: Desk) -> dict[str, object]:
    """Return what every part is told of the event."""
    posters = poster_sessions(event)
    named = {each.session.id: each for each in posters}
    sessions = event.program.sessions
    return {
        "workshop": event.workshop,
        "organizers": event.having(Role.ORGANIZER),
        "poster_sessions": posters,
        "day": day.rows(
            sessions, lambda each: day.said(each, event, named), desk, day.booklet(desk)
        ),
        "sessions": [_detailed(each, event, named) for each in sessions],
        "keynotes": [
            {"session": each, "people": people(event, each.speakers)}
            for each in sessions
            if each.kind is Kind.KEYNOTE
        ],
        "lightning": [
            {"session": each, "talks": [_talk(talk, event) for talk in each.talks]}
            for each in sessions
            if each.talks
        ],
        "remote": remote_papers(event),
        "contents": contents(event, posters),
    }


def _talk(talk: Talk, event: Event) -> dict[str, object]:
    speakers = people(event, talk.speakers)
    places = dict.fromkeys(person.affiliation for person in speakers if person.affiliation)
    return {"title": talk.title, "people": speakers, "affiliations": list(places)}


def _detailed(
    session: Session, event: Event, posters: Mapping[str, PosterSession]
) -> dict[str, object]:
    told = day.said(session, event, posters)
    before = posters.get(session.posters or "") if session.kind is Kind.SPOTLIGHTS else None
    here = posters.get(session.id)
    return {
        "session": session,
        "quiet": session.kind in day.QUIET,
        "who": told.who,
        "what": told.what,
        "anchor": "" if told.anchor == f"session-{session.id}" else told.anchor,
        "spotlights": spotlights(before.papers) if before else [],
        "blocks": here.blocks if here else [],
        "number": here.number if here else None,
    }


def _index(names: list[index.Entry], numbers: Numbers, desk: Desk) -> dict[str, object]:
    grid = desk.grid
    width = (grid.measure - 2 * grid.gutter) / _INDEX_COLUMNS
    items = index.columns(names, numbers.page_of, desk, width)
    first = itertools.repeat(grid.lines - day.HEAD_LINES, _INDEX_COLUMNS)
    columns = index.filled(items, itertools.chain(first, itertools.repeat(grid.lines)))
    starts = range(0, len(columns), _INDEX_COLUMNS) if items else ()
    return {
        "index_width": width,
        "index_pages": [columns[at : at + _INDEX_COLUMNS] for at in starts],
    }
