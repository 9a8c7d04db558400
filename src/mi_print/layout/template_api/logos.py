"""Sponsors in a quiet row: logos of equal area, whatever their proportions, and names beside them.

Only numbers: rows from the left, each logo in the middle of its row's height.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf, sqrt

from mi_print.event.model import Sponsor
from mi_print.layout.grid import HALF_CAP
from mi_print.layout.template_api.data_pictures import DataPicture
from mi_print.layout.text.balance import Division, balanced
from mi_print.layout.text.pango import Face, measure

_WIDEST, _HIGHEST = 5.0, 2.0
"""Of the side of a square of the same area: a logo that goes beyond is smaller."""
_LEAST = 0.25
"""Of the wished area: the least to which logos shrink where there is no room."""
_SHRINK = 0.95
_LONG = 8.0
"""A name that is so many times as wide as high has one line more."""
_MOST_LINES = 3
_BOLD = 0.7
"""Of the area of a logo: that of a name, which is all black."""
_SMALLEST = 6.5  # points: of a name
_COARSE = 150
"""Pixels per inch below which print shops refuse: a picture is rather printed smaller."""
_TIGHT = 2.0  # points: how finely rows are evened


@dataclass(frozen=True, slots=True)
class PlacedLogo:
    """A sponsor in a row of logos, in points from the row's top left corner.

    Attributes:
        name: of the sponsor, which is the alternative text of a logo.
        url: the sponsor's web page, or none.
        picture: the logo, or none; then the name is set.
        lines: the name's lines, if there is no logo.
        face: that of the name.
        x: the left edge.
        y: the top edge; of a name, of its first line.
        width: of what is printed.
        height: of the same.
    """

    name: str
    url: str | None
    picture: DataPicture | None
    lines: list[str]
    face: Face
    x: float
    y: float
    width: float
    height: float

    @property
    def style(self) -> str:
        """The CSS of the size of a name."""
        return f"font-size:{self.face.size:.2f}pt;line-height:{self.face.leading:.2f}pt"


@dataclass(frozen=True, slots=True)
class LogoRows:
    """Rows of logos, and how much room they take, in points; `fits`: whether there is so much."""

    logos: list[PlacedLogo]
    width: float
    height: float
    fits: bool = True


@dataclass(frozen=True, slots=True)
class LogoRoom:
    """The room for rows of logos.

    Attributes:
        width: how wide it is, in points.
        area: the wished area of each logo, in square points.
        gap: between two logos, and between two rows.
        height: how high the rows may be.
        face: in which names are set that have no logo.
        lang: the language in which these are measured.
    """

    width: float
    area: float
    gap: float
    height: float
    face: Face
    lang: str


Sized = tuple[Sponsor, DataPicture | None]


def logo_rows(sponsors: Sequence[Sized], room: LogoRoom) -> LogoRows:
    """Return sponsors in rows, in the largest area up to the wished one in which they have room."""
    area = room.area
    while True:
        rows = _rows([_logo(sponsor, logo, area, room) for sponsor, logo in sponsors], room)
        if rows.fits or area < _LEAST * room.area:
            return rows
        area *= _SHRINK


def _logo(sponsor: Sponsor, logo: DataPicture | None, area: float, room: LogoRoom) -> PlacedLogo:
    """Return a sponsor's logo, or name, in so many square points, at no place yet."""
    if logo is None:
        return _name(sponsor, area, room)
    ratio = logo.width / logo.height
    side = sqrt(area)
    width = min(side * sqrt(ratio), _WIDEST * side, room.width, _HIGHEST * side * ratio)
    sharp = inf if logo.resolution is None else logo.resolution / _COARSE
    scaled = logo.scaled(min(width / logo.width, sharp))
    return PlacedLogo(
        sponsor.name, sponsor.url, scaled, [], room.face, 0, 0, scaled.width, scaled.height
    )


def _name(sponsor: Sponsor, area: float, room: LogoRoom) -> PlacedLogo:
    """Return a name as large as its capitals and widest line have the area of a logo."""
    for count in range(1, _MOST_LINES + 1):
        lines = _lines(sponsor.name, count, room)
        across = max(measure(line, room.face, room.lang).width for line in lines)
        down = (len(lines) - 1) * room.face.leading + 2 * HALF_CAP * room.face.size
        if across <= _LONG * down:
            break
    legible = max(sqrt(_BOLD * area / (across * down)), _SMALLEST / room.face.size)
    factor = min(legible, room.width / across)
    face = room.face.sized(room.face.size * factor)
    width, height = across * factor, len(lines) * face.leading
    return PlacedLogo(sponsor.name, sponsor.url, None, lines, face, 0, 0, width, height)


def _lines(name: str, count: int, room: LogoRoom) -> list[str]:
    whole = measure(name, room.face, room.lang).width
    for share in range(100, 200, 5):
        width = whole / count * share / 100
        lines = balanced(name, width, room.face, room.lang, Division.WORDS)
        if len(lines) <= count:
            return lines
    return [name]


def _rows(logos: Sequence[PlacedLogo], room: LogoRoom) -> LogoRows:
    """Return logos in as few rows as they go into, these as even as they can be."""
    width, least = room.width, max(logo.width for logo in logos) if logos else 0.0
    fewest = _count(logos, width, room.gap)
    while width - _TIGHT >= least and _count(logos, width - _TIGHT, room.gap) == fewest:
        width -= _TIGHT
    placed: list[PlacedLogo] = []
    top = widest = 0.0
    for row in _filled(logos, width, room.gap):
        height = max(logo.height for logo in row)
        x = 0.0
        for logo in row:
            placed.append(replace(logo, x=x, y=top + (height - logo.height) / 2))
            x += logo.width + room.gap
        widest = max(widest, x - room.gap)
        top += height + room.gap
    height = max(0.0, top - room.gap)
    return LogoRows(placed, widest, height, height <= room.height)


def _count(logos: Sequence[PlacedLogo], width: float, gap: float) -> int:
    return sum(1 for _ in _filled(logos, width, gap))


def _filled(logos: Sequence[PlacedLogo], width: float, gap: float) -> Iterator[list[PlacedLogo]]:
    row: list[PlacedLogo] = []
    for logo in logos:
        if row and sum(each.width + gap for each in row) + logo.width > width:
            yield row
            row = []
        row.append(logo)
    if row:
        yield row
