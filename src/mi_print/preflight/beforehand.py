"""The drawing engines at hand, before there is a file to draw.

Reading them takes longer than drawing two pages.  Whoever makes one badge while
somebody waits for it lets them be read beside the rest of the work.
"""

import contextlib
import multiprocessing
from collections.abc import Iterator, Sequence
from functools import partial
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Self

from mi_print.preflight.apart import Apart
from mi_print.preflight.expected import Expected
from mi_print.preflight.sheets import Sheet
from mi_print.problem import Problem
from mi_print.trade.shops import Shop

PATIENCE = 20.0  # seconds for the pictures of a page

_Begun = tuple[Apart[list[Problem]], Connection]


class Beforehand:
    """A process that reads the engines, and looks at pages once it is told which.

    It waits until then, and ends with whoever began it.
    """

    def __init__(self) -> None:
        """Begin nothing yet."""
        self._begun: _Begun | None = None

    def begin(self) -> None:
        """Let the engines be read."""
        self._begun = self._begun or _begun()

    def look(
        self, data: bytes, sheets: Sequence[Sheet], shop: Shop, expected: Expected
    ) -> Apart[list[Problem]]:
        """Return the work of `look.look` on these pages; what has not begun begins now."""
        (work, telling), self._begun = self._begun or _begun(), None
        with contextlib.suppress(OSError), telling:  # it may have crashed; its results will say so
            telling.send((data, sheets, shop, expected))
        return work

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        reason: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End what was begun and never told."""
        if self._begun:
            work, telling = self._begun
            telling.close()
            work.stop()


def _begun() -> _Begun:
    hearing, telling = multiprocessing.get_context("fork").Pipe(duplex=False)
    with hearing:
        return Apart(partial(_when_told, hearing, telling), PATIENCE), telling


def _when_told(hearing: Connection, telling: Connection) -> Iterator[list[Problem]]:
    telling.close()  # else this process would wait for itself
    import numpy.ma  # noqa: F401, PLC0415 - numpy itself reads it at the first percentile

    from mi_print.preflight.look import look  # noqa: PLC0415 - draws; only its process needs it

    try:
        told = hearing.recv()
    except EOFError:
        raise SystemExit from None  # whoever began it has gone, and nobody listens
    yield from look(*told)
