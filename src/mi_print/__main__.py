"""The program: `mi-print`, or `python -m mi_print`.  Importing this makes a process the program."""

import _signal  # type: ignore[import-not-found]  # of `signal`, which takes ten times as long

if _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:
    _signal.signal(_signal.SIGINT, _signal.SIG_DFL)  # else Python would print a traceback

from mi_print.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    raise SystemExit(main())
