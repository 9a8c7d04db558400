"""A poster session's papers in columns of one sheet.

How high each entry is can be counted, so the columns are filled here: as short
as they can be, and so balanced, in the largest type with which they fit.
"""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from mi_print.event.model import Paper
from mi_print.event.queries import PosterSession, TopicBlock
from mi_print.layout.template_api.context import LayoutContext
from mi_print.layout.template_api.fitted_title import FittedTitle
from mi_print.layout.text.balance import balanced
from mi_print.layout.text.pango import measure
from mi_print.products.signage.poster_entry import SCALES, PosterEntry, poster_entry, scaled, widest

_SCALES = (1.6, 1.4, 1.2, *SCALES)
"""A short list is set larger, so that it fills its sheet a little."""

_SHORTER = 0.99
"""Of the width of a text in another size, at the least what it measures there."""
_TIGHT = 0.5  # points: how finely the columns' height is narrowed


@dataclass(frozen=True, slots=True)
class PosterListItem:
    """A topic's head or a paper, `top` points below its column's head.

    `topic` is the head's lines, `entry` the paper's; the other one is None.
    """

    block: TopicBlock
    paper: Paper | None
    topic: FittedTitle | None
    entry: PosterEntry | None
    height: float
    top: float = 0


@dataclass(frozen=True, slots=True)
class PosterListPage:
    """The columns, and what else is drawn at their scale.

    Attributes:
        scale: of the type's wished size.
        indent: how far titles stand from the column's left, in points.
        columns: the items of each.
        excess: by how many points the highest column is too high; 0 if all fit.
        wide: titles and authors with a word wider than their lines, and by how many points.
    """

    scale: float
    indent: float
    columns: list[list[PosterListItem]]
    excess: float = 0.0
    wide: tuple[tuple[float, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PosterListArea:
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


def poster_list_page(
    posters: PosterSession, context: LayoutContext, room: PosterListArea
) -> PosterListPage:
    """Return a session's list; if it fits in no type, its last column is too long."""
    for scale in _SCALES:
        indent = _indent(posters, context, room.mark, scale)
        faces = (
            scaled(context.face("list-title"), scale),
            scaled(context.face("list-authors"), scale),
        )
        widths = room.width - indent, room.width - indent
        if scale > _SCALES[-1] and _surely_too_high(posters, context, room, scale, widths[0]):
            continue
        items = []
        for block in posters.blocks:
            topic = _topic(block, context, widths[0], scale)
            height = scale * room.head + (len(topic.lines) - 1) * topic.face.leading
            items.append(PosterListItem(block, None, topic, None, height))
            for paper in block.papers:
                found = poster_entry(paper, context, faces, widths)
                height = found.height + scale * (room.above + room.below)
                items.append(PosterListItem(block, paper, None, found, height))
        columns = _balanced(items, room)
        wide = tuple(
            widest(item.paper, context, faces, widths)
            for item in items
            if item.paper and item.entry and not item.entry.within(widths, context.lang)
        )
        excess = max(0.0, _highest(columns) - room.height)
        if not wide and not excess:
            break
    return PosterListPage(scale, indent, [_placed(column) for column in columns], excess, wide)


def _surely_too_high(
    posters: PosterSession,
    context: LayoutContext,
    room: PosterListArea,
    scale: float,
    width: float,
) -> bool:
    """Return whether the papers take more than all columns, however well their lines are filled.

    What is measured is the whole texts, once for all scales.
    """
    heads = len(posters.blocks) * room.head
    height = scale * (heads + len(posters.papers) * (room.above + room.below))
    for step, texts in (
        ("list-title", [paper.title for paper in posters.papers]),
        (
            "list-authors",
            map(context.locale.separated, (paper.authors for paper in posters.papers)),
        ),
    ):
        wished = context.face(step)
        face = scaled(wished, scale)
        by = _SHORTER * face.size / wished.size
        space = measure(" ", wished, context.lang).width
        for text in texts:
            lines = by * (measure(text, wished, context.lang).width + space) / (width + by * space)
            height += max(1, ceil(lines)) * face.leading
    return height > room.columns * room.height


def _indent(posters: PosterSession, context: LayoutContext, mark: float, scale: float) -> float:
    face = scaled(context.face("list-number"), scale)
    labels = {str(paper.board or "") for paper in posters.papers}
    widest = max(measure(label, face, context.lang).width for label in labels)
    return widest + scale * mark


def _topic(block: TopicBlock, context: LayoutContext, width: float, scale: float) -> FittedTitle:
    face = scaled(context.face("list-topic"), scale)
    return FittedTitle(balanced(block.name, width, face, context.lang), face)


def _balanced(items: Sequence[PosterListItem], room: PosterListArea) -> list[list[PosterListItem]]:
    """Return as many columns as there may be, the highest as low as it can be."""
    low, high = 0.0, sum(item.height for item in items)
    while high - low > _TIGHT:
        middle = (low + high) / 2
        if len(_filled(items, middle)) > room.columns:
            low = middle
        else:
            high = middle
    return _filled(items, high)


def _filled(items: Sequence[PosterListItem], height: float) -> list[list[PosterListItem]]:
    """Return columns filled one after the other; a head stays with its first paper."""
    columns: list[list[PosterListItem]] = [[]]
    free = height
    for at, item in enumerate(items):
        follower = items[at + 1].height if item.paper is None else 0
        if item.height + follower > free and columns[-1]:
            columns.append([])
            free = height
        columns[-1].append(item)
        free -= item.height
    return columns


def _highest(columns: Sequence[Sequence[PosterListItem]]) -> float:
    return max(sum(item.height for item in column) for column in columns)


def _placed(column: Sequence[PosterListItem]) -> list[PosterListItem]:
    placed, top = [], 0.0
    for item in column:
        placed.append(dataclasses.replace(item, top=top))
        top += item.height
    return placed
