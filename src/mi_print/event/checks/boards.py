"""Boards: one for each paper on site, and those of a category side by side."""

from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

from mi_print.event.partial_event import PartialEvent
from mi_print.event.queries import board_span
from mi_print.problem import Problem, error, warning
from mi_print.source.located_values import Location


def taken(draft: PartialEvent) -> Iterator[Problem]:
    """Two papers on one board in one session."""
    first: dict[tuple[str, int], Location] = {}
    for location, paper in draft.papers.items():
        if paper.remote or paper.board is None:
            continue
        before = first.setdefault((paper.session, paper.board), location)
        if before != location:
            line = draft.line("papers", *before, "board")
            yield error(
                "board-taken",
                f'board {paper.board} of session "{paper.session}" is taken on line {line}',
                "give one of the papers another board",
                **draft.at("papers", *location, "board"),
            )


def not_given(draft: PartialEvent) -> Iterator[Problem]:
    """A paper on site that has nowhere to hang."""
    for location, paper in draft.papers.items():
        if not paper.remote and paper.board is None:
            yield error(
                "board-missing",
                f'paper "{paper.id}" is on site and has no board',
                'give it a board, or the session "remote"',
                **draft.at("papers", *location),
            )


def of_remote_papers(draft: PartialEvent) -> Iterator[Problem]:
    """A board for a paper that is not there."""
    for location, paper in draft.papers.items():
        if paper.remote and paper.board is not None:
            yield error(
                "board-remote",
                f'paper "{paper.id}" is remote and has a board',
                "take the board out, or name its session",
                **draft.at("papers", *location, "board"),
            )


def gaps(draft: PartialEvent) -> Iterator[Problem]:
    """Board numbers left out between the first and the last of a session."""
    for session, hung in _by_session(draft).items():
        jumps = [(low, high) for low, high in pairwise(hung) if high.board > low.board + 1]
        if jumps:
            spans = [board_span(low.board + 1, high.board - 1) for low, high in jumps]
            yield warning(
                "board-gap",
                f'session "{session}" has no paper on board {", ".join(spans)}',
                "let the boards stand empty, or number the papers anew",
                **draft.at("papers", *jumps[0][1].location, "board") | {"record": session},
            )


def split_categories(draft: PartialEvent) -> Iterator[Problem]:
    """A category on boards apart: its sign could stand at one of its places only."""
    for session, hung in _by_session(draft).items():
        blocks: dict[str, list[list[_Hung]]] = {}
        for category, block in groupby(hung, key=lambda each: each.category):
            if category is not None:
                blocks.setdefault(category, []).append(list(block))
        for category, apart in blocks.items():
            if len(apart) > 1:
                spans = [board_span(block[0].board, block[-1].board) for block in apart]
                yield warning(
                    "category-split",
                    f'"{category}" is on boards {", ".join(spans)} of session "{session}"',
                    "number the boards so that a category hangs together",
                    **draft.at("papers", *apart[1][0].location, "board") | {"record": category},
                )


def no_category(draft: PartialEvent) -> Iterator[Problem]:
    """A paper on site without a category, where others have one."""
    on_site = {each: paper for each, paper in draft.papers.items() if not paper.remote}
    if not any(paper.category for paper in on_site.values()):
        return
    for location, paper in on_site.items():
        if paper.category is None:
            yield warning(
                "category-missing",
                f'paper "{paper.id}" has no category',
                "add the category that it hangs with",
                **draft.at("papers", *location),
            )


class _Hung(NamedTuple):
    board: int
    location: Location
    category: str | None


def _by_session(draft: PartialEvent) -> dict[str, list[_Hung]]:
    sessions: dict[str, list[_Hung]] = {}
    for location, paper in draft.papers.items():
        if not paper.remote and paper.board is not None:
            hung = _Hung(paper.board, location, paper.category)
            sessions.setdefault(paper.session, []).append(hung)
    return {
        session: sorted(hung, key=lambda each: each.board) for session, hung in sessions.items()
    }
