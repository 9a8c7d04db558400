"""What aclpub2 knows of a conference (`conference_details.yml`, `sponsors.yml`).

That is its name, days, and place, and the logos of its sponsors by their levels.  Sponsors have
no names there but those of the files.
"""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from mi_print.importers.importer import ImportContext, Imported
from mi_print.importers.merging.record import DataRecord
from mi_print.problem import Problem, error, warning
from mi_print.source.wording import shown

KEY = "aclpub2-conference"
SPONSORS = "aclpub2-sponsors"

_PROCEEDINGS = ("proceedings of the ", "proceedings of ")
_MOST_DAYS = 30
_MOST_SPONSORS = 500
_BETWEEN = re.compile(r"[\s_.-]+")
_NO_NAME = re.compile(r"logos?|\d+|(?:diamond|platinum|gold|silver|bronze)", re.IGNORECASE)
"""Words of a file's name that are none of the sponsor's."""


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


def is_sponsors(value: object) -> bool:
    """Tell whether a YAML value is such a list of sponsors."""
    first = value[0] if isinstance(value, list) and value else None
    return isinstance(first, dict) and {"tier", "logos"} <= first.keys()


def sponsors(value: object, file: str) -> Imported:
    """Return the sponsors of such a list, called as the files of their logos."""
    found = dict(_sponsors(value))
    names = ", ".join(f'"{shown(each)}"' for each in list(found)[:12])
    message = f"sponsors are named by the files of their logos: {names}"
    hint = "correct name in data/workshop.yaml; put the logos into data/, and write logo"
    said = warning("assumed", message, hint, file=file)
    levels = list(dict.fromkeys(filter(None, found.values())))
    if len(found) > _MOST_SPONSORS or not found:
        message = f"{len(found)} sponsors stand in this: there are 1 to {_MOST_SPONSORS}"
        said = error("value", message, "see whether it is the right file", file=file)
    records: list[DataRecord] = [
        {"id": name, "name": name, **({"level": level} if level else {})}
        for name, level in found.items()
    ]
    workshop: DataRecord = {"id": "workshop", "sponsor_levels": levels}
    parts = {"workshop": [workshop], "workshop.sponsors": records}
    return Imported(SPONSORS, parts, [said])


def _sponsors(value: object) -> Iterator[tuple[str, str]]:
    """Yield names and levels."""
    for entry in value if isinstance(value, list) else ():
        logos = entry.get("logos") if isinstance(entry, dict) else None
        for logo in logos if isinstance(logos, list) else ():
            words = _BETWEEN.split(PurePosixPath(str(logo).replace("\\", "/")).stem)
            named = [word for word in words if word and not _NO_NAME.fullmatch(word)] or words
            name = " ".join(word[:1].upper() + word[1:] for word in named if word)
            if name:
                yield name[:200], _text(entry, "tier")[:200]


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
