"""How a run ends: exceptions become exit codes here.

A `MiPrintError` is printed as problems.  Any other exception is a bug in
mi-print, which the user is asked to report; a traceback needs `--debug`.
"""

import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from mi_print import __version__
from mi_print.cli.project import ProjectFolder
from mi_print.cli.terminal import print_note, print_problems
from mi_print.errors import ExitCode, MiPrintError
from mi_print.processes.interruptions import come_again


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
        with _stoppable():
            return run()
    except MiPrintError as reason:
        print_problems(reason.problems, every=invocation.every)
        return reason.exit_code
    except KeyboardInterrupt:
        print_note("interrupted")
        return ExitCode.INTERRUPTED
    except Exception as bug:  # noqa: BLE001 - nothing may pass
        _report_bug(bug, invocation)
        return ExitCode.BUG


@contextmanager
def _stoppable() -> Iterator[None]:
    """Raise `KeyboardInterrupt` on SIGTERM and SIGHUP, so that temporary files are deleted.

    A signal that is ignored, as under nohup, stays ignored.
    """
    kinds = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    handled = [kind for kind in kinds if signal.getsignal(kind) == signal.SIG_DFL]
    for kind in handled:
        signal.signal(kind, _interrupt)
    undo = come_again(_interrupt)
    try:
        yield
    finally:
        undo()
        for kind in handled:
            signal.signal(kind, signal.SIG_DFL)


def _interrupt(_kind: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _report_bug(bug: Exception, invocation: Invocation) -> None:
    if invocation.debug:
        traceback.print_exception(bug, file=sys.stderr)
    where = traceback.extract_tb(bug.__traceback__)[-1]
    print_note(f"a bug in mi-print {__version__}: {type(bug).__name__}: {bug}")
    print_note(f"    in {Path(where.filename).name}:{where.lineno}")
    print_note("    please report it with the output of the same command after mi-print --debug")
