"""The drawing engines at hand, before there is a file to draw.

Reading them takes longer than drawing two pages.  Whoever makes one badge while
somebody waits for it begins here first, and the engines are read beside the
rest of the work.
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


class Beforehand(Apart[list[Problem]]):
    """A process that reads the engines now, and looks at pages once it is told which.

    It waits until then, and ends with whoever began it.
    """

    def __init__(self) -> None:
        """Begin."""
        hearing, self._telling = multiprocessing.get_context("fork").Pipe(duplex=False)
        super().__init__(partial(_when_told, hearing, self._telling), PATIENCE)
        hearing.close()

    def look(self, data: bytes, sheets: Sequence[Sheet], shop: Shop, expected: Expected) -> Self:
        """Tell it once what to look at, as in `look.look`; then iterate."""
        with contextlib.suppress(OSError):  # it has crashed, which the results will say
            self._telling.send((data, sheets, shop, expected))
        return self

    def stop(self) -> None:
        """End it; harmless when it is over."""
        self._telling.close()
        super().stop()

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        reason: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End it."""
        self.stop()


def _when_told(hearing: Connection, telling: Connection) -> Iterator[list[Problem]]:
    telling.close()  # else this process would wait for itself
    import numpy.ma  # noqa: F401, PLC0415 - numpy itself reads it at the first percentile

    from mi_print.preflight.look import look  # noqa: PLC0415 - draws; only its process needs it

    try:
        told = hearing.recv()
    except EOFError:
        raise SystemExit from None  # whoever began it has gone, and nobody listens
    yield from look(*told)
