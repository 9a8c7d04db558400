"""An event's data with what one file leaves to another put in, by docs/data.md alone."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from tests.generated.rows import GeneratedEvent, Row
from tests.generated.speech import Speech


@dataclass(frozen=True)
class Posters:
    """A poster session: its number among all of them, and its papers, each with its label there."""

    number: int
    session: Row
    papers: Sequence[tuple[str, Row]]


class Facts:
    """What follows from an event's data."""

    def __init__(self, event: GeneratedEvent) -> None:
        """Take an event."""
        self.event = event
        self.workshop = event.workshop
        self.speech = Speech(event.workshop)

    @property
    def days(self) -> list[dt.date]:
        """The days."""
        days: list[dt.date] = self.workshop.get("dates") or [self.workshop["date"]]
        return days

    def day(self, session: Row) -> dt.date:
        """Return the day of a session."""
        day: dt.date = session.get("day") or self.days[0]
        return day

    @cached_property
    def people(self) -> Mapping[str, Row]:
        """The people by id."""
        return {person["id"]: person for person in self.workshop.get("people", ())}

    def having(self, role: str) -> list[Row]:
        """Return the people who have a role, by any of its words."""
        return [person for person in self.people.values() if role in self.roles(person)]

    def roles(self, person: Row) -> list[str]:
        """Return the ids of somebody's roles."""
        return [self.role(word) for word in person.get("roles", ())]

    def role(self, word: str) -> str:
        """Return the id of the role that a word means."""
        own: dict[str, Row] = self.workshop.get("roles", {})
        for role, words in own.items():
            said = (words[key].casefold() for key in ("label", "plural") if key in words)
            if word.casefold() in {role, *said}:
                return role
        return word.lower()

    def somebody(self, mention: str | Row) -> Row:
        """Return who speaks: one of the people, or who is named there."""
        if isinstance(mention, str):
            return self.people[mention]
        return self.people[mention["person"]] if "person" in mention else mention

    def speakers(self, part: Row) -> list[Row]:
        """Return who speaks in a session, or in a talk: without any, the authors of its paper."""
        if not part.get("speakers") and "paper" in part:
            return self.authors(self.papers[part["paper"]])
        return [self.somebody(each) for each in part.get("speakers", ())]

    def where(self, session: Row) -> str | None:
        """Return where a session is, if it says so."""
        names = {room["id"]: room["name"] for room in self.workshop["venue"].get("rooms", ())}
        room = session.get("room")
        place: str | None = session.get("place")
        return place or names.get(room, room)

    @property
    def room(self) -> str | None:
        """The venue's only room."""
        venue = self.workshop["venue"]
        rooms = [str(room["name"]) for room in venue.get("rooms", ())]
        return rooms[0] if len(rooms) == 1 else venue.get("room")

    # Papers

    @cached_property
    def papers(self) -> Mapping[str, Row]:
        """The papers by id."""
        return {paper["id"]: paper for paper in self.event.papers}

    def authors(self, paper: Row) -> list[Row]:
        """Return a paper's authors."""
        named = paper.get("authors", ())
        return [{"name": each} if isinstance(each, str) else self.somebody(each) for each in named]

    def talk_title(self, talk: Row) -> str:
        """Return what a talk is called."""
        return str(talk.get("title") or self.papers[talk["paper"]]["title"])

    def topic(self, paper: Row) -> str:
        """Return under which heading a paper stands."""
        some = any(map(self._group, self.event.papers))
        return self._group(paper) or self.speech.word("other-papers" if some else "papers")

    def heading(self, paper: Row, listed: Iterable[Row]) -> list[str]:
        """Return under which heading a paper stands in a list: papers without topics have none."""
        return [self.topic(paper)] if any(map(self._group, listed)) else []

    def _group(self, paper: Row) -> str:
        key = self.event.orders.get("program", {}).get("group", "category")
        return str(paper.get(key) or "")

    def abstract(self, paper: Row) -> list[str]:
        """Return the paragraphs of a paper's abstract, if abstracts are ordered."""
        if not self.event.orders.get("program", {}).get("abstracts"):
            return []
        return [each for each in str(paper.get("abstract", "")).split("\n\n") if each]

    @cached_property
    def poster_sessions(self) -> list[Posters]:
        """The poster sessions that have papers, in the order of the data."""
        sessions = [each for each in self.event.program if each["kind"] == "posters"]
        found = [
            Posters(number, session, sorted(self._shown(session), key=_by_label))
            for number, session in enumerate(sessions, 1)
        ]
        return [posters for posters in found if posters.papers]

    def _shown(self, session: Row) -> Iterator[tuple[str, Row]]:
        for paper in self.event.papers:
            if session["id"] in paper.get("boards", {}):
                yield str(paper["boards"][session["id"]]), paper
            elif paper.get("session") == session["id"]:
                yield str(paper.get("board", "")), paper

    @property
    def other_papers(self) -> list[Row]:
        """The papers in the room that are in no poster session, and that no talk is about."""
        talks = (talk for session in self.event.program for talk in session.get("talks", ()))
        spoken = {talk.get("paper") for talk in talks}
        return [
            paper
            for paper in self.event.papers
            if not (remote(paper) or self.hangs(paper) or paper["id"] in spoken)
        ]

    def hangs(self, paper: Row) -> int:
        """Return in how many poster sessions a paper is shown."""
        return sum(paper is each for posters in self.poster_sessions for _, each in posters.papers)


def natural(label: str) -> list[tuple[int, int, str]]:
    """Return what sorts labels as people do: 2, 10, 10a, A2, A10."""
    pieces = re.findall(r"[0-9]+|[^0-9]+", label.casefold())
    return [(0, int(each), "") if each[0] in "0123456789" else (1, 0, each) for each in pieces]


def _by_label(shown: tuple[str, Row]) -> tuple[bool, list[tuple[int, int, str]]]:
    label, _ = shown
    return not label, natural(label)


def spotlit(paper: Row) -> bool:
    """Return whether a paper has a spotlight talk."""
    return bool(paper.get("spotlight")) or paper.get("type") == "spotlight"


def remote(paper: Row) -> bool:
    """Return whether a paper is presented from afar."""
    return bool(paper.get("remote")) or paper.get("session") == "remote"


def names(people: Iterable[Row]) -> list[str]:
    """Return the names of people."""
    return [person["name"] for person in people]
