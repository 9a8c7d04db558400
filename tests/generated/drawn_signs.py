"""What is to be read on the way, and what is ordered: `signs.yaml`, `print.yaml`."""

from collections.abc import Iterable

from tests.generated.draws import Draws
from tests.generated.rows import Row

_ARROWS = ("up", "up-right", "right", "down-right", "down", "down-left", "left", "up-left")
_SIZES = {
    True: (
        *("letter-landscape", "tabloid", "24x36in", "half-letter-landscape"),
        *("tabloid-landscape", "letter"),
    ),
    False: ("a4-landscape", "a3", "a1", "a5-landscape", "a3-landscape", "a4"),
}
_SORTS = ("name", "family", "role", "file")
_SIZE_OF = {
    "board-cards": 0,
    "range-signs": 1,
    "poster-lists": 2,
    "door-sign": 1,
    "chair-sheets": 5,
    "reserved-seats": 3,
    "direction-signs": 4,
    "time-cards": 0,
    "notices": 1,
}


def signs(draws: Draws) -> Row:
    """Return `signs.yaml`."""
    found: Row = {}
    if directions := draws.count("signs", (0, 2), (4, 8)):
        found["directions"] = [_direction(draws, number) for number in range(directions)]
    if notices := draws.count("signs", (0, 2), (3, 6)):
        found["notices"] = [_notice(draws, number) for number in range(notices)]
    if draws.maybe(0.3):
        found["times"] = draws.random.sample(range(1, 61), draws.random.randint(1, 4))
    if draws.maybe(0.2):
        found["reserved"] = False
    return found


def _direction(draws: Draws, number: int) -> Row:
    found: Row = {"id": f"way-{number}", "arrow": draws.random.choice(_ARROWS)}
    if draws.maybe():
        found["text"] = draws.text(3, 30 if "signs" in draws.extremes else 12)
    found["to"] = [draws.text(3, 18) for _ in range(draws.random.randint(0, 3))]
    return found


def _notice(draws: Draws, number: int) -> Row:
    long = "signs" in draws.extremes
    found: Row = {"id": f"notice-{number}", "title": draws.text(3, 30 if long else 12)}
    found["lines"] = [draws.text(5, 40) for _ in range(draws.random.randint(0, 3))]
    code = draws.random.choice(["url", "wifi", "none"])
    if code == "url":
        found["url"] = draws.address()
    if code == "wifi":
        found["wifi"] = {"network": draws.text(2, 20, "Latin")}
        if draws.maybe():
            letters = draws.random.choices("abcXYZ0189-;:,\\'\"", k=12)
            found["wifi"]["password"] = "".join(letters)
    return found


def orders(draws: Draws, roles: Iterable[str]) -> Row:
    """Return `print.yaml`."""
    american = bool(draws.integer(0, 1))
    if "bare" in draws.extremes:
        return {}
    shop = draws.random.choice(["generic-us" if american else "generic-eu", "office"])
    sizes = _SIZES[american]
    found: Row = {
        "cfp": {"size": "letter" if american else "a4", "shop": shop},
        "program": {"size": "half-letter" if american else "a5", "shop": shop},
        "badges": {
            "size": draws.random.choice(["4x3in", "a6", "4x6in"]),
            draws.random.choice(["order", "sort"]): draws.random.choice(_SORTS),
            "shop": shop,
        },
        "signage": {
            "shop": shop,
            "kinds": {kind: {"size": sizes[at]} for kind, at in _SIZE_OF.items()},
        },
    }
    if draws.maybe(0.2):
        found["badges"]["roles"] = ["organizer", "volunteer", *roles]
    if draws.maybe(0.3):
        found["program"]["group"] = "topic"
    if draws.maybe(0.15):
        role = draws.random.choice(["organizer", "volunteer", *roles])
        found["orders"] = {"crew": {"product": "badges", "where": {"role": role}, "size": "4x6in"}}
    if draws.maybe(0.3):
        found["program"]["abstracts"] = True
    if draws.maybe(0.2):
        found["program"]["sort"] = draws.random.choice(["name", "family"])
    return found
