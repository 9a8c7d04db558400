"""A small part of a large event, on which a layout is tried before all of it is set.

It keeps the shape: of each kind of session a few, and what they refer to, with a few talks and
papers each; a few sponsors and signs; and everybody who may be named, as others may name them.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby, islice

from mi_print.event.model import Event, Paper, Session
from mi_print.event.queries import entries

LARGE = 1_000
"""Entries above which an event is large; to set a few takes less than 3 % of its time then."""
_FEW = 4
_SHARE = 1 / 4
"""Of the entries; with more it would be no small part, as where there are very many people."""


def with_few_entries(event: Event) -> Event | None:
    """Return a large event with few entries, or None if it is not large, or can't be smaller."""
    if entries(event) <= LARGE:
        return None
    sessions = _sessions(event.program.sessions)
    talks = {talk.paper for session in sessions for talk in session.talks}
    papers = tuple(_papers(event.papers, talks, {session.id for session in sessions}))
    signs = event.signs
    few = event.model_copy(
        update={
            "attendees": (),
            "papers": papers,
            "program": event.program.model_copy(update={"sessions": sessions}),
            "signs": signs.model_copy(
                update={
                    "directions": signs.directions[:_FEW],
                    "notices": signs.notices[:_FEW],
                }
            ),
            "workshop": event.workshop.model_copy(
                update={"sponsors": event.workshop.sponsors[:_FEW]}
            ),
        }
    )
    return few if entries(few) <= _SHARE * entries(event) else None


def _sessions(sessions: Iterable[Session]) -> tuple[Session, ...]:
    """Return a few of each kind with those that they refer to, each with a few talks."""
    known = {session.id: session for session in sessions}
    by_kind = sorted(known.values(), key=lambda session: session.kind)
    kinds = (list(islice(some, _FEW)) for _, some in groupby(by_kind, lambda each: each.kind))
    wanted = [session.id for kind in kinds for session in kind]
    for name in wanted:  # grows
        said = known[name].within, known[name].posters
        wanted += [each for each in said if each in known and each not in wanted]
    return tuple(
        session.model_copy(update={"talks": session.talks[:_FEW]})
        for session in known.values()
        if session.id in wanted
    )


def _papers(papers: Iterable[Paper], talks: set[str | None], sessions: set[str]) -> Iterator[Paper]:
    """Yield the papers of talks, and of each session, and of none, a few."""
    taken: dict[str, int] = {}
    for paper in papers:
        places = list(paper.placed)
        if not sessions.issuperset(places):
            continue
        group = min(places, default="")
        if paper.id in talks or taken.get(group, 0) < _FEW:
            taken[group] = taken.get(group, 0) + 1
            yield paper
