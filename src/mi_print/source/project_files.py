"""Reads one data file, or returns the problem with it.

The folder is untrusted, so a link that leads out of the project, a pipe and a
file of gigabytes are refused before they are opened.  What is opened is what was
checked, even if a link takes its place meanwhile.
"""

import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from mi_print.problem import Problem, error, shown_path

MAX_BYTES = 30_000_000  # 10,000 papers, each with 8 authors and an abstract of 300 words
OUTSIDE = "this link leads out of the project folder"
_THROUGH = getattr(os, "O_PATH", os.O_RDONLY) | os.O_DIRECTORY  # no need to list a folder


def read(path: Path, project: Path) -> str | Problem:
    """Return the text of a file of the project, which must exist as a name."""
    data = read_bytes(path, project)
    return data if isinstance(data, Problem) else _decoded(data, shown_path(path, project))


def read_bytes(
    path: Path, project: Path, *, limit: int = MAX_BYTES, anywhere: bool = False
) -> bytes | Problem:
    """Return what a file holds.

    Args:
        path: the file, which must exist as a name.
        project: the folder that it must lie in, and that problems name it relative to.
        limit: how many bytes it may have.
        anywhere: whether it may lie outside the project, since the user named it.
    """
    file = shown_path(path, project)
    try:
        real = path.resolve(strict=True)
        root = real.parent if anywhere else project.resolve()
        if not real.is_relative_to(root):
            return error(
                "outside",
                OUTSIDE,
                "put the file itself here",
                file=file,
            )
        *folders, name = real.relative_to(root).parts or (".",)
        with _folder(root, folders) as folder:
            found = os.stat(name, dir_fd=folder, follow_symlinks=False)
            if not stat.S_ISREG(found.st_mode):
                return error("unreadable", "this is no file", "put a file here", file=file)
            if found.st_size > limit:
                return error(
                    "size",
                    f"the file has {found.st_size:,} bytes; a data file has {limit:,} at most",
                    "see whether this is the right file",
                    file=file,
                )
            flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK
            with open(os.open(name, flags, dir_fd=folder), "rb") as opened:  # noqa: PTH123 - a descriptor
                return opened.read(found.st_size)
    except (OSError, RuntimeError) as reason:  # RuntimeError: Python 3.11 and 3.12, link loops
        why = getattr(reason, "strerror", None) or "its links go round in a circle"
        return error("unreadable", f"the file can't be read: {why}", file=file)


@contextmanager
def _folder(root: Path, names: Sequence[str]) -> Iterator[int]:
    """Open a folder step by step from `root`; a link on the way has come since the check."""
    opened = os.open(root, _THROUGH)
    try:
        for name in names:
            inner = os.open(name, _THROUGH | os.O_NOFOLLOW, dir_fd=opened)
            os.close(opened)
            opened = inner
        yield opened
    finally:
        os.close(opened)


def _decoded(data: bytes, file: str) -> str | Problem:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as reason:
        before = reason.object[: reason.start].decode("utf-8")
        return error(
            "encoding",
            f"the byte 0x{reason.object[reason.start]:02X} is not UTF-8",
            "save the file with the encoding UTF-8",
            file=file,
            line=before.count("\n") + 1,
            column=len(before) - before.rfind("\n"),
        )
