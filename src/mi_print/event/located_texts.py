"""All texts of the data with their places."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mi_print.source.located_values import Source, written


@dataclass(frozen=True, slots=True)
class LocatedText:
    """A text of the data and its place.

    `field` is the way to it in its file, such as `people[3].name`, counted from
    0; `value` has the spelling (NFC, single spaces) of the event.
    """

    value: str
    field: str
    file: str
    line: int | None
    column: int | None


def texts_of(sources: Iterable[Source]) -> Iterator[LocatedText]:
    """Yield every text, ids and addresses too: only the layouts know which they print."""
    for source in sources:
        for location, value in source.texts():
            line, column = source.place(location) or (None, None)
            yield LocatedText(spelled(value), written(location), source.file, line, column)


def spelled(value: str) -> str:
    """Return a text as the event has it: NFC, single spaces."""
    return " ".join(unicodedata.normalize("NFC", value).split())
