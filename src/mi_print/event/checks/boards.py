"""Boards: where each paper in the room hangs, and those of a category side by side."""

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from operator import attrgetter
from typing import NamedTuple

from mi_print.event.model import Paper
from mi_print.event.model.board import side_by_side
from mi_print.event.partial_event import PartialEvent
from mi_print.event.queries import board_span
from mi_print.problem import Place, Problem, error, warning
from mi_print.source.located_values import Location


def shared(draft: PartialEvent) -> Iterator[Problem]:
    """Boards with several papers in one session: they may share them, or one is mistaken."""
    for session, hung in _by_session(draft).items():
        boards = [list(group) for _, group in groupby(hung, key=lambda each: each.board)]
        runs = [list(run) for several, run in groupby(boards, _several) if several]
        if runs:
            spans = _listed(board_span(run[0][0].board, run[-1][0].board) for run in runs)
            yield warning(
                "board-shared",
                f'session "{session}" has several papers on board {spans}',
                "see whether they share it: its card has all of them",
                **_at(draft, runs[0][0][1], session) | {"record": session},
            )


def not_given(draft: PartialEvent) -> Iterator[Problem]:
    """A paper that has nowhere to hang, in a session whose other papers have a board."""
    numbered = _by_session(draft)
    for location, paper in draft.papers.items():
        if not paper.remote and paper.board is None and paper.session in numbered:
            yield warning(
                "board-missing",
                f'paper "{paper.id}" has no board in session "{paper.session}", where others do',
                "give it a board: without one it is in the lists alone, and has no card",
                **draft.at("papers", *location),
            )


def of_remote_papers(draft: PartialEvent) -> Iterator[Problem]:
    """A board for a paper that is not there."""
    for location, paper in draft.papers.items():
        if paper.remote and (paper.boards or paper.board is not None):
            yield error(
                "board-remote",
                f'paper "{paper.id}" is remote and has a board',
                "take the board out, or name its session",
                **draft.at("papers", *location, "boards" if paper.boards else "board"),
            )


def gaps(draft: PartialEvent) -> Iterator[Problem]:
    """Board numbers left out between the first and the last of a session."""
    for session, hung in _by_session(draft).items():
        numbered = [(each.board, each) for each in hung if isinstance(each.board, int)]
        jumps = [
            (low + 1, high - 1, behind)
            for (low, _), (high, behind) in pairwise(numbered)
            if high > low + 1
        ]
        if jumps:
            spans = _listed(board_span(first, last) for first, last, _ in jumps)
            yield warning(
                "board-gap",
                f'session "{session}" has no paper on board {spans}',
                "let the boards stand empty, or number the papers anew",
                **_at(draft, jumps[0][2], session) | {"record": session},
            )


def split_categories(draft: PartialEvent) -> Iterator[Problem]:
    """A category on boards apart: its sign could stand at one of its places only."""
    group = draft.program_order.group
    for session, hung in _by_session(draft).items():
        blocks: dict[str, list[list[_Hung]]] = {}
        for category, block in groupby(hung, key=lambda each: getattr(each.paper, group)):
            if category is not None:
                blocks.setdefault(category, []).append(list(block))
        for category, apart in blocks.items():
            if len(apart) > 1:
                spans = _listed(board_span(run[0].board, run[-1].board) for run in apart)
                yield warning(
                    "category-split",
                    f'"{category}" is on boards {spans} of session "{session}"',
                    f"number the boards so that a {group} hangs together",
                    **_at(draft, apart[1][0], session) | {"record": category},
                )


def no_category(draft: PartialEvent) -> Iterator[Problem]:
    """A paper in a poster session without a category, where others have one."""
    group = draft.program_order.group
    shown = {
        location: paper
        for location, paper in draft.papers.items()
        if paper.placed and not paper.remote
    }
    if not any(getattr(paper, group) for paper in shown.values()):
        return
    for location, paper in shown.items():
        if getattr(paper, group) is None:
            yield warning(
                "category-missing",
                f'paper "{paper.id}" has no {group}',
                f"add the {group} that it hangs with",
                **draft.at("papers", *location),
            )


def _listed(spans: Iterable[str]) -> str:
    """Return boards in a row: the first, and how many more there are."""
    first = list(spans)
    more = len(first) - _SHOWN
    return ", ".join(first[:_SHOWN]) + (f" and {more} more" if more > 0 else "")


_SHOWN = 12  # boards, or runs of them, in a message


class _Hung(NamedTuple):
    board: int | str
    location: Location
    paper: Paper


def _by_session(draft: PartialEvent) -> dict[str, list[_Hung]]:
    """Return what hangs in each session, by board."""
    sessions: dict[str, list[_Hung]] = {}
    for location, paper in draft.papers.items():
        for session, board in paper.placed.items():
            if board is not None:
                sessions.setdefault(session, []).append(_Hung(board, location, paper))
    group = attrgetter(f"paper.{draft.program_order.group}")
    return {
        session: side_by_side(hung, attrgetter("board"), group)
        for session, hung in sessions.items()
    }


def _several(papers: list[_Hung]) -> bool:
    return len(papers) > 1


def _at(draft: PartialEvent, hung: _Hung, session: str) -> Place:
    """Return the place of the board that a paper has in a session."""
    key: Location = ("boards", session) if hung.paper.boards else ("board",)
    return draft.at("papers", *hung.location, *key)
