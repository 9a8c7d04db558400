"""What is rarer: drawn after everything else, from random numbers of its own.

What is added here changes nothing else of an event, so that the events keep their numbers.
"""

from collections.abc import Sequence

from tests.generated.draws import Draws
from tests.generated.facts import spotlit
from tests.generated.rows import LOGO, PICTURES, GeneratedEvent, Row

_SIGNALS = ("#0B6E4F", "#F2C500", "#1B2A6B", "#7A1FA2", "#E8A0B4", "#101010")
"""Green, yellow, blue, violet, rose, black: dark and light."""


def add_more(draws: Draws, event: GeneratedEvent) -> None:
    """Put into an event's rows what few events have."""
    _of_the_workshop(draws, event.workshop)
    _of_the_people(draws, event)
    _of_the_papers(draws, event)
    _of_the_orders(draws, event.orders)
    _many_rooms(draws, event)
    _many_authors(draws, event.papers)
    _many_poster_sessions(draws, event)
    _gaps(draws, event.program)


def _of_the_workshop(draws: Draws, workshop: Row) -> None:
    if draws.maybe(0.25):
        workshop["theme"] = {"colours": {"signal": draws.random.choice(_SIGNALS)}}
    if "host" in workshop and draws.maybe(0.3):
        workshop["host"]["url"] = draws.address()
    if "call" in workshop and draws.maybe(0.15):
        del workshop["call"]["submit"]
    for sponsor in workshop.get("sponsors", ()):
        if draws.maybe(0.25):
            sponsor["logo"] = draws.random.choice(PICTURES)


def _of_the_people(draws: Draws, event: GeneratedEvent) -> None:
    people = event.workshop.get("people", ())
    for person in people:
        if {"given", "family"} <= person.keys() and draws.maybe(0.3):
            person["sort"] = f"{person['family']}, {person['given']}"
        if draws.maybe(0.1):
            person["photo"] = draws.random.choice([LOGO, "pictures/raster.png"])
    registered = {row["id"] for row in event.attendees}
    for person in people:
        if person["id"] not in registered and event.attendees and draws.maybe(0.05):
            row = {"id": f"S-{person['id']}", "name": person["name"], "same_as": person["id"]}
            event.attendees.append(row)


def _of_the_papers(draws: Draws, event: GeneratedEvent) -> None:
    if draws.maybe(0.2):
        spotlights = [paper for paper in event.papers if spotlit(paper)]
        for number, paper in enumerate(reversed(spotlights), 1):
            paper["spotlight_order"] = number
    for paper in event.papers:
        if draws.maybe(0.03):
            paper["lang"] = draws.random.choice(["de", "fr", "ja"])


def _of_the_orders(draws: Draws, orders: Row) -> None:
    if draws.random.random() < 0.2:
        orders["format"] = draws.random.choice(["a4", "letter"])
    if "program" in orders and draws.maybe(0.2):
        orders["program"]["quantity"] = draws.random.randint(1, 900)
    if "program" in orders and draws.maybe(0.06):
        pocket = {"product": "program", "size": draws.random.choice(["a5", "half-letter"])}
        orders.setdefault("orders", {})["pocket"] = pocket


def _many_rooms(draws: Draws, event: GeneratedEvent) -> None:
    """Add rooms, each with a session while others are in theirs."""
    rooms = event.workshop["venue"].get("rooms", [])
    others = [each for each in event.program if "room" in each and "end" in each]
    if len(rooms) < 2 or not others or not draws.maybe(0.3):
        return
    for number in range(len(rooms) + 1, len(rooms) + draws.random.randint(2, 5)):
        rooms.append({"id": f"room-{number}", "name": f"{draws.text(2, 14)} {number}"})
        other = draws.random.choice(others)
        session: Row = {key: other[key] for key in ("day", "start", "end") if key in other}
        session |= {"id": f"more-{number}", "kind": "meeting", "room": f"room-{number}"}
        event.program.append(session | {"title": draws.title((4, 40))})


def _many_authors(draws: Draws, papers: Sequence[Row]) -> None:
    """Let a paper be by very many."""
    if papers and draws.maybe(0.12):
        paper = draws.random.choice(papers)
        paper["authors"] = [draws.name()[0] for _ in range(draws.random.randint(12, 140))]


def _many_poster_sessions(draws: Draws, event: GeneratedEvent) -> None:
    """Divide a poster session into rounds: papers are in one of them, or in some."""
    hung = [each for each in event.papers if "board" in each and "session" in each]
    long = [each for each in event.program if _minutes(each) >= 4 * _ROUND]
    posters = [each for each in long if each["kind"] == "posters"]
    if not posters or not draws.maybe(0.1):
        return
    first = draws.random.choice(posters)
    count = draws.random.randint(3, min(7, _minutes(first) // _ROUND))
    start, each = _minute(first["start"]), _minutes(first) // count
    rounds = [first] + [first | {"id": f"{first['id']}-{number}"} for number in range(2, count + 1)]
    for number, session in enumerate(rounds):
        session["start"] = _clock(start + number * each)
        session["end"] = _clock(start + (number + 1) * each)
    at = event.program.index(first) + 1
    event.program[at:at] = rounds[1:]
    for paper in hung:
        if paper["session"] == first["id"]:
            board, _ = paper.pop("board"), paper.pop("session")
            some = draws.random.sample(rounds, draws.random.randint(1, count))
            paper["boards"] = {session["id"]: board for session in some}


def _minutes(session: Row) -> int:
    """Return how long a session is; 0 if nobody knows, or it ends in the night."""
    return max(0, _minute(session.get("end", "00:00")) - _minute(session["start"]))


def _minute(clock: str) -> int:
    hours, minutes = map(int, clock.split(":"))
    return 60 * hours + minutes


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _gaps(draws: Draws, program: list[Row]) -> None:
    """Take some sessions away, so that nothing is at their time."""
    inner = [each for each in program[1:-1] if _is_plain(each)]
    if inner and draws.maybe(0.15):
        for session in draws.random.sample(inner, min(len(inner), draws.random.randint(1, 3))):
            program.remove(session)


def _is_plain(session: Row) -> bool:
    """Return whether nothing refers to a session, and it is the only one at its time."""
    alone = not session["id"].startswith("more-") and "within" not in session
    return alone and session["kind"] in {"break", "meeting", "session", "social"}


_ROUND = 5  # minutes at the least
