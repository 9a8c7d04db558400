"""The program booklet: the variables of its parts, and its pages."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from mi_print.event.chronology import in_time, of_several_days
from mi_print.event.model import Event, Role
from mi_print.event.queries import (
    PosterSession,
    grouped,
    other_papers,
    poster_sessions,
    remote_papers,
)
from mi_print.layout.checks.page_fault import PageFault, quoted
from mi_print.layout.template_api.context import LayoutContext
from mi_print.layout.typeset.pagination import PageNumbers, paginate
from mi_print.layout.typeset.typesetter import TypesetPages
from mi_print.products.booklet import index, index_columns
from mi_print.products.booklet.contents import (
    VENUE,
    about_venue,
    chapter_title,
    contents,
    is_compact,
    is_told_of_keynotes,
    other_title,
)
from mi_print.products.booklet.people_lists import people_lists
from mi_print.products.booklet.session_parts import session_parts
from mi_print.products.booklet.venue_place import (
    beside_organizers,
    is_with_contents,
    venue_place,
)
from mi_print.products.edition.composer import Composer
from mi_print.products.schedule import timetable
from mi_print.products.schedule.day_pages import day_pages
from mi_print.products.schedule.session_text import session_texts
from mi_print.products.schedule.when import when

_TOLERANCE = 0.5  # points
_SHORTEN = "shorten the longest word of the name, or order a larger size"
_INDEX_COLUMNS = (2, 3)
"""Columns of the index; three where no boards are in it and they take fewer pages."""
_DIVIDED = 1 / 5
"""Of the entries that may have several lines in three columns."""
_INDEX_PAGES = 4
"""Pages of the index that are one document."""


@dataclass(frozen=True, slots=True)
class _Composed:
    """A chapter's HTML, and what it was composed of besides the variables of every part."""

    html: str
    start: int
    own: Mapping[str, object]
    answers: Mapping[str, str]
    """The page numbers that it asked for, by their anchors."""

    def holds(self, numbers: PageNumbers, own: Mapping[str, object]) -> bool:
        """Return whether the chapter would be the same now; asks for the same page numbers."""
        same = (self.start, self.own) == (numbers.start, own)
        answers = [numbers.page_of(anchor) == page for anchor, page in self.answers.items()]
        return same and all(answers)


def pages(composer: Composer) -> TypesetPages:
    """Typeset the booklet."""
    parts = composer.job.layout.manifest.parts
    return paginate(parts, chapters(composer), composer.typeset)


def chapters(composer: Composer) -> Callable[[str, PageNumbers], Iterator[str]]:
    """Return what yields the HTML of a part's chapters, given the page numbers so far."""
    event, context = composer.event, composer.context
    given = variables(event, context)
    posters = poster_sessions(event)
    names = index.shown_entries(event)
    known: dict[tuple[str, int], _Composed] = {}

    def compose(part: str, numbers: PageNumbers) -> Iterator[str]:
        owns: Iterable[Mapping[str, object]] = [{}]
        if part == "posters":
            owns = _topics(posters)
        if part == "index":
            owns = _index(names, numbers, composer)
        if part == "notes":
            owns = [{"fill": -numbers.others % composer.job.shop.page_multiple}]
        for place in enumerate(owns):
            yield composed(part, numbers, *place)

    def composed(part: str, numbers: PageNumbers, at: int, own: Mapping[str, object]) -> str:
        before = known.get((part, at))
        if before and before.holds(numbers, own):
            return before.html
        start = numbers.start
        answers: dict[str, str] = {}

        def page_of(anchor: str) -> str:
            return answers.setdefault(anchor, numbers.page_of(anchor))

        html = composer.compose(part, {**given, "start": start, "page_of": page_of, **own})
        known[part, at] = _Composed(html, start, own, answers)
        return html

    return compose


def _topics(posters: Iterable[PosterSession]) -> Iterator[dict[str, object]]:
    """Yield what each chapter of the part `posters` is about, and what the one before it is."""
    before: dict[str, object] = {"posters": None, "block": None}
    for session in posters:
        for at, block in enumerate(session.groups):
            here = {"posters": session, "block": block}
            yield here | {"at": at, "before": before}
            before = here


def variables(event: Event, context: LayoutContext) -> dict[str, object]:
    """Return the variables of every part."""
    posters = poster_sessions(event)
    place = venue_place(event, context)
    chapters = contents(event, posters, venue_first=place == "welcome")
    others = [each for each in chapters if each.anchor != VENUE]
    with_contents = is_with_contents(event, others, context)
    sessions = in_time(event.program.sessions, event.workshop.venue.room_names)
    days = timetable.pages(sessions, session_texts(event), context, timetable.booklet(context))
    return {
        "workshop": event.workshop,
        "organizers": event.having(Role.ORGANIZER),
        "poster_sessions": posters,
        "days": days,
        "glance": day_pages(event, context),
        **({} if of_several_days(event) else {"day": [row for page in days for row in page.rows]}),
        "several_days": of_several_days(event),
        "when": when(event),
        **session_parts(event),
        "keynotes_told": is_told_of_keynotes(event),
        "lists": people_lists(event),
        "beside_organizers": beside_organizers(event, context),
        "venue_place": place,
        "venue_with_contents": with_contents,
        "papers": event.papers,
        "compact": is_compact(posters),
        "chapters": {each.number: chapter_title(each, context.locale) for each in posters},
        "other_title": other_title(event),
        "index_order": index.order_word(event),
        "abstracts": event.orders.program.abstracts,
        "other_papers": other_papers(event),
        "remote": remote_papers(event),
        "apart": {
            "other-papers": grouped(other_papers(event), event),
            "remote": grouped(remote_papers(event), event),
        },
        "contents": others if with_contents else chapters,
        "about_venue": about_venue(event),
    }


def _index(
    names: list[index.IndexEntry], numbers: PageNumbers, composer: Composer
) -> list[dict[str, object]]:
    found = index.on_pages(names, numbers.has)
    tried = (_in_columns(found, numbers, composer.context, count) for count in _INDEX_COLUMNS)
    width, items, pages = next(tried)
    if len(pages) > 1 and not any(entry.boards for entry in found):
        narrow = next(tried)
        high = sum(len(item.lines) > 1 for item in narrow[1])
        fits = high <= _DIVIDED * len(found) and not any(_too_wide(narrow[1]))
        if fits and len(narrow[2]) < len(pages):
            width, items, pages = narrow
    composer.misfits.extend(_too_wide(items))
    return [
        {
            "index_width": width,
            "index_pages": pages[at : at + _INDEX_PAGES],
            "index_letters": [
                index_columns.letters(page) for page in pages[at : at + _INDEX_PAGES]
            ],
            "first": at == 0,
        }
        for at in range(0, len(pages) if items else 0, _INDEX_PAGES)
    ]


def _in_columns(
    found: Sequence[index.IndexEntry], numbers: PageNumbers, context: LayoutContext, count: int
) -> tuple[float, list[index_columns.IndexItem], list[list[list[index_columns.IndexItem]]]]:
    """Return how wide so many columns are, their items, and these by pages and columns."""
    grid = context.grid
    width = (grid.measure - 2 * (count - 1) * grid.gutter) / count
    items = index_columns.columns(found, numbers.page_of, context, width)
    return width, items, index_columns.paged(items, count, grid.lines, timetable.HEAD_LINES)


def _too_wide(items: Iterable[index_columns.IndexItem]) -> Iterator[PageFault]:
    """Yield an error for each name that is wider than a column of the index."""
    for item in items:
        excess = max((line.excess for line in item.lines), default=0.0)
        if excess > _TOLERANCE:
            name = " ".join(line.name.strip() for line in item.lines if line.name)
            message = f"{quoted(name)} is {excess:.1f} pt wider than a column of the index"
            yield PageFault("overflow", message, _SHORTEN, texts=((name,),))
