"""Sessions of a program, written as the formats of schedules have them."""

import datetime as dt
import json
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

Plain = dict[str, Any]

SESSIONS: list[Plain] = [
    {
        "id": "s-1",
        "day": "2027-08-21",
        "start": "11:00",
        "end": "11:30",
        "kind": "opening",
        "title": "Opening",
        "room": "hall",
        "speakers": ["ada-sample", "bo-b-sample"],
        "track": "Samples & More",
        "abstract": "A sample of an abstract.\n\nIts second paragraph.",
    },
    {
        "id": "s-2",
        "day": "2027-08-21",
        "start": "11:00",
        "end": "11:45",
        "kind": "talk",
        "title": 'Wie Beispiele: "sprechen" #1 $5',
        "subtitle": "Kann man das, oder nicht?",
        "room": "attic",
        "speakers": ["cy"],
        "lang": "de",
        "url": "https://example.org/talk/2",
    },
    {
        "id": "s-3",
        "day": "2027-08-21",
        "start": "23:00",
        "end": "00:30",
        "kind": "lightning",
        "title": "No",
        "room": "hall",
        "speakers": ["bo-b-sample"],
    },
    {
        "id": "s-4",
        "day": "2027-08-22",
        "start": "09:05",
        "end": "12:05",
        "kind": "tutorial",
        "title": "Down to Samples: a workshop",
        "room": "attic",
        "speakers": ["ada-sample"],
    },
]
"""Two days, two rooms at once, one session past midnight, titles that YAML would read otherwise."""
PEOPLE = {"ada-sample": "Ada Sample", "bo-b-sample": "Bo 'b' Sample", "cy": "cy"}
ROOMS = {"hall": "Hall", "attic": "Attic"}
DAYS = ["2027-08-21", "2027-08-22"]
TITLE = "Sample Camp 2027"


def minutes(session: Plain) -> int:
    start, end = (dt.datetime.strptime(session[each], "%H:%M") for each in ("start", "end"))  # noqa: DTZ007 - of a clock
    return int((end - start).total_seconds()) // 60 % 1440


def duration(session: Plain) -> str:
    return f"{minutes(session) // 60:02}:{minutes(session) % 60:02}"


def conference(zone: str = "Europe/Berlin") -> Plain:
    """Return the sessions as pretalx has them in JSON."""
    days = []
    for number, day in enumerate(DAYS, 1):
        rooms: dict[str, list[Plain]] = {name: [] for name in ROOMS.values()}
        for session in SESSIONS:
            if session["day"] == day:
                rooms[ROOMS[session["room"]]].append(_event(session))
        days.append({"index": number, "date": day, "rooms": rooms})
    return {"title": TITLE, "acronym": "camp", "time_zone_name": zone, "days": days}


def _event(session: Plain) -> Plain:
    texts = {name: session.get(name, "") for name in ("subtitle", "track", "abstract", "url")}
    return {
        "id": int(session["id"].partition("-")[2]),
        "guid": f"guid-{session['id']}",
        "date": f"{session['day']}T{session['start']}:00+02:00",
        "start": session["start"],
        "duration": duration(session),
        "room": ROOMS[session["room"]],
        "title": session["title"],
        "type": session["kind"].capitalize(),
        "language": session.get("lang", "en"),
        "persons": [{"id": 1, "public_name": PEOPLE[each]} for each in session["speakers"]],
        **texts,
    }


def as_json(about: Plain) -> bytes:
    return json.dumps({"schedule": {"version": "1", "conference": about}}).encode()


def as_xml(about: Plain) -> bytes:
    """Return the same in XML, as pentabarf has it."""
    days = ""
    for day in about["days"]:
        rooms = "".join(
            f"<room name={quoteattr(name)}>{''.join(map(_element, events))}</room>"
            for name, events in day["rooms"].items()
        )
        days += f'<day index="{day["index"]}" date="{day["date"]}">{rooms}</day>'
    heads = "".join(
        f"<{name}>{escape(about[name])}</{name}>" for name in ("title", "time_zone_name")
    )
    return f"<schedule><conference>{heads}</conference>{days}</schedule>".encode()


def _element(event: Plain) -> str:
    persons = "".join(
        f'<person id="1">{escape(each["public_name"])}</person>' for each in event["persons"]
    )
    texts = "".join(
        f"<{name}>{escape(value)}</{name}>" for name, value in event.items() if type(value) is str
    )
    return f'<event id="{event["id"]}"><persons>{persons}</persons>{texts}</event>'


def as_calendar(events: Sequence[str] = (), head: str = "") -> bytes:
    """Return the sessions as a calendar, with more lines of its head and more events."""
    found = [
        _lines(
            f"UID:{session['id']}",
            f"SUMMARY:{_escaped(session['title'])}",
            f"DTSTART;TZID=Europe/Berlin:{_moment(session)}",
            f"DURATION:PT{minutes(session)}M",
            f"LOCATION:{ROOMS[session['room']]}",
            f"CATEGORIES:{session['kind']}",
            f"DESCRIPTION:{_escaped(session.get('abstract', ''))}",
            f"URL:{session.get('url', '')}",
        )
        for session in SESSIONS
    ]
    return calendar([*found, *events], f"X-WR-CALNAME:{TITLE}\r\n{head}")


def calendar(events: Sequence[str], head: str = "") -> bytes:
    body = "".join(f"BEGIN:VEVENT\r\n{each}END:VEVENT\r\n" for each in events)
    start = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:sample\r\n{head}"
    return f"{start}{body}END:VCALENDAR\r\n".encode()


def _lines(*lines: str) -> str:
    return "".join(f"{line}\r\n" for line in lines if not line.endswith(":"))


def _moment(session: Plain) -> str:
    return f"{session['day']}T{session['start']}00".replace("-", "").replace(":", "")


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace(",", "\\,").replace(";", "\\;")
