"""A page of a day with rooms as columns, as a template draws it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RoomStyle:
    """How a day with columns is set.

    Attributes:
        left: where the first column begins, in points from the table's left.
        width: of the table.
        gutter: between columns.
        lines: how many base lines a page has for it.
        time: the step of the type scale for times.
        who: that for what a session is called.
        what: that for what it adds.
        aside: that for where it is.
        below: how many base lines lower than others the page begins.
    """

    left: float
    width: float
    gutter: float
    lines: int
    time: str
    who: str
    what: str
    aside: str
    below: int = 0


@dataclass(frozen=True, slots=True)
class RoomCell:
    """A session on a page: `left` and `width` in points, `top` and `lines` in base lines.

    `begins` tells whether it begins on this page; `closed`, whether there is nothing for a while
    when it has ended; `drop`, how many points lower its text is, and `more`, how many lines that
    takes.
    """

    who: list[str]
    what: list[str]
    aside: list[str]
    anchor: str
    quiet: bool
    begins: bool
    left: float
    width: float
    closed: bool = False
    drop: float = 0.0
    more: int = 0
    top: float = 0
    lines: float = 0

    @property
    def height(self) -> int:
        """How many lines its text takes."""
        return max(len(self.who) + len(self.what) + len(self.aside), 1) + self.more


@dataclass(frozen=True, slots=True)
class RoomColumn:
    """A room above its column: the lines of its name, `left` and `width` in points."""

    name: list[str]
    left: float
    width: float


@dataclass(frozen=True, slots=True)
class RoomTable:
    """A page of a day: its columns, the moments at its left, each with its line, the sessions.

    `last` tells whether the day ends here.
    """

    columns: list[RoomColumn]
    times: list[tuple[str, float]]
    cells: list[RoomCell]
    lines: float
    last: bool
    style: RoomStyle
