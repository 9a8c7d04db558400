"""The command line: arguments, progress, problems and exit codes; no logic."""

import sys
from collections.abc import Sequence

from mi_print import ending


def main(argv: Sequence[str] | None = None) -> int:
    """Run mi-print and return its exit code; without arguments it helps.

    Args:
        argv: the arguments after the program's name.  Else this process is the program: it
            takes its own, its signals, and its standard streams, and is to end afterwards.
    """
    if argv is None:
        ending.end_by_signals()  # before the imports, which take most of the time of a short run
    from mi_print.cli import ahead, terminal  # noqa: PLC0415 - the same

    if argv is None:
        terminal.use_standard_streams()
        ahead.start(sys.argv[1:])
    from mi_print.cli import app  # noqa: PLC0415 - the same

    if argv is not None:
        return app.run(argv)
    code = app.run(sys.argv[1:])
    ending.ignore_signals()
    return code


__all__ = ["main"]
