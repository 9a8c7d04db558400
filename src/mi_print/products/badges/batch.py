"""The badges of one run, as both of their makers are given them."""

from collections.abc import Callable
from dataclasses import dataclass

from mi_print.event.badges import Badge
from mi_print.event.load import Loaded
from mi_print.event.model import Event
from mi_print.products.edition.page_map import PageMap
from mi_print.products.edition.printing import PrintSetup
from mi_print.products.orders.job import Job
from mi_print.products.orders.request import Request

NO_DIVIDERS = "this layout has no dividers, which are ordered"
"""What is said of a layout that prints no badge's heading."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What is made, from what, and how.

    Attributes:
        badges: in their order.
        job: the layout, its size and its shop.
        loaded: the data, to name places in it.
        event: what all badges show.
        request: which editions are wanted.
        setup: what all print editions of the run share.
        progress: called with how many badges are done, and of how many.
    """

    badges: tuple[Badge, ...]
    job: Job
    loaded: Loaded
    event: Event
    request: Request
    setup: PrintSetup
    progress: Callable[[int, int], None]

    @property
    def pages(self) -> PageMap:
        """Which badge stands on which page."""
        return PageMap(tuple(badge.id for badge in self.badges), self.job.sides)
