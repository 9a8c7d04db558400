"""Who is in the booklet's index, and where: its entries.

One entry a name: an author, a speaker and an organizer who are written alike
are taken for one person, unless several people have the name.  Names are sorted as
they are written, titles left out, because where a family name begins is seldom known;
by family names if of most they are, or if that is ordered.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from mi_print.event.collation import guessed_family, sort_key
from mi_print.event.model import APART, Event, Kind, Mention, Paper, Person, Role
from mi_print.event.queries import PosterSession, other_papers, poster_sessions, remote_papers
from mi_print.products.booklet.people_lists import people_lists

LISTS = "organizers"
"""The anchor of the chapter that has lists of people."""
_LIST = re.compile("(group|role)-")

_IndexedName = tuple[str, str | None]
"""A name, and whose it is if others have it too."""

_FEW = 12  # names that are found without an index


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
