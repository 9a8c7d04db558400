"""The problem of a file that can't be read, whole or in part (X-READ)."""

import re

from mi_print.problem import Problem, error

READ = "X-READ"
WRITE_ANEW = "write the file anew from its source"

_WHERE = re.compile(
    r"^stream <[^>]*>(?: \([^)]*\))?: |<[^<>]* at 0x[0-9a-fA-F]+>|0x[0-9a-fA-F]{6,}"
)
"""What a library says of its own memory."""
_LONGEST = 160


def said_of(fault: object) -> str:
    """Return what a library says of a fault, on one line and without addresses in memory."""
    return " ".join(_WHERE.sub("", str(fault)).split())[:_LONGEST]


def read_problem(
    message: str, file: str | None, page: int | None = None, hint: str = WRITE_ANEW
) -> Problem:
    """Return the error that something was not read, and so not checked."""
    return error(READ, message, hint, file=file, page=page)
