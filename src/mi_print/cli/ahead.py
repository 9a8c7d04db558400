"""The server of processes started ahead: it imports while this process reads the command line.

A short run waits for what its children import, and a parser takes as long as half of that.
"""

import contextlib
from collections.abc import Sequence

from mi_print.errors import MissingError

READ = ("mi_print.preflight.inspection",)
LOOK = (
    "mi_print.preflight.rules.examine",
    "numpy.ma",
    "mi_print.preflight.raster.page_checks",
    "mi_print.preflight.raster.ink_coverage",
)
STAMP = ("mi_print.series.stamp",)
"""Modules that the other processes of a run import: to inspect files, and to stamp a series.

`LOOK` is of files too, and begins to be needed while Ghostscript is at work.
"""
LAY_OUT = (
    *("mi_print.products.lay_out", "mi_print.layout.template_api.templates"),
    *("tinyhtml5", "cssselect2", "fontTools.subset", "urllib.request"),
)
"""The same of a check: what lays out, and what the typesetter is made of, but for Pango."""

_AHEAD = {"preflight": (READ, LOOK)}


def start(arguments: Sequence[str]) -> None:
    """Start the server, if a command waits for it; else, or if it can't be started, do nothing."""
    modules = _AHEAD.get(_command(arguments))
    if modules:
        from mi_print.processes import server  # noqa: PLC0415 - others need not wait for it

        with contextlib.suppress(MissingError):  # the command says so, when it is understood
            server.start(*modules)


def _command(arguments: Sequence[str]) -> str:
    """Return the first argument that is no option, nor the value of one."""
    left = iter(arguments)
    for argument in left:
        if argument == "--project":
            next(left, None)
        elif not argument.startswith("-"):
            return argument
    return ""
