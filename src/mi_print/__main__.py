"""The program: `mi-print`, or `python -m mi_print`.  Importing this makes a process the program."""

import _signal  # what `signal` is made of; that takes ten times as long to import

if _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:
    _signal.signal(_signal.SIGINT, _signal.SIG_DFL)  # else Python would print a traceback

from mi_print.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    raise SystemExit(main())
