"""Who gets a badge, and what it says: one badge a person, with the foremost role.

Whoever has an ordered role in the program comes first, then the authors of
spotlights, then `data/attendees.csv`.  An attendee who is one of them is that person
(`names.identities` decides it): the rows are put together, what the program says
goes first and the registration fills the gaps.  But two registrations are never
made one, for two people may share a name and both have paid.
"""

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass

from mi_print.event.model import APART, Attendee, Event, Mention, Person, Role, RoleTable
from mi_print.event.names.identities import KnownPerson, author_ids, decisions, written_author


@dataclass(frozen=True, slots=True)
class Badge:
    """What a badge may say.

    `role` is one of `RoleTable.on_badges`; `registration` is an attendee's id where the program
    has another; `sort` is what the name is sorted by, if not by itself. A divider has a `heading`,
    what the badges behind it begin with, and no name.
    """

    id: str
    name: str
    role: str
    given: str | None = None
    family: str | None = None
    affiliation: str | None = None
    pronouns: str | None = None
    url: str | None = None
    lang: str | None = None
    registration: str | None = None
    sort: str | None = None
    heading: str | None = None

    @property
    def blank(self) -> bool:
        """Whether it is a spare, to be written on by hand, or a divider."""
        return not self.name


FIELDS = tuple(
    each.name for each in dataclasses.fields(Badge) if each.name not in {"sort", "heading"}
)
"""What a badge may be chosen by."""


def badges(event: Event) -> list[Badge]:
    """Return everybody's badge: the program in its order, then the attendees in theirs."""
    program = _program(event)
    roles = event.workshop.role_table
    people = [_of_person(person, roles) for person in event.workshop.people]
    rest = [badge for badge in people if all(badge.id != each.id for each in program)]
    matches = _matches(event, [*program, *rest])
    known = {badge.id: _merged(badge, attendee, roles) for attendee, badge in matches}
    ordered = {badge.id for badge in program}
    found = [known.get(badge.id, badge) for badge in program]
    own = {attendee.id: known[badge.id] for attendee, badge in matches if badge.id not in ordered}
    matched = {attendee.id for attendee, badge in matches if badge.id in ordered}
    found += [
        own.get(attendee.id, _badge(attendee, roles.said(attendee.role)))
        for attendee in event.attendees
        if attendee.id not in matched
    ]
    return found


def spares(roles: Iterable[str], count: int) -> list[Badge]:
    """Return so many blank badges of each role, in the order given."""
    return [
        Badge(f"spare-{role}-{number}", "", role)
        for role in dict.fromkeys(roles)
        for number in range(1, count + 1)
    ]


def _program(event: Event) -> list[Badge]:
    """Return the badges of the ordered roles of the program, each person's once."""
    roles = event.workshop.role_table
    wanted = roles.with_badge(event.orders.badges.roles)
    people = {person.id: person for person in event.workshop.people}
    found = {
        person.id: _of_person(person, roles)
        for person in people.values()
        if not wanted.isdisjoint(person.roles)
    }
    if Role.SPOTLIGHT_AUTHOR in wanted:
        speaks = roles.said(Role.SPOTLIGHT_AUTHOR)
        authors = [each for paper in event.papers if paper.spotlight for each in paper.authors]
        ids = author_ids(authors, event.workshop.people)
        for author in authors:
            identifier = ids[written_author(author)]
            if identifier in found:
                continue
            if identifier in people:  # in no ordered role: a spotlight is the foremost
                found[identifier] = _badge(people[identifier], speaks)
            else:
                found[identifier] = _of_author(identifier, author, speaks)
    return list(found.values())


def _matches(event: Event, program: list[Badge]) -> list[tuple[Attendee, Badge]]:
    """Return which attendee is who of the program."""
    apart = {person.id for person in event.workshop.people if person.same_as == APART}
    known = (
        KnownPerson(badge.id, badge.name, badge.affiliation, badge.id in apart) for badge in program
    )
    by_id = {badge.id: badge for badge in program}
    found = decisions(known, event.attendees)
    return [(each.attendee, by_id[each.person.id]) for each in found if each.person]


def _merged(badge: Badge, attendee: Attendee, roles: RoleTable) -> Badge:
    return dataclasses.replace(
        badge,
        role=min(badge.role, roles.said(attendee.role), key=roles.on_badges.index),
        given=badge.given or attendee.given,
        family=badge.family or attendee.family,
        affiliation=badge.affiliation or attendee.affiliation,
        pronouns=badge.pronouns or attendee.pronouns,
        url=badge.url or attendee.url,
        lang=badge.lang or attendee.lang,
        registration=attendee.id if attendee.id != badge.id else None,
    )


def _of_person(person: Person, roles: RoleTable) -> Badge:
    return _badge(person, roles.foremost(person.roles))


def _of_author(identifier: str, author: Mention, role: str) -> Badge:
    return Badge(
        identifier,
        str(author),
        role,
        given=author.given,
        family=author.family,
        affiliation=author.affiliation,
        lang=author.lang,
        sort=author.sort,
    )


def _badge(source: Person | Attendee, role: str) -> Badge:
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
        sort=source.sort if isinstance(source, Person) else None,
    )
