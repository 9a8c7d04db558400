"""Rules that a box paints: borders, its outline, those of its table and its columns, or itself.

As in CSS: a border is painted if it has a width, a style and a colour.  A box
with a background that is as thin as a rule is one.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import pairwise

from mi_print.geometry import Rectangle
from mi_print.layout.typeset import boxes
from mi_print.layout.typeset.boxes import POINTS, Box

THIN = 4 / POINTS
"""Pixels; what is thicker is a panel."""

_SIDES = ("top", "right", "bottom", "left")


def rules(box: Box) -> Iterator[Rectangle]:
    """Yield the rules that a box paints, as rectangles of pixels in its own space.

    Lines with a text in them are none: the borders of inline boxes belong to the text.
    """
    if isinstance(box, boxes.InlineBox) or box.style["visibility"] != "visible":
        return
    style = box.style
    if isinstance(box, boxes.TableBox) and style["border_collapse"] == "collapse":
        yield from _collapsed(box)
    elif not isinstance(box, boxes.TableRowGroupBox | boxes.TableRowBox):
        yield from _borders(box)
    if style["outline_style"] not in _NONE and _seen(style, "outline_color"):
        yield from _outline(box)
    if style["column_rule_style"] not in _NONE and style["column_rule_width"]:
        yield from _between_columns(box)


def _borders(box: Box) -> Iterator[Rectangle]:
    style = box.style
    widths = [
        getattr(box, f"border_{side}_width", 0)
        if style[f"border_{side}_style"] not in _NONE and _seen(style, f"border_{side}_color")
        else 0
        for side in _SIDES
    ]
    if not any(widths):
        return
    x, y, across, down = box.hit_area()
    yield from _around((x, y, x + across, y + down), widths)


def _outline(box: Box) -> Iterator[Rectangle]:
    width = box.style["outline_width"]
    off = box.style["outline_offset"] + width
    x, y, across, down = box.hit_area()
    yield from _around((x - off, y - off, x + across + off, y + down + off), [width] * 4)


def _around(edge: Rectangle, widths: Iterable[float]) -> Iterator[Rectangle]:
    """Yield the four sides within an edge that have a width."""
    x, y, right_edge, foot = edge
    top, right, bottom, left = widths
    if top:
        yield x, y, right_edge, y + top
    if bottom:
        yield x, foot - bottom, right_edge, foot
    if left:
        yield x, y, x + left, foot
    if right:
        yield right_edge - right, y, right_edge, foot


def _between_columns(box: Box) -> Iterator[Rectangle]:
    columns = [child for child in boxes.children(box) if child.is_column]
    for before, after in pairwise(columns):
        if after.position_x > before.position_x:
            middle = (before.position_x + before.width + after.position_x) / 2
            half = box.style["column_rule_width"] / 2
            yield middle - half, after.position_y, middle + half, after.position_y + after.height


def _collapsed(table: Box) -> Iterator[Rectangle]:
    """Yield the borders of a table whose cells share theirs."""
    rows = [row for group in table.children for row in group.children]
    if not rows or not table.column_widths:
        return
    down = [row.position_y for row in rows]
    down.append(down[-1] + rows[-1].height)
    across = list(table.column_positions)
    across.append(across[-1] + table.column_widths[-1])
    vertical, horizontal = table.collapsed_border_grid
    row_of = partial(_grid_row, table, len(rows), len(vertical))
    for number, y in enumerate(down):
        if number == 0 and table.skip_cell_border_top:
            continue
        if number == len(rows) and table.skip_cell_border_bottom:
            continue
        borders = horizontal[row_of(number, edge=1)]
        for (left, right), width in zip(pairwise(across), _widths(borders), strict=False):
            if width:
                yield left, y - width / 2, right, y + width / 2
    for number, (top, bottom) in enumerate(pairwise(down)):
        for x, width in zip(across, _widths(vertical[row_of(number, edge=0)]), strict=False):
            if width:
                yield x - width / 2, top, x + width / 2, bottom


def _grid_row(table: Box, rows: int, grid: int, number: int, *, edge: int) -> int:
    """Return which row of a table's borders a row on this page has.

    Heads and feet are repeated; the rows between go on from the page before.
    """
    first, last = table.children[0], table.children[-1]
    heads = len(first.children) if first.is_header else 0
    feet = len(last.children) if last.is_footer else 0
    if heads and number < heads + edge:
        return number
    if feet and number >= rows - feet:
        return number + grid - rows
    return number + (table.skipped_rows - heads if table.skipped_rows else 0)


def _widths(borders: Iterable[tuple[Box, Box]]) -> Iterator[float]:
    """Yield how wide borders are that are seen, 0 for others."""
    for _, (_, width, colour) in borders:
        yield width if colour.alpha else 0.0


_NONE = ("none", "hidden")


def _seen(style: Box, name: str) -> bool:
    colour = style[name]
    colour = style["color"] if colour == "currentcolor" else colour
    return bool(colour.alpha)
