"""Who gets a badge, and what it says: one badge a person, with the foremost role.

Whoever has an ordered role in the program comes first, then the authors of
spotlights, then `data/attendees.csv`.  An attendee who is one of them by id or
by exact name is that person: the rows are put together, what the program says
goes first and the registration fills the gaps.  But two registrations are never
made one, for two people may share a name and both have paid.
"""

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mi_print.event.collation import letters
from mi_print.event.model import Attendee, BadgeRole, Event, Person, Role

_SPOTLIGHT = "spotlight-author"

_BADGE_ROLES: dict[Role, BadgeRole] = {
    Role.KEYNOTE: BadgeRole.SPEAKER,
    Role.PANELIST: BadgeRole.PANELIST,
    Role.ORGANIZER: BadgeRole.ORGANIZER,
    Role.SPEAKER: BadgeRole.SPEAKER,
    Role.LIGHTNING: BadgeRole.SPEAKER,
    Role.VOLUNTEER: BadgeRole.VOLUNTEER,
}

FOREMOST: tuple[BadgeRole, ...] = (
    *(BadgeRole.SPEAKER, BadgeRole.PANELIST, BadgeRole.ORGANIZER, BadgeRole.VOLUNTEER),
    *(BadgeRole.SPONSOR, BadgeRole.PRESS, BadgeRole.STUDENT, BadgeRole.OTHER, BadgeRole.ATTENDEE),
)
"""The roles, foremost first: of two rows about one person the earlier one is on the badge."""


@dataclass(frozen=True, slots=True)
class Badge:
    """What a badge may say; `registration` is an attendee's id where the program has another."""

    id: str
    name: str
    role: BadgeRole
    given: str | None = None
    family: str | None = None
    affiliation: str | None = None
    pronouns: str | None = None
    url: str | None = None
    lang: str | None = None
    registration: str | None = None

    @property
    def blank(self) -> bool:
        """Whether it is a spare, to be written on by hand."""
        return not self.name


def badges(event: Event) -> list[Badge]:
    """Return everybody's badge: the program in its order, then the attendees in theirs."""
    program = _program(event)
    people = [_of_person(person) for person in event.workshop.people]
    rest = [badge for badge in people if all(badge.id != each.id for each in program)]
    matches = _matches(event.attendees, [*program, *rest])
    known = {badge.id: _merged(badge, attendee) for attendee, badge in matches}
    ordered = {badge.id for badge in program}
    found = [known.get(badge.id, badge) for badge in program]
    own = {attendee.id: known[badge.id] for attendee, badge in matches if badge.id not in ordered}
    matched = {attendee.id for attendee, badge in matches if badge.id in ordered}
    found += [
        own.get(attendee.id, _of_attendee(attendee))
        for attendee in event.attendees
        if attendee.id not in matched
    ]
    return found


def spares(roles: Iterable[BadgeRole], count: int) -> list[Badge]:
    """Return so many blank badges of each role, in the order of the roles."""
    return [
        Badge(f"spare-{role}-{number}", "", role)
        for role in sorted(set(roles), key=list(BadgeRole).index)
        for number in range(1, count + 1)
    ]


def _program(event: Event) -> list[Badge]:
    """Return the badges of the ordered roles of the program, each person's once."""
    wanted = set(event.orders.badges.roles)
    found = {
        person.name: _of_person(person)
        for person in event.workshop.people
        if wanted & {str(role) for role in person.roles}
    }
    if _SPOTLIGHT in wanted:
        people = {person.name: person for person in event.workshop.people}
        taken = {person.id for person in event.workshop.people}
        for name in _spotlight_authors(event):
            if name in found:
                continue
            person = people.get(name)
            if person:  # of the program, but in no ordered role: a spotlight is the foremost
                found[name] = dataclasses.replace(_of_person(person), role=BadgeRole.SPEAKER)
            else:
                found[name] = Badge(_author_id(name, taken), name, BadgeRole.SPEAKER)
                taken.add(found[name].id)
    return list(found.values())


def _spotlight_authors(event: Event) -> Iterator[str]:
    for paper in event.papers:
        if paper.spotlight:
            yield from paper.authors


def _author_id(name: str, taken: set[str]) -> str:
    plain = "".join(c if c.isascii() and c.isalnum() else " " for c in letters(name))
    slug = "-".join(["author", *plain.split()])
    numbers = (slug if number == 1 else f"{slug}-{number}" for number in range(1, len(taken) + 2))
    return next(each for each in numbers if each not in taken)


def _matches(attendees: Iterable[Attendee], program: list[Badge]) -> list[tuple[Attendee, Badge]]:
    """Return which attendee is who of the program, by id before name, nobody twice."""
    attendees = list(attendees)
    free = {badge.id: badge for badge in program}
    found: dict[str, Badge] = {}
    for attendee in attendees:
        if attendee.id in free:
            found[attendee.id] = free.pop(attendee.id)
    named = {badge.name: badge for badge in reversed(free.values())}
    for attendee in attendees:
        if attendee.id not in found and attendee.name in named:
            found[attendee.id] = named.pop(attendee.name)
    return [(each, found[each.id]) for each in attendees if each.id in found]


def _merged(badge: Badge, attendee: Attendee) -> Badge:
    return dataclasses.replace(
        badge,
        role=min(badge.role, attendee.role, key=FOREMOST.index),
        given=badge.given or attendee.given,
        family=badge.family or attendee.family,
        affiliation=badge.affiliation or attendee.affiliation,
        pronouns=badge.pronouns or attendee.pronouns,
        url=badge.url or attendee.url,
        lang=badge.lang or attendee.lang,
        registration=attendee.id if attendee.id != badge.id else None,
    )


def _of_person(person: Person) -> Badge:
    foremost = min(person.roles, key=list(Role).index)
    return _badge(person, _BADGE_ROLES[foremost])


def _of_attendee(attendee: Attendee) -> Badge:
    return _badge(attendee, attendee.role)


def _badge(source: Person | Attendee, role: BadgeRole) -> Badge:
    return Badge(
        id=source.id,
        name=source.name,
        role=role,
        given=source.given,
        family=source.family,
        affiliation=source.affiliation,
        pronouns=source.pronouns,
        url=source.url,
        lang=source.lang,
    )
