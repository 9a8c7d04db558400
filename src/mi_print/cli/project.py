"""Which project a command is about: the one named, else the nearest at or above this folder.

As git does, the search goes upward and stops where another filesystem begins.  Nothing of
a project runs, so whose folder it is does not matter.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from mi_print.errors import InputError, UsageError
from mi_print.files import real_path
from mi_print.problem import error

_MARKS = ("data/workshop.yaml", "data/workshop.yml")
"""By which a project is known; the second is not read, which is then said by its place."""
_HINT = "name the project's folder with --project, or begin one with: mi-print init DIR"


class ProjectFolder(NamedTuple):
    """A project's folder, and how it was found.

    Attributes:
        path: the folder; the current one if none was found.
        tried: the folders that were searched, if none of them is a project.
        above: whether it lies above the current folder.
    """

    path: Path
    tried: tuple[Path, ...] = ()
    above: bool = False

    def with_data(self) -> Path:
        """Return the folder of a command that reads the data.

        Raises:
            InputError: none was found; says where it was looked for.
        """
        if not self.tried:
            return self.path
        first, last = self.tried[0], self.tried[-1]
        where = f"{first}, nor in a folder above it up to {last}" if first != last else str(first)
        message = f"there is no {_MARKS[0]} in {where}"
        raise InputError([error("missing-file", message, _HINT)])


def project_folder(named: Path | None) -> ProjectFolder:
    """Return the project that a command is about.

    Args:
        named: the folder that `--project` names; then no other is looked at.

    Raises:
        UsageError: the current folder is gone.
    """
    try:
        here = Path.cwd()
        if named is not None:
            return ProjectFolder(real_path(named))
    except OSError as reason:
        raise UsageError("the folder that this runs in is gone", "go to another") from reason
    tried = tuple(_upward(here))
    found = next((folder for folder in tried if _is_project(folder)), None)
    if found is not None:
        return ProjectFolder(found, above=found != here)
    return ProjectFolder(here) if (here / "data").is_dir() else ProjectFolder(here, tried)


def _is_project(folder: Path) -> bool:
    return any(os.path.lexists(folder / mark) for mark in _MARKS)


def _upward(folder: Path) -> Iterator[Path]:
    """Yield a folder and those above it on the same filesystem."""
    device = folder.stat().st_dev
    yield folder
    for above in folder.parents:
        if above.stat().st_dev != device:
            return
        yield above
