"""The cards on the seats of those who speak, in the order of speaking."""

from collections.abc import Iterator
from dataclasses import dataclass

from mi_print.event.chronology import in_time
from mi_print.event.model import Event, Mention, Person, Role, Session
from mi_print.layout.text.typography import name_parts

_SPEAKING = frozenset({Role.KEYNOTE, Role.PANELIST, Role.SPEAKER, Role.LIGHTNING})


@dataclass(frozen=True, slots=True)
class ReservedSeat:
    """Somebody who speaks, and the sessions in the room, none if nothing is scheduled yet."""

    person: Person
    sessions: tuple[Session, ...]

    @property
    def called(self) -> str:
        """The given name, if the data has it and the name can be divided."""
        return self._parts[0]

    @property
    def surname(self) -> str:
        """What stands below that."""
        return self._parts[1]

    @property
    def _parts(self) -> tuple[str, str]:
        return name_parts(self.person.name, self.person.given, self.person.family)

    @property
    def role(self) -> str:
        """The foremost role in which the person speaks."""
        return next((str(role) for role in Role if role in _SPEAKING & set(self.person.roles)), "")


def seats(event: Event) -> list[ReservedSeat]:
    """Return a card for everybody who speaks in the room.

    Who only speaks from afar needs no seat.  Whose role it is to speak but who
    stands in no session gets a card without one, after all others.
    """
    sessions = in_time(event.program.sessions, event.workshop.venue.room_names)
    spoken: dict[tuple[str | None, Mention], list[Session]] = {}
    for session in sessions:
        for named in dict.fromkeys((each.person, each) for each in _speakers(session)):
            spoken.setdefault(named, []).append(session)
    found = [ReservedSeat(event.somebody(who), tuple(own)) for (_, who), own in spoken.items()]
    present = [ReservedSeat(s.person, tuple(x for x in s.sessions if not x.remote)) for s in found]
    placed = {identifier for identifier, _ in spoken}
    unscheduled = [
        ReservedSeat(person, ())
        for person in event.workshop.people
        if person.id not in placed and _SPEAKING & set(person.roles)
    ]
    return [seat for seat in present if seat.sessions] + unscheduled


def _speakers(session: Session) -> Iterator[Mention]:
    yield from session.speakers
    for talk in session.talks:
        yield from talk.speakers
