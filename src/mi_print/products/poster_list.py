"""A poster session's papers in columns of one sheet.

How high each entry is can be counted, so the columns are filled here: as short
as they can be, and so balanced, in the largest type with which they fit.
"""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

from mi_print.event.model import Paper
from mi_print.event.views import Block, PosterSession
from mi_print.layout.breaks import balanced
from mi_print.layout.compose import Desk, Fitted
from mi_print.layout.pango import measure
from mi_print.products.entry import SCALES, Entry, entry, scaled

_SCALES = (1.6, 1.4, 1.2, *SCALES)
"""A short list is set larger, so that it fills its sheet a little."""

_TIGHT = 0.5  # points: how finely the columns' height is narrowed


@dataclass(frozen=True, slots=True)
class Item:
    """A topic's head or a paper, `top` points below its column's head.

    `topic` is the head's lines, `entry` the paper's; the other one is None.
    """

    block: Block
    paper: Paper | None
    topic: Fitted | None
    entry: Entry | None
    height: float
    top: float = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """The columns, and what else is drawn at their scale.

    Attributes:
        scale: of the type's wished size.
        indent: how far titles stand from the column's left, in points.
        columns: the items of each.
    """

    scale: float
    indent: float
    columns: list[list[Item]]


@dataclass(frozen=True, slots=True)
class Room:
    """What a layout gives a list: its columns' width and height and the spaces in them, in points.

    `head` is the height of a topic's head, `above` and `below` are an entry's
    margins, `mark` is what a spotlight's mark takes beside the board's number.
    """

    columns: int
    width: float
    height: float
    head: float
    above: float
    below: float
    mark: float


def sheet(posters: PosterSession, desk: Desk, room: Room) -> Sheet:
    """Return a session's list; if it fits in no type, its last column is too long."""
    for scale in _SCALES:
        indent = _indent(posters, desk, room.mark, scale)
        faces = scaled(desk.face("list-title"), scale), scaled(desk.face("list-authors"), scale)
        widths = room.width - indent, room.width - indent
        items = []
        for block in posters.blocks:
            topic = _topic(block, desk, widths[0], scale)
            height = scale * room.head + (len(topic.lines) - 1) * topic.face.leading
            items.append(Item(block, None, topic, None, height))
            for paper in block.papers:
                found = entry(paper, desk, faces, widths)
                height = found.height + scale * (room.above + room.below)
                items.append(Item(block, paper, None, found, height))
        columns = _balanced(items, room)
        narrow = all(item.entry.within(widths, desk.lang) for item in items if item.entry)
        if narrow and _highest(columns) <= room.height:
            break
    return Sheet(scale, indent, [_placed(column) for column in columns])


def _indent(posters: PosterSession, desk: Desk, mark: float, scale: float) -> float:
    face = scaled(desk.face("list-number"), scale)
    widest = max(measure(str(paper.board), face, desk.lang).width for paper in posters.papers)
    return widest + scale * mark


def _topic(block: Block, desk: Desk, width: float, scale: float) -> Fitted:
    face = scaled(desk.face("list-topic"), scale)
    return Fitted(balanced(block.name, width, face, desk.lang), face)


def _balanced(items: Sequence[Item], room: Room) -> list[list[Item]]:
    """Return as many columns as there may be, the highest as low as it can be."""
    low, high = 0.0, sum(item.height for item in items)
    while high - low > _TIGHT:
        middle = (low + high) / 2
        if len(_filled(items, middle)) > room.columns:
            low = middle
        else:
            high = middle
    return _filled(items, high)


def _filled(items: Sequence[Item], height: float) -> list[list[Item]]:
    """Return columns filled one after the other; a head stays with its first paper."""
    columns: list[list[Item]] = [[]]
    free = height
    for at, item in enumerate(items):
        follower = items[at + 1].height if item.paper is None else 0
        if item.height + follower > free and columns[-1]:
            columns.append([])
            free = height
        columns[-1].append(item)
        free -= item.height
    return columns


def _highest(columns: Sequence[Sequence[Item]]) -> float:
    return max(sum(item.height for item in column) for column in columns)


def _placed(column: Sequence[Item]) -> list[Item]:
    placed, top = [], 0.0
    for item in column:
        placed.append(dataclasses.replace(item, top=top))
        top += item.height
    return placed
