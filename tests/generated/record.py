"""What must stand in a file, record by record."""

from collections.abc import Callable
from dataclasses import dataclass, field

OneOf = tuple[str, ...]
"""Texts of which one stands there."""


@dataclass(frozen=True)
class Way:
    """Texts and codes that stand there together."""

    texts: tuple[str | OneOf, ...]
    codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Record:
    """What belongs together.

    Attributes:
        about: whose or what it is.
        texts: what must be there of it, each whole.
        codes: what its QR codes say.
        times: how often each text stands there at least, of a record of the whole file.
        most: how often each at the most, if that is known; of texts long enough to be one alone.
        together: whether all of it stands on one page, of a record of the whole file.
        beside: texts that stand in one line, the second behind the first.
        band: the colour at the foot of its pages, at the left edge.
        head: what each of its sheets says, of a record that may have several.
        items: texts that belong together, each time; all are there, or how many are not is said.
        ways: of which one stands there, all of it.
        more: how it is said that so many items are not there; without it, all must be.
    """

    about: str
    texts: tuple[str | OneOf, ...] = ()
    codes: tuple[str, ...] = ()
    times: int = 1
    most: int | None = None
    together: bool = False
    beside: tuple[str, str] | None = None
    band: str = ""
    head: tuple[str | OneOf, ...] = ()
    items: tuple[tuple[str, ...], ...] = ()
    more: Callable[[int], str] | None = None
    ways: tuple[Way, ...] = ()


@dataclass(frozen=True)
class Indexed:
    """An entry of the index.

    Attributes:
        name: as it is written.
        boards: in the order of printing.
        beside: of each page to which it must lead, a text that stands there.
    """

    name: str
    boards: tuple[str, ...]
    beside: tuple[str, ...]


@dataclass(frozen=True)
class Printed:
    """What a file must hold.

    Attributes:
        records: all of them.
        sides: how many pages each record has for itself; 0 if the file is one whole.
        in_order: whether the pages stand in the order of the records.
        index: the entries of the index.
        index_title: what the first page of the index is called; it is the last page that says so.
    """

    records: list[Record]
    sides: int = 0
    in_order: bool = False
    index: list[Indexed] = field(default_factory=list)
    index_title: str = ""
