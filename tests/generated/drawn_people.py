"""The people of an event, their roles, and who has registered."""

from collections.abc import Iterable, Mapping, Sequence

from tests.generated.draws import Draws
from tests.generated.rows import Row

KNOWN = {
    "organizer": ((1, 6), (9, 30)),
    "keynote": ((0, 2), (3, 9)),
    "panelist": ((0, 3), (4, 12)),
    "speaker": ((0, 5), (0, 6)),
    "lightning": ((0, 5), (8, 40)),
    "volunteer": ((0, 2), (0, 2)),
}
"""How many people have each role usually, and in an event that is extreme in it."""

_EXTREME = {
    "organizer": "organizers",
    "keynote": "keynotes",
    "panelist": "panel",
    "lightning": "talks",
}
_OWN = ("mentor", "jury", "vip", "crew", "press")
_COLOURS = {
    "mentor": "#5A2A82",
    "jury": "#F2E6A0",
    "vip": "petrol",
    "crew": "mist",
    "press": "#1D3F8F",
    "speaker": "#0B6E4F",
    "volunteer": "stone",
}
"""Colours of bands: of one's own, light and dark, and of the theme."""

_REGISTERED = ("", "attendee", "student", "sponsor", "press", "volunteer", "speaker", "Other")


def roles(draws: Draws) -> Row:
    """Return roles of the event's own, some with words for them, and words for known ones."""
    if "roles" not in draws.extremes and not draws.maybe(0.2):
        return {}
    found: Row = {}
    for role in draws.random.sample((*_OWN, "speaker", "volunteer"), draws.random.randint(1, 4)):
        words: Row = {}
        if draws.maybe(0.7):
            words["label"] = draws.name()[0][:20].strip()
        if draws.maybe(0.5):
            words["plural"] = draws.name()[0][:20].strip()
        if draws.maybe(0.4):
            own = f"#{draws.random.randrange(16**6):06X}"
            words["colour"] = draws.random.choice([own, _COLOURS[role]])
        found[role] = words
    return found


def people(draws: Draws, own: Mapping[str, Row]) -> dict[str, list[Row]]:
    """Return the people by what they do."""
    counts = {
        role: draws.count(_EXTREME.get(role, role), usual, extreme)
        for role, (usual, extreme) in KNOWN.items()
    } | {role: draws.integer(0, 2) for role in own if role not in KNOWN}
    return {
        role: [
            _person(draws, f"{role}-{number}", [written(role, own, draws), *_second(role, draws)])
            for number in range(1, count + 1)
        ]
        for role, count in counts.items()
    }


def written(role: str, own: Mapping[str, Row], draws: Draws) -> str:
    """Return one of the words for a role."""
    words = own.get(role, {})
    return str(draws.random.choice([role, *(words[k] for k in ("label", "plural") if k in words)]))


def _second(role: str, draws: Draws) -> Iterable[str]:
    return ["panelist"] if role == "organizer" and draws.maybe(0.1) else []


def _person(draws: Draws, identifier: str, does: Sequence[str]) -> Row:
    name, given, family, language = draws.name()
    person: Row = {"id": identifier, "name": name, "roles": list(does)} | language
    if draws.maybe(0.4):
        person["given"] = given
        if draws.maybe(0.7):
            person["family"] = family
    if draws.maybe(0.8):
        person["affiliation"] = draws.affiliation()
    if draws.maybe(0.4):
        person["position"] = draws.text(4, 30)
    if draws.maybe(0.2):
        person["pronouns"] = draws.random.choice(["she/her", "he/him", "they/them"])
    if draws.maybe(0.4):
        person["bio"] = draws.text(*((300, 1500) if "bios" in draws.extremes else (20, 250)))
    if draws.maybe(0.5):
        person["url"] = draws.address()
    return person


def groups(draws: Draws, everybody: Sequence[Row]) -> list[Row]:
    """Return committees and thanks."""
    return [
        {
            "heading": draws.text(4, 30),
            "people": [
                *(each["id"] for each in draws.random.sample(everybody, min(2, len(everybody)))),
                draws.somebody(),
            ],
        }
        for _ in range(draws.random.choice([0, 0, 1, 2]) if draws.maybe() else 0)
    ]


def attendees(
    draws: Draws, known: Mapping[str, Sequence[Row]], own: Mapping[str, Row]
) -> list[Row]:
    """Return who has registered, some of the program among them."""
    count = draws.count("attendees", (0, 6), (20, 90))
    words = [*_REGISTERED, *(written(role, own, draws) for role in own)]
    found: list[Row] = []
    for number in range(1, count + 1):
        name, given, family, language = draws.name()
        word = draws.random.choice(words)
        if word.isascii() and draws.maybe(0.3):
            word = word.upper()
        row: Row = {"id": f"R-{number}", "name": name, "role": word} | language
        if draws.maybe(0.3):
            row |= {"given": given, "family": family}
        if draws.maybe(0.6):
            row["affiliation"] = draws.affiliation()
        if draws.maybe(0.2):
            row["pronouns"] = "they/them"
        if draws.maybe(0.3):
            row["url"] = draws.address()
        found.append(row)
    registered = [person for group in known.values() for person in group if draws.maybe(0.1)]
    return found + [{"id": person["id"], "name": person["name"]} for person in registered]
