"""Posters: papers entered twice, and authors of several boards in one session."""

from collections.abc import Iterator
from typing import NamedTuple

from mi_print.event.checks.references import WITH_PAPERS
from mi_print.event.collation import letters
from mi_print.event.model import Kind, Mention, Paper
from mi_print.event.model.board import board_order
from mi_print.event.names.folding import folded
from mi_print.event.partial_event import PartialEvent
from mi_print.problem import Problem, error, warning
from mi_print.source.located_values import Location


def twice(draft: PartialEvent) -> Iterator[Problem]:
    """One paper under two ids: the same title, and an author of the one wrote the other."""
    papers = draft.papers
    first: dict[str, Location] = {}
    for location, paper in papers.items():
        before = first.setdefault(" ".join(letters(paper.title).split()), location)
        other = papers[before]
        if before == location or not _authors(paper) & _authors(other):
            continue
        together = paper.placed.keys() == other.placed.keys()
        yield (error if together else warning)(
            "paper-twice",
            f'paper "{paper.id}" is paper "{other.id}" of line '
            f"{draft.line('papers', *before, 'title')} again, {_where(other)} and {_where(paper)}",
            "take one of them out" + ("" if together else ", if it is shown once"),
            **draft.at("papers", *location, "title"),
        )


def two_at_once(draft: PartialEvent) -> Iterator[Problem]:
    """An author of papers on several boards of one session: nobody stands at two."""
    for session, standing in _standing(draft).items():
        for boards in standing.values():
            if len({each.board for each in boards}) > 1:
                yield warning(
                    "author-torn",
                    f'{boards[0].author} has boards {_numbers(boards)} of session "{session}"',
                    "ask who stands where, or show one of the papers in another session",
                    **draft.at("papers", *boards[1].place) | {"record": str(boards[0].author)},
                )


def nowhere(draft: PartialEvent) -> Iterator[Problem]:
    """Papers in the room that no poster session and no talk shows."""
    kinds = {each.id: each.kind for each in draft.sessions.values()}
    told = {talk.paper for each in draft.sessions.values() for talk in each.talks}
    for location, paper in draft.papers.items():
        shown = {kinds.get(session, Kind.POSTERS) for session in paper.placed}
        if paper.remote or paper.id in told or Kind.POSTERS in shown:
            continue
        if WITH_PAPERS.issuperset(shown):
            where = (
                f'session "{paper.session}", which has no talk on it'
                if paper.session
                else "no session"
            )
            yield warning(
                "paper-unplaced",
                f'paper "{paper.id}" is in {where}',
                "add the poster session, or a talk; until then it is among the other papers",
                **draft.at("papers", *location),
            )


class _Stand(NamedTuple):
    author: Mention
    board: int | str
    place: Location


def _standing(draft: PartialEvent) -> dict[str, dict[str, list[_Stand]]]:
    """Return by session and author the boards at which the author should stand."""
    found: dict[str, dict[str, list[_Stand]]] = {}
    for location, paper in draft.papers.items():
        for session, board in paper.placed.items():
            if board is None:
                continue
            authors = found.setdefault(session, {})
            for index, author in enumerate(paper.authors):
                stand = _Stand(author, board, (*location, "authors", index))
                authors.setdefault(folded(author), []).append(stand)
    return found


def _numbers(boards: list[_Stand]) -> str:
    numbers = [str(each) for each in sorted({each.board for each in boards}, key=board_order)]
    return f"{', '.join(numbers[:-1])} and {numbers[-1]}"


def _authors(paper: Paper) -> set[str]:
    return {folded(author) for author in paper.authors}


def _where(paper: Paper) -> str:
    if paper.remote:
        return "remote"
    where = [f"on board {board or 'none'} of {name}" for name, board in paper.placed.items()]
    return " and ".join(where) or "in no session"
