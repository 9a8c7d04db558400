"""In which columns of the grid the flyer's blocks may stand: rows of blocks, each under a rule.

A block that there is nothing for leaves its columns to the others.
"""

import itertools
from collections.abc import Collection, Iterator
from typing import NamedTuple

from mi_print.layout.grid import COLUMNS

FACTS = 3
"""Columns of the dates, the submissions, and the code, beside other blocks."""
_BESIDE = COLUMNS - FACTS
_OTHER_SPLIT = 1.5
_OTHER_EDGES = 2.5
"""Costs of columns that are not the usual ones, and of two bands in which they differ."""
_OWN_BAND = 1.0


RUNNING, BESIDE = 0, -1
"""Columns of ways that set items one after the other, in running lines, or parts side by side."""
USUAL = 2
"""How many arrangements are usual: of those without much to say the lowest is taken."""


class GridCell(NamedTuple):
    """Blocks under each other in so many columns."""

    columns: int
    blocks: tuple[str, ...]


Band = tuple[GridCell, ...]


class Arrangement(NamedTuple):
    """Bands under each other; the cost is in rows of the field, for which it is worth another."""

    bands: tuple[Band, ...]
    cost: float


class Way(NamedTuple):
    """A way to set a block: in how many columns, how much larger, at which cost."""

    columns: int
    scale: float = 1.0
    cost: float = 0.0


def arrangements(present: Collection[str]) -> Iterator[Arrangement]:
    """Yield the arrangements of blocks, the usual ones first."""
    calls = [name for name in ("about", "topics") if name in present]
    people = [name for name in ("speakers", "organizers") if name in present]
    facts = GridCell(FACTS, ("dates", "submissions"))
    code = GridCell(FACTS, ("submit",) if "submit" in present else ())
    last: tuple[Band, ...] = ((GridCell(COLUMNS, ("sponsors",)),),) if "sponsors" in present else ()
    contact = ("contact",) if "contact" in present else ()
    row = (GridCell(4, ("dates",)), GridCell(5, ("submissions", *contact)), code)
    if calls and people:
        upper = [(*_beside(calls, split), facts) for split in _SPLITS[len(calls)]]
        lower = [(*_beside(people, split), code) for split in _SPLITS[len(people)]]
        every = _products(upper, lower, last)
        yield next(every)
        wide = _beside(calls, _WHOLE[len(calls)][0]), row, _beside(people, _WHOLE[len(people)][0])
        yield Arrangement((*wide, *last), _OWN_BAND)
        yield from every
        yield from _own_bands(calls, people, facts, code, last)
    elif people:
        bands = [_beside(people, split) for split in _WHOLE[len(people)]]
        yield from _products([row], bands, last)
    elif calls:
        bands = [_beside(calls, split) for split in _WHOLE[len(calls)]]
        yield from _products(bands, [row], last)
        if len(calls) > 1:
            own = ((GridCell(COLUMNS, ("about",)),), (GridCell(COLUMNS, ("topics",)),), row, *last)
            yield Arrangement(own, _OWN_BAND)
    else:
        yield Arrangement((row, *last), 0.0)


_SPLITS = {1: ((_BESIDE,),), 2: ((4, 5), (5, 4), (3, 6), (6, 3))}
_WHOLE = {1: ((COLUMNS,),), 2: ((4, 8), (5, 7), (6, 6), (8, 4))}
"""How many columns blocks have, beside the facts and in the whole width; the usual first."""


def _beside(names: list[str], split: tuple[int, ...]) -> Band:
    return tuple(GridCell(columns, (name,)) for name, columns in zip(names, split, strict=True))


def _products(
    upper: list[Band], lower: list[Band], last: tuple[Band, ...]
) -> Iterator[Arrangement]:
    for (i, above), (j, below) in itertools.product(enumerate(upper), enumerate(lower)):
        cost = _OTHER_SPLIT * bool(i or j)
        if _edges(above) != _edges(below) and len(above) == len(below):
            cost += _OTHER_EDGES
        yield Arrangement((above, below, *last), cost)


def _edges(band: Band) -> list[int]:
    """Return after which columns the cells of a band end."""
    return list(itertools.accumulate(cell.columns for cell in band))


def _own_bands(
    calls: list[str], people: list[str], facts: GridCell, code: GridCell, last: tuple[Band, ...]
) -> Iterator[Arrangement]:
    """Yield arrangements in which topics, or organizers, have the whole width."""
    upper: list[tuple[Band, ...]] = [((*_beside(calls, _SPLITS[len(calls)][0]), facts),)]
    if len(calls) > 1:
        upper.append(((GridCell(_BESIDE, ("about",)), facts), (GridCell(COLUMNS, ("topics",)),)))
    lower: list[tuple[Band, ...]] = [((*_beside(people, _SPLITS[len(people)][0]), code),)]
    if len(people) > 1:
        lower.append(
            ((GridCell(_BESIDE, ("speakers",)), code), (GridCell(COLUMNS, ("organizers",)),))
        )
    for (i, above), (j, below) in itertools.product(enumerate(upper), enumerate(lower)):
        if i or j:
            yield Arrangement((*above, *below, *last), _OWN_BAND * (i + j))


_SLIM, _NARROW, _WIDE, _FULL = 4, 5, 9, COLUMNS
_WAYS: dict[str, dict[int, tuple[Way, ...]]] = {
    "about": {
        _NARROW: (Way(1),),
        _WIDE: (Way(2), Way(1, cost=0.5)),
        _FULL: (Way(1, 14 / 9), Way(1, 4 / 3, 0.2), Way(2, cost=0.5), Way(3, cost=0.6)),
    },
    "topics": {
        _SLIM: (Way(1),),
        _NARROW: (Way(1), Way(2, cost=2)),
        _WIDE: (Way(2), Way(3, cost=1)),
        _FULL: (Way(3), Way(4, cost=1), Way(2, cost=0.5)),
    },
    "speakers": {
        _NARROW: (Way(1),),
        _WIDE: (Way(2), Way(3, cost=2)),
        _FULL: (Way(3), Way(2, cost=0.3), Way(4, cost=2)),
    },
    "organizers": {
        FACTS: (Way(1), Way(2, cost=0.2)),
        _NARROW: (Way(2), Way(3, cost=0.5)),
        _WIDE: (Way(3), Way(4, cost=0.3), Way(5, cost=0.6)),
        _FULL: (Way(4), Way(6, cost=0.3)),
    },
    "sponsors": {
        _FULL: (
            *(Way(BESIDE), Way(4, cost=0.1), Way(2, cost=0.2), Way(1, cost=0.3)),
            Way(RUNNING, cost=1),
        ),
    },
}
_ONE = (Way(1),)


def ways(block: str, columns: int) -> tuple[Way, ...]:
    """Return the ways to set a block in so many columns of the grid, the usual one first."""
    by_width = _WAYS.get(block)
    if by_width is None:
        return _ONE
    return next(found for most, found in by_width.items() if columns <= most)
