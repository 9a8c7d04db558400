"""Items divided into columns: of a list of which none is broken, and of running text."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from mi_print.products.flyer.set_items import SetItem


def filled(items: Sequence[SetItem], columns: int) -> Iterator[Sequence[SetItem]]:
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


def poured(items: Sequence[SetItem], columns: int) -> Iterator[Sequence[SetItem]]:
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
