"""The generated events are the same everywhere, valid, and of what fonts can print."""

import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import combinations
from random import Random
from statistics import median

import pytest

from mi_print.layout.text.coverage import uncovered
from tests.generated import made_texts
from tests.generated.drawn import event
from tests.generated.rows import GeneratedEvent, Row
from tests.processes.alone import alone


def digests() -> list[str]:
    return [hashlib.sha256(repr(event(number)).encode()).hexdigest() for number in range(5)]


def test_another_process_draws_the_same_events() -> None:
    assert alone(digests) == digests()


@pytest.mark.parametrize("script", made_texts.WORDS)
def test_the_fonts_have_every_letter(script: str) -> None:
    random = Random(7)  # noqa: S311 - not for secrets
    written = "".join(made_texts.text(random, script, 200) for _ in range(20))
    assert uncovered(written) == []


def test_texts_are_as_long_as_is_asked_for_at_the_most() -> None:
    random = Random(7)  # noqa: S311 - not for secrets
    for length in range(1, 201):
        for script in made_texts.WORDS:
            assert 1 <= len(made_texts.text(random, script, length)) <= length
    assert {len(made_texts.address(random, length)) for length in range(24, 301)} <= set(
        range(20, 301)
    )


def test_events_are_of_many_sizes() -> None:
    drawn = [event(number) for number in range(40)]
    assert 5 <= median(len(each.papers) for each in drawn) <= 15
    assert max(len(each.papers) for each in drawn) > 100
    assert max(len(each.program) for each in drawn) > 20
    extremes = Counter(extreme for each in drawn for extreme in each.extremes)
    assert len(extremes) > 15
    assert sum(not each.extremes for each in drawn) > 8


KINDS: dict[str, Callable[[GeneratedEvent], object]] = {
    "several days": lambda event: len(event.workshop.get("dates", ())) > 1,
    "sessions in several rooms at once": lambda event: _at_once(event.program),
    "a night": lambda event: [s for s in event.program if s.get("end", "9") < "06"],
    "an open end": lambda event: [s for s in event.program if "end" not in s],
    "sessions within another": lambda event: [s for s in event.program if "within" in s],
    "a place": lambda event: [s for s in event.program if "place" in s],
    "talks with times": lambda event: [t for t in _talks(event) if "start" in t],
    "talks about papers": lambda event: [t for t in _talks(event) if "paper" in t],
    "somebody named where they speak": lambda event: [
        person
        for part in _talks(event)
        for person in part.get("speakers", ())
        if isinstance(person, dict)
    ],
    "roles of its own": lambda event: "roles" in event.workshop,
    "another language": lambda event: event.workshop.get("lang", "en")[:2] != "en",
    "a language without words": lambda event: event.workshop.get("lang") == "sv",
    "words of its own": lambda event: "words" in event.workshop,
    "twelve hours": lambda event: event.workshop.get("clock") == 12,
    "boards with letters": lambda event: [p for p in event.papers if _lettered(p)],
    "shared boards": lambda event: any(
        count > 1 for count in Counter((p["session"], p["board"]) for p in _hung(event)).values()
    ),
    "papers in several sessions": lambda event: [p for p in event.papers if "boards" in p],
    "papers without a place": lambda event: [
        p for p in event.papers if not {"session", "boards", "remote"} & p.keys()
    ],
    "papers without a board": lambda event: [
        p for p in event.papers if "board" not in p and p.get("session", "remote") != "remote"
    ],
    "papers without authors": lambda event: [p for p in event.papers if "authors" not in p],
    "a table of papers": lambda event: "papers.csv" in event.files(),
    "a table of authors": lambda event: "authors.csv" in event.files(),
    "a colour of its own": lambda event: "theme" in event.workshop,
    "logos": lambda event: [s for s in event.workshop.get("sponsors", ()) if "logo" in s],
    "more than four rooms": lambda event: len(event.workshop["venue"].get("rooms", ())) > 4,
    "who is who of the attendees": lambda event: [a for a in event.attendees if "same_as" in a],
    "a format": lambda event: "format" in event.orders,
    "another booklet": lambda event: "pocket" in event.orders.get("orders", {}),
    "spotlights in an order": lambda event: [p for p in event.papers if "spotlight_order" in p],
    "papers in another language": lambda event: [p for p in event.papers if "lang" in p],
    "no host": lambda event: "host" not in event.workshop,
    "no contact": lambda event: "contact" not in event.workshop,
}


@pytest.mark.parametrize("kind", KINDS)
def test_events_are_of_many_kinds(kind: str) -> None:
    assert sum(bool(KINDS[kind](event(number))) for number in range(150)) > 3


def _at_once(program: Sequence[Row]) -> bool:
    return any(
        one.get("day") == other.get("day") and one["start"] == other["start"]
        for one, other in combinations(program, 2)
        if one.get("room") != other.get("room")
    )


def _talks(event: GeneratedEvent) -> list[Row]:
    return [talk for session in event.program for talk in session.get("talks", ())]


def _hung(event: GeneratedEvent) -> list[Row]:
    return [paper for paper in event.papers if "board" in paper]


def _lettered(paper: Row) -> bool:
    return not str(paper.get("board", "1")).isdecimal()
