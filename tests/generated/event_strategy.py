"""Whole projects by chance, as their users would write them: every file of `data/`.

Hypothesis draws what an event is like: how many of everything, and in what it is
extreme. The texts come from a generator of random numbers with a drawn seed, since
a large event has more letters than Hypothesis draws.
"""

import csv
import datetime as dt
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from hypothesis import strategies as st

from tests.generated import made_texts

Row = dict[str, Any]

EXTREMES = (
    *("sessions", "talks", "papers", "organizers", "sponsors", "keynotes", "panel", "topics"),
    *("titles", "letters", "names", "affiliations", "bios", "unbroken", "scripts", "mixed"),
    *("addresses", "rooms", "signs", "attendees", "bare", "categories", "tracks", "workshop"),
)
"""What an event may have more of than is usual; `bare` has only what is needed."""

_DRAWN = (*EXTREMES, "sessions", "talks", "papers", "organizers", "titles")
"""Those that are drawn, some more often than others."""

_TITLES = {"keynote": (10, 70), "talk": (10, 60), "panel": (6, 30), "posters": (4, 11)}
"""How long the titles of sessions usually are; of others, a word or two."""

_SCRIPTS = tuple(made_texts.WORDS)


@dataclass(frozen=True)
class GeneratedEvent:
    """An event as data, and what it is extreme in.

    Attributes:
        extremes: of `EXTREMES`.
        workshop, program, papers, signs, orders, attendees: what the files say.
    """

    extremes: tuple[str, ...]
    workshop: Row
    program: list[Row]
    papers: list[Row]
    signs: Row
    orders: Row
    attendees: list[Row] = field(default_factory=list)

    def files(self) -> dict[str, str]:
        """Return the files of `data/` by name."""
        found = {"workshop.yaml": _yaml(self.workshop), "print.yaml": _yaml(self.orders)}
        if self.program:
            found["program.yaml"] = _yaml({"sessions": self.program})
        if self.papers:
            found["papers.yaml"] = _yaml({"papers": self.papers})
        if self.signs:
            found["signs.yaml"] = _yaml(self.signs)
        if self.attendees:
            found["attendees.csv"] = _csv(self.attendees)
        return found


@st.composite
def generated_events(draw: st.DrawFn) -> GeneratedEvent:
    """Draw an event."""
    count = draw(st.sampled_from((0, 0, 0, 1, 1, 2, 3)))
    drawn = draw(st.lists(st.sampled_from(_DRAWN), min_size=count, max_size=count))
    extremes = tuple(dict.fromkeys(drawn))
    script = draw(st.sampled_from(("Latin",) * 5 + _SCRIPTS))
    random = Random(draw(st.integers(0, 2**32 - 1)))  # noqa: S311 - not for secrets
    return _Maker(draw, extremes, script, random).event()


class _Maker:
    """Makes one event, file by file."""

    def __init__(
        self, draw: st.DrawFn, extremes: tuple[str, ...], script: str, random: Random
    ) -> None:
        self._draw = draw
        self._extremes = extremes
        self._script = script
        self._random = random
        self._taken: set[str] = set()

    def event(self) -> GeneratedEvent:
        """Return it."""
        people = self._people()
        program = self._program(people)
        papers = self._papers(program)
        event = GeneratedEvent(
            self._extremes,
            self._workshop(people),
            program,
            papers,
            self._signs(),
            self._orders(),
            self._attendees(people),
        )
        self._random = Random(f"{event.workshop}")  # noqa: S311 - not for secrets
        if self._maybe(0.4):
            self._own_roles(event)
        return event

    def _own_roles(self, event: GeneratedEvent) -> None:
        """Give the workshop roles of its own, which some of those who are listed have."""
        own: Row = {}
        for number in range(1, self._random.randint(2, 4)):
            role: Row = {"label": self._text(2, 30)}
            role["plural"] = f"{role['label']} {number}"
            if self._maybe(0.7):
                digits = f"#{self._random.randrange(16**6):06X}"
                role["colour"] = self._random.choice(["petrol", "ochre", "signal", digits])
            own[f"own-{number}"] = role
        event.workshop["roles"] = own
        for row in event.attendees:
            if "role" in row and self._maybe():
                identifier, role = self._random.choice(list(own.items()))
                words = identifier.upper(), role["label"], role["plural"]
                row["role"] = self._random.choice(words)

    # What is drawn

    def _count(self, what: str, usual: tuple[int, int], extreme: tuple[int, int]) -> int:
        least, most = extreme if what in self._extremes else usual
        if "bare" in self._extremes and what not in self._extremes:
            least, most = 0, min(1, most)
        return self._draw(st.integers(least, most))

    def _maybe(self, share: float = 0.5) -> bool:
        return "bare" not in self._extremes and self._random.random() < share

    # Texts

    def _of_script(self) -> str:
        if "scripts" in self._extremes:
            return self._random.choice(_SCRIPTS)
        return self._script if self._random.random() < 0.9 else self._random.choice(_SCRIPTS)

    def _text(self, least: int, most: int, script: str | None = None) -> str:
        script = script or self._of_script()
        length = self._random.randint(least, most)
        if "mixed" in self._extremes and self._random.random() < 0.5:
            return made_texts.mixed(self._random, script, length)
        unbroken = "unbroken" in self._extremes and self._random.random() < 0.2
        return made_texts.text(self._random, script, length, unbroken=unbroken)

    def _title(self, usual: tuple[int, int] = (6, 80)) -> str:
        if "titles" in self._extremes and self._random.random() < 0.5:
            usual = 80, 200
        if "letters" in self._extremes and self._random.random() < 0.5:
            usual = 1, 3
        return self._text(*usual)

    def _name(self) -> tuple[str, str, str, Row]:
        """Return a name that nobody has, its given and family part, and its language."""
        most = 60 if "names" in self._extremes else 22
        while True:
            script = self._of_script()
            length = self._random.randint(2, most if script in made_texts.CASED else most // 2)
            given, family = made_texts.name(self._random, script, length)
            undivided = script in made_texts.LANGUAGES and self._random.random() < 0.7
            whole = f"{family}{given}" if undivided else f"{given} {family}"
            key = "".join(sorted(whole.casefold().replace(" ", "")))
            if key not in self._taken and len(key) > 1:
                self._taken.add(key)
                language = made_texts.LANGUAGES.get(script)
                return whole, given, family, {"lang": language} if language else {}

    def _affiliation(self) -> str:
        return self._text(*((30, 120) if "affiliations" in self._extremes else (3, 18)))

    def _address(self) -> str:
        long = "addresses" in self._extremes
        return made_texts.address(
            self._random, self._random.randint(*((20, 300) if long else (20, 60)))
        )

    # The files

    def _person(self, identifier: str, roles: Sequence[str]) -> Row:
        name, given, family, language = self._name()
        person: Row = {"id": identifier, "name": name, "roles": list(roles)} | language
        if self._maybe(0.4):
            person["given"] = given
            if self._maybe(0.7):
                person["family"] = family
        if self._maybe(0.8):
            person["affiliation"] = self._affiliation()
        if self._maybe(0.4):
            person["position"] = self._text(4, 30)
        if self._maybe(0.2):
            person["pronouns"] = self._random.choice(["she/her", "he/him", "they/them"])
        if self._maybe(0.4):
            person["bio"] = self._text(*((300, 1500) if "bios" in self._extremes else (20, 250)))
        if self._maybe(0.5):
            person["url"] = self._address()
        return person

    def _people(self) -> dict[str, list[Row]]:
        counts = {
            "organizer": self._count("organizers", (1, 8), (9, 30)),
            "keynote": self._count("keynotes", (0, 2), (3, 9)),
            "panelist": self._count("panel", (0, 3), (4, 12)),
            "speaker": self._count("speakers", (0, 6), (0, 6)),
            "lightning": self._count("talks", (0, 6), (8, 40)),
            "volunteer": self._count("volunteers", (0, 2), (0, 2)),
        }
        return {
            role: [
                self._person(f"{role}-{number}", [role, *self._second(role)])
                for number in range(1, count + 1)
            ]
            for role, count in counts.items()
        }

    def _second(self, role: str) -> Iterable[str]:
        return ["panelist"] if role == "organizer" and self._maybe(0.1) else []

    def _workshop(self, people: Mapping[str, Sequence[Row]]) -> Row:
        long = "workshop" in self._extremes
        day = dt.date(2026, 1, 1) + dt.timedelta(days=self._draw(st.integers(0, 700)))
        everybody = [person for group in people.values() for person in group]
        if self._maybe(0.3):
            self._random.shuffle(everybody)
        workshop: Row = {
            "name": self._text(*((40, 120) if long else (4, 30))),
            "host": {
                "name": f"{self._text(2, 40 if long else 12)} {day.year}",
                "place": self._text(4, 60 if long else 24),
            },
            "date": day,
            "timezone": self._random.choice(["Europe/Paris", "America/Los_Angeles", "Asia/Tokyo"]),
            "lang": self._random.choice(["en", "en-US", "de", "sv", "fr", "ja"]),
            "venue": {
                "name": self._text(4, 60 if long else 20),
                "room": self._text(3, 40 if long else 12),
            },
            "contact": {"email": "contact@example.org"},
            "about": [self._text(60, 220) for _ in range(self._random.randint(1, 2))],
            "people": everybody,
        }
        if everybody and self._maybe():
            workshop["contact"]["person"] = self._random.choice(everybody)["id"]
        if self._maybe(0.7):
            workshop["url"] = self._address()
        if self._maybe():
            workshop["venue"]["address"] = self._text(10, 60)
        if self._maybe():
            workshop["venue"]["directions"] = [
                self._text(30, 200) for _ in range(self._random.randint(1, 3))
            ]
        if self._maybe():
            workshop["welcome"] = [self._text(100, 400) for _ in range(self._random.randint(1, 4))]
        if self._maybe():
            workshop["attendance"] = self._text(30, 200)
        topics = self._count("topics", (0, 6), (7, 20))
        workshop["topics"] = [self._text(4, 50) for _ in range(topics)]
        sponsors = self._count("sponsors", (0, 4), (5, 12))
        workshop["sponsors"] = [self._sponsor() for _ in range(sponsors)]
        if self._maybe(0.8):
            workshop["call"] = self._call(day)
        return workshop

    def _sponsor(self) -> Row:
        sponsor: Row = {"name": self._text(2, 40)}
        if self._maybe():
            sponsor["level"] = self._random.choice(["Gold", "Silver", "Bronze", self._text(3, 30)])
        if self._maybe():
            sponsor["url"] = self._address()
        return sponsor

    def _call(self, day: dt.date) -> Row:
        tracks = self._count("tracks", (1, 3), (4, 8)) or 1
        call: Row = {
            "deadline": {
                "date": day - dt.timedelta(days=90),
                "zone": self._random.choice(["AoE", "Europe/Paris"]),
            },
            "submit": self._address(),
            "tracks": [
                {"name": self._text(3, 24), "pages": self._random.randint(1, 12)}
                for _ in range(tracks)
            ],
        }
        if self._maybe():
            call["opens"] = day - dt.timedelta(days=150)
        if self._maybe():
            call["notification"] = day - dt.timedelta(days=45)
        if self._maybe():
            call["camera_ready_extra_pages"] = 1
        if self._maybe(0.4):
            call["notes"] = self._text(20, 120)
        return call

    def _program(self, people: Mapping[str, Sequence[Row]]) -> list[Row]:
        count = self._count("sessions", (2, 11), (15, 60))
        speaking = {role: [person["id"] for person in group] for role, group in people.items()}
        wanted: list[str] = ["keynote"] * len(speaking["keynote"])
        wanted += ["panel"] * bool(speaking["panelist"]) + ["lightning"] * bool(
            speaking["lightning"]
        )
        wanted += ["talk"] * len(speaking["speaker"])
        posters = 0 if self._draw(st.integers(0, 9)) == 0 else self._draw(st.integers(1, 3))
        kinds = ["social", "break", "opening", "closing", "talk"]
        wanted += ["posters"] * posters
        wanted += self._random.choices(kinds, k=max(0, count - len(wanted)))
        self._random.shuffle(wanted)
        if not wanted:
            return []
        rooms: list[str | None] = [None]
        if "rooms" in self._extremes:
            rooms += [self._text(3, 24) for _ in range(self._random.randint(1, 5))]
        return self._scheduled(wanted, rooms, {role: list(ids) for role, ids in speaking.items()})

    def _scheduled(
        self, kinds: Sequence[str], rooms: Sequence[str | None], speaking: dict[str, list[str]]
    ) -> list[Row]:
        """Return sessions one after the other, from the morning to the evening at the latest."""
        first = self._random.choice([480, 525, 540, 600]) if len(kinds) < 40 else 420
        room_at = dict.fromkeys(rooms, first)
        minutes = max(5, min(60, (1430 - first) // len(kinds) // 5 * 5))
        sessions: list[Row] = []
        spotlit: list[str] = []
        for number, kind in enumerate(kinds, 1):
            room = self._random.choice(rooms)
            start = room_at[room]
            length = self._random.choice([minutes, max(5, minutes // 2 // 5 * 5)])
            room_at[room] = (
                start + length + self._random.choice([0, 0, 0, 5 if minutes > 10 else 0])
            )
            if room_at[room] > 1435:
                break
            session: Row = {
                "id": f"s{number}",
                "start": f"{start // 60:02}:{start % 60:02}",
                "end": f"{(start + length) // 60:02}:{(start + length) % 60:02}",
                "kind": kind,
                "title": self._title(_TITLES.get(kind, (4, 18))),
            }
            if room:
                session["room"] = room
            self._said(session, speaking)
            if self._maybe(0.08):
                session["remote"] = True
            sessions.append(session)
            if kind == "posters":
                spotlit.append(session["id"])
        if spotlit and self._maybe(0.6):
            free = [s for s in sessions if s["kind"] in {"break", "social"}]
            for posters, session in zip(spotlit, free, strict=False):
                session |= {"kind": "spotlights", "posters": posters}
                session.pop("remote", None)
        if self._maybe(0.2):
            self._random.shuffle(sessions)
        return sessions

    def _said(self, session: Row, speaking: dict[str, list[str]]) -> None:
        """Say who speaks in a session."""
        role = {"keynote": "keynote", "talk": "speaker", "panel": "panelist"}.get(session["kind"])
        if session["kind"] == "panel":
            session["speakers"] = speaking.pop("panelist", [])
        elif session["kind"] == "lightning":
            session["talks"] = self._talks(speaking.pop("lightning", []))
        elif role and speaking.get(role):
            session["speakers"] = [speaking[role].pop(0)]
            if role == "speaker" and speaking[role] and self._maybe(0.2):
                session["speakers"].append(speaking[role].pop(0))

    def _talks(self, speakers: list[str]) -> list[Row]:
        talks: list[Row] = []
        most = 12 if "talks" in self._extremes else 6
        while speakers and len(talks) < most:
            count = min(len(speakers), self._random.choice([1, 1, 1, 2, 3]))
            talks.append(
                {"title": self._title(), "speakers": [speakers.pop(0) for _ in range(count)]}
            )
        return talks

    def _papers(self, program: Sequence[Row]) -> list[Row]:
        sessions = [session["id"] for session in program if session["kind"] == "posters"]
        count = self._count("papers", (4, 28), (60, 400))
        names = [self._name()[0] for _ in range(max(3, count))]
        categories = [self._text(4, 44) for _ in range(self._count("categories", (0, 4), (6, 16)))]
        papers: list[Row] = []
        board = dict.fromkeys(sessions, 0)
        for number in range(1, count + 1):
            paper: Row = {
                "id": f"p{number}",
                "title": self._title((12, 110)),
                "authors": self._random.sample(
                    names, min(len(names), self._random.choice([1, 2, 3, 3, 4, 8]))
                ),
            }
            if sessions and self._random.random() < 0.9:
                paper["session"] = self._random.choice(sessions)
                board[paper["session"]] += self._random.choice([1, 1, 1, 1, 2])
                paper["board"] = board[paper["session"]]
            else:
                paper["session"] = "remote"
            if categories:
                at = min(number * len(categories) // (count + 1), len(categories) - 1)
                paper["category"] = categories[at]
            if self._maybe(0.12):
                paper["spotlight"] = True
            if self._maybe(0.4):
                paper["url"] = self._address()
            papers.append(paper)
        return papers

    def _signs(self) -> Row:
        signs: Row = {}
        arrows = ["up", "up-right", "right", "down-right", "down", "down-left", "left", "up-left"]
        directions = self._count("signs", (0, 2), (4, 8))
        if directions:
            signs["directions"] = [
                self._direction(number, self._random.choice(arrows)) for number in range(directions)
            ]
        notices = self._count("signs", (0, 2), (3, 6))
        if notices:
            signs["notices"] = [self._notice(number) for number in range(notices)]
        if self._maybe(0.3):
            signs["times"] = self._random.sample(range(1, 61), self._random.randint(1, 4))
        if self._maybe(0.2):
            signs["reserved"] = False
        return signs

    def _direction(self, number: int, arrow: str) -> Row:
        direction: Row = {"id": f"way-{number}", "arrow": arrow}
        if self._maybe():
            direction["text"] = self._text(3, 30 if "signs" in self._extremes else 12)
        direction["to"] = [self._text(3, 18) for _ in range(self._random.randint(0, 3))]
        return direction

    def _notice(self, number: int) -> Row:
        notice: Row = {
            "id": f"notice-{number}",
            "title": self._text(3, 30 if "signs" in self._extremes else 12),
        }
        notice["lines"] = [self._text(5, 40) for _ in range(self._random.randint(0, 3))]
        code = self._random.choice(["url", "wifi", "none"])
        if code == "url":
            notice["url"] = self._address()
        if code == "wifi":
            notice["wifi"] = {"network": self._text(2, 20, "Latin")}
            if self._maybe():
                notice["wifi"]["password"] = "".join(
                    self._random.choices("abcXYZ0189-;:,\\'\"", k=12)
                )
        return notice

    def _orders(self) -> Row:
        american = self._draw(st.booleans())
        signs = (
            "letter-landscape",
            "tabloid",
            "24x36in",
            "half-letter-landscape",
            "tabloid-landscape",
        )
        if not american:
            signs = ("a4-landscape", "a3", "a1", "a5-landscape", "a3-landscape")
        size_of = {
            "board-cards": 0,
            "range-signs": 1,
            "poster-lists": 2,
            "door-sign": 1,
            "reserved-seats": 3,
            "direction-signs": 4,
            "time-cards": 0,
            "notices": 1,
        }
        shop = self._random.choice(
            ["generic-us", "office"] if american else ["generic-eu", "office"]
        )
        return {
            "cfp": {"size": "letter" if american else "a4", "shop": shop},
            "program": {"size": "half-letter" if american else "a5", "shop": shop},
            "badges": {
                "size": self._draw(st.sampled_from(["4x3in", "a6", "4x6in"])),
                "order": self._random.choice(["name", "family", "role", "file"]),
                "shop": shop,
            },
            "signage": {
                "shop": shop,
                "kinds": {kind: {"size": signs[at]} for kind, at in size_of.items()},
            },
        }

    def _attendees(self, people: Mapping[str, Sequence[Row]]) -> list[Row]:
        count = self._count("attendees", (0, 8), (20, 120))
        roles = ["", "attendee", "student", "sponsor", "press", "volunteer", "speaker", "Other"]
        found: list[Row] = []
        for number in range(1, count + 1):
            name, given, family, language = self._name()
            row: Row = {
                "id": f"R-{number}",
                "name": name,
                "role": self._random.choice(roles),
            } | language
            if self._maybe(0.3):
                row |= {"given": given, "family": family}
            if self._maybe(0.6):
                row["affiliation"] = self._affiliation()
            if self._maybe(0.2):
                row["pronouns"] = "they/them"
            if self._maybe(0.3):
                row["url"] = self._address()
            found.append(row)
        registered = [person for group in people.values() for person in group if self._maybe(0.1)]
        return found + [{"id": person["id"], "name": person["name"]} for person in registered]


def _yaml(data: object) -> str:
    """Return data as YAML whose texts are all in quotes: JSON, a value a line."""
    return json.dumps(data, ensure_ascii=False, indent=1, default=str)


def _csv(rows: Sequence[Row]) -> str:
    columns = list(dict.fromkeys(name for row in rows for name in row))
    file = io.StringIO()
    writer = csv.DictWriter(file, columns, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()
