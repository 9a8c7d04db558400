"""One row of the list as an attendee or as problems, with warnings of odd spellings."""

import functools
from collections.abc import Iterator

from pydantic import ValidationError

from mi_print.event.attendees.spelling import in_capitals, mended, without_capitals
from mi_print.event.attendees.table import AttendeeTable
from mi_print.event.model import Attendee
from mi_print.problem import Problem, warning
from mi_print.source.csv_cells import CsvRow
from mi_print.source.validate import validate
from mi_print.source.wording import shown

_NAMES = ("name", "given", "family")
_TEXTS = (*_NAMES, "affiliation", "pronouns")
_LOST = "\ufffd"


def person(
    table: AttendeeTable, row: CsvRow, values: dict[str, str]
) -> tuple[Attendee | None, list[Problem]]:
    """Return a row as an attendee, or None and its problems."""
    try:
        found = Attendee.model_validate(values)
    except ValidationError:
        shaped = validate(table.source(row), Attendee)  # the same errors, with places
        return shaped.whole, list(shaped.problems)
    # The sets of 200,000 people would take 150 MB, and all but a few are alike.
    found.__pydantic_fields_set__ = _one_set(frozenset(values))
    return found, []


@functools.cache
def _one_set(names: frozenset[str]) -> set[str]:
    return set(names)


def oddities(table: AttendeeTable, row: CsvRow, values: dict[str, str]) -> Iterator[Problem]:
    """Yield a warning for wrongly decoded text, and for names in capitals."""
    for column in _TEXTS:
        text = values.get(column, "")
        if text.isascii():
            continue
        if meant := mended(text):
            message = f'"{shown(text)}" is UTF-8 that was read as Windows-1252'
            yield warning("mojibake", message, f'write "{shown(meant)}"', **table.at(row, column))
        if _LOST in text:
            message = f'a program lost a character of "{shown(text)}"'
            hint = "ask how it is written"
            yield warning("mojibake", message, hint, **table.at(row, column))
    loud = [each for each in _NAMES if _loud(each, values)]
    if loud:
        first, *more = [(each, shown(without_capitals(values[each]))) for each in loud]
        message = f'"{shown(values[loud[0]])}" is all in capitals'
        also = "".join(f', {each} "{name}"' for each, name in more)
        hint = f'see whether it should be "{first[1]}"{also}'
        yield warning("capitals", message, hint, **table.at(row, loud[0]))


def _loud(column: str, values: dict[str, str]) -> bool:
    """Tell whether a name is in capitals; "Ada LOVELACE" is how some write a family name."""
    text, name = values.get(column, ""), values.get("name", "")
    return in_capitals(text) and (in_capitals(name) or text not in name)
