"""Puts finished files in place, and tells which files are ours.

A name that is taken is given only to a file of the same kind, which an earlier
run wrote: a report never replaces data, nor a product somebody's own file.
What kind a file is shows in what it says of itself.
"""

import json
import os
import re
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from mi_print import files
from mi_print.errors import InputError, TakenError, of_machine
from mi_print.press.identify import written_here
from mi_print.problem import error

GENERATOR = "mi-print"
"""What our HTML reports name as their generator, followed by their heading."""
PREFLIGHT_PAGE, COPYFIT_PAGE = f"{GENERATOR} preflight", f"{GENERATOR} fit"
"""The kinds of HTML report."""

PROOF = f"{GENERATOR} proof"
"""The kind of picture that shows what is planned on a sheet, and what it says made it."""

EDITION = "edition"
"""The kind of a product's editions."""

_HINT = "choose a folder in which you may write, with --out DIR"
_ANOTHER = "choose another name, or move it away"

_REPORT = re.compile(rf'<meta name="generator" content="({GENERATOR} \w+)">'.encode())
_PNG = b"\x89PNG\r\n\x1a\n"
_SAID = b"tEXtSoftware\0" + PROOF.encode()
_HEAD = 2000  # bytes of a report within which it says what it is


def put_in_place(contents: Mapping[Path, bytes]) -> None:
    """Write the files, making the folders that they need.

    Raises:
        InputError: a folder or a file can't be written; none of the files has
            changed then.
        MissingError: there is no room for them; the same.
        TakenError: a name is taken; the same.
    """
    check_free({path: kind(data) for path, data in contents.items()})
    try:
        files.write_whole(contents)
    except OSError as reason:
        message = f"this can't be written: {reason.strerror}"
        file = str(reason.filename or next(iter(contents)))
        if trouble := of_machine(reason, f"{file} can't be written"):
            raise trouble from reason
        raise InputError([error("unwritable", message, _HINT, file=file)]) from reason


def check_free(kinds: Mapping[Path, str | None]) -> None:
    """Refuse names that are taken by anything but a file of the given kind.

    Raises:
        TakenError: with all such names.
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
    """Return which of our files this is by what it says of itself, or None."""
    if data.startswith(b"%PDF-"):
        return EDITION if written_here(data) else None
    if data.startswith(_PNG):
        return PROOF if _SAID in data[:_HEAD] else None
    if found := _REPORT.search(data[:_HEAD]):
        return found[1].decode()
    if data.startswith(b"{"):
        from mi_print.event.json_schema import DIALECT  # noqa: PLC0415 - it brings all models

        try:
            schema = json.loads(data)
        except ValueError:
            return None
        return f"schema {schema.get('title')}" if schema.get("$schema") == DIALECT else None
    return None


def drop_proofs(folder: Path, now: Collection[Path]) -> None:
    """Delete proofs of an earlier run that lie in a folder and are none of this run's."""
    found = (path for path in folder.glob("*.png") if path not in now)
    files.drop(path for path in found if _free(path, PROOF))


def drop_editions(paths: Iterable[Path]) -> None:
    """Delete editions of an earlier run that this run makes obsolete; other files stay."""
    files.drop(path for path in paths if _free(path, EDITION))
