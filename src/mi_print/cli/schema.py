"""`mi-print schema`: write JSON Schemas of the data files."""

from pathlib import Path

from mi_print.cli.report import hand_out
from mi_print.errors import ExitCode, InputError
from mi_print.event.schema import write_schemas
from mi_print.problem import error


def schema(folder: Path) -> int:
    """Write the schemas into the folder."""
    try:
        written = write_schemas(folder)
    except OSError as reason:
        message = f"this can't be written: {reason.strerror}"
        file = str(reason.filename or folder)
        hint = "choose a folder in which you may write"
        raise InputError([error("unwritable", message, hint, file=file)]) from reason
    for path in written:
        hand_out(str(path))
    return ExitCode.DONE
