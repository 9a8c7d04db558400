"""What an event is, where, and when: `workshop.yaml`."""

import datetime as dt
from collections.abc import Mapping, Sequence

from tests.generated.drawn_people import groups
from tests.generated.draws import Draws
from tests.generated.rows import LOGO, Row

_LANGUAGES = ("en", "en", "en-US", "de", "fr", "es", "it", "pt-BR", "nl", "ja", "zh", "ko", "sv")
"""All that have a table of words, and one that has none."""

_WORDS = {
    "organizers": "Wer das macht",
    "program": "Was kommt",
    "session": "{number}. Runde",
    "role-speaker": "Redet",
    "by-video": "aus der Ferne",
    "free-board": "Nichts hier",
    "pages": {"other": "{n} Blatt"},
}
"""What events say otherwise."""


def days(draws: Draws) -> list[dt.date]:
    """Return the days, usually one."""
    first = dt.date(2026, 1, 1) + dt.timedelta(days=draws.integer(0, 700))
    count = draws.count("days", (1, 1), (2, 5)) or 1
    if count == 1 and draws.maybe(0.15):
        count = 2
    found = [first]
    while len(found) < count:
        found.append(found[-1] + dt.timedelta(days=draws.random.choice([1, 1, 1, 2])))
    return found


def venue(draws: Draws) -> Row:
    """Return the building, with one room, several, or none."""
    long = "workshop" in draws.extremes
    found: Row = {"name": draws.text(4, 60 if long else 20)}
    several = "rooms" in draws.extremes or draws.maybe(0.15)
    if several:
        found["rooms"] = [_room(draws, number) for number in range(1, draws.integer(1, 4) + 1)]
    elif draws.maybe(0.8):
        found["room"] = draws.text(3, 40 if long else 12)
    if draws.maybe():
        found["address"] = draws.text(10, 60)
    if draws.maybe():
        found["directions"] = [draws.text(30, 200) for _ in range(draws.random.randint(1, 3))]
    return found


def _room(draws: Draws, number: int) -> Row:
    found: Row = {"id": f"room-{number}", "name": f"{draws.text(2, 14)} {number}"}
    if draws.maybe(0.3):
        found["level"] = draws.text(1, 8)
    if draws.maybe(0.3):
        found["capacity"] = draws.random.randint(5, 900)
    return found


def workshop(
    draws: Draws,
    of_days: Sequence[dt.date],
    building: Row,
    people: Mapping[str, Sequence[Row]],
    roles: Row,
) -> Row:
    """Return `workshop.yaml`."""
    long = "workshop" in draws.extremes
    everybody = [person for group in people.values() for person in group]
    if draws.maybe(0.3):
        draws.random.shuffle(everybody)
    found: Row = {"name": draws.text(*((40, 120) if long else (4, 30)))}
    if draws.maybe(0.8):
        found["host"] = {
            "name": f"{draws.text(2, 40 if long else 12)} {of_days[0].year}",
            "place": draws.text(4, 60 if long else 24),
        }
    one = len(of_days) == 1 and draws.random.random() < 0.9
    found |= {"date": of_days[0]} if one else {"dates": list(of_days)}
    found |= {"venue": building} | _manner(draws) | _prose(draws) | _lists(draws)
    if draws.maybe(0.8):
        found["contact"] = {"email": "contact@example.org"}
        if everybody and draws.maybe():
            found["contact"]["person"] = draws.random.choice(everybody)["id"]
    if draws.maybe(0.8):
        found["call"] = _call(draws, of_days[0])
    lists = {"people": everybody, "roles": roles, "groups": groups(draws, everybody)}
    return found | {key: value for key, value in lists.items() if value}


def _prose(draws: Draws) -> Row:
    """Return what an event says of itself."""
    random = draws.random
    found: Row = {}
    if draws.maybe(0.3):
        found["short"] = draws.text(2, 8)
    if draws.maybe(0.8):
        found["about"] = [draws.text(60, 220) for _ in range(random.randint(1, 2))]
    if draws.maybe(0.7):
        found["url"] = draws.address()
    if draws.maybe():
        found["welcome"] = [draws.text(100, 400) for _ in range(random.randint(1, 3))]
    if draws.maybe():
        found["attendance"] = draws.text(30, 200)
    return found


def _lists(draws: Draws) -> Row:
    found: Row = {}
    if topics := draws.count("topics", (0, 6), (7, 20)):
        found["topics"] = [draws.text(4, 50) for _ in range(topics)]
    if sponsors := draws.count("sponsors", (0, 3), (5, 12)):
        found["sponsors"] = [_sponsor(draws) for _ in range(sponsors)]
    return found


def _manner(draws: Draws) -> Row:
    """Return how the event speaks."""
    found: Row = {}
    if draws.maybe(0.8):
        found["lang"] = draws.random.choice(_LANGUAGES)
    if draws.maybe(0.3):
        found["clock"] = draws.random.choice([12, 24])
    if draws.maybe(0.3):
        found["timezone"] = draws.random.choice(["Europe/Paris", "America/Los_Angeles"])
    if draws.maybe(0.2):
        keys = draws.random.sample(sorted(_WORDS), draws.random.randint(1, 3))
        found["words"] = {key: _WORDS[key] for key in keys}
    if draws.maybe(0.1):
        found["tentative"] = True
    return found


def _sponsor(draws: Draws) -> Row:
    sponsor: Row = {"name": draws.text(2, 40)}
    if draws.maybe():
        sponsor["level"] = draws.random.choice(["Gold", "Silver", "Bronze", draws.text(3, 30)])
    if draws.maybe():
        sponsor["url"] = draws.address()
    return sponsor


def add_pictures_and_levels(draws: Draws, workshop: Row) -> None:
    """Say in which order the levels of sponsors are, and what layouts of one's own may print."""
    sponsors = workshop.get("sponsors", ())
    levels = list(dict.fromkeys(each["level"] for each in sponsors if "level" in each))
    if levels and draws.maybe(0.4):
        draws.random.shuffle(levels)
        workshop["sponsor_levels"] = levels
    for sponsor in sponsors:
        if draws.maybe(0.2):
            sponsor["logo"] = LOGO
    for person in workshop.get("people", ()):
        if draws.maybe(0.1):
            person |= {"pronunciation": draws.text(4, 20), "photo": LOGO}


def _call(draws: Draws, day: dt.date) -> Row:
    tracks = draws.count("tracks", (1, 3), (4, 8)) or 1
    call: Row = {
        "deadline": {
            "date": day - dt.timedelta(days=90),
            "zone": draws.random.choice(["AoE", "Europe/Paris"]),
        },
        "submit": draws.address(),
        "tracks": [
            {"name": draws.text(3, 24), "pages": draws.random.randint(1, 12)} for _ in range(tracks)
        ],
    }
    if draws.maybe():
        call["opens"] = day - dt.timedelta(days=150)
    if draws.maybe():
        call["notification"] = day - dt.timedelta(days=45)
    if draws.maybe():
        call["camera_ready_extra_pages"] = 1
    if draws.maybe(0.4):
        call["notes"] = draws.text(20, 120)
    return call
