"""Schedules as iCalendar (RFC 5545); the only importer of icalendar."""

import datetime as dt
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from mi_print.importers.schedule.scheduled import Schedule, ScheduledSession
from mi_print.problem import Problem, error, warning
from mi_print.source.wording import shown

_MOST, _MOST_LINES = 10_000, 300_000  # events, and lines, of which each takes time


def calendar_schedule(text: str, file: str, zone: str) -> Schedule | Problem:
    """Return the schedule of a calendar.

    Args:
        text: the file.
        file: how problems name it.
        zone: the time zone of the place, if it is known; else that of the calendar, or of
            its first event.
    """
    if text.upper().count("BEGIN:") > _MOST or text.count("\n") > _MOST_LINES:
        message = f"a calendar has {_MOST:,} events and {_MOST_LINES:,} lines at most"
        return error("size", message, "see whether this is the right file", file=file)
    try:
        calendar = Calendar.from_ical(text)
        events = [each for each in calendar.walk("VEVENT") if isinstance(each, Event)]
    except (ValueError, KeyError, IndexError, RecursionError) as reason:
        message = f"this is no calendar: {shown(reason)}"
        return error("syntax", message, "export it again: it may be cut off", file=file)
    zone = zone or str(calendar.get("X-WR-TIMEZONE", "")) or _first_zone(events)
    problems: list[Problem] = []
    sessions = list(_sessions(events, _zone(zone), file, problems))
    if sessions and not zone:
        message = "the calendar says no time zone, and its times may be those of another"
        hint = "write the timezone into data/workshop.yaml, and import again"
        problems.append(warning("time-zone", message, hint, file=file))
    title = str(calendar.get("X-WR-CALNAME", "") or calendar.get("NAME", ""))
    return Schedule(title, zone, sessions, problems)


def _sessions(
    events: list[Event], zone: ZoneInfo | None, file: str, problems: list[Problem]
) -> Iterator[ScheduledSession]:
    left: dict[str, list[str]] = {}
    for event in events:
        title = str(event.get("SUMMARY", "")).strip()
        starts, ends = _moment(event, "DTSTART", zone), _moment(event, "DTEND", zone)
        if why := _left_out(event, starts):
            left.setdefault(why, []).append(title)
            continue
        if starts is None:
            continue
        length = event.get("DURATION")
        if ends is None and length is not None:
            ends = starts + length.dt
        categories = event.get("CATEGORIES")
        yield ScheduledSession(
            id=str(event.get("UID", "")).strip(),
            title=title,
            starts=starts,
            minutes=int((ends - starts).total_seconds()) // 60 if ends else None,
            room=str(event.get("LOCATION", "")).strip(),
            kind=_joined(categories),
            abstract=str(event.get("DESCRIPTION", "")).strip(),
            url=str(event.get("URL", "")).strip(),
        )
    for why, titles in left.items():
        listed = ", ".join(f'"{shown(title)}"' for title in titles[:3])
        more = f" and {len(titles) - 3} more" if titles[3:] else ""
        problems.append(warning("not-scheduled", f"{why}: {listed}{more}", "", file=file))


def _left_out(event: Event, starts: dt.datetime | None) -> str:
    if str(event.get("STATUS", "")).upper() == "CANCELLED":
        return "cancelled, and left out"
    if starts is None:
        return "without a time of day, and left out"
    if event.get("RECURRENCE-ID") is not None:
        return "one of an event that repeats, and left out"
    return ""


def _moment(event: Event, name: str, zone: ZoneInfo | None) -> dt.datetime | None:
    """Return a moment on the clock of the place."""
    found: object = getattr(event.get(name), "dt", None)
    if not isinstance(found, dt.datetime):
        return None
    if found.tzinfo and zone:
        found = found.astimezone(zone)
    return found.replace(tzinfo=None, second=0, microsecond=0)


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (OSError, ValueError, KeyError):
        return None


def _first_zone(events: list[Event]) -> str:
    zones = (getattr(getattr(each.get("DTSTART"), "dt", None), "tzinfo", None) for each in events)
    return next(
        (zone.key for zone in zones if isinstance(zone, ZoneInfo) and zone.key != "UTC"), ""
    )


def _joined(categories: object) -> str:
    several = categories if isinstance(categories, list) else [categories]
    names = (name for each in several for name in getattr(each, "cats", ()))
    return ", ".join(str(name) for name in names)
