"""Spotlights: the order in which the papers of a session are spoken of."""

from collections.abc import Iterator

from mi_print.event.model import Kind
from mi_print.event.partial_event import PartialEvent
from mi_print.problem import Problem, error, warning
from mi_print.source.located_values import Location


def same_order(draft: PartialEvent) -> Iterator[Problem]:
    """Two papers of one session at one place of the order."""
    first: dict[tuple[str, int], Location] = {}
    for location, paper in draft.papers.items():
        for session in () if paper.remote or paper.spotlight_order is None else paper.placed:
            before = first.setdefault((session, paper.spotlight_order or 0), location)
            if before != location:
                line = draft.line("papers", *before, "spotlight_order")
                yield error(
                    "order-twice",
                    f'spotlight {paper.spotlight_order} of session "{session}" is on line {line}',
                    "give one of the papers another order",
                    **draft.at("papers", *location, "spotlight_order"),
                )


def order_without_spotlight(draft: PartialEvent) -> Iterator[Problem]:
    """A place in the order for a paper that has no spotlight."""
    for location, paper in draft.papers.items():
        if paper.spotlight_order is not None and not paper.spotlight:
            yield error(
                "order-alone",
                f'paper "{paper.id}" has a spotlight_order and is no spotlight',
                "add spotlight: true, or take the order out",
                **draft.at("papers", *location, "spotlight_order"),
            )


def of_no_papers(draft: PartialEvent) -> Iterator[Problem]:
    """A spotlights session in which nothing is said to be shown."""
    for location, session in draft.sessions.items():
        if session.kind is Kind.SPOTLIGHTS and not (session.posters or session.talks):
            yield warning(
                "no-posters",
                "this spotlights session names no posters session, and so has no talks",
                "add posters, the id of the session whose spotlights speak",
                **draft.at("program", *location),
            )


def on_no_session(draft: PartialEvent) -> Iterator[Problem]:
    """Papers with a spotlight talk, and no session in which to give it; the remote ones aside."""
    sessions = draft.sessions.values()
    shown = {session.posters for session in sessions}
    told = {talk.paper for session in sessions for talk in session.talks}
    silent: dict[str, list[Location]] = {}
    for location, paper in draft.papers.items():
        if paper.spotlight and paper.id not in told and shown.isdisjoint(paper.placed):
            for session in paper.placed:
                silent.setdefault(session, []).append(location)
    for session, locations in silent.items():
        papers = ", ".join(draft.papers[location].id for location in locations)
        yield warning(
            "spotlight-unscheduled",
            f'no spotlights session names "{session}" as its posters, which has spotlights: '
            f"paper {papers}",
            f"add a session of kind spotlights with posters: {session}, or take the spotlights out",
            **draft.at("papers", *locations[0], "spotlight") | {"record": session},
        )
