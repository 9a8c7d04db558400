"""All texts of the data with their places."""

import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mi_print.problem import Place
from mi_print.source.located_values import Location, SourceText, written


class LocatedText(NamedTuple):
    """A text of the data and its place.

    `field` is the way to it in its file, such as `people[3].name`, counted from
    0; `value` has the spelling (NFC, single spaces) of the event; `record` is the id of the
    item that has it, if it has one.
    """

    value: str
    field: str
    file: str
    line: int | None
    column: int | None
    record: str | None = None

    @property
    def place(self) -> Place:
        """The place fields of a problem with it."""
        return {
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "record": self.record,
        }


def located(file: str, texts: Iterable[SourceText]) -> Iterator[LocatedText]:
    """Yield the texts of a file, ids and addresses too: only the layouts know which they print."""
    above: Location = ()
    way = ""
    for value, location, place, record in texts:
        line, column = place or (None, None)
        if location[:-1] != above:  # the texts of a record come after each other
            above = location[:-1]
            way = written(above)
        last = location[-1] if way else ""
        step = f"[{last}]" if isinstance(last, int) else f".{last}"
        field = way + step if way else written(location)
        yield LocatedText(spelled(value), field, file, line, column, record)


def spelled(value: str) -> str:
    """Return a text as the event has it: NFC, single spaces."""
    plain = value if value.isascii() else unicodedata.normalize("NFC", value)
    if plain.isprintable() and "  " not in plain:  # as nearly all: the only spaces are single
        return plain.strip(" ")
    return " ".join(plain.split())
