"""The pages of a chair's sheet: a row for each talk, in the largest type in which one page does."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mi_print.event.model import Person
from mi_print.layout.template_api.context import LayoutContext
from mi_print.layout.text import word_breaks
from mi_print.layout.text.balance import Division, balanced, divided, evened
from mi_print.layout.text.pango import Face, measure
from mi_print.products.signage.rooms.chair_sheets import ChairSheet, ChairTalk
from mi_print.products.signage.rooms.door_hours import divided as on_pages
from mi_print.products.signage.rooms.text_block import TextBlock, text_block

SCALES = (2.0, 1.75, 1.5, 1.35, 1.2, 1.1, 1.0, 0.9)
"""Of the type scale.  What has no room on one page in the last is set in the usual, on several."""

_LARGER = (2.0, 1.75, 1.5, 1.25)
"""How many times as large as the rest names are where few speak, at the most."""

_USUAL = 1.0
_FREE = 0.4
"""Of the height, what names in larger type leave for notes."""
_DISPLAY, _DISPLAY_FROM = "Inter Display", 24.0  # points
_NAME = "chair-name"
_ABOVE, _BELOW = 7.0, 9.0  # points between a row's rules and its text
_TIME = 2  # columns of times
_GAP = 3.0  # points between two people, and above a title


@dataclass(frozen=True, slots=True)
class ChairText:
    """Lines of a row, the step of the type scale in which they are set, and its face then."""

    step: str
    block: TextBlock
    face: Face


@dataclass(frozen=True, slots=True)
class ChairType:
    """How many times as large as usual the type is, and names besides; and how wide a line is."""

    scale: float
    width: float
    names: float = 1.0


@dataclass(frozen=True, slots=True)
class ChairRow:
    """A talk.

    Attributes:
        time: when it begins, or else its number.
        minutes: how long it takes.
        texts: who speaks, and about what.
        height: in points.
        widths: of the wider of the first two, and of the widest line of the texts.
    """

    time: str
    minutes: str
    texts: Sequence[ChairText]
    height: float
    widths: tuple[float, float]


@dataclass(frozen=True, slots=True)
class ChairPage:
    """A page of a sheet.

    Attributes:
        rows: those of its talks.
        number: which page it is.
        count: of how many.
        scale: of its type.
        timed: whether anything stands beside the texts.
    """

    rows: list[ChairRow]
    number: int
    count: int
    scale: float
    timed: bool = True


@dataclass(frozen=True, slots=True)
class ChairTable:
    """Sets the rows of chairs' sheets.

    Attributes:
        context: the measures of the layout.
        width: of who speaks and of what, in points.
        height: of a page's rows.
        whole: of texts beside which nothing stands.
        names: how many times as large as the rest names may be.
    """

    context: LayoutContext
    width: float
    height: float
    whole: float = 0.0
    names: float = 1.0

    def pages(self, sheet: ChairSheet) -> list[ChairPage]:
        """Return the pages of a sheet: one, or as many as its rows need."""
        talks = self._timed(sheet.talks)
        timed = not self.whole or any(time or talk.minutes for time, talk in talks)
        width = self.width if timed else self.whole
        usual = self._parted(talks, ChairType(_USUAL, width))
        least = sum(row.height for row in usual[1])
        for kind in self._kinds(width):
            if kind.scale * least > self.height and kind.scale > _USUAL:
                continue
            fitting = self._one_page(talks, kind)
            if fitting is not None:
                return [ChairPage(self._grown(fitting), 1, 1, kind.scale, timed)]
        kind, rows, parts = self._several(talks, *usual)
        return [
            ChairPage(
                self._grown(rows[part.start : part.stop]), number, len(parts), kind.scale, timed
            )
            for number, part in enumerate(parts, 1)
        ]

    def _several(
        self,
        talks: Sequence[tuple[str, ChairTalk]],
        usual: ChairType,
        rows: list[ChairRow],
        parts: list[range],
    ) -> tuple[ChairType, list[ChairRow], list[range]]:
        """Return the largest type in which there are no more pages than in the usual."""
        most = len(parts) * self.height / sum(row.height for row in rows)
        for scale in SCALES[: SCALES.index(_USUAL)]:
            if scale <= most:
                found = self._parted(talks, replace(usual, scale=scale))
                fits = all(self._in_columns(row, found[0]) for row in found[1])
                if fits and len(found[2]) == len(parts):
                    return found
        return usual, rows, parts

    def _parted(
        self, talks: Sequence[tuple[str, ChairTalk]], kind: ChairType
    ) -> tuple[ChairType, list[ChairRow], list[range]]:
        rows = [row for talk in talks for row in self._rows(*talk, kind)]
        return kind, rows, on_pages([row.height for row in rows], self.height)

    def _timed(self, talks: Sequence[ChairTalk]) -> list[tuple[str, ChairTalk]]:
        """Return talks, each with its time, or else its number if there are several."""
        times = self.context.locale.clocks([talk.start for talk in talks])
        several = len(talks) > 1
        return [
            (time or (str(number) if several and talk.title else ""), talk)
            for number, (time, talk) in enumerate(zip(times, talks, strict=True), 1)
        ]

    def _kinds(self, width: float) -> Iterator[ChairType]:
        """Yield the type that one page may be in, the largest first."""
        for larger in _LARGER:
            if larger <= self.names:
                yield ChairType(SCALES[0], width, larger)
        for scale in SCALES:
            yield ChairType(scale, width)

    def _one_page(
        self, talks: Sequence[tuple[str, ChairTalk]], kind: ChairType
    ) -> list[ChairRow] | None:
        """Return the rows of talks if one page has room for them in some type; else `None`."""
        rows: list[ChairRow] = []
        free = self.height * (1 - _FREE if kind.names > 1 else 1)
        for talk in talks:
            rows.append(self._row(*talk, kind))
            free -= rows[-1].height
            if free < 0 or not self._in_columns(rows[-1], kind):
                return None
        return rows

    def _in_columns(self, row: ChairRow, kind: ChairType) -> bool:
        """Return whether no line of a row is wider than its column, nor a larger name divided."""
        beside, widest = row.widths
        names = (text.block.lines for text in row.texts if text.step == _NAME)
        if kind.names > 1 and any(len(lines) > 1 for lines in names):
            return False
        return beside <= self.context.grid.span(_TIME) and widest <= kind.width

    def _rows(self, time: str, talk: ChairTalk, kind: ChairType) -> list[ChairRow]:
        """Return a talk's row, or several if more people speak than one page has room for."""
        row = self._row(time, talk, kind)
        count = max(len(talk.speakers), len(talk.authors))
        if row.height <= self.height or count < 2:  # noqa: PLR2004 - one can't be divided
            return [row]
        halves = (slice(count // 2), slice(count // 2, None))
        parts = (
            replace(talk, speakers=talk.speakers[half], authors=talk.authors[half])
            for half in halves
        )
        return [row for part in parts for row in self._rows(time, part, kind)]

    def _grown(self, rows: list[ChairRow]) -> list[ChairRow]:
        """Return rows that fill the page, with room for notes."""
        least = sum(row.height for row in rows)
        if not 0 < least <= self.height:
            return rows
        more = (self.height - least) / len(rows)
        return [replace(row, height=row.height + more) for row in rows]

    def _row(self, time: str, talk: ChairTalk, kind: ChairType) -> ChairRow:
        placed: list[ChairText] = []
        scale = kind.scale
        above = _ABOVE * scale
        for step, lines, gap in self._texts(talk, kind):
            face = self._face(step, kind)
            block = text_block(lines, face, self.context.lang)
            if placed:
                block = block.under(placed[-1].block, gap * scale)
            else:
                block = block.on(above + max(block.above, block.ascent))
            placed.append(ChairText(step, block, face))
        foot = max((max(text.block.foot, text.block.lowest) for text in placed), default=0.0)
        minutes = f"{talk.minutes} {self.context.locale.word('minutes')}" if talk.minutes else ""
        beside = max(self._wide(time, "chair-time", kind), self._wide(minutes, "chair-small", kind))
        said = [(line, text.step) for text in placed for line in text.block.lines]
        widest = max((self._wide(*line, kind) for line in said), default=0.0)
        return ChairRow(time, minutes, placed, foot + _BELOW * scale, (beside, widest))

    def _texts(self, talk: ChairTalk, kind: ChairType) -> Iterator[tuple[str, list[str], float]]:
        """Yield the texts of a row: their steps, their lines, and the white above them."""
        separated = self.context.locale.separated
        for number, person in enumerate(talk.speakers):
            yield _NAME, self._lines(person.name, _NAME, kind), _GAP * (number > 0)
            if person.pronunciation:
                yield "chair-text", self._lines(person.pronunciation, "chair-text", kind), 0
            about = [each for each in (person.position, person.affiliation) if each]
            if about:
                yield "chair-small", self._lines(separated(about), "chair-small", kind), 0
            if person.bio and not talk.title:
                words = word_breaks.parts(person.bio)
                yield "chair-small", self._filled(words, "chair-small", kind), _GAP
        if talk.authors:
            yield "chair-strong", self._names(talk.authors, "chair-strong", kind), 0
        if talk.title:
            lines = self._lines(talk.title, "chair-text", kind, talk.lang)
            yield "chair-text", lines, _GAP

    def _face(self, step: str, kind: ChairType) -> Face:
        larger = kind.names if step == _NAME else 1.0
        face = self.context.sized(step, self.context.face(step).size * kind.scale * larger)
        if self.names > 1 and step == _NAME and face.size >= _DISPLAY_FROM:
            return replace(face, family=_DISPLAY)
        return face

    def _lines(self, text: str, step: str, kind: ChairType, lang: str | None = None) -> list[str]:
        division = Division.JOINTS if step == _NAME else Division.HYPHENS
        face, lang = self._face(step, kind), lang or self.context.lang
        return balanced(text, kind.width, face, lang, division)

    def _names(self, persons: Sequence[Person], step: str, kind: ChairType) -> list[str]:
        """Return lines that end between two people, unless one is wider than a line."""
        between = self.context.locale.separated(["", ""])
        pieces: list[str] = []
        for number, person in enumerate(persons, 1):
            said = (
                f"{person.name} ({person.pronunciation})" if person.pronunciation else person.name
            )
            piece = said + (between if number < len(persons) else "")
            whole = self._wide(piece.rstrip(" "), step, kind) <= kind.width
            pieces += [piece] if whole else word_breaks.parts(piece)
        return self._filled(pieces, step, kind)

    def _filled(self, pieces: Sequence[str], step: str, kind: ChairType) -> list[str]:
        """Return lines as even as they can be, with words divided that are wider than one."""

        def measured(line: str) -> float:
            return self._wide(line, step, kind)

        fitting = divided(pieces, kind.width, measured, self.context.lang)
        return evened(fitting, kind.width, measured)

    def _wide(self, line: str, step: str, kind: ChairType) -> float:
        return measure(line, self._face(step, kind), self.context.lang).width
