"""How much the agenda of a badge says of the days: everything, and step by step less.

A badge has little room. What gives way, in which order, is a row of `STEPS`; which of them
is taken depends on the size and the event, and is the same on every badge.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from mi_print.event.model import Kind
from mi_print.products.schedule.agenda_groups import TalkRows

GIVING_WAY = {
    Kind.BREAK: "breaks",
    Kind.REGISTRATION: "registration",
    Kind.SOCIAL: "social events",
}
"""Kinds of session that give way, in words of a message."""


@dataclass(frozen=True, slots=True)
class AgendaStep:
    """How much the agenda says.

    Attributes:
        without: kinds of session that it does not name.
        inner: whether it names sessions within others.
        whole_titles: whether titles go on after a colon, a spaced dash, or a parenthesis.
        talks: what of talks that follow each other is said in one row.
        first: whether of talks in one row the first alone is named, and the others are counted.
        parallel: whether sessions that start together have a row each.
        named: whether they are named where they have one in common.
        ends: whether it says until when those last that are counted.
        rooms: whether it says where sessions are that are not in the venue's room.
        sessions: whether it names any, or the days alone, with when they begin.
    """

    without: frozenset[Kind] = frozenset()
    inner: bool = True
    whole_titles: bool = True
    talks: TalkRows = TalkRows.EACH
    first: bool = False
    parallel: bool = True
    named: bool = True
    ends: bool = True
    rooms: bool = True
    sessions: bool = True

    def richer(self, *, one: bool) -> Iterator["AgendaStep"]:
        """Yield steps of which a row may say more, where there is room for one, the most first.

        `one` is whether it says one session, of which none starts at the same time.
        """
        several = replace(self, first=False, named=True, ends=True)
        more = replace(self, whole_titles=True) if one else several
        less = replace(self, ends=True)
        yield from (each for each in dict.fromkeys((more, less)) if each != self)


_BREAKS = frozenset({Kind.BREAK})
_WAITING = _BREAKS | {Kind.REGISTRATION}
_OUTER = AgendaStep(_BREAKS, inner=False)
_BRIEF = AgendaStep(_WAITING, inner=False, whole_titles=False)
_HOURS = replace(_BRIEF, talks=TalkRows.HOUR, parallel=False)
_COUNTED = replace(_BRIEF, talks=TalkRows.COUNTED, parallel=False)

STEPS = (
    AgendaStep(),
    AgendaStep(_BREAKS),
    _OUTER,
    _BRIEF,
    _HOURS,
    replace(_BRIEF, talks=TalkRows.RUN, parallel=False),
    replace(_HOURS, first=True),
    _COUNTED,
    replace(_COUNTED, rooms=False),
    replace(_COUNTED, rooms=False, named=False),
    replace(_COUNTED, rooms=False, named=False, ends=False),
    replace(_COUNTED, rooms=False, named=False, ends=False, without=_WAITING | {Kind.SOCIAL}),
    replace(_COUNTED, rooms=False, named=False, sessions=False),
)
"""From everything to the days alone."""
