"""What each product prints of the data, by docs/data.md, docs/badges.md, and docs/signage.md.

Written anew from the data as it is in the files, without the package: a record is
what must stand together, in the whole file or on pages of its own.
"""

from collections.abc import Callable, Iterator

from tests.generated import printed_badges, printed_documents, printed_signs
from tests.generated.facts import Facts
from tests.generated.record import Printed, Record
from tests.generated.rows import GeneratedEvent

_NO_PLACE = "no bundled layout has a place for it"

UNPRINTED = {
    "workshop.timezone": "times are those of the place",
    "workshop.contact.person": _NO_PLACE,
    "workshop.venue.rooms.capacity": _NO_PLACE,
    "workshop.sponsors.logo": "a picture, without a text of its own",
    "workshop.people.photo": "a picture, without a text of its own",
    "workshop.people.pronunciation": "of those who speak or chair a session",
    "workshop.people.given": "a part of the name",
    "workshop.people.sort": "by which names are sorted",
    "workshop.host.url": "where the workshop has no address of its own",
    "workshop.theme": "a color",
    "workshop.people.family": "a part of the name",
    "program.chair.affiliation": _NO_PLACE,
    "program.url": "a link on the screen",
    "program.abstract": "where abstracts are ordered",
    "program.talks.abstract": "where abstracts are ordered",
    "papers.url": "a code on the card of its board; else a link on the screen",
    "papers.abstract": "only where abstracts are ordered",
    "papers.type": "only that a paper is a spotlight is printed",
    "papers.authors.affiliation": _NO_PLACE,
    "papers.topic": "the papers are grouped by one of the two",
    "papers.category": "the papers are grouped by one of the two",
    "workshop.people.bio": "of those who organize, or speak in a session",
    "workshop.people.position": "of those who organize, speak, or give a talk",
}
"""What of the data no bundled layout prints, or of some things only, and why."""


def printed(file: str, event: GeneratedEvent) -> Printed:
    """Return what a file must hold of an event; its name may end with that of an order."""
    facts = Facts(event)
    product, _, order = file.removeprefix("signage-").partition("-")
    if product == "badges":
        return Printed(list(printed_badges.badges(facts, order)), sides=2)
    product = file.removeprefix("signage-").removesuffix("-pocket")
    records = list(_PRODUCTS[product](facts))
    if product == "program":
        title = facts.speech.word("index-of-people")
        return Printed(records, index=list(printed_documents.indexed(facts)), index_title=title)
    if product == "cfp":
        return Printed(records)
    return Printed(records, sides=1, in_order=product in _IN_ORDER)


_PRODUCTS: dict[str, Callable[[Facts], Iterator[Record]]] = {
    "cfp": printed_documents.flyer,
    "program": printed_documents.booklet,
    "board-cards": printed_signs.board_cards,
    "range-signs": printed_signs.range_signs,
    "poster-lists": printed_signs.poster_lists,
    "door-sign": printed_signs.door_signs,
    "chair-sheets": printed_signs.chair_sheets,
    "reserved-seats": printed_signs.reserved_seats,
    "direction-signs": printed_signs.direction_signs,
    "time-cards": printed_signs.time_cards,
    "notices": printed_signs.notices,
}

_IN_ORDER = {
    "board-cards",
    "range-signs",
    "poster-lists",
    "chair-sheets",
    "door-sign",
    "direction-signs",
    "notices",
}
