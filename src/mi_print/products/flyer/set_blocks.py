"""Blocks of the flyer as they come out in a width.

All places are in points from the block's top left corner, y down.
"""

import math
from dataclasses import dataclass, replace

from mi_print.layout.template_api.logos import LogoRows
from mi_print.products.flyer.arrangements import BESIDE, RUNNING
from mi_print.products.flyer.columns import filled, poured
from mi_print.products.flyer.flyer_blocks import FlyerBlock, FlyerItem, FlyerPart, PartKind
from mi_print.products.flyer.line_breaks import lines_of
from mi_print.products.flyer.set_items import SET_ITEMS, SetItem, SetType, together, too_wide

RULE = 4.0
"""Points from a rule to the text below it."""
_BETWEEN_PEOPLE = 2.5
"""Gutters between columns of people, at whose right their affiliations stand."""
_MOST_BESIDE = 4
"""Parts that may stand side by side."""
_LOGO_AREAS = {4: 1000.0, 2: 800.0, 1: 640.0, RUNNING: 450.0}
LOGO_WHITE = 2.0
"""Points of white above and below logos, at the least."""
"""Square points of a logo, by the columns that names would have."""
_INDENT = 1.0
"""Em by which all lines of an item but its first are moved in."""


@dataclass(frozen=True, slots=True)
class SetColumn:
    """Items under each other.

    Attributes:
        x: where it begins.
        width: of its lines.
        items: from the top.
        apart: whether names and values are too wide to be two columns in common.
    """

    x: float
    width: float
    items: list[SetItem]
    apart: bool = False

    @property
    def count(self) -> int:
        """How many lines it takes."""
        return sum(item.count for item in self.items)


@dataclass(frozen=True, slots=True)
class SetPart:
    """A heading with columns below it.

    Attributes:
        kind: `text`, `list`, `pairs`, `note`; people are one of these.
        name: which part it is.
        x: where it begins.
        y: where its heading stands, or else its columns.
        width: of the heading.
        heading: its lines.
        columns: below it.
        size: of the type.
        leading: of every line.
        hanging: by how much second lines are moved in.
        logos: in place of columns.
        more: what stands below.
    """

    kind: PartKind
    name: str
    x: float
    y: float
    width: float
    heading: list[str]
    columns: list[SetColumn]
    size: float
    leading: float
    hanging: float = 0.0
    logos: LogoRows | None = None
    more: SetItem | None = None

    @property
    def top(self) -> float:
        """Where its columns begin."""
        return self.y + len(self.heading) * self.leading

    @property
    def height(self) -> float:
        """Of all of it."""
        lines = self.more.count if self.more else 0
        return self.foot - self.y + lines * self.leading

    @property
    def foot(self) -> float:
        """Where its highest column ends, or the line in which its logos end."""
        lines = max((column.count for column in self.columns), default=0)
        if self.logos:
            lines = math.ceil((self.logos.height + 2 * LOGO_WHITE) / self.leading)
        return self.top + lines * self.leading


@dataclass(frozen=True, slots=True)
class SetBlock:
    """A block's parts, and how high it is."""

    parts: list[SetPart]
    height: float


def set_block(
    block: FlyerBlock, width: float, columns: int, gutter: float, set_type: SetType
) -> SetBlock:
    """Return a block in a width.

    Args:
        block: what it says.
        width: in points.
        columns: into how many its items are divided; parts of people, of which there are
            several, stand beside each other in them.
        gutter: between these columns.
        set_type: the faces.
    """
    several = len(block.parts)
    if columns == BESIDE and not 1 < several <= _MOST_BESIDE:
        columns = _MOST_BESIDE
    if columns == BESIDE or (several == columns > 1 and block.name == "speakers"):
        return _side_by_side(block, width, gutter, set_type)
    if block.name == "sponsors":
        return _labelled(block, width, columns, gutter, set_type)
    parts, y = [], 0.0
    for number, part in enumerate(block.parts):
        if number and part.heading:
            y += set_type.leading
        made = replace(_set_part(part, width, columns, gutter, set_type), y=y)
        parts.append(made)
        y += made.height
    return SetBlock(parts, y)


def _side_by_side(block: FlyerBlock, width: float, gutter: float, set_type: SetType) -> SetBlock:
    own = _column(width, len(block.parts), gutter)
    parts = [
        replace(_set_part(part, own, 1, gutter, set_type), x=number * (own + gutter))
        for number, part in enumerate(block.parts)
    ]
    return SetBlock(parts, max(part.height for part in parts))


def _labelled(
    block: FlyerBlock, width: float, columns: int, gutter: float, set_type: SetType
) -> SetBlock:
    """Return parts of which each has its heading at its left, in a third of the width."""
    label = _column(width, 3, gutter)
    parts: list[SetPart] = []
    y = 0.0
    for part in block.parts:
        beside = replace(part, heading="")
        made = _set_part(beside, width - label - gutter, columns, gutter, set_type)
        heading = lines_of(part.heading, label, set_type.strong, set_type.lang)
        parts += [
            replace(made, heading=heading, columns=[], y=y, width=label, logos=None, more=None),
            replace(made, x=label + gutter, y=y),
        ]
        y += max(part.height for part in parts[-2:])
    return SetBlock(parts, y)


def _column(width: float, columns: int, gutter: float) -> float:
    return (width - (columns - 1) * gutter) / columns


def _set_part(
    part: FlyerPart, width: float, columns: int, gutter: float, set_type: SetType
) -> SetPart:
    heading = lines_of(part.heading, width, set_type.strong, set_type.lang) if part.heading else []
    kind = part.kind
    several = kind in {PartKind.TEXT, PartKind.LIST, PartKind.PEOPLE}
    if kind is PartKind.LOGOS:
        return _logos(part, width, columns, set_type)
    if columns == RUNNING and part.separator:
        joined = FlyerItem(part.separator.join(item.text for item in part.items))
        part, kind, several = replace(part, items=(joined,)), PartKind.NOTE, False
    if kind is PartKind.PEOPLE:
        gutter *= _BETWEEN_PEOPLE
    count = max(1, columns) if several else 1
    own = _column(width, count, gutter)
    if kind is PartKind.PEOPLE:
        kind = PartKind.PAIRS if together(part.items, own, set_type) else PartKind.LIST
    hanging = _INDENT * set_type.size if kind is PartKind.LIST else 0.0
    items = list(SET_ITEMS[kind](part, own, hanging, set_type))
    more = _more(part, width, set_type)
    divide = poured if kind is PartKind.TEXT else filled
    made = [
        SetColumn(number * (own + gutter), own, list(some), too_wide(some, own, set_type))
        for number, some in enumerate(divide(items, count))
    ]
    return SetPart(
        kind, part.name, 0.0, 0.0, width, heading, made, set_type.size, set_type.leading,
        hanging=hanging, more=more,
    )  # fmt: skip


def _logos(part: FlyerPart, width: float, columns: int, set_type: SetType) -> SetPart:
    """Return a part whose sponsors have logos: the smaller, the more columns are asked for."""
    sponsors = [item.sponsor for item in part.items if item.sponsor]
    rows = set_type.logos(sponsors, width, _LOGO_AREAS.get(columns, _LOGO_AREAS[4]))
    heading = lines_of(part.heading, width, set_type.strong, set_type.lang) if part.heading else []
    return SetPart(
        part.kind, part.name, 0.0, 0.0, width, heading, [], set_type.size, set_type.leading,
        logos=rows, more=_more(part, width, set_type),
    )  # fmt: skip


def _more(part: FlyerPart, width: float, set_type: SetType) -> SetItem | None:
    if part.more is None or not part.more.text:
        return None
    lines = lines_of(part.more.text, width, set_type.text, set_type.lang)
    return SetItem(lines, [], link=part.more.link)
