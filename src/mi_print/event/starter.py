"""A new project: the sample data with which an organizer starts.

The starter lies in `assets/starter` as it is copied, so that changing a sample
never means changing Python.  Only the JSON Schemas are made anew, from the
models that will read the data.
"""

import shutil
import tempfile
from pathlib import Path

from mi_print.errors import InputError, TakenError
from mi_print.event.json_schema import schemas
from mi_print.problem import Problem, error
from mi_print.resources import ASSETS

STARTER = ASSETS / "starter"
_STORED_AS = {"gitignore": ".gitignore"}
"""Names that would act on the starter itself, and what they become."""


def start_project(directory: Path) -> list[Path]:
    """Fill `directory` with the starter and return the files written, sorted.

    Everything is first written into a scratch folder on the same disk: a new
    folder then appears whole, and in one that exists every name is checked
    before the first file moves.

    Raises:
        TakenError: a file of the starter is there already; nothing was written.
        InputError: the folder can't be written.
    """
    home = directory.resolve()
    try:
        problems, names = _start(home)
    except OSError as cause:
        place = str(cause.filename or home)
        hint = "choose a folder in which you may write"
        problem = error("unwritable", f"can't be written: {cause.strerror}", hint, file=place)
        raise InputError([problem]) from cause
    if problems:
        raise TakenError(problems)
    return [home / name for name in names]


def _start(home: Path) -> tuple[list[Problem], list[Path]]:
    beside = home if home.is_dir() else home.parent
    beside.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".mi-print-", dir=beside) as scratch:
        staged = Path(scratch) / "project"
        names = _write(staged)
        problems = _in_the_way(home, names)
        if not problems:
            _put_in_place(staged, home, names)
    return problems, names


def _write(staged: Path) -> list[Path]:
    """Write the starter and return its files, relative to `staged`."""
    for source in sorted(STARTER.rglob("*")):
        if source.is_file():
            name = source.relative_to(STARTER)
            target = staged / name.with_name(_STORED_AS.get(name.name, name.name))
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
    explained = staged / "data" / "schema"
    explained.mkdir()
    for file, data in schemas().items():
        (explained / file).write_bytes(data)
    return sorted(path.relative_to(staged) for path in staged.rglob("*") if path.is_file())


def _in_the_way(home: Path, names: list[Path]) -> list[Problem]:
    """Return a problem for every file that is there, or that stands for a folder."""
    taken = {home / name for name in names if _is_there(home / name)}
    folders = {home / folder for name in names for folder in name.parents}
    taken |= {folder for folder in folders if _is_there(folder) and not folder.is_dir()}
    return [
        error(
            "exists",
            f"{path.name} is there already, and init overwrites nothing",
            "choose a folder without it, or move it away",
            file=str(path),
        )
        for path in sorted(taken)
    ]


def _is_there(path: Path) -> bool:
    return path.exists() or path.is_symlink()


def _put_in_place(staged: Path, home: Path, names: list[Path]) -> None:
    if not home.exists():
        staged.rename(home)
        return
    for name in names:
        target = home / name
        target.parent.mkdir(parents=True, exist_ok=True)
        (staged / name).rename(target)
