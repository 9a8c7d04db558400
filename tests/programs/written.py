"""Programs in a neutral form, written as the files of `data/`.

The form is described in `data/README.md`.  Nothing is left out and nothing is added but the ids
of rooms and roles, and a venue's name where the program has none.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

Item = dict[str, Any]

KNOWN_ROLES = {
    "Organisation": "organizer",
    "Hauptvortrag": "keynote",
    "Vortrag": "speaker",
    "Helfer": "volunteer",
    "Presse": "press",
}
"""Roles of German labels that mi-print has by itself."""


def files(program: Mapping[str, Any]) -> dict[str, str]:
    """Return the files of `data/` by name."""
    found = {"workshop.yaml": _workshop(program), "program.yaml": _sessions(program)}
    if program["papers"]:
        found["papers.yaml"] = {"papers": [_paper(each) for each in program["papers"]]}
    return {name: json.dumps(each, ensure_ascii=False, indent=1) for name, each in found.items()}


def role_id(label: str) -> str:
    """Return the id of a role by its label."""
    return KNOWN_ROLES.get(label) or _slug(label)


def _slug(text: str) -> str:
    return re.sub("[^a-z0-9]+", "-", text.lower()).strip("-")


def _workshop(program: Mapping[str, Any]) -> Item:
    rooms = [{"id": f"room-{n}", "name": name} for n, name in enumerate(program["rooms"], 1)]
    days = program["days"]
    said = {
        "name": program["name"],
        "host": _kept({"name": program["host"], "place": program.get("place")}),
        **({"date": days[0]} if len(days) == 1 else {"dates": days}),
        "timezone": program.get("timezone"),
        "lang": program["lang"],
        "venue": {"name": venue(program), "rooms": rooms},
        "contact": program["contact"],
        "about": program.get("about"),
        "people": [_person(each) for each in program["people"]],
        "sponsors": [_sponsor(each) for each in program["sponsors"]],
        "sponsor_levels": _levels(program),
    }
    if "roles" in program:
        said["roles"] = {role_id(label): {"label": label} for label in program["roles"]}
    return _kept(said)


def venue(program: Mapping[str, Any]) -> str:
    """Return the venue's name; of a program that names none its place, or its host."""
    return str(program.get("venue") or program.get("place") or program["host"])


def _levels(program: Mapping[str, Any]) -> list[str]:
    named = (each.get("level") for each in program["sponsors"])
    return [level for level in dict.fromkeys(named) if level]


def _sponsor(sponsor: Item) -> Item:
    return dict(sponsor)


def _person(person: Item) -> Item:
    return {**person, "roles": [role_id(label) for label in person["roles"]]}


def _sessions(program: Mapping[str, Any]) -> Item:
    rooms = {name: f"room-{number}" for number, name in enumerate(program["rooms"], 1)}
    people = {each["name"]: each["id"] for each in program["people"]}
    only = {"day"} if len(program["days"]) == 1 else set()
    sessions = (
        {key: value for key, value in each.items() if key not in only}
        for each in program["sessions"]
    )
    return {"sessions": [_session(each, rooms, people) for each in sessions]}


def _session(session: Item, rooms: dict[str, str], people: dict[str, str]) -> Item:
    said = dict(session)
    room = said.pop("room", None)
    said |= {"room": rooms[room]} if room in rooms else {"place": room}
    if chair := session.get("chair"):
        said["chair"] = people.get(chair) or {"name": chair}
    if talks := session.get("talks"):
        said["talks"] = [_talk(each) for each in talks]
    return _kept(said)


def _talk(talk: Item) -> Item:
    """Return a talk; one of a paper has the paper's title."""
    said = dict(talk)
    if "paper" in said:
        del said["title"]
    return said


def _paper(paper: Item) -> Item:
    said = dict(paper)
    topics, sessions, board = said.pop("topics", []), said.pop("session"), said.pop("board")
    said["topic"] = topics[0] if topics else None
    if isinstance(sessions, list):
        said["boards"] = dict.fromkeys(sessions, board)
    else:
        said |= {"session": sessions, "board": board}
    return _kept(said)


def _kept(said: Item) -> Item:
    """Return what has a value."""
    return {key: value for key, value in said.items() if value not in (None, [])}
