"""The sessions of an event, day by day and room by room: `program.yaml`."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import cycle

from tests.generated.draws import Draws
from tests.generated.rows import Row

_TITLES = {"keynote": (10, 70), "talk": (10, 60), "panel": (6, 30), "posters": (4, 11)}
"""How long the titles of sessions usually are; of others, a word or two."""

_SPEAK = {"keynote": "keynote", "talk": "speaker", "tutorial": "speaker", "panel": "panelist"}
_WITH_TALKS = {"lightning": "lightning", "talks": "speaker"}
_OTHERS = (
    *("social", "break", "break", "opening", "closing", "talk", "session"),
    *("tutorial", "meeting", "registration", "talks"),
)
_NIGHT = 1380  # minutes of a day: when a night begins
_LATEST = 1430  # minutes of a day: when the last session ends


@dataclass
class _Stage:
    """A room of a day, or the whole day if there are no rooms, and until when it is taken."""

    day: dt.date | None
    where: Row
    time: int
    sessions: list[Row] = field(default_factory=list)


def program(
    draws: Draws,
    days: Sequence[dt.date],
    venue: Row,
    people: Mapping[str, Sequence[Row]],
) -> list[Row]:
    """Return the sessions; papers are put into talks by `drawn_papers`."""
    speaking = {role: [person["id"] for person in group] for role, group in people.items()}
    kinds = _wanted(draws, speaking, len(days))
    stages = _stages(draws, days, venue, many=len(kinds) >= 40)
    minutes = max(5, min(60, 900 * len(stages) // max(len(kinds), 1) // 5 * 5))
    for number, kind in enumerate(kinds, 1):
        stage = min(stages, key=lambda each: each.time) if draws.maybe(0.3) else stages[0]
        stages.append(stages.pop(stages.index(stage)))
        length = draws.random.choice([minutes, max(5, minutes // 2 // 5 * 5)])
        if stage.time + length <= _LATEST:
            session = _session(draws, stage, kind, length, speaking)
            stage.sessions.append(session | {"id": f"s{number}"})
    for stage in stages:
        _last(draws, stage)
        if draws.maybe(0.15):
            _block(draws, stage)
    _spotlights(draws, stages)
    found = [session for stage in stages for session in stage.sessions]
    if draws.random.random() < 0.8:
        found.sort(key=lambda each: (str(each.get("day", "")), each["start"]))
    return found


def _wanted(draws: Draws, speaking: Mapping[str, Sequence[str]], days: int) -> list[str]:
    count = draws.count("sessions", (2, 8), (15, 60))
    wanted = ["keynote"] * len(speaking["keynote"])
    wanted += ["panel"] * bool(speaking["panelist"])
    wanted += ["lightning"] * bool(speaking["lightning"])
    wanted += ["talk"] * len(speaking["speaker"])
    posters = 0 if draws.integer(0, 9) == 0 else draws.integer(1, 3)
    wanted += ["posters"] * (min(posters, 1) if "bare" in draws.extremes else posters)
    wanted += draws.random.choices(_OTHERS, k=max(0, count + 2 * (days - 1) - len(wanted)))
    draws.random.shuffle(wanted)
    return wanted


def _stages(draws: Draws, days: Sequence[dt.date], venue: Row, *, many: bool) -> list[_Stage]:
    """Return where and when sessions can be: each room on each day."""
    rooms: list[Row] = [{"room": room["id"]} for room in venue.get("rooms", ())]
    if len(rooms) == 1:
        rooms = [{}]
    if not rooms:
        rooms = [{}]
        if "rooms" in draws.extremes:
            rooms += [{"room": draws.text(3, 24)} for _ in range(draws.random.randint(1, 3))]
    if draws.maybe(0.15):
        rooms.append({"place": draws.text(3, 24)})
    written = len(days) > 1 or draws.random.random() < 0.1
    first = 420 if many else draws.random.choice([480, 525, 540, 600])
    return [_Stage(day if written else None, room, first) for room in rooms for day in days]


def _session(
    draws: Draws, stage: _Stage, kind: str, length: int, speaking: dict[str, list[str]]
) -> Row:
    """Return the next session of a room, and take its time."""
    session: Row = {"id": ""}
    if stage.day:
        session["day"] = stage.day
    session |= {"start": _clock(stage.time), "end": _clock(stage.time + length), "kind": kind}
    session["title"] = draws.title(_TITLES.get(kind, (4, 18)))
    session |= stage.where
    _said(draws, session, speaking, stage.time, length)
    if draws.maybe(0.08):
        session["remote"] = True
    _about(draws, session)
    stage.time += length + draws.random.choice([0, 0, 0, 5 if length > 10 else 0])
    return session


def _clock(minutes: int) -> str:
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def _about(draws: Draws, session: Row) -> None:
    """Say what a session need not have."""
    if draws.maybe(0.1):
        session["short"] = draws.text(2, 12)
    if draws.maybe(0.1):
        session["subtitle"] = draws.text(8, 80)
    if draws.maybe(0.1):
        session["track"] = draws.text(3, 20)
    if draws.maybe(0.1):
        session["chair"] = draws.somebody()
    if draws.maybe(0.1):
        session["abstract"] = draws.prose()
    if draws.maybe(0.05):
        session |= {"lang": "de", "url": draws.address()}


def _said(
    draws: Draws, session: Row, speaking: dict[str, list[str]], start: int, length: int
) -> None:
    """Say who speaks in a session."""
    kind = session["kind"]
    waiting = speaking.get(_SPEAK.get(kind) or _WITH_TALKS.get(kind) or "", [])
    if kind in _WITH_TALKS:
        session["talks"] = _talks(draws, waiting, start, length)
    elif kind == "panel":
        session["speakers"] = [*waiting]
        waiting.clear()
    elif kind in _SPEAK:
        session["speakers"] = [waiting.pop(0)] if waiting else []
        if kind != "keynote" and draws.maybe(0.2):
            session["speakers"].append(waiting.pop(0) if waiting else draws.somebody())
    for key in ("speakers", "talks"):
        if session.get(key) == []:
            del session[key]


def _talks(draws: Draws, speakers: list[str], start: int, length: int) -> list[Row]:
    talks: list[Row] = []
    most = 12 if "talks" in draws.extremes else 5
    while speakers and len(talks) < most:
        count = min(len(speakers), draws.random.choice([1, 1, 1, 2, 3]))
        talks.append({"title": draws.title(), "speakers": [speakers.pop(0) for _ in range(count)]})
    if draws.maybe(0.2):
        talks.append({"title": draws.title(), "speakers": [draws.somebody()]})
    if talks and draws.maybe(0.4) and length // len(talks) >= 1:
        each = length // len(talks)
        for at, talk in enumerate(talks):
            talk |= {"start": _clock(start + at * each), "minutes": each}
    if talks and draws.maybe(0.2):
        talks[0]["abstract"] = draws.prose()
    return talks


def _last(draws: Draws, stage: _Stage) -> None:
    """Let what is last on a day be open, or go on into the night."""
    last = stage.sessions[-1] if stage.sessions else {}
    if last.get("kind") in {"social", "session", "meeting", "break"} and draws.maybe(0.4):
        del last["end"]
    elif last and stage.time < _NIGHT and draws.maybe(0.2):
        night: Row = {"id": f"night-{last['id']}", "kind": "social", "title": draws.title((4, 18))}
        night |= {key: last[key] for key in ("day", "room", "place") if key in last}
        night |= {"start": _clock(_NIGHT), "end": draws.random.choice(["00:00", "00:30", "02:15"])}
        stage.sessions.append(night)


def _block(draws: Draws, stage: _Stage) -> None:
    """Put some sessions that follow each other into one that holds them."""
    inside = [each for each in stage.sessions if "end" in each and each["end"] > each["start"]]
    if len(inside) < 3:
        return
    at = draws.random.randint(0, len(inside) - 2)
    parts = inside[at : at + draws.random.randint(2, 3)]
    block: Row = {"id": f"block-{parts[0]['id']}", "kind": "block", "title": draws.title((4, 18))}
    block |= {key: parts[0][key] for key in ("day",) if key in parts[0]}
    block |= {"start": parts[0]["start"], "end": parts[-1]["end"]} | stage.where
    for part in parts:
        part["within"] = block["id"]
    stage.sessions.insert(stage.sessions.index(parts[0]), block)


def _spotlights(draws: Draws, stages: Sequence[_Stage]) -> None:
    """Let the spotlights of poster sessions have sessions, in place of breaks."""
    sessions = [session for stage in stages for session in stage.sessions]
    posters = [each for each in sessions if each["kind"] == "posters"]
    free = (each for each in sessions if each["kind"] in {"break", "social"})
    if draws.maybe(0.6):
        for shown, session in zip(posters, free, strict=False):
            session |= {"kind": "spotlights", "posters": shown["id"]}
            session.pop("remote", None)


def talks_of(sessions: Sequence[Row]) -> Iterator[Row]:
    """Yield the sessions that may have talks about papers, again and again."""
    found = [each for each in sessions if each["kind"] in {"talks", "lightning"}]
    return cycle(found) if found else iter(())
