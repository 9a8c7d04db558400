"""Words that options and arguments take."""

from enum import StrEnum

from mi_print.products.orders.request import Edition


class EditionChoice(StrEnum):
    """What `--edition` takes."""

    PRINT = "print"
    SCREEN = "screen"
    BOTH = "both"

    @property
    def each(self) -> tuple[Edition, ...]:
        """The editions meant."""
        return tuple(Edition) if self is EditionChoice.BOTH else (Edition(self),)


class ListChoice(StrEnum):
    """What `list` lists."""

    LAYOUTS = "layouts"
    SIZES = "sizes"
    SHOPS = "shops"
    FONTS = "fonts"
