"""The papers of a poster session as the items of columns, in some type, and how they fill them."""

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import ceil

from mi_print.event.model import Paper
from mi_print.event.queries import PosterSession, TopicBlock
from mi_print.layout.grid import HALF_CAP
from mi_print.layout.template_api.context import LayoutContext
from mi_print.layout.template_api.fitted_title import FittedTitle
from mi_print.layout.text.balance import balanced
from mi_print.layout.text.pango import Face, measure
from mi_print.layout.text.shaping.line_clearance import clear_of_each_other
from mi_print.products.signage.poster_entry import (
    EntryFaces,
    PosterEntry,
    paper_notes,
    poster_entry,
    scaled,
    widest,
)

_TIGHT = 0.5  # points: how finely the columns' height is narrowed
_SHORTER = 0.98
"""Of the width of a text in one line, at the least what its words measure in several."""
_FEW = 4
"""Papers of a topic that hang side by side, if they are fewer it is scattered."""
_BETWEEN = 6.0  # points between the topics of a legend
_HEAD = 57.0  # points that the mark of a head takes, with the white beside it
_LARGE = {"list-title": ("list-topic", 24.0), "list-authors": ("list-facts", 14.0)}
"""Of which steps text is set that is so large, in points: in another cut, or closer."""


@dataclass(frozen=True, slots=True)
class PosterListItem:
    """A head or a paper, `top` points below its column's head.

    Attributes:
        block: whose head or whose paper it is.
        paper: None of a head.
        topic: a head's lines.
        entry: a paper's lines.
        height: of all of it, in points.
        top: where it stands in its column.
        topics: of a head that explains the marks of all topics: each block, its lines, and how
            far below the head's top they stand.
        marked: whether the topic's mark stands at a paper, because no head names its topic.
    """

    block: TopicBlock
    paper: Paper | None
    topic: FittedTitle | None
    entry: PosterEntry | None
    height: float
    top: float = 0
    topics: tuple[tuple[TopicBlock, FittedTitle, float], ...] = ()
    marked: bool = False


PosterColumns = list[list[PosterListItem]]


@dataclass(frozen=True, slots=True)
class PosterListArea:
    """What a layout gives a list: room, and the spaces in it, in points.

    `columns` is how many there are, `width` that of one, `gutter` lies between them, `height` is
    that of all.  `head` is the height of a topic's head, `above` and `below` are an entry's
    margins, `mark` is what a spotlight's mark takes beside the board's number.
    """

    columns: int
    width: float
    height: float
    head: float
    above: float
    below: float
    mark: float
    gutter: float = 0.0

    def divided(self, columns: int) -> "PosterListArea":
        """Return the same room in so many columns."""
        whole = self.columns * (self.width + self.gutter)
        return dataclasses.replace(self, columns=columns, width=whole / columns - self.gutter)


@dataclass(frozen=True, slots=True)
class PosterListSetting:
    """How a list is set: in the columns of an area, at a scale, on so many sheets."""

    room: PosterListArea
    scale: float
    sheets: int = 1


@dataclass(frozen=True, slots=True)
class PosterListContent:
    """What a session's list says, to be set in any way.

    Papers stand under the heads of their topics.  Where these are scattered over the boards, they
    stand in the order of the boards, each with its topic's mark, and the first head explains them.
    """

    posters: PosterSession
    context: LayoutContext
    _made: dict[tuple[float, float], list[PosterListItem]] = field(default_factory=dict)
    _sizes: dict[str, list[float]] = field(default_factory=dict)
    _labels: list[float] = field(default_factory=list)

    @property
    def scattered(self) -> bool:
        """Whether the papers of one topic hang in many places, few side by side."""
        blocks = self.posters.blocks
        runs, topics = len(blocks), len({block.topic for block in blocks})
        return runs > topics and len(self.posters.papers) < _FEW * runs

    def measure(self, setting: PosterListSetting) -> float:
        """Return how wide a line of a title is, in em."""
        face = self.context.face("list-title")
        return (setting.room.width - self.indent(setting)) / (setting.scale * face.size)

    def surely_too_high(self, setting: PosterListSetting) -> bool:
        """Return whether it has more lines than there is room for, however well they are filled.

        What is measured is the whole texts, once for all settings.
        """
        room, scale = setting.room, setting.scale
        width = (room.width - self.indent(setting)) / scale
        papers = self.posters.papers
        height = len(papers) * (room.above + room.below)
        for step, wide in self._widths.items():
            face = self.context.face(step)
            lines = sum(ceil(_SHORTER * each / (width + face.size)) for each in wide)
            height += lines * face.leading
        return scale * height > setting.sheets * room.columns * room.height

    @property
    def _widths(self) -> dict[str, list[float]]:
        """How wide the titles are, and the authors, in one line."""
        if not self._sizes:
            separated = self.context.locale.separated
            texts = {
                "list-title": [paper.title for paper in self.posters.papers],
                "list-authors": [separated(paper.authors) for paper in self.posters.papers],
            }
            for step, said in texts.items():
                face = self.context.face(step)
                wide = (measure(text, face, self.context.lang).width for text in said)
                self._sizes[step] = list(wide)
        return self._sizes

    def indent(self, setting: PosterListSetting) -> float:
        """Return how far titles stand from the column's left."""
        if not self._labels:
            face, lang = self.context.face("list-number"), self.context.lang
            labels = {str(paper.board or "") for paper in self.posters.papers}
            self._labels.append(max(measure(label, face, lang).width for label in labels))
        return setting.scale * max(self._labels[0] + setting.room.mark, _HEAD)

    def fits(self, setting: PosterListSetting) -> bool:
        """Return whether all of it has room."""
        most = setting.sheets * setting.room.columns
        return not self._wide(setting) and self.needed(setting, most) <= most

    def needed(self, setting: PosterListSetting, most: int) -> int:
        """Return how many columns it takes, or more than so many."""
        height = setting.room.height
        if any(item.height > height for item in self._items(setting)):
            return most + 1
        return len(self._filled(setting, height, most))

    def balanced(self, setting: PosterListSetting) -> PosterColumns:
        """Return the columns of all sheets, the highest as low as it can be."""
        most = setting.sheets * setting.room.columns
        low, high = 0.0, _TIGHT + sum(item.height for item in self._items(setting))
        while high - low > _TIGHT:
            middle = (low + high) / 2
            if len(self._filled(setting, middle, most)) > most:
                low = middle
            else:
                high = middle
        return self._filled(setting, high, most)

    def wide(self, setting: PosterListSetting) -> tuple[tuple[float, str], ...]:
        """Return titles and authors with a word wider than a line, and by how many points."""
        faces, width = self._faces(setting.scale), setting.room.width - self.indent(setting)
        return tuple(
            widest(item.paper, self.context, faces, width)
            for item in self._wide(setting)
            if item.paper
        )

    def _wide(self, setting: PosterListSetting) -> list[PosterListItem]:
        return [item for item in self._items(setting) if item.entry and not item.entry.fits]

    def _items(self, setting: PosterListSetting) -> list[PosterListItem]:
        key = setting.scale, setting.room.width
        if key not in self._made:
            self._made[key] = list(self._each(setting))
        return self._made[key]

    def _each(self, setting: PosterListSetting) -> Iterator[PosterListItem]:
        scattered = self.scattered
        if scattered:
            yield self._legend(setting)
        for block in self.posters.blocks:
            if not scattered:
                yield self._head(block, block.name, setting)
            for paper in block.papers:
                yield self._entry(block, paper, setting, marked=scattered)

    def _entry(
        self, block: TopicBlock, paper: Paper, setting: PosterListSetting, *, marked: bool
    ) -> PosterListItem:
        room, scale, locale = setting.room, setting.scale, self.context.locale
        notes = paper_notes(paper)
        if marked and paper.spotlight:
            notes = [locale.word("spotlight-talk"), *notes]
        found = poster_entry(
            paper, notes, self.context, self._faces(scale), room.width - self.indent(setting)
        )
        height = max(found.height, self._number(found.title.face, scale))
        height += scale * (room.above + room.below)
        return PosterListItem(block, paper, None, found, height, marked=marked)

    def _number(self, title: Face, scale: float) -> float:
        """Return how far a board's number, which hangs from the title's capitals, reaches down."""
        size = scale * self.context.face("list-number").size
        return title.leading / 2 + HALF_CAP * (2 * size - title.size)

    def _head(self, block: TopicBlock, name: str, setting: PosterListSetting) -> PosterListItem:
        topic = self._topic("list-topic", name, setting)
        height = setting.scale * setting.room.head + (len(topic.lines) - 1) * topic.face.leading
        return PosterListItem(block, None, topic, None, height)

    def _legend(self, setting: PosterListSetting) -> PosterListItem:
        """Return the head that says which mark is whose."""
        first = {block.topic: block for block in reversed(self.posters.blocks)}
        topics: list[tuple[TopicBlock, FittedTitle, float]] = []
        scale, top = setting.scale, 2 * setting.scale * setting.room.above
        for number in sorted(first):
            topic = self._topic("list-title", first[number].name, setting)
            topics.append((first[number], topic, top))
            top += len(topic.lines) * topic.face.leading + scale * _BETWEEN
        height = top + scale * setting.room.below
        return PosterListItem(topics[0][0], None, None, None, height, topics=tuple(topics))

    def _topic(self, step: str, name: str, setting: PosterListSetting) -> FittedTitle:
        face = scaled(self.context.face(step), setting.scale)
        width = setting.room.width - self.indent(setting)
        lines = balanced(name, width, face, self.context.lang)
        return FittedTitle(lines, clear_of_each_other(lines, face, self.context.lang))

    def _faces(self, scale: float) -> EntryFaces:
        title, authors = self._face("list-title", scale), self._face("list-authors", scale)
        return EntryFaces(title, authors, dataclasses.replace(authors, weight=title.weight), scale)

    def _face(self, step: str, scale: float) -> Face:
        face = self.context.face(step)
        large, least = _LARGE[step]
        if scale * face.size < least:
            return face
        other = self.context.face(large)
        return dataclasses.replace(face, family=other.family, tracking=other.tracking)

    def _filled(self, setting: PosterListSetting, height: float, most: int) -> PosterColumns:
        """Return columns filled one after the other, and no more than one beyond the most.

        A head stays with its first paper; on another sheet it is repeated.
        """
        columns: PosterColumns = [[]]
        free = height
        items = self._items(setting)
        for at, item in enumerate(items):
            follower = items[at + 1].height if item.paper is None else 0
            if item.height + follower > free and columns[-1]:
                if len(columns) > most:
                    break
                columns.append([])
                free = height
                if item.paper and (len(columns) - 1) % setting.room.columns == 0:
                    name = self.context.locale.word("continued", title=item.block.name)
                    again = items[0] if item.marked else self._head(item.block, name, setting)
                    columns[-1].append(again)
                    free -= columns[-1][0].height
            columns[-1].append(item)
            free -= item.height
        return columns
