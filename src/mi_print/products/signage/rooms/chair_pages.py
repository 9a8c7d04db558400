"""The pages of a chair's sheet: a row for each talk, in the largest type in which one page does."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mi_print.event.model import Person
from mi_print.layout.template_api.context import LayoutContext
from mi_print.layout.text import word_breaks
from mi_print.layout.text.balance import Division, balanced, divided, greedy
from mi_print.layout.text.pango import Face, measure
from mi_print.products.signage.rooms.chair_sheets import ChairSheet, ChairTalk
from mi_print.products.signage.rooms.door_hours import divided as on_pages
from mi_print.products.signage.rooms.text_block import TextBlock, text_block

SCALES = (2.0, 1.75, 1.5, 1.35, 1.2, 1.1, 1.0, 0.9)
"""Of the type scale.  What has no room on one page in the last is set in the usual, on several."""

_USUAL = 1.0
_ABOVE, _BELOW = 7.0, 9.0  # points between a row's rules and its text
_TIME = 2  # columns of times
_GAP = 3.0  # points between two people, and above a title


@dataclass(frozen=True, slots=True)
class ChairText:
    """Lines of a row, and the step of the type scale in which they are set."""

    step: str
    block: TextBlock


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
    """A page of a sheet: its rows, its number of how many, and the scale of its type."""

    rows: list[ChairRow]
    number: int
    count: int
    scale: float


@dataclass(frozen=True, slots=True)
class ChairTable:
    """Sets the rows of chairs' sheets.

    Attributes:
        context: the measures of the layout.
        width: of who speaks and of what, in points.
        height: of a page's rows.
    """

    context: LayoutContext
    width: float
    height: float

    def pages(self, sheet: ChairSheet) -> list[ChairPage]:
        """Return the pages of a sheet: one, or as many as its rows need."""
        talks = list(enumerate(sheet.talks, 1))
        for scale in SCALES:
            fitting = self._one_page(talks, scale)
            if fitting is not None:
                return [ChairPage(self._grown(fitting), 1, 1, scale)]
        rows = [row for talk in talks for row in self._rows(*talk)]
        parts = on_pages([row.height for row in rows], self.height)
        return [
            ChairPage(self._grown(rows[part.start : part.stop]), number, len(parts), _USUAL)
            for number, part in enumerate(parts, 1)
        ]

    def _one_page(
        self, talks: Sequence[tuple[int, ChairTalk]], scale: float
    ) -> list[ChairRow] | None:
        """Return the rows of talks if one page has room for them in a scale; else `None`."""
        rows: list[ChairRow] = []
        free = self.height
        for talk in talks:
            rows.append(self._row(*talk, scale))
            free -= rows[-1].height
            if free < 0 or not self._in_columns(rows[-1]):
                return None
        return rows

    def _in_columns(self, row: ChairRow) -> bool:
        """Return whether no line of a row is wider than its column."""
        beside, widest = row.widths
        return beside <= self.context.grid.span(_TIME) and widest <= self.width

    def _rows(self, number: int, talk: ChairTalk) -> list[ChairRow]:
        """Return a talk's row, or several if more people speak than one page has room for."""
        row = self._row(number, talk, _USUAL)
        count = max(len(talk.speakers), len(talk.authors))
        if row.height <= self.height or count < 2:  # noqa: PLR2004 - one can't be divided
            return [row]
        halves = (slice(count // 2), slice(count // 2, None))
        parts = (
            replace(talk, speakers=talk.speakers[half], authors=talk.authors[half])
            for half in halves
        )
        return [row for part in parts for row in self._rows(number, part)]

    def _grown(self, rows: list[ChairRow]) -> list[ChairRow]:
        """Return rows that fill the page, with room for notes."""
        least = sum(row.height for row in rows)
        if not 0 < least <= self.height:
            return rows
        more = (self.height - least) / len(rows)
        return [replace(row, height=row.height + more) for row in rows]

    def _row(self, number: int, talk: ChairTalk, scale: float) -> ChairRow:
        placed: list[ChairText] = []
        above = _ABOVE * scale
        for step, lines, gap in self._texts(talk, scale):
            block = text_block(lines, self._face(step, scale), self.context.lang)
            if placed:
                block = block.under(placed[-1].block, gap * scale)
            else:
                block = block.on(above + max(block.above, block.ascent))
            placed.append(ChairText(step, block))
        foot = max((max(text.block.foot, text.block.lowest) for text in placed), default=0.0)
        time = self.context.locale.clock(talk.start) or (str(number) if talk.title else "")
        minutes = f"{talk.minutes} {self.context.locale.word('minutes')}" if talk.minutes else ""
        beside = max(
            self._wide(time, "chair-time", scale), self._wide(minutes, "chair-small", scale)
        )
        said = [(line, text.step) for text in placed for line in text.block.lines]
        widest = max((self._wide(*line, scale) for line in said), default=0.0)
        return ChairRow(time, minutes, placed, foot + _BELOW * scale, (beside, widest))

    def _texts(self, talk: ChairTalk, scale: float) -> Iterator[tuple[str, list[str], float]]:
        """Yield the texts of a row: their steps, their lines, and the white above them."""
        separated = self.context.locale.separated
        for number, person in enumerate(talk.speakers):
            yield "chair-name", self._lines(person.name, "chair-name", scale), _GAP * (number > 0)
            if person.pronunciation:
                yield "chair-text", self._lines(person.pronunciation, "chair-text", scale), 0
            about = [each for each in (person.position, person.affiliation) if each]
            if about:
                yield "chair-small", self._lines(separated(about), "chair-small", scale), 0
            if person.bio and not talk.title:
                words = word_breaks.parts(person.bio)
                yield "chair-small", self._filled(words, "chair-small", scale), _GAP
        if talk.authors:
            yield "chair-strong", self._names(talk.authors, "chair-strong", scale), 0
        if talk.title:
            lines = self._lines(talk.title, "chair-text", scale, talk.lang)
            yield "chair-text", lines, _GAP

    def _face(self, step: str, scale: float) -> Face:
        return self.context.sized(step, self.context.face(step).size * scale)

    def _lines(self, text: str, step: str, scale: float, lang: str | None = None) -> list[str]:
        division = Division.JOINTS if step == "chair-name" else Division.HYPHENS
        face, lang = self._face(step, scale), lang or self.context.lang
        return balanced(text, self.width, face, lang, division)

    def _names(self, persons: Sequence[Person], step: str, scale: float) -> list[str]:
        """Return lines that end between two people, unless one is wider than a line."""
        between = self.context.locale.separated(["", ""])
        pieces: list[str] = []
        for number, person in enumerate(persons, 1):
            said = (
                f"{person.name} ({person.pronunciation})" if person.pronunciation else person.name
            )
            piece = said + (between if number < len(persons) else "")
            whole = self._wide(piece.rstrip(" "), step, scale) <= self.width
            pieces += [piece] if whole else word_breaks.parts(piece)
        return self._filled(pieces, step, scale)

    def _filled(self, pieces: Sequence[str], step: str, scale: float) -> list[str]:
        """Return lines as full as they can be, with words divided that are wider than one."""

        def measured(line: str) -> float:
            return self._wide(line, step, scale)

        fitting = divided(pieces, self.width, measured, self.context.lang)
        return greedy(fitting, self.width, measured)

    def _wide(self, line: str, step: str, scale: float) -> float:
        return measure(line, self._face(step, scale), self.context.lang).width
