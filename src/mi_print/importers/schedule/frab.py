"""Schedules of pretalx, frab, and pentabarf, in JSON and in XML: one shape in two notations.

Source: the schema that the tools of the Chaos Computer Club share,
https://c3voc.de/schedule/schema.json.  `start` is a time of day; `date`, where it is
there, is a moment with an offset, and `time_zone_name` can contradict it: then the offset holds.
"""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element
from zoneinfo import ZoneInfo

from mi_print.importers.schedule.scheduled import Schedule, ScheduledPerson, ScheduledSession
from mi_print.problem import Problem, error, warning
from mi_print.source.wording import shown

_DURATION = re.compile(r"(?:(\d+):)?(\d{1,3}):(\d{2})")  # days, hours, minutes
Plain = dict[str, Any]
"""A mapping of JSON, whatever it holds."""


def conference(value: object) -> Plain | None:
    """Return what a JSON value says of a conference, if it is such a schedule."""
    schedule = _mapping(value).get("schedule", value)
    found = _mapping(schedule).get("conference")
    return found if isinstance(found, dict) and isinstance(found.get("days"), list) else None


def conference_of_xml(root: Element) -> Plain | None:
    """Return an XML schedule in the shape that JSON has, if it is one."""
    if root.tag != "schedule" or root.find("day") is None:
        return None
    about = root.find("conference")
    found = {each.tag: each.text or "" for each in about} if about is not None else {}
    days = [
        {
            "date": day.get("date", ""),
            "rooms": {
                room.get("name", ""): [_event(each) for each in room.findall("event")]
                for room in day.findall("room")
            },
        }
        for day in root.findall("day")
    ]
    return {**found, "days": days}


def frab_schedule(about: Plain, file: str) -> Schedule:
    """Return the schedule of a conference."""
    problems: list[Problem] = []
    sessions = list(_sessions(about, file, problems))
    zone = str(about.get("time_zone_name") or "")
    return Schedule(
        str(about.get("title") or about.get("acronym") or ""),
        zone if zone and _agrees(zone, about, file, problems) else "",
        sessions,
        problems,
    )


def _event(element: Element) -> Plain:
    """Return an event of XML in the shape that JSON has."""
    found: Plain = {each.tag: (each.text or "").strip() for each in element if len(each) == 0}
    found |= {name: element.get(name, "") for name in ("id", "guid")}
    found["persons"] = [
        {"public_name": (each.text or "").strip(), "id": each.get("id", "")}
        for each in element.iterfind("persons/person")
    ]
    return found


def _sessions(about: Plain, file: str, problems: list[Problem]) -> Iterator[ScheduledSession]:
    for day in about["days"]:
        rooms = _mapping(day).get("rooms")
        for room, events in rooms.items() if isinstance(rooms, dict) else ():
            for event in events if isinstance(events, list) else ():
                event = _mapping(event)  # noqa: PLW2901 - whatever stands there
                starts = _starts(event, _text(day, "date"))
                if starts is None:
                    message = f'"{shown(_text(event, "title"))}" has no day and time'
                    hint = "schedule it, and export again"
                    problems.append(error("value", message, hint, file=file))
                    continue
                yield ScheduledSession(
                    id=_text(event, "id") or _text(event, "guid") or _text(event, "code"),
                    title=_text(event, "title"),
                    starts=starts,
                    minutes=_minutes(_text(event, "duration")),
                    room=_text(event, "room") or str(room),
                    kind=_text(event, "type"),
                    people=tuple(_people(event)),
                    subtitle=_text(event, "subtitle"),
                    track=_text(event, "track"),
                    lang=_text(event, "language"),
                    abstract=_text(event, "abstract") or _text(event, "description"),
                    url=_text(event, "url"),
                )


def _people(event: Plain) -> Iterator[ScheduledPerson]:
    for person in event.get("persons") or ():
        if name := _text(person, "public_name") or _text(person, "name"):
            yield ScheduledPerson(name, _text(person, "biography") or _text(person, "abstract"))


def _starts(event: Plain, day: str) -> dt.datetime | None:
    """Return the moment on the clock of the place, by whatever says it."""
    for text in (_text(event, "date"), f"{day}T{_text(event, 'start'):0>5}"):
        try:
            moment = dt.datetime.fromisoformat(text)
        except ValueError:
            continue
        if "T" in text:
            return moment.replace(tzinfo=None, second=0, microsecond=0)
    return None


def _agrees(zone: str, about: Plain, file: str, problems: list[Problem]) -> bool:
    """Tell whether the time zone has the offsets that the moments have."""
    try:
        there = ZoneInfo(zone)
    except (OSError, ValueError, KeyError):
        problems.append(_no_zone(f'there is no time zone "{shown(zone)}"', file))
        return False
    for day in about["days"]:
        rooms = _mapping(day).get("rooms")
        for event in (e for each in (rooms or {}).values() if isinstance(each, list) for e in each):
            try:
                moment = dt.datetime.fromisoformat(_text(event, "date"))
            except ValueError:
                continue
            meant = moment.replace(tzinfo=there).utcoffset()
            if moment.utcoffset() not in {None, meant}:
                said = f'the times are {moment:%z} from UTC, and "{zone}" is not: the times hold'
                problems.append(_no_zone(said, file))
                return False
    return True


def _no_zone(message: str, file: str) -> Problem:
    hint = "write the timezone into data/workshop.yaml"
    return warning("time-zone", message, hint, file=file)


def _minutes(duration: str) -> int | None:
    found = _DURATION.fullmatch(duration)
    if found is None:
        return None
    days, hours, minutes = (int(part or 0) for part in found.groups())
    return (days * 24 + hours) * 60 + minutes


def _mapping(value: object) -> Plain:
    return value if isinstance(value, dict) else {}


def _text(value: object, key: str) -> str:
    found = _mapping(value).get(key)
    return str(found).strip() if isinstance(found, str | int) and found is not True else ""
