"""The drawing engines loaded before there is a file to draw.

Loading them takes longer than drawing two pages.  Whoever makes one badge while
somebody waits for it lets them be loaded beside the rest of the work.
"""

import contextlib
from collections.abc import Iterator, Sequence

from mi_print.preflight.expected import Expected
from mi_print.preflight.raster.drawable_pages import DrawablePage
from mi_print.problem import Problem
from mi_print.processes.child import Child
from mi_print.processes.limits import allow_seconds
from mi_print.processes.worker import receive
from mi_print.trade.shop_wishes import ShopWishes

SECONDS = 20  # of processor time for the pictures of a page
PATIENCE = 300.0  # seconds for the same on a machine that has much else to do

PagesToDraw = tuple[bytes, Sequence[DrawablePage], ShopWishes, Expected]
"""What is looked at: a PDF whose pages are upright, which of them, for whom, what is expected."""


@contextlib.contextmanager
def engines() -> Iterator[Child[list[Problem]]]:
    """Load the engines in a process that ends with whoever began it; tell it `PagesToDraw` once."""
    child: Child[list[Problem]] = Child(_draw, PATIENCE, fork=True)
    try:
        yield child
    finally:
        child.stop()


def _draw() -> Iterator[list[Problem]]:
    import numpy.ma  # noqa: F401, PLC0415 - numpy itself reads it at the first percentile

    from mi_print.preflight.raster.page_checks import check_rendered  # noqa: PLC0415 - draws; only its process needs it

    allow_seconds(SECONDS)
    for problems in check_rendered(*receive()):
        yield problems
        allow_seconds(SECONDS)
