"""Schedules as plain tables, their columns known by the usual words."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence

from mi_print.importers.files.export_table import ExportRow, ExportTable
from mi_print.importers.schedule.scheduled import Schedule, ScheduledPerson, ScheduledSession
from mi_print.problem import Problem, error
from mi_print.source.wording import shown

KEY = "schedule-table"

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "id": ("ID", "Code", "Session ID"),
    "day": ("Day", "Date", "Tag", "Datum", "Jour", "Fecha"),
    "start": ("Start", "Start time", "Starts", "Begin", "Beginn", "Time", "Zeit", "Uhrzeit"),
    "end": ("End", "End time", "Ends", "Ende"),
    "duration": ("Duration", "Minutes", "Dauer", "Length"),
    "title": ("Title", "Session title", "Session", "Titel", "Talk", "Event", "Titre"),
    "subtitle": ("Subtitle", "Untertitel"),
    "kind": ("Type", "Kind", "Session type", "Format", "Art"),
    "track": ("Track", "Strang"),
    "room": ("Room", "Location", "Raum", "Ort", "Saal", "Salle"),
    "speakers": ("Speakers", "Speaker", "Presenter", "Presenters", "Vortragende", "Referent"),
    "chair": ("Chair", "Session chair", "Moderation"),
    "abstract": ("Abstract", "Description", "Beschreibung"),
    "url": ("URL", "Link"),
    "lang": ("Language", "Sprache"),
}
"""For fields of a session the columns that say them; the first that there is counts."""
KNOWN = frozenset(column.casefold() for columns in COLUMNS.values() for column in columns)

_TIME = re.compile(
    r"(\d{1,2})[:.h](\d{2})(?::\d{2})?\s*(?:([ap])\.?m\.?)?(?:\s*uhr)?", re.IGNORECASE
)
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_BETWEEN = re.compile(r"[;|,]|\s(?:and|und|&)\s")  # no runs of spaces: they take minutes
_DAY_MINUTES = 24 * 60


def places_of(table: ExportTable, mapped: Mapping[str, str]) -> dict[str, int]:
    """Return where a table says what, by fields; nothing if it is no schedule."""
    by_hand = {name: (column,) for column, name in mapped.items()}
    found = {
        name: table.places[column.casefold()]
        for name, columns in {**COLUMNS, **by_hand}.items()
        for column in reversed(columns)
        if column.casefold() in table.places
    }
    return found if {"start", "title"} <= found.keys() else {}


def table_schedule(
    table: ExportTable, places: Mapping[str, int], day: dt.date | None = None
) -> Schedule:
    """Return the schedule of a table.

    A row without a day is on that of the row above; the first ones on that of the event, if it
    has only one.
    """
    problems: list[Problem] = [*table.problems]
    sessions: list[ScheduledSession] = []
    for row in table.rows:
        values = {name: row.cells[at].strip() for name, at in places.items()}
        written = values.get("day") or values["start"]
        day = _day(written) or (None if values.get("day") else day)
        times = _times([values["start"], values.get("end", "")])
        if not values["title"]:
            continue  # a row that parts others
        if day is None or not times:
            message = f'"{shown(values["title"])}" has no day and time that can be read'
            hint = "write them as 2027-05-06 and 09:30, in columns Day and Start"
            problems.append(error("value", message, hint, file=table.file, line=row.line))
            continue
        sessions.append(_session(values, row, day, times))
    return Schedule("", "", sessions, problems)


def _session(
    values: Mapping[str, str], row: ExportRow, day: dt.date, times: Sequence[dt.time]
) -> ScheduledSession:
    start, *ends = (each.hour * 60 + each.minute for each in times)
    minutes = (ends[0] - start) % _DAY_MINUTES if ends else _minutes(values.get("duration", ""))
    names = filter(None, map(str.strip, _BETWEEN.split(values.get("speakers", ""))))
    plain = ("kind", "track", "room", "subtitle", "chair", "abstract", "url", "lang")
    return ScheduledSession(
        id=values.get("id") or f"{values['title']} {day:%m%d} {times[0]:%H%M}",
        title=values["title"] or str(row.line),
        starts=dt.datetime.combine(day, times[0]),
        minutes=minutes,
        people=tuple(map(ScheduledPerson, names)),
        **{name: values.get(name, "") for name in plain},  # type: ignore[arg-type] # all are texts
    )


def _day(text: str) -> dt.date | None:
    iso, dotted = _ISO.search(text), _DOTTED.search(text)
    parts = iso.groups() if iso else dotted.groups()[::-1] if dotted else ()
    try:
        return dt.date(*map(int, parts)) if parts else None
    except ValueError:
        return None


def _times(texts: Sequence[str]) -> list[dt.time]:
    """Return the times of cells: one may say both, as in 09:00–10:30."""
    found: list[dt.time] = []
    for text in texts:
        moments = list(_TIME.finditer(_DOTTED.sub("", text)))
        for match in moments[:1] if _ISO.search(text) else moments:  # then an offset follows
            hour, minute, half = int(match[1]), int(match[2]), (match[3] or "").casefold()
            hour = hour % 12 + (12 if half == "p" else 0) if half else hour
            if hour < 24 and minute < 60:  # noqa: PLR2004 - a clock's
                found.append(dt.time(hour, minute))
    return found[:2]


def _minutes(text: str) -> int | None:
    times = _times([text])
    if times:
        return times[0].hour * 60 + times[0].minute
    number = re.match(r"(\d{1,3})\s*(?:min\w*)?$", text)
    return int(number[1]) if number else None
