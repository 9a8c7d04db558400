"""Runs all checks across the parts of the event.

A check of what is *wrong* runs on whatever fits its model.  A check of what is
*missing* runs only when nothing was left out, since an item with a fault of
its own would look like a gap.
"""

from collections.abc import Callable, Iterator

from mi_print.event.checks import (
    boards,
    names,
    orders,
    posters,
    references,
    roles,
    signs,
    sponsors,
    spotlights,
    theme,
    words,
)
from mi_print.event.checks.program_checks import calendar, rooms, sessions
from mi_print.event.partial_event import PartialEvent
from mi_print.problem import Problem

Check = Callable[[PartialEvent], Iterator[Problem]]

WRONG: tuple[Check, ...] = (
    references.repeated_ids,
    references.unknown_people,
    references.unknown_papers,
    references.authors_in_two_files,
    roles.unknown,
    roles.one_word_for_two,
    references.no_program,
    references.sessions_of_papers,
    references.spotlights_of_no_poster_session,
    calendar.date_or_dates,
    calendar.days_out_of_order,
    calendar.days_of_sessions,
    rooms.repeated_rooms,
    rooms.room_and_place,
    rooms.unknown_rooms,
    rooms.overlaps,
    sessions.ends_before_start,
    sessions.within_others,
    sessions.talks_outside,
    sessions.talks_without_title,
    sessions.out_of_order,
    sessions.in_two_places,
    boards.of_remote_papers,
    names.of_people,
    names.in_two_spellings,
    names.ids_as_names,
    names.of_spotlight_authors,
    posters.twice,
    posters.two_at_once,
    spotlights.same_order,
    spotlights.order_without_spotlight,
    signs.two_codes,
    calendar.call_out_of_order,
    calendar.unknown_zones,
    orders.sorted_twice,
    orders.unsorted_dividers,
    orders.of_other_products,
    orders.of_sheets,
    sponsors.of_no_level,
    theme.same_colours,
    theme.one_spot_two_builds,
    words.unknown,
    words.misfilled,
    words.of_no_language,
)

MISSING: tuple[Check, ...] = (
    boards.shared,
    boards.not_given,
    boards.gaps,
    boards.split_categories,
    boards.no_category,
    posters.nowhere,
    sessions.talks_without_speaker,
    sessions.people_on_no_session,
    spotlights.of_no_papers,
    spotlights.on_no_session,
)


def check(draft: PartialEvent) -> Iterator[Problem]:
    """Yield all problems between the parts of the event."""
    for find in WRONG + (MISSING if draft.whole else ()):
        yield from find(draft)
