"""The variables of every sign's template, besides its cards."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from mi_print.event.model import Arrow, Event, Session
from mi_print.event.queries import PosterSession, poster_sessions
from mi_print.layout.checks.legibility import cap_height, code_width
from mi_print.layout.template_api.context import LayoutContext
from mi_print.products.edition.composer import Composer
from mi_print.products.schedule import timetable
from mi_print.products.signage import direction_names, poster_list


def variables(composer: Composer) -> dict[str, object]:
    """Return the variables of every sign's template, besides its cards."""
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
            event, context, {posters.session.id: posters for posters in sessions}
        ).rows,
        "eighths": list(Arrow).index,
        "clear_of": partial(direction_names.clear_of, context=context),
    }


def _named(sessions: Sequence[PosterSession], posters: PosterSession) -> str:
    """Return a poster session's title, with its number if another is called the same."""
    title = posters.session.title
    alike = [other for other in sessions if other.session.title == title]
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
        return timetable.rows(sessions, self._text, self.context, table)

    def _text(self, session: Session) -> timetable.SessionText:
        return timetable.session_text(session, self.event, self.posters)
