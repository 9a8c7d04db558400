"""Sessions of a program, written as the formats of schedules have them."""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
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
ZONE = "Europe/Berlin"
OFFSET = "+02:00"
CAMP: Plain = {
    "name": TITLE,
    "timezone": ZONE,
    "lang": "en",
    "days": DAYS,
    "rooms": list(ROOMS.values()),
    "people": [{"id": key, "name": name} for key, name in PEOPLE.items()],
    "sessions": [each | {"room": ROOMS[each["room"]]} for each in SESSIONS],
}
"""The sessions as a program in the neutral form of `tests/programs`."""


def minutes(session: Plain) -> int:
    start, end = (dt.datetime.strptime(session[each], "%H:%M") for each in ("start", "end"))  # noqa: DTZ007 - of a clock
    return int((end - start).total_seconds()) // 60 % 1440


def duration(session: Plain) -> str:
    return f"{minutes(session) // 60:02}:{minutes(session) % 60:02}"


def conference(zone: str = "", program: Plain = CAMP) -> Plain:
    """Return a program as pretalx has it in JSON: its sessions with numbers in place of ids."""
    people = {each["id"]: each["name"] for each in program["people"]}
    events = [
        (session, _event(session, number, program["lang"], people))
        for number, session in enumerate(program["sessions"], 1)
    ]
    days = [
        {
            "index": number,
            "date": day,
            "rooms": {
                room: [e for said, e in events if said["day"] == day and said["room"] == room]
                for room in program["rooms"]
            },
        }
        for number, day in enumerate(program["days"], 1)
    ]
    return {
        "title": program["name"],
        "acronym": "camp",
        "time_zone_name": zone or program["timezone"],
        "days": days,
    }


def _event(session: Plain, number: int, lang: str, people: Mapping[str, str]) -> Plain:
    texts = {name: session.get(name, "") for name in ("subtitle", "track", "abstract", "url")}
    return {
        "id": number,
        "guid": f"guid-{number}",
        "date": f"{session['day']}T{session['start']}:00{OFFSET}",
        "start": session["start"],
        "duration": duration(session),
        "room": session["room"],
        "title": session["title"],
        "type": session["kind"].capitalize(),
        "language": session.get("lang", lang),
        "persons": [{"id": 1, "public_name": people[each]} for each in session["speakers"]],
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


def as_calendar(program: Plain = CAMP) -> bytes:
    """Return a program as a calendar."""
    zone = program["timezone"]
    events = [
        _lines(
            f"UID:{number}",
            f"SUMMARY:{_escaped(session['title'])}",
            f"DTSTART;TZID={zone}:{_moment(session)}",
            f"DURATION:PT{minutes(session)}M",
            f"LOCATION:{_escaped(session['room'])}",
            f"CATEGORIES:{session['kind']}",
            f"DESCRIPTION:{_escaped(session.get('abstract', ''))}",
            f"URL:{session.get('url', '')}",
        )
        for number, session in enumerate(program["sessions"], 1)
    ]
    return calendar(events, f"X-WR-CALNAME:{_escaped(program['name'])}\r\n")


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
