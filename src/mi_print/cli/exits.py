"""How a run ends: exceptions become exit codes here.

A `MiPrintError` is printed as problems.  Any other exception is a bug in
mi-print, which the user is asked to report; a traceback needs `--debug`.
"""

import os
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from mi_print import __version__
from mi_print.cli.project import ProjectFolder
from mi_print.cli.terminal import check_results_said, print_note, print_problems
from mi_print.errors import ExitCode, MiPrintError, MissingError, of_machine, of_name


@dataclass
class Invocation:
    """The options of all commands, and of many; the parser fills them in."""

    project: ProjectFolder = field(default_factory=lambda: ProjectFolder(Path()))
    every: bool = False
    """Whether each problem is said by itself, however many there are of its rule."""
    debug: bool = field(default_factory=lambda: bool(os.environ.get("MI_PRINT_DEBUG")))

    def data_folder(self) -> Path:
        """Return the project whose data is read, and say which if it is not the current folder.

        Raises:
            InputError: there is none.
        """
        folder = self.project.with_data()
        if self.project.above:
            print_note(f"project {folder}")
        return folder


def ended(run: Callable[[], int], invocation: Invocation) -> int:
    """Run a command and return its exit code."""
    try:
        code = run()
        check_results_said()
    except MiPrintError as reason:
        print_problems(reason.problems, every=invocation.every)
        return reason.exit_code
    except KeyboardInterrupt:  # of a program that calls this one
        print_note("interrupted")
        return ExitCode.INTERRUPTED
    except Exception as bug:  # noqa: BLE001 - nothing may pass
        if trouble := _trouble(bug):
            print_problems(trouble.problems)
            return trouble.exit_code
        _report_bug(bug, invocation)
        return ExitCode.BUG
    return code


def _trouble(reason: Exception) -> MiPrintError | None:
    """Return the error of a machine or a file that is in trouble; None if it is a bug."""
    if isinstance(reason, MemoryError):
        return MissingError("a run needs more memory than this may take", "end other programs")
    if isinstance(reason, ImportError):
        return MissingError(f"a library can't be loaded: {reason}", "install mi-print again")
    if isinstance(reason, OSError):
        return of_machine(reason) or of_name(reason)
    return None


def _report_bug(bug: Exception, invocation: Invocation) -> None:
    if invocation.debug:
        traceback.print_exception(bug, file=sys.stderr)
    where = traceback.extract_tb(bug.__traceback__)[-1]
    print_note(f"a bug in mi-print {__version__}: {type(bug).__name__}: {bug}")
    print_note(f"    in {Path(where.filename).name}:{where.lineno}")
    print_note("    please report it with the output of the same command after mi-print --debug")
