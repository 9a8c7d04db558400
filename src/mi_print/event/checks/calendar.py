"""The order of the call's days, and time zones that exist."""

import zoneinfo
from collections.abc import Iterator

from mi_print.event.partial_event import PartialEvent
from mi_print.problem import Place, Problem, error
from mi_print.source.wording import nearest

AOE = "AoE"
"""Anywhere on Earth: a day ends when it has ended everywhere (UTC−12)."""


def call_out_of_order(draft: PartialEvent) -> Iterator[Problem]:
    """A call whose days don't follow each other: opening, deadline, notification, workshop."""
    call = draft.call
    if call is None:
        return
    steps = (
        ("opening", call.opens, ("call", "opens")),
        ("deadline", call.deadline.date, ("call", "deadline", "date")),
        ("notification", call.notification, ("call", "notification")),
        ("workshop", draft.date, ("date",)),
    )
    dated = [(name, day, location) for name, day, location in steps if day is not None]
    for index, (name, day, location) in enumerate(dated):
        for later, other, _ in dated[index + 1 :]:
            if day > other:
                yield error(
                    "call-order",
                    f"the {name} on {day} is after the {later} on {other}",
                    "correct one of the two days",
                    **draft.at("workshop", *location),
                )


def unknown_zones(draft: PartialEvent) -> Iterator[Problem]:
    """A time zone that is not in the IANA database."""
    if draft.timezone and not _exists(draft.timezone):
        yield _unknown(draft.timezone, "", draft.at("workshop", "timezone"))
    if draft.call:
        zone = draft.call.deadline.zone
        if zone != AOE and not _exists(zone):
            yield _unknown(zone, AOE, draft.at("workshop", "call", "deadline", "zone"))


def _exists(zone: str) -> bool:
    try:
        zoneinfo.ZoneInfo(zone)
    except (KeyError, ValueError, OSError):  # unknown; not a name; a folder of zones
        return False
    return True


def _unknown(zone: str, also: str, place: Place) -> Problem:
    known = zoneinfo.available_timezones() | ({also} if also else set())
    hint = nearest(zone, known, 0.8) or "write it as in America/Los_Angeles"
    return error("unknown-zone", f'there is no time zone "{zone}"', hint, **place)
