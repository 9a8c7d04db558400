"""Words that options and arguments take."""

from enum import StrEnum

from mi_print.products.wish import Edition


class Editions(StrEnum):
    """What `--edition` takes."""

    PRINT = "print"
    SCREEN = "screen"
    BOTH = "both"

    @property
    def each(self) -> tuple[Edition, ...]:
        """The editions meant."""
        return tuple(Edition) if self is Editions.BOTH else (Edition(self),)


class Kind(StrEnum):
    """What `list` lists."""

    LAYOUTS = "layouts"
    SIZES = "sizes"
    SHOPS = "shops"
    FONTS = "fonts"
