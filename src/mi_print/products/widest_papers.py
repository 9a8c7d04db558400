"""Which of very many papers a check lays out: those with the widest texts.

A list of papers sets each by itself, so that what fits the widest fits all.  Beside these, so
that the event keeps its shape, stay the papers that talks are about, and of each group of a
poster session some, with its first board and its last.
"""

from collections.abc import Iterator
from itertools import chain, islice

from mi_print.event.model import Event, Paper
from mi_print.event.queries import PosterSession, poster_sessions
from mi_print.products.signage.poster_entry import paper_notes
from mi_print.products.variable_data.record_texts import RecordTexts, text_width
from mi_print.products.variable_data.widest_records import (
    share_left,
    widest,
)

EXACT = 2_000
"""Up to so many papers all are laid out; of more as many keep the shape at the most."""
_SOME = 4
"""Of a group, its first: with fewer the booklet would set it otherwise."""


def with_widest_papers(event: Event) -> tuple[Event, tuple[str, ...]]:
    """Return the event as a check lays out its lists of papers, and what it leaves out of that.

    Of a few papers it is the same.
    """
    count = len(event.papers)
    if count <= EXACT:
        return event, ()
    wide = {event.papers[at].id for at in widest(map(_texts, event.papers), count, exact=EXACT)}
    talks = {talk.paper for session in event.program.sessions for talk in session.talks}
    shape = set(islice(chain.from_iterable(map(_shape, poster_sessions(event))), EXACT))
    ids = wide | talks | shape
    kept = tuple(paper for paper in event.papers if paper.id in ids)
    return event.model_copy(update={"papers": kept}), share_left(kept, count, "papers")


def _texts(paper: Paper) -> RecordTexts:
    """Return what a paper is set with, and in which lists it may stand."""
    boards = map(str, (paper.board, *paper.boards.values()))
    names = list(map(str, paper.authors))
    kind = paper.lang, paper.remote, paper.spotlight, bool(paper.placed)
    return kind, (
        paper.title,
        ", ".join(names),
        max(names, key=text_width, default=""),
        paper.category or "",
        paper.topic or "",
        max(boards, key=text_width),
        ", ".join(paper_notes(paper)),
        max(paper.abstract, key=len, default=""),
    )


def _shape(posters: PosterSession) -> Iterator[str]:
    """Yield the ids of papers without which a session's groups would be others."""
    for block in posters.groups:
        yield from (paper.id for paper in (*block.papers[:_SOME], block.papers[-1]))
