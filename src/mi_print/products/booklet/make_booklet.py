"""The program booklet: the variables of its parts, and its pages."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from mi_print.event.chronology import by_day, in_time, of_several_days
from mi_print.event.model import Event, Kind, Paper, Role, Session, Talk
from mi_print.event.queries import (
    PosterSession,
    grouped,
    other_papers,
    people,
    poster_sessions,
    remote_papers,
    spotlights,
)
from mi_print.layout.checks.page_fault import PageFault, quoted
from mi_print.layout.template_api.context import LayoutContext
from mi_print.layout.typeset.pagination import PageNumbers, paginate
from mi_print.layout.typeset.typesetter import TypesetPages
from mi_print.products.booklet import index
from mi_print.products.booklet.contents import (
    about_venue,
    chapter_title,
    contents,
    is_compact,
    other_title,
)
from mi_print.products.edition.composer import Composer
from mi_print.products.schedule import timetable
from mi_print.products.schedule.day_pages import day_pages
from mi_print.products.schedule.session_text import QUIET, session_text, session_texts
from mi_print.products.schedule.when import when

_TOLERANCE = 0.5  # points
_SHORTEN = "shorten the longest word of the name, or order a larger size"
_INDEX_COLUMNS = 2
_INDEX_PAGES = 4
"""Pages of the index that are one document."""


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

    def compose(part: str, numbers: PageNumbers) -> Iterator[str]:
        owns: Iterable[Mapping[str, object]] = [{}]
        if part == "posters":
            owns = _topics(posters)
        if part == "index":
            owns = _index(names, numbers, composer)
        if part == "notes":
            owns = [{"fill": -numbers.others % composer.job.shop.page_multiple}]
        for own in owns:
            numbered = {"start": numbers.start, "page_of": numbers.page_of}
            yield composer.compose(part, {**given, **numbered, **own})

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
    by_id = {each.session.id: each for each in posters}
    sessions = event.program.sessions
    days = timetable.pages(sessions, session_texts(event), context, timetable.booklet(context))
    papers = {paper.id: paper for paper in event.papers}
    return {
        "workshop": event.workshop,
        "organizers": event.having(Role.ORGANIZER),
        "poster_sessions": posters,
        "days": days,
        "glance": day_pages(event, context),
        **({} if of_several_days(event) else {"day": [row for page in days for row in page.rows]}),
        "several_days": of_several_days(event),
        "when": when(event),
        "sessions": _details(event, by_id),
        "keynotes": [
            {"session": session, "people": people(event, session.speakers)}
            for session in sessions
            if session.kind is Kind.KEYNOTE
        ],
        "lightning": [
            {"session": session, "talks": [_talk(talk, event, papers) for talk in session.talks]}
            for session in sessions
            if session.talks
        ],
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
        "contents": contents(event, posters),
        "about_venue": about_venue(event),
    }


def _talk(talk: Talk, event: Event, papers: Mapping[str, Paper]) -> dict[str, object]:
    """Return a talk; who gives it are its speakers, or else the authors of its paper."""
    paper = papers.get(talk.paper or "")
    speakers = people(event, talk.speakers or (paper.authors if paper else ()))
    places = dict.fromkeys(person.affiliation for person in speakers if person.affiliation)
    return {
        "title": talk.title,
        "people": speakers,
        "affiliations": list(places),
        "talk": talk,
        "paper": paper,
        "authors": paper.authors if paper and talk.speakers else (),
    }


def _details(event: Event, posters: Mapping[str, PosterSession]) -> list[dict[str, object]]:
    """Return what is said of each session, day by day; `day` of the first of one of several."""
    found = []
    for day, sessions in by_day(event.program.sessions).items():
        ordered = in_time(sessions) if len(event.workshop.venue.rooms) > 1 else sessions
        for at, session in enumerate(ordered):
            begins = at == 0 and of_several_days(event)
            found.append(_detailed(session, event, posters) | {"day": day if begins else None})
    return found


def _detailed(
    session: Session, event: Event, posters: Mapping[str, PosterSession]
) -> dict[str, object]:
    text = session_text(session, event, posters)
    before = posters.get(session.posters or "") if session.kind is Kind.SPOTLIGHTS else None
    here = posters.get(session.id)
    return {
        "session": session,
        "quiet": session.kind in QUIET,
        "who": text.who,
        "what": text.what,
        "anchor": "" if text.anchor == f"session-{session.id}" else text.anchor,
        "spotlights": spotlights(before.papers, session.talks) if before else [],
        "blocks": here.groups if here else [],
        "number": here.number if here else None,
    }


def _index(
    names: list[index.IndexEntry], numbers: PageNumbers, composer: Composer
) -> list[dict[str, object]]:
    context = composer.context
    grid = context.grid
    width = (grid.measure - 2 * grid.gutter) / _INDEX_COLUMNS
    items = index.columns(index.on_pages(names, numbers.has), numbers.page_of, context, width)
    composer.misfits.extend(_too_wide(items))
    pages = index.paged(items, _INDEX_COLUMNS, grid.lines, timetable.HEAD_LINES)
    return [
        {
            "index_width": width,
            "index_pages": pages[at : at + _INDEX_PAGES],
            "index_letters": [index.letters(page) for page in pages[at : at + _INDEX_PAGES]],
            "first": at == 0,
        }
        for at in range(0, len(pages) if items else 0, _INDEX_PAGES)
    ]


def _too_wide(items: Iterable[index.IndexItem]) -> Iterator[PageFault]:
    """Yield an error for each name that is wider than a column of the index."""
    for item in items:
        excess = max((line.excess for line in item.lines), default=0.0)
        if excess > _TOLERANCE:
            name = " ".join(line.name.strip() for line in item.lines if line.name)
            message = f"{quoted(name)} is {excess:.1f} pt wider than a column of the index"
            yield PageFault("overflow", message, _SHORTEN, texts=((name,),))
