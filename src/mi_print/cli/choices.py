"""The values of options and arguments."""

from enum import StrEnum
from typing import Literal

from mi_print.products.orders.request import Edition


class EditionChoice(StrEnum):
    """The values of `--edition`."""

    PRINT = "print"
    SCREEN = "screen"
    BOTH = "both"

    @property
    def each(self) -> tuple[Edition, ...]:
        """The editions meant."""
        return tuple(Edition) if self is EditionChoice.BOTH else (Edition(self),)


PaperChoice = Literal["a4", "letter"]
"""The values of `--format`, those of `print.yaml`, without what reads that."""


SchemeChoice = Literal[
    "saddle", "perfect", "n-up", "cut-stack", "work-and-turn", "work-and-tumble", "fold-over"
]
"""The values of `--scheme`, those of `press.impose.plan.Scheme`."""
FillChoice = Literal["rows", "columns", "stack"]
"""The values of `--order` of sheets."""
FlipChoice = Literal["long-edge", "short-edge"]
"""The values of `--flip`."""
CoverChoice = Literal["self", "separate"]
"""The values of `--cover`."""


class ListChoice(StrEnum):
    """What `list` can list."""

    LAYOUTS = "layouts"
    SIZES = "sizes"
    SHOPS = "shops"
    FONTS = "fonts"
    INKS = "inks"
    LANGUAGES = "languages"
    WORDS = "words"
    STOCKS = "stocks"
