"""Posters: papers entered twice, and authors of several boards in one session."""

from collections.abc import Iterator
from typing import NamedTuple

from mi_print.event.collation import letters
from mi_print.event.model import Paper
from mi_print.event.names.folding import folded
from mi_print.event.partial_event import PartialEvent
from mi_print.problem import Place, Problem, error, warning
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
        together = paper.session == other.session
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
                    **boards[1].place | {"record": boards[0].author},
                )


class _Stand(NamedTuple):
    author: str
    board: int
    place: Place


def _standing(draft: PartialEvent) -> dict[str, dict[str, list[_Stand]]]:
    """Return by session and author the boards at which the author should stand."""
    found: dict[str, dict[str, list[_Stand]]] = {}
    for location, paper in draft.papers.items():
        if paper.remote or paper.board is None:
            continue
        authors = found.setdefault(paper.session, {})
        for index, author in enumerate(paper.authors):
            place = draft.at("papers", *location, "authors", index)
            authors.setdefault(folded(author), []).append(_Stand(author, paper.board, place))
    return found


def _numbers(boards: list[_Stand]) -> str:
    numbers = [str(number) for number in sorted({each.board for each in boards})]
    return f"{', '.join(numbers[:-1])} and {numbers[-1]}"


def _authors(paper: Paper) -> set[str]:
    return {folded(author) for author in paper.authors}


def _where(paper: Paper) -> str:
    return "remote" if paper.remote else f"on board {paper.board or 'none'} of {paper.session}"
