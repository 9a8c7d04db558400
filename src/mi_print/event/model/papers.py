"""`data/papers.yaml` or `papers.csv`: the accepted papers."""

from typing import Self

from pydantic import Field, model_validator

from mi_print.event.model.base import EventPart
from mi_print.event.model.board import BoardLabel
from mi_print.event.model.mention import AuthorMention, Mention, Somebody, mention_of
from mi_print.event.string_types import Address, Identifier, Language, Prose
from mi_print.source.text_line import TextLine

REMOTE = "remote"
"""What `session` may say of a paper that is presented from afar, in place of `remote: true`."""

SPOTLIGHT = "spotlight"
"""The `type` of a paper with a spotlight talk."""


class Paper(EventPart):
    """A paper: on a board in a poster session, in a talk, or presented remotely."""

    id: Identifier
    """A short name or number of the paper, in quotes if it is a number."""
    title: TextLine
    """As it is printed."""
    authors: tuple[AuthorMention, ...] = Field(default=(), max_length=500)
    """The authors in their order: names, ids of people, or names with affiliations."""
    category: TextLine | None = None
    """The part of the list of papers that it stands in."""
    topic: TextLine | None = None
    """The part that it stands in where the program is grouped by topics."""
    session: Identifier | None = None
    """The id of the session in which it is shown, or `remote`; left out, if it is not known yet."""
    board: BoardLabel | None = None
    """Its board in that session: digits, or a label in quotes; left out, if it is not known yet."""
    boards: dict[Identifier, BoardLabel] = Field(default={}, max_length=100)
    """If it is shown in several sessions: its board in each, by the session's id."""
    remote: bool = False
    """Whether it is presented from afar, and so has no board."""
    type: TextLine | None = None
    """What is accepted, in your own words: oral, poster; `spotlight` has a spotlight talk."""
    spotlight: bool = False
    """Whether it has a spotlight talk; another way to write the type."""
    spotlight_order: int | None = Field(default=None, ge=1, le=9999)
    """Its place among the spotlight talks of its session."""
    awards: tuple[TextLine, ...] = Field(default=(), max_length=20)
    """The prizes that it has won, as they are printed."""
    abstract: Prose = ()
    """What it is about; an empty line begins a paragraph."""
    url: Address | None = None
    """Where it can be read."""
    lang: Language | None = None
    """The language of the title and the names (BCP 47), if not the workshop's."""

    @model_validator(mode="after")
    def _in_one_way(self) -> Self:
        """Return it with what can be said in two ways said in both.

        Raises:
            ValueError: the two ways contradict each other.
        """
        said = self.model_fields_set
        remote = self.remote or self.session == REMOTE
        if self.boards and (self.session or self.board):
            raise ValueError("boards: names the sessions; take out session: and board:")
        if self.session == REMOTE and "remote" in said and not self.remote:
            raise ValueError("session: remote and remote: false contradict; take one of them out")
        if self.session not in {REMOTE, None} and self.remote:
            message = f"remote: true and session: {self.session} contradict"
            raise ValueError(f"{message}; take one of them out")
        if self.board is not None and not self.session:
            raise ValueError(f"board {self.board} is in no session; add session: with its id")
        spotlight = self.type is not None and self.type.casefold() == SPOTLIGHT
        if self.type is not None and "spotlight" in said and self.spotlight != spotlight:
            truth = str(self.spotlight).lower()
            message = f'type: "{self.type}" and spotlight: {truth} contradict'
            raise ValueError(f"{message}; take one of them out")
        agreed: dict[str, object] = {"remote": remote, "spotlight": self.spotlight or spotlight}
        if self.spotlight and self.type is None:
            agreed["type"] = SPOTLIGHT
        changed = {name: value for name, value in agreed.items() if getattr(self, name) != value}
        return self.model_copy(update=changed) if changed else self

    @property
    def placed(self) -> dict[str, int | str | None]:
        """The sessions in which it is shown, and its board in each, if it is known."""
        if self.boards or self.session is None or self.remote:
            return {} if self.remote else dict(self.boards)
        return {self.session: self.board}

    @property
    def anchor(self) -> str:
        """The id of where it stands in the booklet: in each of several sessions it has one."""
        first = next(iter(self.boards), self.session)
        return f"paper-{self.id}" + (
            f"/{self.session}" if self.session not in {None, first} else ""
        )

    def in_session(self, session: str) -> Self:
        """Return it as it is shown in one of its sessions."""
        if self.session == session:
            return self
        return self.model_copy(update={"session": session, "board": self.placed[session]})


class AuthorRow(Somebody):
    """A row of `authors.csv`: an author of a paper."""

    paper: Identifier
    """The id of the paper."""


class AuthorRows(EventPart):
    """`data/authors.csv`: the authors of all papers, a row each."""

    authors: tuple[AuthorRow, ...] = Field(default=(), max_length=100_000)
    """The rows; those of one paper in the order of its authors."""

    @property
    def by_paper(self) -> dict[str, list[Mention]]:
        """The authors of each paper, by its id."""
        found: dict[str, list[Mention]] = {}
        for row in self.authors:
            found.setdefault(row.paper, []).append(mention_of(row))
        return found


class Papers(EventPart):
    """`data/papers.yaml` (or the same columns in `data/papers.csv`): the accepted papers."""

    papers: tuple[Paper, ...] = Field(default=(), max_length=10_000)
    """The papers, in the order of printing."""
