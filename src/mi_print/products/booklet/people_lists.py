"""Lists of people below headings: committees and thanks, and whoever has a role.

The pages print them and the index refers to them, by the same anchors.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from mi_print.event.model import Event, Mention, Person, Role
from mi_print.event.queries import people

_OF_THE_PROGRAM = frozenset(
    {
        *(Role.KEYNOTE, Role.PANELIST, Role.ORGANIZER, Role.SPEAKER, Role.LIGHTNING),
        *(Role.SPOTLIGHT_AUTHOR, Role.ATTENDEE),
    }
)
"""Roles of those who stand with what they do, or of everybody."""
_SPEAKING = (Role.KEYNOTE, Role.PANELIST, Role.SPEAKER, Role.LIGHTNING)


@dataclass(frozen=True, slots=True)
class PeopleList:
    """People below a heading, under an id: a group, or those who have a `role`."""

    heading: str
    anchor: str
    people: list[Person]
    role: str = ""


def people_lists(event: Event) -> list[PeopleList]:
    """Return the groups of the workshop in their order, then a list for each role.

    A role has a list if it is none of the program, such as a speaker's; of these those have
    one who stand nowhere else, and with them all who have the role and speak in no session:
    a list of some of the panelists would be wrong.  Somebody with several such roles stands
    in the list of the foremost.
    """
    groups = event.workshop.groups
    return [
        *(
            PeopleList(group.heading, f"group-{number}", people(event, group.people))
            for number, group in enumerate(groups, 1)
        ),
        *_by_role(event),
    ]


def _by_role(event: Event) -> Iterator[PeopleList]:
    table = event.workshop.role_table
    named = _named(event)
    having: dict[str, list[Person]] = {}
    for person in event.workshop.people:
        roles = [role for role in person.roles if role not in _OF_THE_PROGRAM]
        if not roles and person.id not in named:
            roles = list(person.roles)
        if roles:
            having.setdefault(min(roles, key=table.order.index), []).append(person)
    speaking = {mention.person for mention in _speaking(event)}
    for role in having.keys() & _SPEAKING:
        having[role] = [
            person
            for person in event.workshop.people
            if person in having[role] or (role in person.roles and person.id not in speaking)
        ]
    for role in table.order:
        if role in having:
            said = table.plural if len(having[role]) > 1 else table.label
            yield PeopleList(said(role), f"role-{role}", having[role], role)


def _named(event: Event) -> set[str | None]:
    """Return the ids of those who stand on the pages without a list of their role."""
    found = {person.id for person in event.having(Role.ORGANIZER)}
    mentions = chain(
        *(group.people for group in event.workshop.groups),
        *(paper.authors for paper in event.papers),
        _speaking(event),
        (session.chair for session in event.program.sessions if session.chair),
    )
    return found | {mention.person for mention in mentions}


def _speaking(event: Event) -> Iterator[Mention]:
    """Yield who speaks in a session, or gives a talk of one."""
    for session in event.program.sessions:
        yield from session.speakers
        for talk in session.talks:
            yield from talk.speakers
