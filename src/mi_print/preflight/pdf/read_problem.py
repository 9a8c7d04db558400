"""The problem of a file that can't be read, whole or in part (X-READ)."""

from mi_print.problem import Problem, error

READ = "X-READ"
WRITE_ANEW = "write the file anew from its source"


def read_problem(
    message: str, file: str | None, page: int | None = None, hint: str = WRITE_ANEW
) -> Problem:
    """Return the error that something was not read, and so not checked."""
    return error(READ, message, hint, file=file, page=page)
