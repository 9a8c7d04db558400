"""`mi-print import`: say what files are, what is made of them, and what is not."""

import json
from collections.abc import Iterator, Sequence
from itertools import groupby

from mi_print.cli.problem_groups import listed
from mi_print.cli.terminal import print_problems, print_result, print_text
from mi_print.errors import ExitCode, UsageError
from mi_print.importers.import_files import ImportReport, ImportRequest, import_files
from mi_print.importers.merging.record import Change, Merging
from mi_print.problem import errors_of
from mi_print.source.wording import shown

_MOST = 10  # changes of one sort that are said one by one
_HEADS = {
    Merging.SAMPLE: "of the new project's samples taken out",
    Merging.ADDED: "added",
    Merging.CHANGED: "changed",
    Merging.KEPT: "kept as edited in the data",
    Merging.LEFT: "no longer in the source, and kept",
    Merging.DELETED: "deleted in the data, and left out",
}


def run(request: ImportRequest, *, as_json: bool, every: bool) -> int:
    """Import the files and print what came of it.

    Args:
        request: what is asked for.
        as_json: whether it is printed as one object of JSON.
        every: whether each problem and change is said by itself.
    """
    report = import_files(request)
    code = ExitCode.PROBLEMS if errors_of(report.problems) else ExitCode.DONE
    if as_json:
        print_text(json.dumps(_as_json(report), ensure_ascii=False, indent=2))
        return code
    for file, name in report.recognized.items():
        print_result(f"{file}: {name}")
        if unread := report.unread.get(file):
            print_result(f"    {unread}")
    print_problems(report.problems, every=every)
    if code:
        print_result("nothing is written")
        return code
    if report.across:
        print_problems(report.across, every=every)
    for file, changes in report.changes.items():
        for line in _lines(file, changes, None if every else _MOST):
            print_result(line)
    for file in report.written:
        print_result(f"{file}: {'would be written' if request.dry else 'written'}")
    return code


def pairs(written: Sequence[str]) -> dict[str, str]:
    """Return fields by columns, of options that say COLUMN=FIELD.

    Raises:
        UsageError: one says something else.
    """
    found: dict[str, str] = {}
    for text in written:
        column, equals, name = text.rpartition("=")
        if not (column and equals and name):
            message = f'"{text}" maps no column'
            raise UsageError(message, 'write it as in --map "Full name=name"')
        found[column] = name
    return found


def _lines(file: str, changes: Sequence[Change], most: int | None) -> Iterator[str]:
    """Yield what changes in a file: how many of each sort, then single ones."""
    ordered = sorted(changes, key=lambda each: list(_HEADS).index(each.merging))
    if not ordered:
        yield f"{file}: no change"
    for merging, group in groupby(ordered, key=lambda each: each.merging):
        found = list(group)
        yield f"{file}: {len(found)} {_HEADS[merging]}"
        for change in found[:most]:
            yield f"    {_said(change)}"
        if most is not None and len(found) > most:
            yield f"    and {len(found) - most} more; --all names each"


def _said(change: Change) -> str:
    about = f"{change.id}  {shown(change.name)}".rstrip()
    if not change.field:
        return about
    data, source = map(_value, (change.data, change.source))
    if change.merging is Merging.KEPT:
        return f"{about}: {change.field} stays {data}; the source says {source}"
    if change.data is None:
        return f"{about}: {change.field} is now {source}"
    return f"{about}: {change.field} {data} is now {source}"


def _value(value: object) -> str:
    if value is None:
        return "nothing"
    return f'"{shown(", ".join(map(str, value)) if isinstance(value, list) else value)}"'


def _as_json(report: ImportReport) -> dict[str, object]:
    return {
        "recognized": dict(report.recognized),
        "unread": {file: line for file, line in report.unread.items() if line},
        "changes": [
            {"file": file, **change._asdict()}
            for file, changes in report.changes.items()
            for change in changes
        ],
        "problems": [problem.as_json() for problem in listed(report.problems)],
        "across": [problem.as_json() for problem in listed(report.across)],
        "written": list(report.written),
    }
