"""The entries of the booklet's index as lines, and their places in columns.

Every line of an index is one base line high and its texts can be measured, so
its columns are filled here, by counting.  The typesetter's own columns would
lay 600 entries out several times over (measured: 4.7 s against 1.1 s).
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby, repeat, zip_longest
from typing import TypeVar

from mi_print.event.collation import initial
from mi_print.layout.template_api.context import LayoutContext
from mi_print.layout.text.balance import greedy
from mi_print.layout.text.pango import measure
from mi_print.layout.text.typography import EM_SPACE
from mi_print.layout.text.word_breaks import parts
from mi_print.products.booklet.index import IndexEntry

AnyValue = TypeVar("AnyValue")

BOARDS_AT = (0.53, 0.56, 0.6, 0.5)
"""Where board numbers begin, of a column: the first of those that take the fewest lines."""
_PAGES_AT = 0.8
"""Where names end if there are no boards, or further on if their pages leave room for that."""

_GAP = 4.0  # points at the least between a name and its boards
_APART = 8.0  # points at the least between these, or a name without any, and its pages
_LEAST = 6  # lines of a column that is not the last
_PER_LINE = (3, 2, 1)  # boards, and pages, on one line if not all have room there


@dataclass(frozen=True, slots=True)
class IndexLine:
    """One line: texts, and how far each is pushed from the one before, in points.

    `excess` is by how many points it is too wide for its column without its page numbers;
    `family` is the part of the name that is set off.
    """

    name: str
    boards: str
    boards_pad: float
    pages: list[tuple[str, str]]
    pages_pad: float
    excess: float = 0.0
    family: str = ""

    @property
    def texts(self) -> list[tuple[str, bool]]:
        """The name in parts, each with whether it is set off."""
        return _set_off(self.name, self.family)


def _set_off(name: str, family: str) -> list[tuple[str, bool]]:
    """Return a name in parts, each with whether it is the family name, as far as that is known."""
    found = list(_word(family).finditer(name)) if family else []
    if not found:
        return [(name, False)]
    start, end = found[-1].span()
    pieces = ((name[:start], False), (name[start:end], True), (name[end:], False))
    return [piece for piece in pieces if piece[0]]


def _word(text: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(text)}(?!\w)")


@dataclass(frozen=True, slots=True)
class IndexItem:
    """A letter, or the lines of an entry; `under` is the letter in both."""

    letter: str
    lines: list[IndexLine]
    under: str = ""

    @property
    def height(self) -> int:
        """In base lines; a letter has a free one above it."""
        return len(self.lines) or 2


def columns(
    found: Sequence[IndexEntry], page_of: Callable[[str], str], context: LayoutContext, width: float
) -> list[IndexItem]:
    """Return letters and entries in their order, each with its lines for a column."""
    boards = any(entry.boards for entry in found)
    tried = (
        _columns(found, page_of, context, (width * start, width))
        for start in (BOARDS_AT if boards else (_PAGES_AT,))
    )
    return min(tried, key=lambda items: sum(item.height for item in items))


def _columns(
    found: Sequence[IndexEntry],
    page_of: Callable[[str], str],
    context: LayoutContext,
    widths: tuple[float, float],
) -> list[IndexItem]:
    items = []
    for letter, group in groupby(
        found, key=lambda entry: initial(entry.sort or entry.name, context.lang)
    ):
        items.append(IndexItem(letter, [], letter))
        lines = (_lines(entry, page_of, context, widths) for entry in group)
        items += [IndexItem("", each, letter) for each in lines]
    return items


def paged(
    items: Sequence[IndexItem], columns: int, lines: int, head: int
) -> list[list[list[IndexItem]]]:
    """Return the items by pages and columns: on as few pages as they need, evenly filled.

    Args:
        items: in their order.
        columns: of a page.
        lines: that a column has.
        head: how many of them the heading takes on the first page.
    """
    found: list[list[list[IndexItem]]] = []
    for free in range(lines - head - _LEAST):
        capacities = chain(repeat(lines - head - free, columns), repeat(lines - free))
        placed = filled(items, capacities)
        pages = [placed[at : at + columns] for at in range(0, len(placed), columns)]
        alone = any(column[-1].letter for column in placed if column)
        if found and (alone or len(pages) > len(found)):
            break
        found = pages
    return found


def filled(items: Sequence[IndexItem], capacities: Iterator[int]) -> list[list[IndexItem]]:
    """Return the items column by column; a letter stays with its first entry."""
    placed: list[list[IndexItem]] = [[]]
    free = next(capacities)
    for at, item in enumerate(items):
        need = item.height - (1 if item.letter and not placed[-1] else 0)
        follower = items[at + 1].height if item.letter and at + 1 < len(items) else 0
        if need + follower > free and placed[-1]:
            placed.append([])
            free = next(capacities)
            need = item.height - (1 if item.letter else 0)
        placed[-1].append(item)
        free -= need
    return placed


def letters(page: Sequence[Sequence[IndexItem]]) -> str:
    """Return under which letters the entries of a page stand: "D–G", or "D"."""
    return "–".join(dict.fromkeys((page[0][0].under, page[-1][-1].under)))


def _lines(
    entry: IndexEntry,
    page_of: Callable[[str], str],
    context: LayoutContext,
    widths: tuple[float, float],
) -> list[IndexLine]:
    faces, lang = (context.face("note"), context.face("note-strong")), context.lang
    figures = context.face("index")

    def measured(text: str) -> float:
        return measure(text, faces[bool(entry.family)], lang).width

    def counted(text: str) -> float:
        return measure(text, figures, lang).width

    between = measure(", ", faces[0], lang).width
    start, width = widths
    numbers = {page_of(anchor): anchor for anchor in reversed(entry.anchors)}
    pages = sorted(numbers.items(), key=lambda pair: int(pair[0]))
    room = start - _GAP
    if not entry.boards:
        room = max(room, width - _APART - counted(", ".join(number for number, _ in pages)))
    names = greedy(parts(entry.name), room, measured)
    if len(names) > 1:
        first, *rest = greedy(parts(entry.name), room - measured(EM_SPACE), measured)
        names = [first, *(f"{EM_SPACE}{name}" for name in rest)]

    def line(
        name: str | None, boards: list[str] | None, pages: list[tuple[str, str]] | None
    ) -> IndexLine:
        said, board = name or "", ", ".join(boards or ())
        at = sum(
            measure(part, faces[off], lang).width for part, off in _set_off(said, entry.family)
        )
        pad = max(start - at, _GAP) if board else 0.0
        at += pad + (counted(board) if board else 0.0)
        rest = width - at
        numbers = [counted(number) for number, _ in pages or ()]
        left = rest - sum(numbers) - max(len(numbers) - 1, 0) * between
        return IndexLine(said, board, pad, pages or [], left, max(0.0, -rest), entry.family)

    counts = (max(len(entry.boards), len(pages), 1), *_PER_LINE)
    numbered = [(_by(entry.boards, count), _by(pages, count)) for count in counts]
    *upper, last = [(name, None, None) for name in names]
    beside = [*upper, *zip_longest(names[-1:], *numbered[0])]
    below = [*upper, last, *zip_longest((), *numbered[-1])]
    beginning, *fewer = (zip_longest(names, *each) for each in numbered)
    for rows in (beginning, beside, *fewer, below):
        lines = [line(*row) for row in rows]
        if all(each.pages_pad >= _APART for each in lines if each.pages):
            break
    return [each if each.pages_pad >= _GAP else replace(each, pages_pad=_GAP) for each in lines]


def _by(values: Sequence[AnyValue], count: int) -> list[list[AnyValue]]:
    return [list(values[at : at + count]) for at in range(0, len(values), count)]
