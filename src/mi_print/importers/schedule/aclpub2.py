"""Programs of aclpub2 (`program.yml`): sessions with subsessions, and the papers of each.

A session has no id: title and moment stand for it.  Papers are numbers, or mappings with an
`id` and perhaps times; moments stand there with a space or a T.
"""

import datetime as dt
from collections.abc import Iterator

from mi_print.importers.schedule.scheduled import Schedule, ScheduledSession, ScheduledTalk
from mi_print.problem import Problem, error
from mi_print.source.wording import shown

_NOTHING = {"null", "~", "none"}


def is_program(value: object) -> bool:
    """Tell whether a YAML value is such a program."""
    first = value[0] if isinstance(value, list) and value else None
    return isinstance(first, dict) and {"title", "start_time"} <= first.keys()


def aclpub2_schedule(value: object, file: str) -> Schedule:
    """Return the schedule of such a program."""
    problems: list[Problem] = []
    found = list(_sessions(value, "", file, problems))
    return Schedule("", "", found, problems)


def _sessions(
    value: object, within: str, file: str, problems: list[Problem]
) -> Iterator[ScheduledSession]:
    for entry in value if isinstance(value, list) else ():
        if not isinstance(entry, dict):
            continue
        starts, ends = _moment(entry, "start_time"), _moment(entry, "end_time")
        title = _text(entry, "title")
        if starts is None:
            message = f'"{shown(title)}" has no day and time'
            problems.append(error("value", message, "write its start_time", file=file))
            continue
        name = f"{title} {starts:%m%d %H%M}"
        below = None if within else entry.get("subsessions")  # one level
        inner = list(_sessions(below, name, file, problems))
        posters = "poster" in title.casefold()
        shown_papers = tuple(_talks(entry.get("papers")))
        talks = () if posters else shown_papers
        kind = "block" if inner else "posters" if posters else "talks" if talks else ""
        yield ScheduledSession(
            id=name,
            title=title,
            starts=starts,
            minutes=int((ends - starts).total_seconds()) // 60 if ends else None,
            room=_text(entry, "location") or _text(entry, "room"),
            kind=kind,
            chair=_text(entry, "chair"),
            within=within,
            talks=talks,
            papers=tuple(each.paper for each in shown_papers),
        )
        yield from inner


def _talks(papers: object) -> Iterator[ScheduledTalk]:
    for paper in papers if isinstance(papers, list) else ():
        entry = paper if isinstance(paper, dict) else {"id": paper}
        starts, ends = _moment(entry, "start_time"), _moment(entry, "end_time")
        minutes = int((ends - starts).total_seconds()) // 60 if starts and ends else None
        if identifier := _text(entry, "id"):
            yield ScheduledTalk(identifier, starts, minutes)


def _moment(entry: dict[str, object], key: str) -> dt.datetime | None:
    try:
        found = dt.datetime.fromisoformat(_text(entry, key))
    except ValueError:
        return None
    return found.replace(tzinfo=None, second=0, microsecond=0)


def _text(entry: dict[str, object], key: str) -> str:
    found = entry.get(key)
    text = " ".join(str(found).split()) if isinstance(found, str | int) else ""
    return "" if text.casefold() in _NOTHING else text
