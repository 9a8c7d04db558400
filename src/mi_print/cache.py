"""What an earlier run left for a later one, and what may be lost at any time.

A cache can be cut short, altered, made unreadable, or replaced by anything of its
name.  It must never change what a run makes, or end it.  So an entry begins with
the SHA-256 of what follows, and one that does not agree is as if it were not there.
"""

import contextlib
import errno
import functools
import hashlib
import os
import shutil
import stat
import tempfile
import time
from pathlib import Path

from mi_print import ending
from mi_print.errors import MissingError
from mi_print.files import drop, write_whole

_DIGEST = hashlib.sha256().digest_size
_LEAST_ROOM = 2_000_000  # bytes: fontconfig's cache of the bundled fonts, and some more
_MOST_BYTES = 1_000_000_000
_TRIES = 20  # to delete a folder in which somebody writes
_MOMENT = 0.02  # seconds between two of them
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)


def cached(path: Path) -> bytes | None:
    """Return an entry; None if there is none, or it is not what was cached."""
    data = contents(path)
    if data is None or hashlib.sha256(data[_DIGEST:]).digest() != data[:_DIGEST]:
        return None
    return data[_DIGEST:]


def cache(path: Path, data: bytes) -> None:
    """Keep an entry; where it can't be written, a later run makes it again."""
    with contextlib.suppress(OSError):
        write_whole({path: hashlib.sha256(data).digest() + data})


def contents(path: Path) -> bytes | None:
    """Return the bytes of a regular file; None of whatever else has the name, and never wait."""
    try:
        number = os.open(path, _FLAGS)
        with open(number, "rb") as file:  # noqa: PTH123 - a descriptor, not a path
            about = os.fstat(number)
            fits = stat.S_ISREG(about.st_mode) and about.st_size <= _MOST_BYTES
            return file.read() if fits else None
    except OSError:
        return None


def keep_newest(folder: Path, pattern: str, most: int) -> list[Path]:
    """Delete the files of a pattern that have been unused for longest; return those deleted."""
    with contextlib.suppress(OSError):
        found = [(path.lstat().st_mtime_ns, path) for path in folder.glob(pattern)]
        gone = [path for _, path in sorted(found, reverse=True)[most:]]
        drop(gone)
        return gone
    return []


@functools.cache
def cache_folder() -> Path:
    """Return the folder for what mi-print may lose: `$XDG_CACHE_HOME/mi-print`.

    Where that can't be written, a temporary folder that ends with the process.

    Raises:
        MissingError: nor can that be made.
    """
    given = Path(os.environ.get("XDG_CACHE_HOME", ""))
    try:
        folder = (given if given.is_absolute() else Path.home() / ".cache") / "mi-print"
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            _check_room(folder)
            return folder
    except (OSError, RuntimeError):  # a read-only home; no home at all
        return temporary_folder()


@functools.cache
def temporary_folder() -> Path:
    """Return a folder that ends with the process.

    Raises:
        MissingError: there is no place for it.
    """
    try:
        with ending.held_back():
            folder = Path(tempfile.mkdtemp(prefix="mi-print-"))
            ending.at_end(functools.partial(delete, folder))
        _check_room(folder)
    except OSError as reason:
        message = f"no temporary folder can be made: {reason.strerror}"
        raise MissingError(message, "make room, or name a folder with TMPDIR") from reason
    return folder


def _check_room(folder: Path) -> None:
    if shutil.disk_usage(folder).free < _LEAST_ROOM:  # fontconfig prints that its cache fails
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def delete(folder: Path) -> None:
    """Delete a folder in which processes that are ending may still be writing."""
    for _ in range(_TRIES):
        shutil.rmtree(folder, ignore_errors=True)
        if not os.path.lexists(folder):
            return
        time.sleep(_MOMENT)
