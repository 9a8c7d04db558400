"""The variables of every sign's template, besides its cards."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial

from mi_print.event.chronology import in_time
from mi_print.event.model import Arrow, Event, Session
from mi_print.event.queries import PosterSession, people, poster_sessions
from mi_print.language.print_locale import PrintLocale
from mi_print.layout.checks.legibility import cap_height, code_width
from mi_print.layout.checks.page_fault import PageFault, quoted
from mi_print.layout.template_api.context import LayoutContext
from mi_print.layout.text.typography import NO_BREAK_SPACE
from mi_print.products.edition.composer import Composer
from mi_print.products.schedule import timetable
from mi_print.products.schedule.session_text import SessionText, boards_in_words, session_texts
from mi_print.products.schedule.when import when
from mi_print.products.signage import (
    board_cards,
    board_ranges,
    direction_names,
    poster_list,
    reserved_seats,
    seat_rows,
)
from mi_print.products.signage.board_numbers import number_setting
from mi_print.products.signage.poster_columns import PosterListArea, PosterListContent
from mi_print.products.signage.range_lines import RangeSeries
from mi_print.products.signage.rooms.chair_pages import ChairPage, ChairTable
from mi_print.products.signage.rooms.chair_sheets import ChairSheet
from mi_print.products.signage.rooms.door_sheets import DoorSheet, DoorTable
from mi_print.products.signage.rooms.doors import DoorSign, room_of

_TOLERANCE = 0.5  # points
_FEWER = "order a larger size, or show some of the papers in another session"
_LARGER = "order a larger size, or a layout of your own"
_SHORTEN = "shorten the longest word"


def variables(composer: Composer) -> dict[str, object]:
    """Return the variables of every sign's template, besides its cards."""
    event, context, manifest = composer.event, composer.context, composer.job.layout.manifest
    sessions = poster_sessions(event)
    least_cap = cap_height(manifest.reading_distance or 0)
    lists = poster_list.PosterLists([PosterListContent(each, context) for each in sessions])
    return {
        "workshop": event.workshop,
        "program": event.program,
        "signs": event.signs,
        "poster_sessions": sessions,
        "card_numbers": cache(
            lambda: number_setting(board_cards.boards(sessions), context, least_cap)
        ),
        "range_lines": RangeSeries(
            partial(board_ranges.ranges, sessions), context, least_cap
        ).lines,
        "least_cap": least_cap,
        "least_code": code_width(manifest.scanning_distance or 0),
        "named": partial(_named, sessions, context.locale),
        "boards_in_words": partial(boards_in_words, locale=context.locale, several=False),
        "poster_sheet": partial(_sheet, composer),
        "poster_sheets": partial(_sheets, composer, lists),
        "when": when(event),
        "seat_rows": partial(_seat_rows, composer),
        "day_rows": partial(_day_rows, event, context),
        "chair_pages": partial(_chair_pages, context),
        "door_sheets": partial(_door_sheets, event, context),
        "eighths": list(Arrow).index,
        "directions": direction_names.directions(event),
        "clear_of": cache(partial(direction_names.clear_of, context=context, least=least_cap)),
        "where_to": partial(direction_names.where, context=context),
    }


def _named(sessions: Sequence[PosterSession], locale: PrintLocale, posters: PosterSession) -> str:
    """Return a poster session's title, with its number if another is called the same."""
    title = posters.session.title
    alike = [other for other in sessions if other.session.title == title]
    if len(alike) > 1:
        return locale.word("title-session", title=title, number=posters.number)
    return title


def _sheet(composer: Composer, posters: PosterSession, **room: float) -> poster_list.PosterListPage:
    """Return a session's list on one sheet; what of it does not fit is a misfit."""
    page = poster_list.poster_list_page(posters, composer.context, _area(room))
    _check(composer, posters, [page])
    return page


def _sheets(
    composer: Composer, lists: poster_list.PosterLists, posters: PosterSession, **room: float
) -> list[poster_list.PosterListPage]:
    """Return a session's list on its sheets; what of it does not fit is a misfit."""
    pages = lists.pages(posters, _area(room))
    _check(composer, posters, pages)
    return pages


def _area(room: dict[str, float]) -> PosterListArea:
    return PosterListArea(int(room.pop("columns")), **room)


def _check(
    composer: Composer, posters: PosterSession, pages: Sequence[poster_list.PosterListPage]
) -> None:
    """Note what of a list does not fit."""
    title = posters.session.title
    excess = max(page.excess for page in pages)
    if excess > _TOLERANCE and title not in composer.context.misfits:  # its title is the matter
        one = len(posters.papers) == 1
        of = f"paper of “{title}” is" if one else f"{len(posters.papers)} papers of “{title}” are"
        room = f"{'its' if one else 'their'} sheet in the smallest type"
        message = f"the {of} {excess:.0f} pt too high for {room}"
        composer.misfits.append(PageFault("overflow", message, _FEWER, texts=((title,),)))
    for beyond, text in pages[0].wide:
        message = f"{quoted(text)} is {beyond:.1f} pt wider than a column of the list"
        composer.misfits.append(PageFault("overflow", message, _SHORTEN, texts=((text,),)))


def _chair_pages(
    context: LayoutContext, sheet: ChairSheet, width: float, height: float, **more: float
) -> list[ChairPage]:
    """Return the pages of a chair's sheet, whose texts are so wide and whose rows so high."""
    return ChairTable(context, width, height, **more).pages(sheet)


def _door_sheets(
    event: Event, context: LayoutContext, door: DoorSign, height: float, spare: float = 0.0
) -> list[DoorSheet]:
    """Return the sheets of a room's day, whose rows fill so many points."""
    text_of = session_texts(event)

    def whole_names(session: Session) -> SessionText:
        """Return a session's text, whose lines end between two people."""
        text = text_of(session)
        for person in people(event, session.speakers):
            bound = person.name.replace(" ", NO_BREAK_SPACE)
            text = replace(text, who=text.who.replace(person.name, bound))
        return text

    return DoorTable(context, whole_names, height, spare).sheets(door)


def _seat_rows(
    composer: Composer, seat: reserved_seats.ReservedSeat, **room: float
) -> seat_rows.SeatRows:
    """Return a seat's sessions; that they are too many for the card is a misfit."""
    event, context = composer.event, composer.context
    by_id = {session.id: session for session in event.program.sessions}
    rooms = {each.id: room_of(each, by_id, event) or "" for each in by_id.values()}
    several = len(set(rooms.values()) - {""}) > 1
    found = seat_rows.seat_rows(
        seat.sessions, when(event), context, lambda each: rooms[each.id] * several, **room
    )
    if (beyond := found.height - room["height"]) > _TOLERANCE:
        name = seat.person.name
        one = len(seat.sessions) == 1
        of = f"session of “{name}” is" if one else f"{len(seat.sessions)} sessions of “{name}” are"
        message = f"the {of} {beyond:.0f} pt too high"
        composer.misfits.append(PageFault("overflow", message, _LARGER, texts=((name,),)))
    return found


def _day_rows(  # noqa: PLR0913, PLR0917 - a layout gives the last four
    event: Event,
    context: LayoutContext,
    sessions: Sequence[Session],
    steps: tuple[str, str],
    widths: tuple[float, float],
    lines: int,
) -> list[timetable.TimetableRow]:
    """Return the rows of some sessions; `steps` and `widths` are those of both columns."""
    style = timetable.TimetableStyle(*steps, widths, lines, aside_behind=True, rooms=False)
    ordered = in_time(sessions, event.workshop.venue.room_names)
    return timetable.rows(ordered, session_texts(event), context, style)
