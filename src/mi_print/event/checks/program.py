"""The program: times, overlaps in a room, and talks and people that lack each other."""

from collections.abc import Iterator
from itertools import chain, combinations, pairwise

from mi_print.event.model import Kind, Mention, Role, Session
from mi_print.event.partial_event import PartialEvent
from mi_print.problem import Problem, error, warning
from mi_print.source.located_values import Location
from mi_print.source.wording import shown

_ON_STAGE = (Role.KEYNOTE, Role.PANELIST, Role.SPEAKER, Role.LIGHTNING)
_Speaker = tuple[str | None, str]
"""An id, if it is one of the people, and the text that names somebody."""
_BY_SOMEBODY = (Kind.KEYNOTE, Kind.TALK)


def ends_before_start(draft: PartialEvent) -> Iterator[Problem]:
    """A session that takes no time."""
    for location, session in draft.sessions.items():
        if session.minutes <= 0:
            yield error(
                "ends-early",
                f"this ends at {session.end:%H:%M} and starts at {session.start:%H:%M}",
                "put the end after the start, on the same day",
                **draft.at("program", *location, "end"),
            )


def overlaps(draft: PartialEvent) -> Iterator[Problem]:
    """Two sessions at once in one room."""
    default = draft.venue.room if draft.venue else ""
    rooms: dict[str, list[tuple[Location, Session]]] = {}
    for location, session in draft.sessions.items():
        if session.minutes > 0:
            rooms.setdefault((session.room or default).casefold(), []).append((location, session))
    for held in rooms.values():
        held.sort(key=lambda each: each[1].start)
        _, longest = held[0]
        for location, session in held[1:]:
            if session.start < longest.end:
                yield error(
                    "overlap",
                    f'"{session.id}" starts at {session.start:%H:%M}, while "{longest.id}" has '
                    f"the room until {longest.end:%H:%M}",
                    "change a time, or give one of them another room",
                    **draft.at("program", *location, "start"),
                )
            longest = max(longest, session, key=lambda each: each.end)


def out_of_order(draft: PartialEvent) -> Iterator[Problem]:
    """A session above one that starts earlier: lists print them as they stand."""
    for (_, above), (location, session) in pairwise(draft.sessions.items()):
        if session.start < above.start:
            yield warning(
                "session-order",
                f'"{session.id}" starts at {session.start:%H:%M} and stands below '
                f'"{above.id}", which starts at {above.start:%H:%M}',
                "put the sessions in the order of their time",
                **draft.at("program", *location, "start"),
            )


def in_two_rooms(draft: PartialEvent) -> Iterator[Problem]:
    """Somebody who speaks in two sessions at once."""
    spoken: dict[_Speaker, list[tuple[Location, Session]]] = {}
    for location, session in draft.sessions.items():
        for named in dict.fromkeys((each.person, each) for each in _speakers(session)):
            spoken.setdefault(named, []).append((location, session))
    room = draft.venue.room if draft.venue else ""
    for (_, speaker), held in spoken.items():
        held.sort(key=lambda each: each[1].start)
        for (before, first), (location, session) in combinations(held, 2):
            where = [(each.room or room).casefold() for each in (first, session)]
            if session.start < first.end and where[0] != where[1]:
                line = draft.line("program", *before)
                yield warning(
                    "speaker-twice",
                    f'{speaker} speaks in "{session.id}" from {session.start:%H:%M}, and until '
                    f'{first.end:%H:%M} in "{first.id}" of line {line}, in another room',
                    "change a time or a speaker",
                    **draft.at("program", *location) | {"record": speaker},
                )


def in_other_rooms(draft: PartialEvent) -> Iterator[Problem]:
    """Sessions whose room is not the venue's, which a short list of the day does not say."""
    room = draft.venue.room if draft.venue else ""
    apart = [
        (location, session)
        for location, session in draft.sessions.items()
        if session.room and session.room.casefold() != room.casefold()
    ]
    if apart and room:
        location, session = apart[0]
        more = f" (and {len(apart) - 1} more like it)" if apart[1:] else ""
        yield warning(
            "other-room",
            f'"{session.id}" is in "{shown(session.room)}"{more}: the day in the booklet and on '
            f'badges names "{shown(room)}" alone',
            "write the room into the title too, or accept it in data/print.yaml",
            **draft.at("program", *location, "room") | {"record": None},
        )


def talks_without_speaker(draft: PartialEvent) -> Iterator[Problem]:
    """A title that nobody speaks to."""
    for location, session in draft.sessions.items():
        silent = [
            (*location, "talks", index)
            for index, talk in enumerate(session.talks)
            if not talk.speakers
        ]
        if session.kind in _BY_SOMEBODY and not (session.speakers or session.talks):
            silent.append(location)
        for here in silent:
            yield warning(
                "no-speaker",
                "this talk has no speaker",
                "add speakers, a list of ids of people",
                **draft.at("program", *here),
            )


def people_on_no_session(draft: PartialEvent) -> Iterator[Problem]:
    """Somebody who is to speak, and for whom the program has no time."""
    if not draft.sessions:  # the program is yet to be written
        return
    speakers = chain.from_iterable(_speakers(each) for each in draft.sessions.values())
    placed = {speaker.person for speaker in speakers}
    for location, person in draft.people.items():
        role = next((role for role in person.roles if role in _ON_STAGE), None)
        if role and person.id not in placed:
            yield warning(
                "unscheduled",
                f"{person.name} has the role {role} and speaks in no session",
                "add the id to the speakers of a session in data/program.yaml",
                **draft.at("workshop", *location),
            )


def _speakers(session: Session) -> Iterator[Mention]:
    yield from session.speakers
    for talk in session.talks:
        yield from talk.speakers
