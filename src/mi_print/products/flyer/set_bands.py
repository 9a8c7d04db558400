"""The flyer's text in an arrangement: the ways to set its blocks that leave the field the most."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mi_print.layout.grid import Grid
from mi_print.layout.text.pango import Face
from mi_print.products.flyer.arrangements import (
    USUAL,
    Arrangement,
    Band,
    GridCell,
    Way,
    arrangements,
    ways,
)
from mi_print.products.flyer.flyer_blocks import FlyerBlock
from mi_print.products.flyer.set_blocks import RULE, SetBlock, SetPart, set_block
from mi_print.products.flyer.set_items import SetType
from mi_print.products.flyer.submit_block import PlacedCode, submit_block

_ABOVE_RULE = 8.0
"""Points from a text to the rule below it."""
SEPARATE = _ABOVE_RULE + RULE
_LISTS = frozenset({"topics"})
"""Blocks that have several columns for their height alone."""


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A block under its rule, on the page."""

    name: str
    x: float
    y: float
    width: float
    height: float
    parts: Sequence[SetPart]
    code: PlacedCode | None

    @property
    def rule(self) -> float:
        """Where its rule is."""
        return self.y - RULE


class SetBand(NamedTuple):
    """Cells beside each other, the way of each of their blocks, and the highest."""

    cells: tuple[tuple[GridCell, tuple[Way, ...]], ...]
    height: float
    cost: float


class SetBands(NamedTuple):
    """All bands, how high they are with their rules, and what they cost, in rows of the field."""

    bands: tuple[SetBand, ...]
    height: float
    cost: float


MadeBlocks = dict[tuple[str, int, Way], tuple[FlyerBlock, tuple[SetBlock, PlacedCode | None]]]
"""Blocks as they came out, and from what, by name, columns of the grid, and way."""


@dataclass(frozen=True, slots=True)
class TextSetter:
    """Sets the flyer's text in one size, each block once in a width and a way.

    Attributes:
        blocks: by name.
        address: where papers are submitted, if that is told.
        grid: of the page.
        set_type: of the text.
        small: the face of the address.
        pitch: the height of a row of the field.
        made: blocks that were set before in this size, also of other blocks of these names.
    """

    blocks: Mapping[str, FlyerBlock]
    address: str | None
    grid: Grid
    set_type: SetType
    small: Face
    pitch: float
    made: MadeBlocks

    def best(self, weight: float, enough: float) -> SetBands:
        """Return the text in the arrangement that leaves the field the most.

        Args:
            weight: how much costs count.
            enough: the height at which a usual arrangement is taken without looking further.
        """
        every = list(arrangements(self.blocks))
        usual = [self._text(each, None) for each in every[:USUAL]]
        lowest = min(usual, key=lambda text: text.height + self.pitch * text.cost)
        if lowest.height <= enough:
            return self._listed(lowest)

        def wanted(text: SetBands) -> float:
            return max(text.height, enough) + weight * self.pitch * text.cost

        return self._listed(min((self._text(each, weight) for each in every), key=wanted))

    def placed(self, text: SetBands, top: float) -> Iterator[PlacedBlock]:
        """Yield the blocks, the first band's from `top` on, each set again for good."""
        for band in text.bands:
            column = 1
            for cell, chosen in band.cells:
                y = top
                for name, way in zip(cell.blocks, chosen, strict=True):
                    made, code = self._set(name, cell.columns, way)
                    x, width = self.grid.x(column), self.grid.span(cell.columns)
                    yield PlacedBlock(name, x, y, width, made.height, made.parts, code)
                    y += made.height + SEPARATE
                column += cell.columns
            top += band.height + SEPARATE

    def _listed(self, text: SetBands) -> SetBands:
        """Return the text with lists in one column where what is beside them is as high."""
        return text._replace(bands=tuple(map(self._in_one_column, text.bands)))

    def _in_one_column(self, band: SetBand) -> SetBand:
        cells = tuple(
            (cell, tuple(map(_one_column, cell.blocks, chosen))) for cell, chosen in band.cells
        )
        return self._cells(cells) if self._cells(cells).height <= band.height else band

    def _text(self, arrangement: Arrangement, weight: float | None) -> SetBands:
        bands = tuple(self._band(band, weight) for band in arrangement.bands)
        height = sum(band.height for band in bands) + SEPARATE * (len(bands) - 1)
        return SetBands(bands, height, arrangement.cost + sum(band.cost for band in bands))

    def _band(self, band: Band, weight: float | None) -> SetBand:
        """Return a band in the way that is best by that weight; without one, in the usual way."""
        tried = (
            self._cells(tuple(zip(band, chosen, strict=True)))
            for chosen in itertools.product(*(_cell_ways(cell) for cell in band))
        )
        if weight is None:
            return next(tried)
        cost = weight * self.pitch
        return min(tried, key=lambda made: made.height + cost * made.cost)

    def _cells(self, cells: tuple[tuple[GridCell, tuple[Way, ...]], ...]) -> SetBand:
        height = max(self._height(cell, chosen) for cell, chosen in cells)
        cost = sum(way.cost for _, chosen in cells for way in chosen)
        return SetBand(cells, height, cost)

    def _height(self, cell: GridCell, chosen: tuple[Way, ...]) -> float:
        made = [
            self._block(name, cell.columns, way)[0].height
            for name, way in zip(cell.blocks, chosen, strict=True)
        ]
        return sum(made) + SEPARATE * max(len(made) - 1, 0)

    def _block(self, name: str, columns: int, way: Way) -> tuple[SetBlock, PlacedCode | None]:
        key, block = (name, columns, way), self.blocks[name]
        found = self.made.get(key)
        if found is None or found[0] is not block:
            found = self.made[key] = block, self._set(name, columns, way)
        return found[1]

    def _set(self, name: str, columns: int, way: Way) -> tuple[SetBlock, PlacedCode | None]:
        width, block = self.grid.span(columns), self.blocks[name]
        if name == "submit" and self.address:
            return submit_block(block, self.address, width, self.set_type, self.small)
        larger = self.set_type.sized(self.set_type.size * way.scale)
        most = self.grid.span(9) if way.scale > 1 else width
        return set_block(block, min(width, most), way.columns, self.grid.gutter, larger), None


def _cell_ways(cell: GridCell) -> Iterator[tuple[Way, ...]]:
    return itertools.product(*(ways(name, cell.columns) for name in cell.blocks))


def _one_column(name: str, way: Way) -> Way:
    return way._replace(columns=1) if name in _LISTS else way
