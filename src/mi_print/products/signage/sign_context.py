"""What each kind of sign is told.

A layout gets one record a page in `cards`, and everything that it may ask for
besides.  A kind that is not known here sets what it likes of the event; so a
project may hang a sign of its own.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from mi_print.event.model import Arrow, Event, Session
from mi_print.event.queries import PosterSession, poster_sessions
from mi_print.layout.checks.legibility import cap_height, code_width
from mi_print.layout.template_api.context import LayoutContext
from mi_print.products.edition.composer import Composer
from mi_print.products.schedule import timetable
from mi_print.products.signage import board_cards, direction_names, poster_list, reserved_seats


@dataclass(frozen=True, slots=True)
class DoorSign:
    """A room, and what happens there."""

    room: str
    sessions: list[Session]


def variables(composer: Composer) -> dict[str, object]:
    """Return what every sign's template is told, besides its cards."""
    event, context, manifest = composer.event, composer.context, composer.layout.manifest
    sessions = poster_sessions(event)
    return {
        "workshop": event.workshop,
        "program": event.program,
        "signs": event.signs,
        "poster_sessions": sessions,
        "least_cap": cap_height(manifest.reading_distance or 0),
        "least_code": code_width(manifest.scanning_distance or 0),
        "named": partial(_named, sessions),
        "poster_sheet": partial(_sheet, context),
        "day_rows": _DoorTimetable(
            event, context, {each.session.id: each for each in sessions}
        ).rows,
        "eighths": list(Arrow).index,
        "clear_of": partial(direction_names.clear_of, context=context),
    }


def _named(sessions: Sequence[PosterSession], posters: PosterSession) -> str:
    """Return a poster session's title, with its number if another is called the same."""
    title = posters.session.title
    alike = [each for each in sessions if each.session.title == title]
    return f"{title} session {posters.number}" if len(alike) > 1 else title


def _sheet(
    context: LayoutContext, posters: PosterSession, **room: float
) -> poster_list.PosterListPage:
    columns = int(room.pop("columns"))
    return poster_list.poster_list_page(
        posters, context, poster_list.PosterListArea(columns, **room)
    )


@dataclass(frozen=True, slots=True)
class _DoorTimetable:
    """The day as a door's layout asks for it."""

    event: Event
    context: LayoutContext
    posters: Mapping[str, PosterSession]

    def rows(
        self,
        sessions: Sequence[Session],
        steps: tuple[str, str],
        widths: tuple[float, float],
        lines: int,
    ) -> list[timetable.TimetableRow]:
        """Return the rows of some sessions; `steps` and `widths` are those of both columns."""
        table = timetable.TimetableStyle(*steps, widths, lines, aside_behind=True)
        return timetable.rows(sessions, self._said, self.context, table)

    def _said(self, session: Session) -> timetable.SessionText:
        return timetable.session_text(session, self.event, self.posters)


def _doors(event: Event) -> list[DoorSign]:
    """Return the rooms in the order of the day, each with its sessions."""
    doors: dict[str, list[Session]] = {}
    for session in sorted(event.program.sessions, key=lambda each: each.start):
        doors.setdefault(session.room or event.workshop.venue.room, []).append(session)
    return [DoorSign(room, sessions) for room, sessions in doors.items()]


def cards(kind: str, event: Event) -> Sequence[object]:
    """Return a record for each page of a kind, none if the data has nothing for it.

    A kind that is not known here has one page without a record.
    """
    return _CARDS[kind](event) if kind in _CARDS else [None]


_CARDS: Mapping[str, Callable[[Event], Sequence[object]]] = {
    "board-cards": lambda event: board_cards.boards(poster_sessions(event)),
    "range-signs": lambda event: board_cards.ranges(poster_sessions(event)),
    "poster-lists": poster_sessions,
    "door-sign": _doors,
    "direction-signs": lambda event: event.signs.directions,
    "time-cards": lambda event: [*event.signs.times, 0],
    "reserved-seats": lambda event: reserved_seats.seats(event) if event.signs.reserved else [],
    "notices": lambda event: event.signs.notices,
}
"""By kind: a record for each of its pages."""
