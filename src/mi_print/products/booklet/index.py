"""Who is in the booklet, and where: entries, and their places in columns.

One entry a name: an author, a speaker and an organizer who are written alike
are taken for one person, unless several people have the name.  Names are sorted as
they are written, titles left out, because where a family name begins is seldom known;
by family names if of most they are, or if that is ordered.

Every line of an index is one base line high and its texts can be measured, so
its columns are filled here, by counting.  The typesetter's own columns would
lay 600 entries out several times over (measured: 4.7 s against 1.1 s).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby, repeat, zip_longest
from typing import TypeVar

from mi_print.event.collation import guessed_family, initial, sort_key
from mi_print.event.model import APART, Event, Kind, Mention, Paper, Person, Role
from mi_print.event.queries import PosterSession, other_papers, poster_sessions, remote_papers
from mi_print.layout.template_api.context import LayoutContext
from mi_print.layout.text.balance import greedy
from mi_print.layout.text.pango import measure
from mi_print.layout.text.typography import EM_SPACE
from mi_print.layout.text.word_breaks import parts
from mi_print.products.booklet.people_lists import people_lists

AnyValue = TypeVar("AnyValue")

LISTS = "organizers"
"""The anchor of the chapter that has lists of people."""
_LIST = re.compile("(group|role)-")

_IndexedName = tuple[str, str | None]
"""A name, and whose it is if others have it too."""

BOARDS_AT = 0.56
"""Where board numbers begin, of a column."""
_PAGES_AT = 0.8
"""Where names end if there are no boards."""

_GAP = 4.0  # points at the least between a name, its boards and its pages
_LEAST = 6  # lines of a column that is not the last
_FEW = 12  # names that are found without an index
_PER_LINE = (3, 2, 1)  # boards, and pages, on one line if not all have room there


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A name, its boards ("2/14" or "14"), the anchors where it stands, and what sorts it.

    `family` is the part of the name that sorts it, if that is known.
    """

    name: str
    boards: list[str]
    anchors: list[str]
    sort: str = ""
    family: str = ""


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


@dataclass(frozen=True, slots=True)
class _Mentioned:
    """What is known of everybody who is named, and what the index says of them."""

    boards: dict[_IndexedName, list[str]]
    anchors: dict[_IndexedName, list[str]]
    sorts: dict[_IndexedName, str]
    families: dict[_IndexedName, str]


def entries(event: Event) -> list[IndexEntry]:
    """Return the entries in their order."""
    named, lang = _named(event), event.workshop.lang
    by_family = _goes_by_family(event, named)

    def entry(name: _IndexedName) -> IndexEntry:
        family = named.families[name] if by_family else ""
        sort = named.sorts[name] or family
        if by_family and not sort:
            guess = guessed_family(name[0], lang)
            sort = guess if guess[:1].isalpha() else ""
        return IndexEntry(name[0], named.boards[name], named.anchors[name], sort, family)

    def key(each: IndexEntry) -> tuple[str, str]:
        name = sort_key(each.name, lang)
        return sort_key(each.sort, lang) if each.sort else name, name

    return sorted(map(entry, named.anchors), key=key)


def order_word(event: Event) -> str:
    """Return the key of the word that says how the index goes."""
    named = _named(event)
    words = _BY_FAMILY if _goes_by_family(event, named) else _AS_WRITTEN
    boards = any(named.boards.values())
    return words[int(boards) + int(boards and len(poster_sessions(event)) > 1)]


_AS_WRITTEN = ("index-order-pages", "index-order", "index-order-sessions")
_BY_FAMILY = ("index-family-pages", "index-family", "index-family-sessions")


def _goes_by_family(event: Event, named: _Mentioned) -> bool:
    """Return whether the index goes by family names: as ordered, or if they are mostly known."""
    if event.orders.program.sort:
        return event.orders.program.sort == "family"
    long = [name for name in named.anchors if " " in name[0]]
    return 2 * sum(bool(named.families[name]) for name in long) > len(long)


def _named(event: Event) -> _Mentioned:
    found = _Mentioned(defaultdict(list), defaultdict(list), {}, {})
    several = Counter(person.name for person in event.workshop.people)
    people = {person.id: person for person in event.workshop.people}

    def stands(
        name: str, person: Person | None, about: Person | Mention, anchor: str
    ) -> _IndexedName:
        own = person and (several[name] > 1 or person.same_as == APART)
        key = name, person.id if person and own else None
        found.sorts[key] = about.sort or found.sorts.get(key, "")
        found.families[key] = about.family or found.families.get(key, "")
        found.anchors[key] += [] if anchor in found.anchors[key] else [anchor]
        return key

    for person, anchor in _people(event):
        stands(person.name, people.get(person.id), person, anchor)
    several_sessions = len(poster_sessions(event)) > 1
    for paper, session in _papers(event):
        for author in paper.authors:
            key = stands(author, people.get(author.person or ""), author, paper.anchor)
            if session and paper.board is not None:
                number = f"{session.number}/" if several_sessions else ""
                found.boards[key].append(f"{number}{paper.board}")
    return found


def on_pages(found: Iterable[IndexEntry], has: Callable[[str], bool]) -> list[IndexEntry]:
    """Return the entries with the anchors that are on the pages.

    A layout may head its lists of people with one anchor for all, or have no lists.

    Args:
        found: the entries.
        has: whether an anchor is on the pages.
    """
    kept = []
    for entry in found:
        anchors = [each if not _LIST.match(each) or has(each) else LISTS for each in entry.anchors]
        anchors = [each for each in dict.fromkeys(anchors) if each != LISTS or has(each)]
        kept += [replace(entry, anchors=anchors)] if anchors else []
    return kept


def _papers(event: Event) -> Iterator[tuple[Paper, PosterSession | None]]:
    """Yield all papers of the lists, each with the poster session in which it is shown."""
    for session in poster_sessions(event):
        yield from ((paper, session) for paper in session.papers)
    yield from ((paper, None) for paper in (*other_papers(event), *remote_papers(event)))


def shown_entries(event: Event) -> list[IndexEntry]:
    """Return the entries that are printed: of few people who wrote no papers none."""
    found = entries(event)
    return found if event.papers or len(found) > _FEW else []


def is_shown(event: Event) -> bool:
    """Return whether there is an index: of posters by anybody there is, whoever else is in it."""
    posters = (paper for session in poster_sessions(event) for paper in session.papers)
    return any(paper.authors for paper in posters) or bool(shown_entries(event))


def _people(event: Event) -> Iterator[tuple[Person, str]]:
    """Yield (person, anchor) for everybody who speaks, chairs, organizes, or is listed.

    At a talk the authors of a paper that stands in a list are named among lightning talks only.
    """
    papers = {paper.id: paper for paper in event.papers}
    in_list = {paper.id for paper, _ in _papers(event)}
    for session in event.program.sessions:
        keynote = session.kind is Kind.KEYNOTE
        anchor = f"keynote-{session.id}" if keynote else f"session-{session.id}"
        for mention in session.speakers:
            yield event.somebody(mention), anchor
        if session.chair:
            yield event.somebody(session.chair), f"session-{session.id}"
        for number, talk in enumerate(session.talks, 1):
            paper = papers.get(talk.paper or "")
            said = session.kind is Kind.LIGHTNING or talk.paper not in in_list
            named = (*talk.speakers, *(paper.authors if paper and said else ()))
            for person in {each.person or each: event.somebody(each) for each in named}.values():
                yield person, f"talk-{session.id}-{number}"
    for person in event.having(Role.ORGANIZER):
        yield person, f"person-{person.id}"
    for listed in people_lists(event):
        yield from ((person, listed.anchor) for person in listed.people)


def columns(
    found: Sequence[IndexEntry], page_of: Callable[[str], str], context: LayoutContext, width: float
) -> list[IndexItem]:
    """Return letters and entries in their order, each with its lines for a column."""
    items = []
    start = width * (BOARDS_AT if any(entry.boards for entry in found) else _PAGES_AT)
    for letter, group in groupby(
        found, key=lambda entry: initial(entry.sort or entry.name, context.lang)
    ):
        items.append(IndexItem(letter, [], letter))
        lines = (_lines(entry, page_of, context, (start, width)) for entry in group)
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
    names = greedy(parts(entry.name), start - _GAP, measured)
    if len(names) > 1:
        first, *rest = greedy(parts(entry.name), start - _GAP - measured(EM_SPACE), measured)
        names = [first, *(f"{EM_SPACE}{name}" for name in rest)]
    numbers = {page_of(anchor): anchor for anchor in reversed(entry.anchors)}
    pages = sorted(numbers.items(), key=lambda pair: int(pair[0]))

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
    below = [*((name, None, None) for name in names), *zip_longest((), *numbered[-1])]
    for rows in (*(zip_longest(names, *each) for each in numbered), below):
        lines = [line(*row) for row in rows]
        if all(each.pages_pad >= _GAP for each in lines if each.pages):
            break
    return [each if each.pages_pad >= _GAP else replace(each, pages_pad=_GAP) for each in lines]


def _by(values: Sequence[AnyValue], count: int) -> list[list[AnyValue]]:
    return [list(values[at : at + count]) for at in range(0, len(values), count)]
