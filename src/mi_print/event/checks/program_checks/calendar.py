"""The workshop's days, those of its sessions, the order of the call's, and time zones."""

import zoneinfo
from collections.abc import Iterator
from itertools import pairwise

from mi_print.event.partial_event import PartialEvent
from mi_print.problem import Place, Problem, error
from mi_print.source.wording import nearest

AOE = "AoE"
"""Anywhere on Earth: a day ends when it has ended everywhere (UTC−12)."""


def date_or_dates(draft: PartialEvent) -> Iterator[Problem]:
    """A workshop without a day, or with its days in two keys."""
    written = draft.sources["workshop"].value if "workshop" in draft.sources else None
    if not isinstance(written, dict):
        return
    named = [key for key in ("date", "dates") if key in written]
    if not named:
        hint = "write it here, or dates, a list of days, if there are several"
        yield error("missing-key", '"date" is missing', hint, **draft.at("workshop"))
    if written.get("dates") == []:
        hint = "list each day, or write date if it is one"
        place = draft.at("workshop", "dates", key=True)
        yield error("missing-key", '"dates" lists no day', hint, **place)
    if len(named) > 1:
        message = "there are both date and dates, and one of them says the days"
        hint = "take date out, and let dates list every day"
        yield error("days", message, hint, **draft.at("workshop", "date", key=True))


def days_out_of_order(draft: PartialEvent) -> Iterator[Problem]:
    """Days that don't follow each other, or one that is there twice."""
    found = draft.sources["workshop"].value if "workshop" in draft.sources else None
    days = draft.days
    if days is None or not isinstance(found, dict) or "date" in found:
        return
    for index, (day, after) in enumerate(pairwise(days), 1):
        if after <= day:
            message = f"{after} stands after {day}"
            hint = "list each day once, in their order"
            yield error("days", message, hint, **draft.at("workshop", "dates", index))


def days_of_sessions(draft: PartialEvent) -> Iterator[Problem]:
    """A session without a day, where there are several, or on a day that is none of them."""
    days = draft.days
    if not days:
        return
    known = ", ".join(map(str, days))
    for location, session in draft.sessions.items():
        if session.day is None:
            message = "this session has no day, and the workshop has several"
            hint = f"add day, one of: {known}"
            yield error("day-missing", message, hint, **draft.at("program", *location))
        elif session.day not in days:
            message = f"{session.day} is no day of the workshop"
            hint = f"its days are: {known}" if days[1:] else f"its day is {known}"
            yield error("unknown-day", message, hint, **draft.at("program", *location, "day"))


def call_out_of_order(draft: PartialEvent) -> Iterator[Problem]:
    """A call whose days don't follow each other: opening, deadline, notification, workshop."""
    call = draft.call
    if call is None:
        return
    steps = (
        ("opening", call.opens, ("call", "opens")),
        ("deadline", call.deadline.date, ("call", "deadline", "date")),
        ("notification", call.notification, ("call", "notification")),
        ("workshop", min(draft.days or (), default=None), ("date",)),
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
