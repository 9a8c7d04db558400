"""Who of the attendees is who of the program: one decision for badges and messages.

Somebody of the program is known by an id.  An attendee is that person if the row says so
(`same_as`), by the same id, or by the same folded name, unless both affiliations are
given and differ.  Nobody of the program is two attendees, and no two attendees are one person.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from enum import Enum, auto
from typing import NamedTuple

from mi_print.event.collation import letters
from mi_print.event.model import APART, Attendee, Mention, Person
from mi_print.event.names.affiliations import differ
from mi_print.event.names.folding import as_spoken, folded


class KnownPerson(NamedTuple):
    """Somebody of the program.

    Attributes:
        id: of one of the people, or of an author's badge.
        name: as it is printed.
        affiliation: if it is known.
        apart: whether the data says that nobody else of this name is that person.
        place: where it is written, as messages name it.
    """

    id: str
    name: str
    affiliation: str | None = None
    apart: bool = False
    place: str = ""


WrittenAuthor = tuple[str | None, str, str | None]
"""An author as written: the id of one of the people, the name, the affiliation."""


class Match(Enum):
    """What was decided of an attendee, and why; the first three make one person."""

    SAID = auto()  # by same_as
    ID = auto()
    NAME = auto()
    OTHER_AFFILIATION = auto()
    SEVERAL = auto()  # of this name
    UNKNOWN = auto()  # same_as names nobody of the program
    TAKEN = auto()  # another row says, or has the id, that it is that person
    CLASH = auto()  # same_as: none, and the id of somebody


class Decision(NamedTuple):
    """Who an attendee is, or may be."""

    attendee: Attendee
    match: Match
    known: tuple[KnownPerson, ...] = ()

    @property
    def person(self) -> KnownPerson | None:
        """Who of the program the attendee is."""
        return self.known[0] if self.match in _ONE_PERSON else None


_ONE_PERSON = {Match.SAID, Match.ID, Match.NAME}


def author_ids(authors: Iterable[Mention], people: Sequence[Person]) -> dict[WrittenAuthor, str]:
    """Return whose each author's badge is: the id of one of the people, or the author's own.

    Who is referred to by id is that person.  Of a name it is one of the people, unless several
    have it or both affiliations are given and differ; else all authors of that name and place,
    with its words in the same order.
    """
    of_name: defaultdict[str, list[Person]] = defaultdict(list)
    for person in people:
        if person.same_as != APART:
            of_name[folded(person.name)].append(person)
    taken = {person.id for person in people}
    own: defaultdict[str, list[tuple[str, str | None]]] = defaultdict(list)
    found: dict[WrittenAuthor, str] = {}
    for author in authors:
        written, key = written_author(author), as_spoken(author)
        if written in found:
            continue
        named = of_name[folded(author)]
        alike = [each for each in named if not differ(each.affiliation, author.affiliation)]
        alike = [person for person in alike if person.name == author] or alike
        if author.person:
            found[written] = author.person
        elif len(alike) == 1:
            found[written] = alike[0].id
        else:
            same = (one for one, place in own[key] if not differ(place, author.affiliation))
            found[written] = next(same, None) or _author_id(author, taken)
            taken.add(found[written])
            own[key].append((found[written], author.affiliation))
    return found


def written_author(author: Mention) -> WrittenAuthor:
    """Return what tells authors apart that may be different people."""
    return author.person, str(author), author.affiliation


def decisions(known: Iterable[KnownPerson], attendees: Iterable[Attendee]) -> list[Decision]:
    """Return what is decided of each attendee who may be somebody of the program."""
    by_id: dict[str, KnownPerson] = {}
    by_name: defaultdict[str, list[KnownPerson]] = defaultdict(list)
    for each in known:
        by_id[each.id] = each
        if not each.apart:
            by_name[folded(each.name)].append(each)
    found: dict[str, Decision] = {}
    unsaid: defaultdict[str, list[Attendee]] = defaultdict(list)
    taken: set[str] = set()
    for attendee in attendees:
        if decision := _by_id(attendee, by_id, taken):
            found[attendee.id] = decision
            taken |= {each.id for each in decision.known}
        elif by_name and attendee.same_as is None and (key := folded(attendee.name)) in by_name:
            unsaid[key].append(attendee)
    for key, rows in unsaid.items():
        free = [each for each in by_name[key] if each.id not in taken]
        found |= {each.attendee.id: each for each in _by_name(rows, free)}
    return list(found.values())


def _by_id(attendee: Attendee, by_id: dict[str, KnownPerson], taken: set[str]) -> Decision | None:
    if attendee.same_as == APART:
        clash = by_id.get(attendee.id)
        return Decision(attendee, Match.CLASH, (clash,)) if clash else None
    person = by_id.get(attendee.same_as or attendee.id)
    if person is None:
        return Decision(attendee, Match.UNKNOWN) if attendee.same_as else None
    if person.id in taken:
        return Decision(attendee, Match.TAKEN, (person,))
    return Decision(attendee, Match.SAID if attendee.same_as else Match.ID, (person,))


def _by_name(rows: list[Attendee], free: list[KnownPerson]) -> Iterable[Decision]:
    """Yield decisions on rows of one name; of several, the one of the same place goes first."""
    free = list(free)
    for attendee in sorted(rows, key=lambda row: _rank(row, free)):
        other = [each for each in free if differ(each.affiliation, attendee.affiliation)]
        alike = [each for each in free if each not in other]
        for surer in (_of_the_same_place(alike, attendee), _written_alike(alike, attendee)):
            alike = surer or alike
        if len(alike) == 1:
            free.remove(alike[0])
            yield Decision(attendee, Match.NAME, tuple(alike))
        elif alike:
            yield Decision(attendee, Match.SEVERAL, tuple(alike))
        elif other:
            yield Decision(attendee, Match.OTHER_AFFILIATION, tuple(other))


def _rank(attendee: Attendee, free: list[KnownPerson]) -> tuple[bool, bool]:
    return not _of_the_same_place(free, attendee), not _written_alike(free, attendee)


def _of_the_same_place(known: list[KnownPerson], attendee: Attendee) -> list[KnownPerson]:
    there = attendee.affiliation
    return [
        each for each in known if there and each.affiliation and not differ(each.affiliation, there)
    ]


def _written_alike(known: list[KnownPerson], attendee: Attendee) -> list[KnownPerson]:
    return [each for each in known if each.name == attendee.name]


def _author_id(name: str, taken: set[str]) -> str:
    plain = "".join(c if c.isascii() and c.isalnum() else " " for c in letters(name))
    slug = "-".join(["author", *plain.split()])
    numbers = (slug if number == 1 else f"{slug}-{number}" for number in range(1, len(taken) + 2))
    return next(each for each in numbers if each not in taken)
