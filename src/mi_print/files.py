"""Writes files whole or not at all.

Another process may read or write the same file meanwhile.  So each is written
under another name beside its target, and takes the target's name only when all
files of the call are on the disk.
"""

import contextlib
import os
import secrets
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from mi_print import ending


def write_whole(files: Mapping[Path, bytes]) -> None:
    """Write the files, making the folders that they need.

    Raises:
        OSError: a folder or a file can't be written; none of the files has
            changed then.
    """
    token = secrets.token_hex(4)
    beside = {path: path.with_name(f".{path.name}.{token}") for path in files}
    with ending.undone(partial(drop, beside.values())):
        for path, data in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            with _naming(path), beside[path].open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        with ending.held_back():
            for path, written in beside.items():
                written.replace(path)


@contextlib.contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Let what is raised name the file that was to be written, not its name until then."""
    try:
        yield
    except OSError as reason:
        reason.filename = str(path)
        raise


def real_path(path: Path) -> Path:
    """Return where a path leads, from the root; links that go round in a circle stay as they are.

    `Path.resolve` raises `RuntimeError` of these up to Python 3.12.
    """
    return Path(os.path.realpath(path))


def drop(paths: Iterable[Path]) -> None:
    """Delete the files that are there and can be deleted."""
    for path in paths:
        with contextlib.suppress(OSError):
            path.unlink()


def is_there(path: Path) -> bool:
    """Tell whether a name is taken, be it by a link that leads nowhere.

    Raises:
        OSError: its folder can't be entered.
    """
    return path.is_symlink() or path.exists()
