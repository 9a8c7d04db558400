"""What badges print, and who has one, by docs/badges.md."""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import yaml

import mi_print
from tests.generated import printed_agenda
from tests.generated.facts import Facts, names, spotlit
from tests.generated.printed_documents import given
from tests.generated.record import Record
from tests.generated.rows import Row

_KNOWN = (
    *("keynote", "panelist", "organizer", "speaker", "lightning", "spotlight-author"),
    *("volunteer", "sponsor", "press", "student", "other", "attendee"),
)
"""The known roles, foremost first."""

_CODE = {"4x3in": 106, "a6": 180, "4x6in": 180}
"""Bytes of an address whose code stands on a badge at the most, by size."""

_SAID = dict.fromkeys(("keynote", "lightning", "spotlight-author"), "speaker")
_BANDS = {
    "speaker": "signal",
    "panelist": "oxblood",
    "organizer": "ink-solid",
    "volunteer": "petrol",
    "sponsor": "ochre",
    "press": "ochre",
    "student": "stone",
    "other": "stone",
}
"""The colours of the roles' bands."""


class _Roles:
    def __init__(self, facts: Facts) -> None:
        self._own: Mapping[str, Row] = facts.workshop.get("roles", {})
        order = [role for role in self._own if role != "attendee"]
        for at, role in enumerate(_KNOWN[:-1]):
            if role not in order:
                later = [order.index(each) for each in order if each in _KNOWN[at + 1 :]]
                order.insert(min(later, default=len(order)), role)
        self._order = [*order, "attendee"]

    def said(self, role: str) -> str:
        return role if role in self._own else _SAID.get(role, role)

    def foremost(self, roles: list[str]) -> str:
        """Return what the badge says of the foremost role; that said of two may stand higher."""
        return min(map(self.said, roles or ["attendee"]), key=self.said_order.index)

    @property
    def said_order(self) -> list[str]:
        return list(dict.fromkeys(map(self.said, self._order)))


def badges(facts: Facts, order: str = "") -> Iterator[Record]:
    """Yield everybody's badge, or those of a named order that has a role."""
    orders = facts.event.orders
    named = orders.get("orders", {}).get(order, {}).get("where", {}).get("role", "")
    only = facts.role(named)
    ordered = orders.get("badges", {}).get("roles")
    wanted = None if ordered is None else {facts.role(word) for word in ordered}
    if only:
        wanted = (set(_KNOWN) - {"volunteer"} | {only}) if wanted is None else wanted | {only}
        wanted |= set(facts.workshop.get("roles", {})) if ordered is None else set()
    usual = {"size": "a6" if orders.get("format") == "a4" else "4x3in"}
    size = {**usual, **orders.get("badges", {}), **orders.get("orders", {}).get(order, {})}["size"]
    for person, role in _who(facts, _Roles(facts), wanted):
        if not only or role == only:
            yield _badge(facts, person, role, _CODE[size])


def _who(facts: Facts, roles: "_Roles", wanted: set[str] | None) -> Iterator[tuple[Row, str]]:
    """Yield who of the program has a badge, who wrote spotlights, and who has registered."""
    listed = {row.get("same_as") or row["id"]: row for row in facts.event.attendees}
    authors = [
        each["name"]
        for paper in facts.event.papers
        if spotlit(paper)
        for each in facts.authors(paper)
        if wanted is None or "spotlight-author" in wanted
    ]
    of_people = {_in_any_order(name) for name in authors}
    for person in facts.people.values():
        own = facts.roles(person)
        of_program = set(own) & wanted if wanted is not None else set(own) - {"volunteer"}
        if not of_program and person["id"] not in listed and not _is_author(person, of_people):
            continue
        registered = (
            [facts.role(listed[person["id"]].get("role") or "attendee")]
            if person["id"] in listed
            else []
        )
        if not of_program and _is_author(person, of_people):
            own = ["spotlight-author"]
        yield person, roles.foremost([*own, *registered])
    known = set(map(_in_any_order, [*names(facts.people.values()), *names(facts.event.attendees)]))
    alone = {_folded(name): name for name in authors[::-1] if _in_any_order(name) not in known}
    for name in alone.values():
        yield {"id": "a spotlight's author", "name": name}, roles.said("spotlight-author")
    for row in facts.event.attendees:
        if (row.get("same_as") or row["id"]) not in facts.people:
            yield row, roles.said(facts.role(row.get("role") or "attendee"))


def _is_author(person: Row, authors: set[tuple[str, ...]]) -> bool:
    return _in_any_order(person["name"]) in authors


def _in_any_order(name: str) -> tuple[str, ...]:
    return tuple(sorted(_folded(name).split()))


def _folded(name: str) -> str:
    """Return a name without case and marks: names that have this in common are one."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))


def _badge(facts: Facts, person: Row, role: str, longest: int) -> Record:
    """Return a badge; of an address longer than `longest` there is no code."""
    workshop, venue = facts.workshop, facts.workshop["venue"]
    fixed = (
        (workshop["name"], *given(workshop, "short")),
        *given(workshop.get("host", {}), "name"),
        *([facts.room] if facts.room else []),
        venue["name"],
    )
    words = tuple(person["name"].split())
    own = (
        person["name"],
        facts.speech.role(role),
        *words,
        *given(person, "affiliation", "pronouns"),
    )
    codes, site = _short(given(person, "url"), longest), _short(given(workshop, "url"), longest)
    return Record(
        person["id"],
        (*own, *fixed),
        codes or site,
        band=_band(role, facts.workshop),
        ways=printed_agenda.ways(facts, own_code=bool(codes)),
    )


def _short(addresses: tuple[str, ...], longest: int) -> tuple[str, ...]:
    return tuple(address for address in addresses if len(address.encode()) <= longest)


def _band(role: str, workshop: Row) -> str:
    """Return the colour of a role's band."""
    usual = "paper" if role == "attendee" else _BANDS.get(role, "stone")
    colour = str(workshop.get("roles", {}).get(role, {}).get("colour", usual))
    colour = workshop.get("theme", {}).get("colours", {}).get(colour, colour)
    return colour if colour.startswith("#") else _colour(colour)


@cache
def _colour(name: str) -> str:
    """Return a colour of the theme."""
    path = Path(mi_print.__file__).parents[2] / "layouts" / "_shared" / "theme.yaml"
    return str(yaml.safe_load(path.read_text("utf-8"))["colours"][name]["srgb"])
