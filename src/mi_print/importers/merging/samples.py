"""What a new project has from `mi-print init`: samples, which give way to what is imported."""

import datetime as dt
from collections.abc import Sequence
from functools import cache

from mi_print.event.starter import SMALL_STARTER, STARTER
from mi_print.importers.merging.merged_file import ATTENDEES, merged_file
from mi_print.importers.merging.record import DataRecord

_ADDED = {"start": "09:30", "end": "12:30", "kind": "session"}
"""The session that a starter of several days has on each day after the first."""


def is_sample(part: str, record: DataRecord) -> bool:
    """Tell whether a record of a list is one of a starter, as it stands there."""
    plain = {name: value for name, value in record.items() if name != "day"}
    if part == "program.sessions" and str(record["id"]).startswith("day-"):
        number = str(record["id"]).removeprefix("day-")
        return plain == {"id": f"day-{number}", **_ADDED, "title": f"Day {number}"}
    return plain in _records(part, ())


def sample_fields(part: str, record: DataRecord) -> set[str]:
    """Return those fields of a file that say what a starter says."""
    names = tuple(name for name in record if name != "id")
    samples = _records(part, (*names, "date"))
    found = {name for name in names if any(each.get(name) == record[name] for each in samples)}
    days, first = record.get("dates"), {str(each.get("date")) for each in samples}
    if isinstance(days, list) and days and str(days[0]) in first and _in_a_row(days):
        found.add("dates")
    return found


def _in_a_row(days: Sequence[object]) -> bool:
    try:
        found = [dt.date.fromisoformat(str(each)).toordinal() for each in days]
    except ValueError:
        return False
    return found == list(range(found[0], found[0] + len(found)))


@cache
def _records(part: str, fields: tuple[str, ...]) -> list[DataRecord]:
    """Return the records of a part in both starters."""
    name = part.partition(".")[0]
    found: list[DataRecord] = []
    for folder in (STARTER, SMALL_STARTER):
        path = folder / "data" / f"{name}{'.csv' if name == ATTENDEES else '.yaml'}"
        if path.is_file():
            found += merged_file(name, path.read_bytes(), path.name).records(part, fields) or ()
    return found
