"""What aclpub2 knows of a conference (`conference_details.yml`): its name, days, and place."""

import datetime as dt

from mi_print.importers.importer import ImportContext, Imported
from mi_print.importers.merging.record import DataRecord
from mi_print.problem import Problem, error, warning
from mi_print.source.wording import shown

KEY = "aclpub2-conference"

_PROCEEDINGS = ("proceedings of the ", "proceedings of ")
_MOST_DAYS = 30


def is_conference(value: object) -> bool:
    """Tell whether a YAML value is such a file."""
    named = isinstance(value, dict) and not value.keys().isdisjoint({"event_name", "book_title"})
    return named and "start_date" in value  # type: ignore[operator] # it is a mapping


def conference(value: object, file: str, context: ImportContext) -> Imported:
    """Return the event of such a file."""
    entry = value if isinstance(value, dict) else {}
    problems: list[Problem] = []
    record: DataRecord = {"id": "workshop"}
    if name := _text(entry, "event_name") or _without_proceedings(_text(entry, "book_title")):
        record["name"] = name
    days = _days(_text(entry, "start_date"), _text(entry, "end_date"))
    if not days:
        said = f'"{shown(_text(entry, "start_date"))}" to "{shown(_text(entry, "end_date"))}"'
        message = f"start_date and end_date say no days: {said}"
        problems.append(error("value", message, "write them as 2027-05-06", file=file))
    several = len(days) > 1 or bool(context.workshop and context.workshop.dates)
    record |= {"dates": days} if several else {"date": "".join(days)}
    place = _text(entry, "location") or _text(entry, "venue")
    if context.workshop is None and place:
        record["venue.name"] = place
        message = f'no building is named: "{shown(place)}" stands for it'
        problems.append(
            warning("assumed", message, "write venue: name in data/workshop.yaml", file=file)
        )
    return Imported(KEY, {"workshop": [record]}, problems)


def _days(first: str, last: str) -> list[str]:
    try:
        start = dt.date.fromisoformat(first)
        end = dt.date.fromisoformat(last) if last else start
    except ValueError:
        return []
    count = (end - start).days + 1
    if not 0 < count <= _MOST_DAYS:
        return []
    return [(start + dt.timedelta(days=each)).isoformat() for each in range(count)]


def _without_proceedings(title: str) -> str:
    for begins in _PROCEEDINGS:
        if title.casefold().startswith(begins):
            return title[len(begins) :]
    return title


def _text(entry: dict[str, object], key: str) -> str:
    found = entry.get(key)
    return " ".join(str(found).split()) if isinstance(found, str | int | dt.date) else ""
