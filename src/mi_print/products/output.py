"""Puts finished files in place: whole or not at all.

Somebody may be looking at the old file, or send it off, while the new one is
being written.  So each is written beside its target under another name, and
only when all of a product are on the disk do they take their targets' names.
"""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from mi_print.errors import InputError
from mi_print.problem import error

_HINT = "choose a folder in which you may write, with --out DIR"


def write_whole(files: Mapping[Path, bytes]) -> None:
    """Write the files, making the folders that they need.

    Raises:
        InputError: a folder or a file can't be written; none of the files has
            changed then.
    """
    beside = {path: path.with_name(f".{path.name}.{os.getpid()}") for path in files}
    try:
        for path, data in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.is_dir():
                raise IsADirectoryError(None, "it is a folder", str(path))
            _write(beside[path], data)
        for path, written in beside.items():
            written.replace(path)
    except OSError as reason:
        message = f"this can't be written: {reason.strerror}"
        file = str(reason.filename or next(iter(files)))
        raise InputError([error("unwritable", message, _HINT, file=file)]) from reason
    finally:
        _remove(beside.values())


def drop(paths: Iterable[Path]) -> None:
    """Take files away, if they are there, that an earlier run left and this one answers."""
    _remove(paths)


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
