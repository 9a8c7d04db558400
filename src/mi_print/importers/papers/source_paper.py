"""A paper as all its formats say it."""

from dataclasses import dataclass
from typing import NamedTuple


class SourceAuthor(NamedTuple):
    """Somebody who wrote a paper: the name, its parts if they are told, and where from."""

    name: str
    affiliation: str = ""
    given: str = ""
    family: str = ""


@dataclass(frozen=True, slots=True)
class SourcePaper:
    """One entry.

    Attributes:
        id: the number or id by which other lists know it.
        title: as it is written there.
        authors: in their order; `None` if the source does not say any.
        session: the name of the session in which it is shown.
        more_sessions: others in which it is shown too, without a board.
        board: its board there.
        type, category, topic, abstract, url, awards: as there; nothing if they are not.
        status: what became of it, if that is said.
        line: of the file; 0 if it has none.
    """

    id: str
    title: str
    authors: tuple[SourceAuthor, ...] | None = None
    session: str = ""
    more_sessions: tuple[str, ...] = ()
    board: str = ""
    type: str = ""
    category: str = ""
    topic: str = ""
    abstract: str = ""
    url: str = ""
    awards: tuple[str, ...] = ()
    status: str = ""
    line: int = 0
