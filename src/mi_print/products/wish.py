"""What somebody asks for on the command line, besides what `print.yaml` orders.

This imports nothing heavy, so that `--help` can name the choices at once.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

PRODUCTS = ("cfp", "program")
"""The products by name, in the order in which `all` makes them."""


class Edition(StrEnum):
    """What a product is made for: the press or the screen."""

    PRINT = "print"
    SCREEN = "screen"


@dataclass(frozen=True, slots=True)
class Wish:
    """The editions wanted, and the folder that they go to.

    A size or a shop goes before the one that is ordered.
    """

    out: Path
    editions: tuple[Edition, ...] = tuple(Edition)
    size: str | None = None
    shop: str | None = None
    kinds: tuple[str, ...] = ()
    """Of signage: the kinds of sign wanted; none named, all of them."""
