"""A new project: the sample data with which an organizer starts.

The starter's files lie in `assets/starter` as they are copied.  Only the JSON
Schemas are made here, from the models that will read the data.
"""

from collections.abc import Iterable
from pathlib import Path

from mi_print.errors import InputError, TakenError, of_machine
from mi_print.event.json_schema import schemas
from mi_print.files import is_there, write_whole
from mi_print.problem import Problem, error
from mi_print.resources import ASSETS

STARTER = ASSETS / "starter"
_STORED_AS = {"gitignore": ".gitignore"}
"""Names that would act on the starter itself, and what they become."""


def start_project(directory: Path) -> list[Path]:
    """Fill `directory` with the starter and return the files written, sorted.

    Raises:
        TakenError: a file of the starter is there already; nothing was written.
        InputError: the folder can't be written; no file was written.
        MissingError: there is no room in it; the same.
    """
    home = directory.resolve()
    contents = {home / name: data for name, data in _starter().items()}
    try:
        if problems := _in_the_way(home, contents):
            raise TakenError(problems)
        write_whole(contents)
    except OSError as cause:
        place = str(cause.filename or home)
        if trouble := of_machine(cause, f"{place} can't be written"):
            raise trouble from cause
        hint = "choose a folder in which you may write"
        problem = error("unwritable", f"can't be written: {cause.strerror}", hint, file=place)
        raise InputError([problem]) from cause
    return sorted(contents)


def _starter() -> dict[Path, bytes]:
    """Return the contents of the starter's files by their paths in a project."""
    contents = {}
    for source in STARTER.rglob("*"):
        if source.is_file():
            name = source.relative_to(STARTER)
            contents[name.with_name(_STORED_AS.get(name.name, name.name))] = source.read_bytes()
    return contents | {Path("data", "schema", file): data for file, data in schemas().items()}


def _in_the_way(home: Path, files: Iterable[Path]) -> list[Problem]:
    """Return a problem for every file that is there, or that stands for a folder."""
    taken = {path for path in files if is_there(path)}
    folders = {folder for path in files for folder in path.parents if folder.is_relative_to(home)}
    taken |= {folder for folder in folders if is_there(folder) and not folder.is_dir()}
    return [
        error(
            "exists",
            f"{path.name} is there already, and init overwrites nothing",
            "choose a folder without it, or move it away",
            file=str(path),
        )
        for path in sorted(taken)
    ]
