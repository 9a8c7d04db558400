"""A title as large as its place allows: smaller, then divided, then in its short form."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from mi_print.layout.grid import HALF_CAP, hang
from mi_print.layout.text.balance import Division, balanced
from mi_print.layout.text.pango import Face, measure
from mi_print.layout.text.shaping.line_clearance import clear_in, clear_of_each_other
from mi_print.layout.text.typography import direction

_SMALLEST = 0.4
"""Of its wished size: where no floor is stated, a title that needs to be smaller overflows."""
_SLIGHT = 0.11
"""Em of leading that a title without a floor gets only where its place has room: Latin letters."""
_FINE = 20.0  # points: type below goes down by half points where a floor is stated
_NEARLY = 0.01
"""Of a line: so much more may be the rounding of the leading."""


@dataclass(frozen=True, slots=True)
class FittedTitle:
    """A title's lines and the face they fit in.

    Attributes:
        lines: from the top.
        face: the face of all of them.
        fits: whether they are inside the place.
        short: whether they are those of the short form.
    """

    lines: list[str]
    face: Face
    fits: bool = True
    short: bool = False

    @property
    def style(self) -> str:
        """The CSS of its size."""
        return f"font-size:{self.face.size:g}pt;line-height:{self.face.leading:g}pt"

    @property
    def hang(self) -> float:
        """How far left of the edge its box begins, so that the letters of all lines stand on it."""
        return max(self._hung(), default=0.0)

    @property
    def shifts(self) -> list[float]:
        """How far right of that each line begins."""
        return [round(self.hang - by, 3) for by in self._hung()]

    @property
    def rise(self) -> float:
        """How far the marks of its first line reach above the capitals."""
        if not self.lines:
            return 0.0
        ink = measure(self.lines[0], self.face).ink_top
        return max(0.0, ink - 2 * HALF_CAP * self.face.size)

    def _hung(self) -> list[float]:
        """Return how far each line hangs; what reads from the right hangs as far as the first."""
        whole = bool(self.lines) and direction(self.lines[0]) == "rtl"
        return [
            hang(self.lines[0] if whole or direction(line) == "rtl" else line, self.face)
            for line in self.lines
        ]


@dataclass(frozen=True, slots=True)
class TitlePlace:
    """Where a title stands, and how it may be set there.

    Attributes:
        face: in the size that it has where there is room.
        width: of a line, in points.
        height: of all lines, in points.
        lang: the language of the text.
        floor: the smallest size, in points; without it, two fifths of the face's.
        below: a line of the same face that stands below.
        hyphens: whether words may get hyphens; a name may not.
        letters: whether what does not fit even so is divided between letters, as what has no
            spaces (Thai), or no rule of its language.
    """

    face: Face
    width: float
    height: float
    lang: str
    floor: float | None = None
    below: str = ""
    hyphens: bool = True
    letters: bool = True

    @property
    def division(self) -> Division:
        """Where words may be divided that are wider than a line."""
        return Division.HYPHENS if self.hyphens else Division.JOINTS

    def excess(self, title: FittedTitle) -> tuple[float, float]:
        """Return by how many points the widest line is too wide, and all lines are too high."""
        widest = max(measure(line, title.face, self.lang).width for line in title.lines)
        return widest - self.width, len(title.lines) * title.face.leading - self.height

    def message(self, title: FittedTitle) -> str:
        """Return what is wrong with a title that does not fit."""
        wide, high = self.excess(title)
        parts = [f"{wide:.1f} pt too wide"] if wide > 0 else []
        parts += [f"{high:.1f} pt too high"] if high > 0 else []
        beyond, size = " and ".join(parts), f"{round(title.face.size, 1):g}"
        return f"is {beyond} for its place in {size} pt, the smallest size there"


def fitted_title(text: str, place: TitlePlace, short: str = "") -> FittedTitle:
    """Return a title in its place, the first of these that fits.

    Its whole words in the largest size in which they fit; its words divided with the fewest
    hyphens that it takes, in the largest size for these; its short form in the same ways; either
    divided between letters.  What fits in none is set divided in the smallest size.
    """
    forms = (text, short) if short else (text,)
    ways = [(form, way) for form in forms for way in (_whole, _divided)]
    ways += [(form, _lettered) for form in forms if place.letters]
    for form, way in ways:
        if found := way(form, place):
            return replace(found, short=form != text)
    *_, smallest = _faces(place)
    found_there = _set(short or text, smallest, place, even=True)
    return replace(found_there, fits=False, short=bool(short))


def _whole(text: str, place: TitlePlace) -> FittedTitle | None:
    tried = (_set(text, face, place, Division.WORDS) for face in _faces(place))
    return next((title for title in tried if title.fits), None)


def _divided(text: str, place: TitlePlace) -> FittedTitle | None:
    tried = [title for face in _faces(place) if (title := _set(text, face, place)).fits]
    return min(tried, key=lambda title: "".join(title.lines).count("-"), default=None)


def _lettered(text: str, place: TitlePlace) -> FittedTitle | None:
    division = place.division | Division.LETTERS
    tried = (_set(text, face, place, division) for face in _faces(place))
    return next((title for title in tried if title.fits), None)


def _set(
    text: str,
    face: Face,
    place: TitlePlace,
    division: Division | None = None,
    *,
    even: bool = False,
) -> FittedTitle:
    """Return a title in a size, and whether it fits so; what does not is made even if that is said.

    To make lines even takes long, and no line less: leading only grows where letters meet.
    """
    allowed = place.division if division is None else division
    room = min(place.height / face.leading, len(text) + 1)
    most = None if even else int(room + _NEARLY)
    lines = balanced(text, place.width, face, place.lang, allowed, most=most)
    if most is not None and len(lines) > most:
        return FittedTitle(lines, face, fits=False)
    opened = clear_of_each_other(lines, face, place.lang)
    if place.below:
        opened = clear_in(opened, [(lines[-1], face), (place.below, face)], place.lang)
    room = max(face.leading, place.height / len(lines))
    slight = opened.leading - face.leading < _SLIGHT * face.size and not place.below
    if place.floor is None and slight and opened.leading > room:
        opened = replace(face, leading=room)
    found = FittedTitle(lines, opened)
    return replace(found, fits=all(by <= 0 for by in place.excess(found)))


def _faces(place: TitlePlace) -> Iterator[Face]:
    """Yield the face in every size from the wished one down to the smallest."""
    size = place.face.size
    if place.floor is None:
        least, step = _SMALLEST * size, 1.0
    else:
        least, step = min(place.floor, size), 1.0 if size >= _FINE else 0.5
    while size >= least or size == place.face.size:
        yield place.face.sized(size)
        size -= step
    if place.floor is not None and size + step > least:
        yield place.face.sized(least)
