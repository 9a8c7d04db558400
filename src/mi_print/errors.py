"""Exceptions that end a run, and the exit codes.

An exception here carries its problems and its exit code.  Only `cli` exits.  Any other
exception that reaches the command line is a bug in mi-print (exit 1).
"""

import errno
import os
from collections.abc import Callable, Sequence
from enum import IntEnum

from mi_print.problem import Problem, error


class ExitCode(IntEnum):
    """The exit codes of the command line; 2 (usage) is the parser's own."""

    DONE = 0
    BUG = 1
    USAGE = 2
    PROBLEMS = 3
    PREFLIGHT = 4
    MISSING = 5
    INTERRUPTED = 130


class MiPrintError(Exception):
    """A run can't go on; has all the problems."""

    exit_code = ExitCode.PROBLEMS

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Keep the problems; the exception's text lists them all."""
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = list(problems)

    def __reduce__(self) -> tuple[Callable[..., "MiPrintError"], tuple[object, ...]]:
        """Pickle the error with its problems, so that another process can return it."""
        return _again, (type(self), self.problems)


def _again(kind: type[MiPrintError], problems: Sequence[Problem]) -> MiPrintError:
    found = kind.__new__(kind)
    MiPrintError.__init__(found, problems)
    return found


class InputError(MiPrintError):
    """The data or a layout is wrong."""


class NothingToPrintError(InputError):
    """The data has nothing of what a product is made of."""


class UsageError(MiPrintError):
    """The command asked for something that does not exist."""

    exit_code = ExitCode.USAGE

    def __init__(self, message: str, hint: str = "") -> None:
        """Say what was asked for, and what there is."""
        super().__init__([error("usage", message, hint)])


class TakenError(MiPrintError):
    """What is asked for would replace files that no earlier run of the same kind wrote."""

    exit_code = ExitCode.USAGE


class MissingError(MiPrintError):
    """Something is not on this machine: a library, a font, a program, room."""

    exit_code = ExitCode.MISSING

    def __init__(self, what: str, cure: str) -> None:
        """Name what is missing and the command that brings it."""
        super().__init__([error("missing", what, cure)])


_MAKE_ROOM = "make room on its disk, or choose another folder"
_END_OTHERS = "end other programs, and try again"
_CURES = {
    errno.ENOSPC: _MAKE_ROOM,
    errno.EDQUOT: _MAKE_ROOM,
    errno.EFBIG: "let files be larger (ulimit -f), or choose another folder",
    errno.EIO: "see whether its disk is sound",
    errno.EMFILE: "let processes open more files (ulimit -n)",
    errno.ENFILE: _END_OTHERS,
    errno.ENOMEM: _END_OTHERS,
    errno.EAGAIN: _END_OTHERS,
}
"""What the system lacks by the number of its error, and what brings it."""


_OF_NAMES = {
    *(errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.EACCES, errno.EPERM, errno.ELOOP),
    *(errno.ENAMETOOLONG, errno.EROFS, errno.ESTALE),
}


def of_name(reason: OSError) -> InputError | None:
    """Return the error to raise where what has a name can't be used, else None."""
    if reason.errno not in _OF_NAMES or not reason.filename:
        return None
    message = f"this can't be used: {reason.strerror}"
    return InputError([error("unreadable", message, file=os.fsdecode(reason.filename))])


def of_machine(reason: OSError, what: str = "") -> MissingError | None:
    """Return the error to raise where this machine is in trouble, else None.

    Args:
        reason: of the system; its number tells whether it is about the machine or the name.
        what: can't be done, in words; without, that the file can't be used.
    """
    cure = _CURES.get(reason.errno or 0)
    what = what or f"{reason.filename or 'a file'} can't be used"
    return MissingError(f"{what}: {reason.strerror}", cure) if cure else None
