"""Blocks of the flyer as they come out in a width: their lines, broken by the typesetter's engine.

All places are in points from the block's top left corner, y down.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from mi_print.layout.text.pango import Face, measure
from mi_print.products.flyer.flyer_blocks import FlyerBlock, FlyerItem, FlyerPart, PartKind
from mi_print.products.flyer.line_breaks import address_lines, lines_of

RULE = 4.0
"""Points from a rule to the text below it."""
_APART = 6.0
"""Points between what stands at the left and at the right of a line, at the least."""
_INDENT = 1.0
"""Em by which the second line of somebody is moved in."""


@dataclass(frozen=True, slots=True)
class SetType:
    """The faces of a size of the flyer's text, and the language in which they are measured."""

    text: Face
    strong: Face
    lang: str

    @property
    def size(self) -> float:
        """Of the type."""
        return self.text.size

    @property
    def leading(self) -> float:
        """Of all its lines."""
        return self.text.leading

    def sized(self, size: float) -> "SetType":
        """Return the same in another size."""
        return SetType(self.text.sized(size), self.strong.sized(size), self.lang)


@dataclass(frozen=True, slots=True)
class SetItem:
    """An item: its lines, those at the right of them, and how many lines stay free above."""

    lines: list[str]
    values: list[str]
    lang: str | None = None
    link: str = ""
    above: int = 0

    @property
    def count(self) -> int:
        """How many lines it takes."""
        return self.above + max(len(self.lines), len(self.values))


@dataclass(frozen=True, slots=True)
class SetColumn:
    """Items under each other."""

    x: float
    width: float
    items: list[SetItem]

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

    @property
    def top(self) -> float:
        """Where its columns begin."""
        return self.y + len(self.heading) * self.leading

    @property
    def height(self) -> float:
        """Of the heading and the highest column."""
        lines = max((column.count for column in self.columns), default=0)
        return (len(self.heading) + lines) * self.leading


@dataclass(frozen=True, slots=True)
class SetBlock:
    """A block's parts, and how high it is."""

    parts: list[SetPart]
    height: float


def set_block(block: FlyerBlock, width: float, columns: int, gutter: float, set_type: SetType) -> SetBlock:
    """Return a block in a width.

    Args:
        block: what it says.
        width: in points.
        columns: into how many its items are divided; parts of people, of which there are
            several, stand beside each other in them.
        gutter: between these columns.
        set_type: the faces.
    """
    if columns > 1 and len(block.parts) == columns and block.name == "speakers":
        own = _column(width, columns, gutter)
        parts = [
            replace(_set_part(part, own, 1, gutter, set_type), x=number * (own + gutter))
            for number, part in enumerate(block.parts)
        ]
        return SetBlock(parts, max(part.height for part in parts))
    parts, y = [], 0.0
    for number, part in enumerate(block.parts):
        if number and part.heading:
            y += set_type.leading
        made = replace(_set_part(part, width, columns, gutter, set_type), y=y)
        parts.append(made)
        y += made.height
    return SetBlock(parts, y)


def _column(width: float, columns: int, gutter: float) -> float:
    return (width - (columns - 1) * gutter) / columns


def _set_part(
    part: FlyerPart, width: float, columns: int, gutter: float, set_type: SetType
) -> SetPart:
    heading = lines_of(part.heading, width, set_type.strong, set_type.lang) if part.heading else []
    kind, hanging = part.kind, 0.0
    several = kind in {PartKind.TEXT, PartKind.LIST, PartKind.PEOPLE}
    count = min(columns, max(1, len(part.items))) if kind is not PartKind.TEXT else columns
    own = _column(width, count, gutter) if several else width
    count = count if several else 1
    if kind is PartKind.PEOPLE:
        paired = _together(part.items, own, set_type)
        kind, hanging = (PartKind.PAIRS, 0.0) if paired else (PartKind.LIST, _INDENT)
    items = list(_SET[kind](part, own, hanging * set_type.size, set_type))
    if part.more and part.more.text:
        lines = lines_of(part.more.text, own, set_type.text, set_type.lang)
        items.append(SetItem(lines, [], link=part.more.link))
    divide = _poured if kind is PartKind.TEXT else _filled
    made = [
        SetColumn(number * (own + gutter), own, list(some))
        for number, some in enumerate(divide(items, count))
    ]
    return SetPart(
        kind, part.name, 0.0, 0.0, width, heading, made, set_type.size, set_type.leading,
        hanging * set_type.size,
    )  # fmt: skip


def _together(items: Sequence[FlyerItem], width: float, set_type: SetType) -> bool:
    """Return whether every name and its affiliation have room in one line."""
    return all(
        _wide(item.text, set_type) + (_APART + _wide_value(item.value, set_type) if item.value else 0) <= width
        for item in items
    )


def _wide(text: str, set_type: SetType) -> float:
    return measure(text, set_type.text, set_type.lang).width


def _wide_value(text: str, set_type: SetType) -> float:
    """Return how wide a text is whose figures are all of one width."""
    return measure(text, replace(set_type.text, tabular=True), set_type.lang).width


def _text(part: FlyerPart, width: float, _hanging: float, set_type: SetType) -> Iterator[SetItem]:
    """Yield paragraphs, a free line between two."""
    for number, item in enumerate(part.items):
        lines = lines_of(item.text, width, set_type.text, set_type.lang, running=True)
        yield SetItem(lines, [], item.lang, item.link, above=1 if number else 0)


def _note(part: FlyerPart, width: float, _hanging: float, set_type: SetType) -> Iterator[SetItem]:
    for item in part.items:
        if item.link:
            yield SetItem(address_lines(item.text, width, set_type.text, set_type.lang), [], link=item.link)
        else:
            lines = lines_of(item.text, width, set_type.text, set_type.lang, running=True)
            yield SetItem(lines, [], item.lang)


def _list(part: FlyerPart, width: float, hanging: float, set_type: SetType) -> Iterator[SetItem]:
    """Yield items; of people with affiliations these follow their names."""
    for item in part.items:
        text = f"{item.text}, {item.value}" if item.value else item.text
        lines = lines_of(text, width, set_type.text, item.lang or set_type.lang)
        if hanging and len(lines) > 1:
            rest = " ".join(lines[1:])
            rest = text[len(lines[0]):].lstrip() if text.startswith(lines[0]) else rest
            lines = [lines[0], *lines_of(rest, width - hanging, set_type.text, item.lang or set_type.lang)]
        yield SetItem(lines, [], item.lang, item.link)


def _pairs(part: FlyerPart, width: float, _hanging: float, set_type: SetType) -> Iterator[SetItem]:
    """Yield rows of a table; the longer side of one that is too wide is broken."""
    for item in part.items:
        left, right = _wide(item.text, set_type), _wide_value(item.value, set_type)
        room = width - _APART
        names, values = [item.text], [item.value] if item.value else []
        if item.value and left + right > room:
            if right <= room / 2:
                names = lines_of(item.text, room - right, set_type.text, item.lang or set_type.lang)
            elif left <= room / 2:
                values = lines_of(item.value, room - left, set_type.text, set_type.lang)
            else:
                names = lines_of(item.text, room / 2, set_type.text, item.lang or set_type.lang)
                values = lines_of(item.value, room / 2, set_type.text, set_type.lang)
        elif left > width:
            names = lines_of(item.text, width, set_type.text, item.lang or set_type.lang)
        yield SetItem(names, values, item.lang, item.link)


_SET = {
    PartKind.TEXT: _text,
    PartKind.NOTE: _note,
    PartKind.LIST: _list,
    PartKind.PAIRS: _pairs,
}


def _filled(items: Sequence[SetItem], columns: int) -> Iterator[Sequence[SetItem]]:
    """Yield items in so many columns, of which the highest is as low as it can be."""
    least = max(item.count for item in items) if items else 0
    total = sum(item.count for item in items)
    height = max(least, math.ceil(total / columns))
    while len(found := _into(items, height)) > columns:
        height += 1
    yield from found


def _into(items: Iterable[SetItem], height: int) -> list[list[SetItem]]:
    found: list[list[SetItem]] = [[]]
    taken = 0
    for item in items:
        if found[-1] and taken + item.count > height:
            found.append([])
            taken = 0
        found[-1].append(item)
        taken += item.count
    return found


def _poured(items: Sequence[SetItem], columns: int) -> Iterator[Sequence[SetItem]]:
    """Yield paragraphs in so many columns, divided between their lines where they must be."""
    if columns == 1:
        yield items
        return
    total = sum(item.count for item in items)
    height = math.ceil(total / columns)
    while True:
        found = _poured_into(items, height)
        if len(found) <= columns:
            break
        height += 1
    yield from found


def _poured_into(items: Sequence[SetItem], height: int) -> list[list[SetItem]]:
    found: list[list[SetItem]] = [[]]
    room = height
    for item in items:
        rest = item
        while True:
            above = rest.above if found[-1] else 0
            fits = room - above
            if len(rest.lines) <= fits:
                found[-1].append(replace(rest, above=above))
                room -= above + len(rest.lines)
                break
            if fits > 1 and len(rest.lines) - fits > 1:
                found[-1].append(replace(rest, lines=rest.lines[:fits], above=above))
                rest = replace(rest, lines=rest.lines[fits:], above=0)
            elif not found[-1]:
                found[-1].append(replace(rest, above=0))
                break
            found.append([])
            room = height
    return found
