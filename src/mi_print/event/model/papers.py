"""`data/papers.yaml` or `papers.csv`: the accepted papers."""

from pydantic import Field

from mi_print.event.model.base import EventPart
from mi_print.event.model.mention import AuthorMention
from mi_print.event.string_types import Address, Identifier, Language, TextLine

REMOTE = "remote"
"""What `session` says of a paper that is presented from afar."""


class Paper(EventPart):
    """A paper: on a board in a poster session, or presented remotely."""

    id: Identifier
    """A short name or number of the paper, in quotes if it is a number."""
    title: TextLine
    """As it is printed."""
    authors: tuple[AuthorMention, ...] = Field(default=(), max_length=500)
    """The authors in their order: names, ids of people, or names with affiliations."""
    category: TextLine | None = None
    """The part of the list of papers that it stands in."""
    session: Identifier
    """The id of a posters session, or `remote`."""
    board: int | None = Field(default=None, ge=1, le=9999)
    """The number of its board, unless it is remote."""
    spotlight: bool = False
    """Whether it has a spotlight talk."""
    spotlight_order: int | None = Field(default=None, ge=1, le=9999)
    """Its place among the spotlight talks of its session."""
    url: Address | None = None
    """Where it can be read."""
    lang: Language | None = None
    """The language of the title and the names (BCP 47), if not the workshop's."""

    @property
    def remote(self) -> bool:
        """Whether it has no place in the room."""
        return self.session == REMOTE


class Papers(EventPart):
    """`data/papers.yaml` (or the same columns in `data/papers.csv`): the accepted papers."""

    papers: tuple[Paper, ...] = Field(default=(), max_length=10_000)
    """The papers, in the order of printing."""
