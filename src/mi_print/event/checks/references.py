"""Ids: each is given once, and whoever is referred to exists."""

from collections.abc import Collection, Iterator, Mapping

from mi_print.event.model import (
    APART,
    REMOTE,
    Direction,
    EventPart,
    Kind,
    Mention,
    Notice,
    Paper,
    Person,
    Session,
)
from mi_print.event.model.lookup import mentions
from mi_print.event.names.folding import folded
from mi_print.event.partial_event import PartialEvent
from mi_print.problem import Place, Problem, error
from mi_print.source.located_values import Location
from mi_print.source.wording import nearest, shown

_WITH_BOARDS = frozenset({Kind.POSTERS})
WITH_PAPERS = _WITH_BOARDS | {
    *(Kind.TALK, Kind.TALKS, Kind.SPOTLIGHTS, Kind.LIGHTNING),
    *(Kind.TUTORIAL, Kind.SESSION),
}
"""Kinds of session in which papers are shown."""

_MOST_HINTS = 20  # a search for the word that is most alike takes its time

_Named = Person | Session | Paper | Direction | Notice


def repeated_ids(draft: PartialEvent) -> Iterator[Problem]:
    """Two things with one id: a reference to it would mean either."""
    yield from _repeated("workshop", draft.people, draft)
    yield from _repeated("program", draft.sessions, draft)
    yield from _repeated("papers", draft.papers, draft)
    yield from _repeated("signs", draft.directions, draft)
    yield from _repeated("signs", draft.notices, draft)
    for location, person in draft.people.items():
        if person.id == APART:
            message = f"\"{APART}\" can't be a person's id: same_as says it of who is nobody else"
            place = draft.at("workshop", *location, "id")
            yield error("duplicate-id", message, "give the person another id", **place)
    for location, session in draft.sessions.items():
        if session.id == REMOTE:
            message = f"\"{REMOTE}\" can't be a session's id: papers say it that are in no session"
            place = draft.at("program", *location, "id")
            yield error("duplicate-id", message, "give the session another id", **place)


def _repeated(
    file: str, items: Mapping[Location, _Named], draft: PartialEvent
) -> Iterator[Problem]:
    first: dict[str, Location] = {}
    for location, item in items.items():
        before = first.setdefault(item.id, location)
        if before != location:
            line = draft.line(file, *before, "id")
            yield error(
                "duplicate-id",
                f'the id "{item.id}" is given twice, first on line {line}',
                "give one of them another id",
                **draft.at(file, *location, "id"),
            )


def unknown_people(draft: PartialEvent) -> Iterator[Problem]:
    """Somebody named by an id, such as a speaker or an author, who is none of the people."""
    known = draft.people_ids
    if known is None:
        return
    names = {folded(person.name): person.id for person in draft.people.values()}
    for file, location, mention in _mentions(draft):
        if mention.person is None or mention.person in known:
            continue
        meant = names.get(folded(mention.person))
        hint = f'did you mean "{meant}"?' if meant else nearest(mention.person, known)
        yield error(
            "unknown-person",
            f'nobody has the id "{shown(mention.person)}"',
            hint or "add the person to people in data/workshop.yaml, or write {name: …}",
            **draft.at(file, *location),
        )


def _mentions(draft: PartialEvent) -> Iterator[tuple[str, Location, Mention]]:
    contact: dict[Location, EventPart] = {("contact",): draft.contact} if draft.contact else {}
    parts: tuple[tuple[str, Mapping[Location, EventPart]], ...] = (
        ("workshop", {**contact, **draft.groups}),
        ("program", draft.sessions),
        ("papers", draft.papers),
    )
    for file, items in parts:
        for location, part in items.items():
            for inside, mention in mentions(part):
                yield file, (*location, *inside), mention


def unknown_papers(draft: PartialEvent) -> Iterator[Problem]:
    """A talk about a paper, or an author of one, that is none of the papers."""
    known = draft.paper_ids
    if known is None:
        return
    hints: dict[str, str] = {}
    for file, location, paper in _papers_named(draft):
        if paper not in known:
            if paper not in hints:
                like = nearest(paper, known) if len(hints) < _MOST_HINTS else ""
                hints[paper] = like or "add the paper to data/papers.yaml"
            message = f'no paper has the id "{paper}"'
            yield error("unknown-paper", message, hints[paper], **draft.at(file, *location))


def _papers_named(draft: PartialEvent) -> Iterator[tuple[str, Location, str]]:
    for location, session in draft.sessions.items():
        for index, talk in enumerate(session.talks):
            if talk.paper:
                yield "program", (*location, "talks", index, "paper"), talk.paper
    for location, row in draft.author_rows.items():
        yield "authors", (*location, "paper"), row.paper


def authors_in_two_files(draft: PartialEvent) -> Iterator[Problem]:
    """Papers that say their authors, beside a table that says them."""
    if "authors" not in draft.sources:
        return
    written = draft.sources["papers"].values if draft.papers else {}
    both = ((*location, "authors") for location in draft.papers)
    if told := next((location for location in both if location in written), None):
        yield error(
            "two-files",
            f"the authors stand in {draft.sources['authors'].file} too",
            "take them out of one of the two files",
            **draft.sources["papers"].at(told),
        )


def no_program(draft: PartialEvent) -> Iterator[Problem]:
    """Papers that name sessions, and no file that has any."""
    if "program" not in draft.sources and any(
        paper.placed and not paper.remote for paper in draft.papers.values()
    ):
        message = "there is no such file, and papers name its sessions"
        hint = 'write it, or say session: "remote" of the papers'
        yield error("missing-file", message, hint, file="data/program.yaml")


def sessions_of_papers(draft: PartialEvent) -> Iterator[Problem]:
    """A paper in a session that there is not, or in which no papers are shown."""
    kinds = _kinds(draft)
    for location, paper in draft.papers.items():
        for session, board in paper.placed.items():
            here = (*location, "boards", session) if paper.boards else (*location, "session")
            shown = _WITH_BOARDS if board is not None else WITH_PAPERS
            if kinds.get(session) not in shown:
                yield from _not_shown(draft, session, shown, draft.at("papers", *here))


def spotlights_of_no_poster_session(draft: PartialEvent) -> Iterator[Problem]:
    """A session that names as its `posters` what is none, or that has no use for any."""
    for location, session in draft.sessions.items():
        if session.posters is None:
            continue
        here = (*location, "posters")
        if session.kind is Kind.SPOTLIGHTS:
            yield from _not_shown(draft, session.posters, _WITH_BOARDS, draft.at("program", *here))
        else:
            message = f"only a spotlights session names its posters, and this is {session.kind}"
            hint = "take the key out, or change the kind"
            yield error("not-spotlights", message, hint, **draft.at("program", *here))


def _kinds(draft: PartialEvent) -> dict[str, Kind]:
    return {session.id: session.kind for session in draft.sessions.values()}


def _not_shown(
    draft: PartialEvent, identifier: str, shown: Collection[Kind], place: Place
) -> Iterator[Problem]:
    """Yield what is wrong with a session that is to be of a kind in which papers are shown."""
    known, kinds = draft.session_ids, _kinds(draft)
    if known is None:
        return
    fitting = [each for each, kind in kinds.items() if kind in shown]
    if identifier not in known:
        hint = nearest(identifier, fitting) or "add the session to data/program.yaml"
        yield error("unknown-session", f'no session has the id "{identifier}"', hint, **place)
    elif identifier in kinds and kinds[identifier] not in shown:
        message = f'the session "{identifier}" is of kind {kinds[identifier]}, not posters'
        yield error("not-posters", message, nearest(identifier, fitting), **place)
