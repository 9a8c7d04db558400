"""How a run ends: the one place that turns exceptions into exit codes.

What was expected is said as problems.  What was not is a bug in mi-print, and
its reader is asked to report it; a traceback would tell an organizer nothing.
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
from mi_print.cli.terminal import print_note, print_problems
from mi_print.errors import ExitCode, MiPrintError
from mi_print.processes.interruptions import come_again


@dataclass
class Invocation:
    """What holds for every command; the parser fills it in."""

    project: Path = field(default_factory=Path)
    debug: bool = field(default_factory=lambda: bool(os.environ.get("MI_PRINT_DEBUG")))


def ended(run: Callable[[], int], door: Invocation) -> int:
    """Run a command and return its exit code."""
    try:
        with _stoppable():
            return run()
    except MiPrintError as reason:
        print_problems(reason.problems)
        return reason.exit_code
    except KeyboardInterrupt:
        print_note("interrupted")
        return ExitCode.INTERRUPTED
    except Exception as bug:  # noqa: BLE001 - the last door: nothing may pass it
        _apologize(bug, door)
        return ExitCode.BUG


@contextmanager
def _stoppable() -> Iterator[None]:
    """Let whoever ends this process, or closes its terminal, interrupt it, so that it tidies up.

    A signal that is ignored, as under nohup, stays ignored.
    """
    kinds = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    heeded = [kind for kind in kinds if signal.getsignal(kind) == signal.SIG_DFL]
    for kind in heeded:
        signal.signal(kind, _interrupt)
    undo = come_again(_interrupt)
    try:
        yield
    finally:
        undo()
        for kind in heeded:
            signal.signal(kind, signal.SIG_DFL)


def _interrupt(_kind: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _apologize(bug: Exception, door: Invocation) -> None:
    if door.debug:
        traceback.print_exception(bug, file=sys.stderr)
    where = traceback.extract_tb(bug.__traceback__)[-1]
    print_note(f"a bug in mi-print {__version__}: {type(bug).__name__}: {bug}")
    print_note(f"    in {Path(where.filename).name}:{where.lineno}")
    print_note("    please report it with the output of the same command after mi-print --debug")
