"""What the flyer says, block by block: headings and items, in no size and place yet."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from mi_print.event.model import Call, Event, Person, Role, Sponsor, Workshop
from mi_print.language.print_locale import PrintLocale
from mi_print.layout.text.typography import settled, typographic

DAY_END = dt.time(23, 59)
"""When the last day of submission ends."""


class PartKind(StrEnum):
    """How the items of a part are set."""

    TEXT = "text"
    """Paragraphs."""
    LIST = "list"
    """One under the other, in columns."""
    PAIRS = "pairs"
    """A table: a name, and at the right what is said of it."""
    PEOPLE = "people"
    """The same where all have room in a line, or else in running lines."""
    NOTE = "note"
    """Lines that break where they must."""
    LOGOS = "logos"
    """Sponsors' logos in rows, and the names of those who have none."""


class FlyerItem(NamedTuple):
    """A topic, a person, a date: its text, what stands beside it, its language, its link.

    Of a sponsor with a logo that is printed, and the text is not.
    """

    text: str
    value: str = ""
    lang: str | None = None
    link: str = ""
    sponsor: Sponsor | None = None


@dataclass(frozen=True, slots=True)
class FlyerPart:
    """Items under a heading.

    Attributes:
        name: by which a manifest says that it gives way.
        kind: how it is set.
        items: in their order.
        heading: above them, if any.
        more: what says that there were more, if there were.
        separator: what stands between items in running lines.
    """

    name: str
    kind: PartKind
    items: tuple[FlyerItem, ...]
    heading: str = ""
    more: FlyerItem | None = None
    separator: str = ""


@dataclass(frozen=True, slots=True)
class FlyerBlock:
    """Parts under a rule."""

    name: str
    parts: tuple[FlyerPart, ...]


def blocks(event: Event, call: Call, locale: PrintLocale) -> dict[str, FlyerBlock]:
    """Return all blocks for which the data has something, by name."""
    workshop = event.workshop
    named: dict[str, Iterator[FlyerPart]] = {
        "about": _about(workshop),
        "topics": _topics(workshop, locale),
        "dates": _dates(workshop, call, locale),
        "submissions": _submissions(call, locale),
        "speakers": _speakers(event, locale),
        "organizers": _organizers(event, locale),
        "contact": _contact(workshop, locale),
        "submit": _submit(call, locale),
        "sponsors": _sponsors(workshop, locale),
    }
    made = {name: tuple(parts) for name, parts in named.items()}
    if made["speakers"] or made["organizers"]:
        made["organizers"] += made.pop("contact")
    return {name: FlyerBlock(name, parts) for name, parts in made.items() if parts}


def _submit(call: Call, locale: PrintLocale) -> Iterator[FlyerPart]:
    if call.submit:
        yield FlyerPart("submit", PartKind.NOTE, (), locale.word("submit"))


def _about(workshop: Workshop) -> Iterator[FlyerPart]:
    if workshop.about:
        texts = (FlyerItem(settled(typographic(each))) for each in workshop.about)
        yield FlyerPart("about", PartKind.TEXT, tuple(texts))


def _topics(workshop: Workshop, locale: PrintLocale) -> Iterator[FlyerPart]:
    if workshop.topics:
        items = tuple(FlyerItem(typographic(topic)) for topic in workshop.topics)
        yield FlyerPart("topics", PartKind.LIST, items, locale.word("topics-of-interest"))


def _dates(workshop: Workshop, call: Call, locale: PrintLocale) -> Iterator[FlyerPart]:
    word, day = locale.word, locale.short_day
    rows = [
        (word("submissions-open"), day(call.opens) if call.opens else ""),
        (word("submissions-due"), day(call.deadline.date)),
        (word("notification"), day(call.notification) if call.notification else ""),
        (word("workshop"), locale.short_span(workshop.days)),
    ]
    items = tuple(FlyerItem(name, value) for name, value in rows if value)
    yield FlyerPart("dates", PartKind.PAIRS, items, word("dates"))
    time = locale.time(DAY_END)
    if call.deadline.zone == "AoE":
        lines = word("aoe"), word("aoe-until", time=time)
    else:
        zone = call.deadline.zone.split("/")[-1].replace("_", " ")
        lines = word("submit-until", time=time), word("zone-time", zone=zone)
    yield FlyerPart("zone", PartKind.NOTE, tuple(FlyerItem(typographic(each)) for each in lines))


def _submissions(call: Call, locale: PrintLocale) -> Iterator[FlyerPart]:
    items = [
        FlyerItem(typographic(track.name), locale.word("pages", n=track.pages))
        for track in call.tracks
    ]
    yield FlyerPart("tracks", PartKind.PAIRS, tuple(items), locale.word("submissions"))
    if extra := call.camera_ready_extra_pages:
        last = FlyerItem(locale.word("camera-ready"), locale.word("extra-pages", n=extra))
        yield FlyerPart("camera-ready", PartKind.PAIRS, (last,))
    if call.notes:
        yield FlyerPart("notes", PartKind.NOTE, (FlyerItem(typographic(call.notes)),))


def _speakers(event: Event, locale: PrintLocale) -> Iterator[FlyerPart]:
    for name, role, heading in (
        ("keynotes", Role.KEYNOTE, "keynotes"),
        ("panelists", Role.PANELIST, "panel"),
    ):
        if people := event.having(role):
            items = tuple(_person(each, each.affiliation or "") for each in people)
            yield FlyerPart(name, PartKind.PEOPLE, items, locale.word(heading))


def _organizers(event: Event, locale: PrintLocale) -> Iterator[FlyerPart]:
    if people := event.having(Role.ORGANIZER):
        items = tuple(_person(each) for each in people)
        yield FlyerPart("organizers", PartKind.LIST, items, locale.word("organizers"))


def _person(person: Person, value: str = "") -> FlyerItem:
    return FlyerItem(typographic(person.name), typographic(value), person.lang)


def _contact(workshop: Workshop, locale: PrintLocale) -> Iterator[FlyerPart]:
    if workshop.contact:
        email = workshop.contact.email
        item = FlyerItem(email, link=f"mailto:{email}")
        yield FlyerPart("contact", PartKind.NOTE, (item,), locale.word("contact"))


def _sponsors(workshop: Workshop, locale: PrintLocale) -> Iterator[FlyerPart]:
    heading, between = locale.word("sponsors"), locale.separated(("", ""))
    for group in workshop.sponsor_groups:
        items = tuple(
            FlyerItem(typographic(each.name), link=each.url or "", sponsor=each)
            for each in group.sponsors
        )
        kind = PartKind.LOGOS if any(each.logo for each in group.sponsors) else PartKind.LIST
        level = typographic(group.level or heading)
        yield FlyerPart("sponsors", kind, items, level, separator=between)
