"""Sponsors: each is of a level that there is, where levels are given."""

from collections.abc import Iterator

from mi_print.event.partial_event import PartialEvent
from mi_print.problem import Problem, error
from mi_print.source.wording import nearest, shown


def of_no_level(draft: PartialEvent) -> Iterator[Problem]:
    """A level that is none of those by which sponsors are ordered."""
    levels = draft.sponsor_levels
    for location, sponsor in draft.sponsors.items() if levels else ():
        if sponsor.level is not None and sponsor.level not in levels:
            message = f'no level of sponsors is called "{shown(sponsor.level)}"'
            hint = nearest(sponsor.level, levels) or "add it to sponsor_levels"
            yield error("sponsor-level", message, hint, **draft.at("workshop", *location, "level"))
