"""Puts finished files in place: whole or not at all.

Somebody may be looking at the old file, or send it off, while the new one is
being written.  So each is written beside its target under another name, and
only when all of a product are on the disk do they take their targets' names.

A name that is there already is given only to a file of the same kind, which an
earlier run wrote: a report never takes the place of data, nor a product that of
somebody's own file.  What kind a file is shows in what it says of itself.
"""

import json
import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from mi_print.errors import InputError, TakenError
from mi_print.event.json_schema import DIALECT
from mi_print.preflight.html_report import GENERATOR
from mi_print.press.identify import written_here
from mi_print.problem import error

_HINT = "choose a folder in which you may write, with --out DIR"
_ANOTHER = "choose another name, or move it away"

_REPORT = re.compile(rf'<meta name="generator" content="({GENERATOR} \w+)">'.encode())
_HEAD = 1000  # bytes of a report within which it says what it is


def write_whole(files: Mapping[Path, bytes]) -> None:
    """Write the files, making the folders that they need.

    Raises:
        InputError: a folder or a file can't be written; none of the files has
            changed then.
        TakenError: a name is taken; the same.
    """
    check_free({path: kind(data) for path, data in files.items()})
    beside = {path: path.with_name(f".{path.name}.{os.getpid()}") for path in files}
    try:
        for path, data in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            _write(beside[path], data)
        for path, written in beside.items():
            written.replace(path)
    except OSError as reason:
        message = f"this can't be written: {reason.strerror}"
        file = str(reason.filename or next(iter(files)))
        raise InputError([error("unwritable", message, _HINT, file=file)]) from reason
    finally:
        _remove(beside.values())


def check_free(kinds: Mapping[Path, str | None]) -> None:
    """Make sure that each name is new, or that of a file of this kind.

    Raises:
        TakenError: it is not; all such names.
    """
    taken = [path for path, wanted in kinds.items() if not _free(path, wanted)]
    if taken:
        message = "this is there already, and no earlier run of the same kind wrote it"
        raise TakenError([error("exists", message, _ANOTHER, file=str(path)) for path in taken])


def _free(path: Path, wanted: str | None) -> bool:
    if not os.path.lexists(path):
        return True
    if wanted is None or not path.is_file():
        return False
    try:
        return kind(path.read_bytes()) == wanted
    except OSError:
        return False


def kind(data: bytes) -> str | None:
    """Return which of our files this is, by what it says of itself; none of them, None."""
    if data.startswith(b"%PDF-"):
        return "edition" if written_here(data) else None
    if found := _REPORT.search(data[:_HEAD]):
        return found[1].decode()
    if data.startswith(b"{"):
        try:
            said = json.loads(data)
        except ValueError:
            return None
        return f"schema {said.get('title')}" if said.get("$schema") == DIALECT else None
    return None


def drop(paths: Iterable[Path]) -> None:
    """Take editions away, if they are there, that an earlier run left and this one answers."""
    _remove(path for path in paths if _free(path, "edition"))


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError:  # its folder could not even be made or entered
            continue
